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

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from search.catalogue.observations import Told
from search.datamodel.logistic import Logistic
from search.datamodel.strengths import UNRATED, StrengthBounds
from search.lexical.index import LexicalIndex
from search.lexical.shares import WeighedWords
from search.query.discriminative_terms import content_words
from search.semantic.vectors import TextVectors, cosines

SHORTEST_STEM = 4
"""Letters of a stem that says what a text is about."""
FEWEST = 15
"""Paragraphs of a document that are a field of their own; a shorter one is seen beside all that the State was told."""
USUAL_MEAN, USUAL_DEVIATION = 0.3, 0.1
"""Of the scores of a document, over the questions judged: what counts where a State was told fewer still."""
LEAST_DEVIATION = 0.01
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class ObservationNumbers:
    """What speaks for a paragraph as on the thing asked about."""

    words: float
    """All words of the question stand in it, beside a weight of 1 for their cosine."""
    together: float
    """Share of the score that is that of the nearest paragraph of its passage."""
    theme: float
    """For a theme that a recommendation and an observation have in common."""
    curve: Logistic | None
    """Over standing out, score, nearest of the document, and whether an issue is asked about (0 or 1); None where it is
    not known how sure a score is."""
    strengths: StrengthBounds


UNCALIBRATED = ObservationNumbers(words=0.0, together=0.8, theme=0.0, curve=None, strengths=UNRATED)


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
class Nearness:
    """Of each paragraph, by number."""

    of_rows: NDArray[np.float32]
    """Cosine of each row that is searched, not of each paragraph."""
    meaning: Floats
    share: Floats


def stems_asked(text: str) -> frozenset[str]:
    """The stems of a text that say what it is about."""
    stems = (word.stem for word in content_words(text))
    return frozenset(stem for stem in stems if len(stem) >= SHORTEST_STEM and stem.isalpha())


def nearness(asked: AskedAbout, told: Told, vectors: TextVectors, lexical: LexicalIndex) -> Nearness:
    """How near each paragraph is; `vectors` are those of all text rows."""
    searched = vectors[told.rows]
    of_rows = cosines(searched, asked.vector)
    meaning = _best(of_rows, told)
    if asked.parts:
        nearest_part = np.max([cosines(searched, part) for part in asked.parts], axis=0)
        meaning = (meaning + _best(nearest_part, told)) / 2
    return Nearness(of_rows, meaning, _shares(asked.stems, told, lexical))


def probabilities(
    asked: AskedAbout,
    near: Nearness,
    bonus: Floats,
    passages: Sequence[Sequence[int]],
    told: Told,
    numbers: ObservationNumbers,
) -> Floats:
    """The probability that each paragraph speaks to the thing; `bonus` is added to how near each is.

    Without a curve, the score.
    """
    standing_out, score, nearest = evidence(near, bonus, passages, told, numbers).T
    if numbers.curve is None:
        return np.asarray(score, dtype=np.float64)
    of_issue = float(asked.is_issue)
    return numbers.curve.probability(standing_out=standing_out, score=score, nearest=nearest, of_issue=of_issue)


def evidence(
    near: Nearness, bonus: Floats, passages: Sequence[Sequence[int]], told: Told, numbers: ObservationNumbers
) -> Floats:
    """What the curve is over: how far each paragraph stands out, its score, and the nearest of its document."""
    own = near.meaning + numbers.words * near.share + bonus
    score = numbers.together * _of_passage(own, passages) + (1 - numbers.together) * own
    meaning = _of_passage(near.meaning, passages)
    features = np.zeros((len(own), 3))
    for document in np.unique(told.documents):
        inside = np.flatnonzero(told.documents == document)
        field = score[inside] if len(inside) >= FEWEST else score
        mean, deviation = (field.mean(), field.std()) if len(field) >= FEWEST else (USUAL_MEAN, USUAL_DEVIATION)
        features[inside, 0] = (score[inside] - mean) / max(float(deviation), LEAST_DEVIATION)
        features[inside, 2] = meaning[inside[np.argmax(score[inside])]]
    features[:, 1] = score
    return features


def _of_passage(values: Floats, passages: Sequence[Sequence[int]]) -> Floats:
    """Of each paragraph, the highest value of its passage."""
    highest = values.copy()
    for passage in passages:
        highest[passage] = values[passage].max()
    return highest


def _best(of_rows: NDArray[np.float32], told: Told) -> Floats:
    """The highest value of the rows of each paragraph."""
    best = np.full(len(told.paragraphs), -1.0)
    np.maximum.at(best, told.owners, of_rows.astype(np.float64))
    return best


def _shares(stems: frozenset[str], told: Told, lexical: LexicalIndex) -> Floats:
    """Which share of the weight of these words each paragraph holds."""
    return WeighedWords.among(lexical, stems).shares(
        len(told.paragraphs), lambda stem: told.owners[np.isin(told.rows, lexical.rows_of_all_texts(stem))]
    )
