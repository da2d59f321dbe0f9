"""What an issue is matched with, and what its stages find out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.encoders.calibration import Calibration
from models.encoders.example_issues import ExampleIssues, Surroundings
from models.encoders.text_encoder import Vectors
from search.datamodel.logistic import Floats
from search.datamodel.strengths import UNRATED, StrengthBounds
from search.lexical.index import LexicalIndex
from search.match.labels import TextLabels
from search.query.issue import IssueReading
from search.semantic.encoder import QueryEncoder
from search.semantic.vectors import TextVectors


@dataclass(frozen=True, slots=True, eq=False)
class SearchedTexts:
    """What an issue is matched with; a Snapshot is one."""

    english_words: LexicalIndex
    """Posting lists of the English texts: the words of an issue are English, whatever its language
    (search.query.issue)."""
    vectors: TextVectors
    """One unit vector per text row."""
    encoder: QueryEncoder
    """The query's side of the vector space."""
    calibration: Calibration | None
    """The numbers of the vector space; None where they are not known, so that answers are in an order and no more."""
    examples: ExampleIssues | None
    """Example issues in this vector space, if there are any."""
    labels: TextLabels | None
    """The issue labels of the texts; none where there are no example issues."""


@dataclass(frozen=True, slots=True, eq=False)
class LookedAt:
    """Which text rows an answer needs to know about; of others, a store may know nothing. Masks over text rows."""

    at_all: NDArray[np.bool_]
    """Those that may be found."""
    closely: NDArray[np.bool_]
    """Those whose score is needed though they are not on the issue."""
    best_of: NDArray[np.bool_]
    """Those of which the best are, if none is on the issue."""


def _nothing() -> Any:
    return np.zeros(0)


@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """An issue on its way through the stages of search.match.stages: what each has found out so far."""

    texts: SearchedTexts
    reading: IssueReading
    """In which language the issue was read, and how."""
    looked_at: LookedAt | None = None
    """None: every row is looked at."""
    vector: Vectors = field(default_factory=_nothing)
    """The unit vector of the issue as it was told."""
    taught: Vectors | None = None
    """(sentences, dimension): its sentences by what has learnt how people tell an issue."""
    sentences: Vectors | None = None
    """(sentences, dimension): the unit vectors of its sentences; None where it has one, or what a State was told is not
    asked for."""
    too_near: float = 0.0
    """What the nearness of all texts is too high by."""
    lift: float = 0.0
    """What the list of the own State takes each recommendation for nearer."""
    query: Vectors = field(default_factory=_nothing)
    """The unit vector that texts are compared with."""
    surroundings: Surroundings | None = None
    """What the requests of example issues about the query say of it."""
    beside: Mapping[str, tuple[float, Vectors]] = field(default_factory=dict)
    """By stage, what counts beside the cosine: a weight, and a score per text row."""
    scores: Vectors = field(default_factory=_nothing)
    """Per text row, how near it is to the issue."""
    relevance: Floats = field(default_factory=_nothing)
    """Probability that it is on the issue, per text row; of one that is neither on it nor looked at closely, too low
    perhaps. Of no row where the vector space has no calibration."""
    sureness: Floats = field(default_factory=_nothing)
    """What the words for it rest on: its relevance, or less (search.match.strengths); the order rests on relevance."""
    words: StrengthBounds = UNRATED
    """What it may be called."""
    doubted: bool = False
    """Whether nothing may be called surer than possible, for its language (search.match.strengths)."""

    @property
    def density(self) -> float | None:
        """How near the requests of example issues lie about the issue; None without any."""
        return self.surroundings.density if self.surroundings else None

    @property
    def labels(self) -> tuple[str, ...]:
        """Issue labels that it is likely on."""
        return self.surroundings.main_labels if self.surroundings else ()


@dataclass(frozen=True, slots=True, eq=False)
class OwnState:
    """What a State was told, beside an issue, on its way through those of search.match.own_state; arrays have one
    number for each recommendation."""

    match: Match
    """The issue, beside the texts of all States."""
    near: Floats
    """How near each is to the issue, so far."""
    vectors: Vectors
    """(recommendations, dimension): unit vectors of the texts."""
    listed: NDArray[np.bool_]
    """Which are in the list."""
    relevance: Floats
    """Their order, as a probability of 0 to 1; the list has the highest."""
    sureness: Floats
    """The probability, 0 to 1, that each is on the issue: what it is called rests on it."""
    words: StrengthBounds = UNRATED
    """What `sureness` may be called."""

    @classmethod
    def of(cls, match: Match, scores: Vectors, vectors: Vectors) -> "OwnState":
        """Before any stage; `scores` are those of the match."""
        none = np.zeros(len(scores))
        return cls(match, scores.astype(np.float64), vectors, none.astype(bool), none, none)
