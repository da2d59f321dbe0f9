"""How directly paragraphs report on recommendations: by meaning, by words, and by what the documents state.

    score = meaning + HEADING (a heading names the recommendation) + DIRECT (a sentence or a note does) + WORDS * share

Meaning is the cosine of recommendation and paragraph; of a long paragraph, half of it is that of the two neighbouring
sentences nearest to the recommendation. The share is of the words of the recommendation, by stems and inverse document
frequency among the paragraphs at hand, that the paragraph holds.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from math import log

import numpy as np
from numpy.typing import NDArray

from models.encoders.text_encoder import Vectors
from models.records.records import Commitment, Recommendation
from models.texts import words
from search.catalogue.reported import ReportedTexts
from search.datamodel.logistic import Floats, Logistic
from search.datamodel.progress import StatedIn
from search.datamodel.strengths import UNRATED, StrengthBounds
from search.evidence import Evidence, Feature, Likelihood, WeightedSum
from search.lexical.shares import WeighedWords
from search.query.discriminative_terms import tells_subject
from search.semantic.vectors import TextVectors
from search.stages import Stage

TEXTS_KEPT = 2048
"""More than the paragraphs and sentences of the documents before one review, which each recommendation is held to."""


@dataclass(frozen=True, slots=True)
class ProgressNumbers:
    """What speaks for a paragraph as reporting on a recommendation, beside a weight of 1 for their cosine."""

    heading: float
    """A heading above it names the recommendation."""
    direct: float
    """A sentence of it does, or a note on it."""
    words: float
    """All words of the recommendation stand in it."""
    curve: Logistic | None
    """From the score to the probability that it reports on the recommendation; None where that is not known."""
    strengths: StrengthBounds


UNCALIBRATED = ProgressNumbers(heading=0.1, direct=0.2, words=0.0, curve=None, strengths=UNRATED)


@dataclass(frozen=True, slots=True, eq=False)
class Reports:
    """Recommendations and the paragraphs that may report on them; features are (recommendations, paragraphs)."""

    records: Sequence[Recommendation | Commitment]
    record_vectors: Vectors
    reported: ReportedTexts
    vectors: TextVectors
    """Of all text rows."""


def progress_stages(numbers: ProgressNumbers) -> tuple[Stage[Evidence[Reports]], ...]:
    """From what paragraphs say to the probability, "relevance", that each reports on each recommendation."""
    weights = {"meaning": 1.0, "heading": numbers.heading, "direct": numbers.direct, "words": numbers.words}
    return (
        Feature("meaning", _meaning),
        Feature("heading", lambda found: _stated(found.pairs, holds_below=True)),
        Feature("direct", lambda found: _stated(found.pairs, holds_below=False)),
        Feature("words", _shares),
        WeightedSum("score", weights),
        Likelihood(numbers.curve),
    )


def _meaning(found: Evidence[Reports]) -> Floats:
    record_vectors, reported = found.pairs.record_vectors, found.pairs.reported
    meaning = (record_vectors @ found.pairs.vectors[reported.rows].T).astype(np.float64)
    of_passages = vectors_of_passages(found.pairs.vectors, reported.passages)
    for place, text in enumerate(reported.texts):
        if text.id in of_passages:
            nearest = (record_vectors @ of_passages[text.id].T).max(axis=1)
            meaning[:, place] = (meaning[:, place] + nearest) / 2
    return meaning


def _shares(found: Evidence[Reports]) -> Floats:
    return shares_of_words(found.pairs.records, [stems_of(text.text) for text in found.pairs.reported.texts])


def _stated(pairs: Reports, *, holds_below: bool) -> Floats:
    """1 where a heading names the recommendation, or a sentence or a note of the paragraph itself."""
    row_of = {record.id: row for row, record in enumerate(pairs.records)}
    place_of = {text.id: place for place, text in enumerate(pairs.reported.texts)}
    stated = np.zeros((len(row_of), len(place_of)))
    for (recommendation, text_id), ways in pairs.reported.stated.items():
        if recommendation in row_of and any(named.holds_below == holds_below for named in ways):
            stated[row_of[recommendation], place_of[text_id]] = 1
    return stated


def vectors_of_passages(vectors: TextVectors, passages: Mapping[str, NDArray[np.int64]]) -> dict[str, Vectors]:
    """By paragraph, the vectors of its passages, read at once; `passages` has their text rows."""
    if not passages:
        return {}
    read = vectors[np.concatenate(list(passages.values()))]
    ends = np.cumsum([len(rows) for rows in passages.values()])
    return dict(zip(passages, np.split(read, ends[:-1]), strict=True))


def shares_of_words(records: Sequence[Recommendation | Commitment], stems: Sequence[Set[str]]) -> Floats:
    """The share of the words of each recommendation that each text holds, 0 to 1; `stems` are those of the texts."""
    weight_of = word_weights(stems)
    holding: dict[str, list[int]] = defaultdict(list)
    for place, held in enumerate(stems):
        for stem in held:
            holding[stem].append(place)
    shares = np.zeros((len(records), len(stems)))
    for row, record in enumerate(records):
        wanted = WeighedWords({stem: weight_of(stem) for stem in sorted(stems_of(record.text))})
        shares[row] = wanted.shares(len(stems), lambda stem: holding.get(stem, []))
    return shares


def word_weights(stems: Sequence[Set[str]]) -> Callable[[str], float]:
    """How much a word says: the more, the fewer of some texts hold it; `stems` are those of each text."""
    texts, holding = len(stems), Counter(stem for of_text in stems for stem in of_text)
    return lambda stem: log(1 + texts / (1 + holding[stem]))


@lru_cache(TEXTS_KEPT)
def stems_of(text: str) -> frozenset[str]:
    """The stems of a text of the index that say what it is about."""
    return frozenset(filter(tells_subject, map(words.stem, set(words.WORDS.findall(text)))))


def most_direct(named: Sequence[StatedIn]) -> StatedIn | None:
    """Of the ways in which a document names a recommendation for a paragraph, the most direct; None where it does not.

    What stands in or at the paragraph itself says more than what holds for all below a heading, and what reports says
    more than what points to another report.
    """
    return min(named, key=lambda way: (way.holds_below, way.points_elsewhere), default=None)
