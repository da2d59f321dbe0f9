"""How directly paragraphs of treaty bodies speak to an issue, or to what a recommendation asks for.

    near     = meaning + WORDS * share
    score    = TOGETHER * (near of the nearest of its passage) + (1 - TOGETHER) * near
    log odds = standing_out * (score - mean) / deviation + score * score + nearest * nearest + of_issue + intercept

Meaning is the highest cosine of the question and what is searched of a paragraph: sub-paragraphs and single sentences,
so that a recommendation with several requests is compared request by request. Of an issue told in several sentences,
half of it is that of the sentence nearest to the paragraph. The share is of the question's words, by stems and inverse
document frequency among recommendations, that the paragraph holds. A concern and the recommendation that answers it
(search.observations.passages) are found by either.

Each document is a field of its own: mean and deviation are of its paragraphs, and `nearest` is the meaning of the
passage that has the highest score in it. Something stands out in every document, though it says nothing on the thing; a
curve over both tells these apart (Platt, "Probabilistic Outputs for Support Vector Machines", 1999).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.catalogue.observations import Observations
from search.datamodel.logistic import Floats, Logistic
from search.datamodel.strengths import UNRATED, StrengthBounds
from search.evidence import Evidence, Feature, Likelihood, WeightedSum
from search.lexical.index import LexicalIndex
from search.lexical.shares import WeighedWords
from search.query.discriminative_terms import content_words, tells_subject
from search.semantic.vectors import cosines
from search.stages import Stage

LEAST_DEVIATION = 0.01
"""So that nothing is divided by nothing."""


@dataclass(frozen=True, slots=True)
class Field:
    """What the scores of a document are seen beside."""

    fewest: int
    """Paragraphs of a document that are a field of their own; a shorter one is seen beside all that the State was
    told."""
    mean: float
    """Of the scores of a document, over the questions judged: what counts where a State was told fewer still."""
    deviation: float
    """Of the scores of a document, the standard deviation over the questions judged."""


@dataclass(frozen=True, slots=True)
class ObservationNumbers:
    """What speaks for a paragraph as on the thing asked about."""

    words: float
    """All words of the question stand in it, beside a weight of 1 for their cosine."""
    together: float
    """Share of the score that is that of the nearest paragraph of its passage."""
    theme: float
    """For a theme that a recommendation and an observation have in common."""
    field: Field
    part_within: float
    """A sub-paragraph is named as on the thing if its cosine is so near to that of the best one."""
    curve: Logistic | None
    """Over standing out, score, nearest of the document, and whether an issue is asked about (0 or 1); None where it is
    not known how sure a score is."""
    strengths: StrengthBounds


UNCALIBRATED = ObservationNumbers(
    words=0.0,
    together=0.8,
    theme=0.0,
    field=Field(fewest=15, mean=0.3, deviation=0.1),
    part_within=0.1,
    curve=None,
    strengths=UNRATED,
)


@dataclass(frozen=True, slots=True, eq=False)
class AskedAbout:
    """The thing that paragraphs are compared with."""

    vector: NDArray[np.float32]
    """Unit vector of the whole text."""
    parts: tuple[NDArray[np.float32], ...]
    """Those of its sentences; none where it has one."""
    stems: frozenset[str]
    """Stems of the words that say what it is about."""
    is_issue: bool
    """An issue in the user's own words lies further from the words of committees than a recommendation does."""


@dataclass(frozen=True, slots=True, eq=False)
class ToldBeside:
    """Paragraphs beside the thing asked about; features have one number for each."""

    asked: AskedAbout
    observations: Observations
    vectors: NDArray[np.float32]
    """Of each row that is searched, not of each paragraph."""
    english_words: LexicalIndex

    @property
    def of_rows(self) -> NDArray[np.float32]:
        """Cosine of the whole thing and each row that is searched."""
        return cosines(self.vectors, self.asked.vector)

    @property
    def documents(self) -> Iterator[NDArray[np.intp]]:
        """The paragraphs of each document, by number."""
        of_paragraphs = self.observations.documents
        return (np.flatnonzero(of_paragraphs == document) for document in np.unique(of_paragraphs))


@dataclass(frozen=True, slots=True, eq=False)
class Paragraphs(ToldBeside):
    """What a State was told."""

    passages: Sequence[Sequence[int]]
    """Paragraphs, by number, that belong together."""
    shares_theme: NDArray[np.bool_]
    """(paragraphs): whether it has a theme in common with the thing."""


def stems_asked(text: str) -> frozenset[str]:
    """The stems of a text that say what it is about."""
    return frozenset(filter(tells_subject, (word.stem for word in content_words(text))))


def observation_stages(numbers: ObservationNumbers) -> tuple[Stage[Evidence[Paragraphs]], ...]:
    """From what paragraphs say to the probability, "relevance", that each speaks to the thing."""
    return (
        Feature("meaning", _meaning),
        Feature("words", _shares),
        Feature("themes", lambda found: found.pairs.shares_theme.astype(np.float64)),
        WeightedSum("near", {"meaning": 1.0, "words": numbers.words, "themes": numbers.theme}),
        Feature("together", lambda found: _of_passage(found["near"], found.pairs.passages)),
        WeightedSum("score", {"together": numbers.together, "near": 1 - numbers.together}),
        Feature("standing_out", lambda found: _standing_out(found, numbers.field)),
        Feature("nearest", _nearest_of_document),
        Feature("of_issue", lambda found: np.full(len(found["near"]), float(found.pairs.asked.is_issue))),
        Likelihood(numbers.curve),
    )


def _meaning(found: Evidence[Paragraphs]) -> Floats:
    pairs = found.pairs
    meaning = best_of_paragraphs(pairs.of_rows, pairs.observations)
    if not pairs.asked.parts:
        return meaning
    nearest_part = np.max([cosines(pairs.vectors, part) for part in pairs.asked.parts], axis=0)
    return (meaning + best_of_paragraphs(nearest_part, pairs.observations)) / 2


def _shares(found: Evidence[Paragraphs]) -> Floats:
    """Which share of the weight of the words asked for each paragraph holds."""
    observations, english_words = found.pairs.observations, found.pairs.english_words
    return WeighedWords.among(english_words, found.pairs.asked.stems).shares(
        len(observations.paragraphs),
        lambda stem: observations.owners[np.isin(observations.rows, english_words.rows_of_all_texts(stem))],
    )


def _standing_out(found: Evidence[Paragraphs], usual: Field) -> Floats:
    """How many standard deviations each score is above the mean of its document."""
    score, standing_out = found["score"], np.zeros(len(found["score"]))
    for inside in found.pairs.documents:
        field = score[inside] if len(inside) >= usual.fewest else score
        mean, deviation = (field.mean(), field.std()) if len(field) >= usual.fewest else (usual.mean, usual.deviation)
        standing_out[inside] = (score[inside] - mean) / max(float(deviation), LEAST_DEVIATION)
    return standing_out


def _nearest_of_document(found: Evidence[Paragraphs]) -> Floats:
    """Of each paragraph, the meaning of the passage with the highest score in its document."""
    score, meaning = found["score"], _of_passage(found["meaning"], found.pairs.passages)
    nearest = np.zeros(len(score))
    for inside in found.pairs.documents:
        nearest[inside] = meaning[inside[np.argmax(score[inside])]]
    return nearest


def _of_passage(values: Floats, passages: Sequence[Sequence[int]]) -> Floats:
    """Of each paragraph, the highest value of its passage."""
    highest = values.copy()
    for passage in passages:
        highest[passage] = values[passage].max()
    return highest


def best_of_paragraphs(of_rows: NDArray[np.float32], observations: Observations) -> Floats:
    """The highest value of the rows of each paragraph."""
    best = np.full(len(observations.paragraphs), -1.0)
    np.maximum.at(best, observations.owners, of_rows.astype(np.float64))
    return best
