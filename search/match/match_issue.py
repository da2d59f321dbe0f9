"""From an issue in an NGO's own words to one score per text row.

Both retrievers, query expansion, labels, weighted sum, calibration: the steps in their order.

Scores are fused as a weighted sum: a sum of bounded scores keeps how much better one text is than the next, which
fusion by ranks throws away, and it can be calibrated (S. Bruch, S. Gai and A. Ingber, "An Analysis of Fusion Functions
for Hybrid Retrieval", 2023).
"""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from models.encoders.example_issues import ExampleIssues
from models.encoders.unit_vectors import unit
from models.words import ENGLISH
from search.lexical.bm25 import lexical_shares
from search.lexical.index import LexicalIndex
from search.lexical.names import with_names
from search.match.calibrate import relevance, score_of
from search.match.labels import TextLabels
from search.query.discriminative_terms import CutText, discriminative_stems
from search.query.issue import IssueReading, read_issue
from search.query.shape import share_of_sentence
from search.ranking_numbers import EXPECTED_SHARE_ABOVE_WEIGHT, LABEL_WEIGHT, ON_ISSUE, USUAL
from search.semantic.other_languages import IssueEncoder, blur, issue_vector
from search.semantic.vectors import ANY, NONE, TextVectors, Vectors

ROUNDING = 1e-4
"""So far below what is possible a score is still looked at: sums in another order differ by less."""


class SearchedTexts(Protocol):
    """What an issue is matched with; a Snapshot is one."""

    @property
    def lexical(self) -> LexicalIndex:
        """Posting lists of the texts."""
        ...

    @property
    def vectors(self) -> TextVectors:
        """One unit vector per text row."""
        ...

    @property
    def encoder(self) -> IssueEncoder:
        """The query's side of the vector space."""
        ...

    @property
    def examples(self) -> ExampleIssues | None:
        """Example issues in this vector space, if there are any."""
        ...

    @property
    def labels(self) -> TextLabels | None:
        """The issue labels of the texts; none where there are no example issues."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class LookedAt:
    """Which text rows an answer needs to know about; of others, a store may know nothing. Masks over text rows."""

    at_all: NDArray[np.bool_]
    """Those that may be found."""
    closely: NDArray[np.bool_]
    """Those whose score is needed though they are not on the issue."""
    best_of: NDArray[np.bool_]
    """Those of which the best are, if none is on the issue."""


@dataclass(frozen=True, slots=True, eq=False)
class MatchedTexts:
    """How every text row stands to an issue."""

    relevance: NDArray[np.float64]
    """Probability that it is on the issue, per text row; of one that is neither on it nor looked at closely, too low
    perhaps."""
    scores: Vectors
    """What that follows from, together with the neighbourhood density."""
    density: float | None
    """How near the requests of example issues lie about the issue; None without any."""
    labels: tuple[str, ...]
    """Issue labels that it is likely on."""
    reading: IssueReading
    """In which language the issue was read, and how."""
    vector: Vectors
    """The unit vector of the issue as it was told."""
    stems: tuple[str, ...]
    """Stems of the issue's content words."""
    unknown_share: float
    """Share of those that no text holds."""


def match_issue(
    texts: SearchedTexts, text: str, written_in: str | None = None, looked_at: LookedAt | None = None
) -> MatchedTexts:
    """Score all text rows; filters come after, so that they never change how relevant a text is.

    `written_in` is the code of the issue's language; None: it is detected. Without `looked_at`, every row is looked at.

    Raises:
        EncoderError: an encoder cannot be loaded.
        VectorSpaceMismatch: the encoder on this machine does not map into the vectors of the index.
    """
    return match_reading(texts, read_issue(text, texts.lexical, written_in), looked_at)


def match_reading(texts: SearchedTexts, reading: IssueReading, looked_at: LookedAt | None = None) -> MatchedTexts:
    """Score all text rows for an issue that was read; raises what `match_issue` does."""
    index = texts.lexical
    stems = tuple(dict.fromkeys((*reading.words.content_stems, *reading.other_stems)))
    weight = reading.word_weight
    sentences = share_of_sentence(weight)
    with ThreadPoolExecutor(1) as beside:  # the two encoders take a third of the time, where one waits for the other
        learnt = beside.submit(_as_people_tell_it, texts.encoder, reading)
        shares = _word_shares(index, reading.words, stems, weight)
        query = issue_vector(texts.encoder, reading)
        expanded = texts.examples.expanded(query, sentences) if texts.examples else query
        moved = _moved(expanded, learnt.result(), sentences)
    about = texts.examples.about(moved) if texts.examples else None
    agreement = texts.labels.agreement(about.labels) if about and texts.labels else np.float32(USUAL)
    density = about.density if about else None
    too_near = blur(texts.encoder, reading)
    others = [(weight, shares), (LABEL_WEIGHT, agreement)]
    if looked_at is None:
        near = texts.vectors.cosines(moved, np.full(len(texts.vectors), ANY))
    else:
        possible = score_of(ON_ISSUE.possible, density, len(reading.text.words)) - ROUNDING
        floor = np.float32(possible) + too_near - weighted_sum(others)
        floor = np.where(looked_at.closely, ANY, np.where(looked_at.at_all, floor, NONE))
        near = texts.vectors.cosines(moved, floor, looked_at.best_of)
    scores = weighted_sum([(1.0, near - too_near), *others])
    unknown = sum(index.frequency(stem) == 0 for stem in stems)
    return MatchedTexts(
        relevance=relevance(scores, density, len(reading.text.words)),
        scores=scores,
        density=density,
        labels=about.main_labels if about else (),
        reading=reading,
        vector=query,
        stems=stems,
        unknown_share=unknown / len(stems) if stems else 1.0,
    )


def _word_shares(index: LexicalIndex, words: CutText, stems: Sequence[str], weight: float) -> Vectors:
    """Per text row, at most 1: how much of the words that matter it holds, or of a name."""
    discriminative = discriminative_stems(stems, index.frequency, index.text_count)
    shares = lexical_shares(index, discriminative, expected=min(1.0, weight + EXPECTED_SHARE_ABOVE_WEIGHT))
    return with_names(index, words, shares, 1 - share_of_sentence(weight))


def _as_people_tell_it(encoder: IssueEncoder, reading: IssueReading) -> Vectors | None:
    """The vector by the encoder that has learnt how people tell an issue, which they do in English."""
    return encoder.told(reading.written_out) if reading.language == ENGLISH else None


def _moved(query: Vectors, learnt: Vectors | None, sentences: float) -> Vectors:
    """A query's vector with that of the other encoder beside it, less so for a name."""
    return query if learnt is None else unit(query + np.float32(sentences) * learnt)


def weighted_sum(retrievers: Iterable[tuple[float, NDArray[np.float32] | np.float32]]) -> Vectors:
    """The sum of weight * scores over the retrievers, each with one score per text row, or one for all of them."""
    return np.asarray(sum(np.float32(weight) * scores for weight, scores in retrievers), dtype=np.float32)
