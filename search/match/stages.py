"""The stages of a match, from an issue that was read to how likely each text is on it.

    meaning           the issue as a unit vector
    example issues    moved towards the requests of example issues that are told like it
    taught encoder    and towards where an encoder puts its sentences that has learnt how people tell an issue
    sentences         each sentence in the same way, for what the own State was told
    words             how much of its words each text holds
    names             and whether it names what the issue names
    labels            how likely text and issue share an issue label
    scores            cosine + weight * share + weight * labels
    relevance         the probability that follows
    as told           a lesser word for what is far from the issue as it was told (search.match.strengths)
    languages         and for all, where the words are not known to be true (search.match.strengths)

A vector space has the stages that its calibration has numbers for. Scores are fused as a weighted sum: a sum of bounded
scores keeps how much better one text is than the next, which fusion by ranks throws away, and it can be calibrated
(S. Bruch, S. Gai and A. Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval", 2023).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import log

import numpy as np

from models.encoders.calibration import Calibration, numbers_or
from models.encoders.text_encoder import Vectors
from search.datamodel.logistic import Floats, Logistic
from search.datamodel.strengths import StrengthBounds
from search.match.meaning import ExampleIssuesStage, Meaning, SentencesOfIssue, TaughtEncoder
from search.match.state import LookedAt, Match, SearchedTexts
from search.match.strengths import AS_TOLD, AsTold, languages_of
from search.match.words import Names, Words
from search.query.issue import IssueReading, read_issue
from search.semantic.vectors import ANY, NONE
from search.stages import Stage, passed_through

ROUNDING = 1e-4
"""So far below what is possible a score is still looked at: sums in another order differ by less."""


@dataclass(frozen=True, slots=True)
class Labels:
    """How likely a text and the issue share an issue label (search.match.labels)."""

    weight: float
    """Of the agreement of labels, beside a weight of 1 for the semantic retriever."""
    usual: float
    """About the agreement of most texts near an issue: what counts where the labels of an issue cannot be told."""
    most_likely: float
    name: str = "labels"

    def apply(self, match: Match) -> Match:
        """By what the requests of example issues about the query say."""
        texts = match.texts
        surroundings = texts.examples.about(match.query) if texts.examples else None
        if surroundings and texts.labels:
            agreement = texts.labels.agreement(surroundings.labels, self.most_likely)
        else:
            agreement = np.full(len(texts.vectors), self.usual, dtype=np.float32)
        beside = {**match.beside, self.name: (self.weight, agreement)}
        return replace(match, surroundings=surroundings, beside=beside)


@dataclass(frozen=True, slots=True)
class Relevance:
    """From a score to the probability that a text is on the issue.

    The neighbourhood density says how near the requests of example issues lie about the query: in a field where very
    much is asked, a text must stand out more to be on the issue itself. No text is very near to all of a longer story,
    so that a longer one makes texts surer: but only as far as they are near enough by themselves. None of it depends on
    what else is indexed.
    """

    curve: Logistic
    """Over score, and density and length where it knows them."""
    lowest_density: float
    """Of issues of human rights; a query with less about it is likely on none."""
    longest: int
    """Words of an issue; a longer one is as one of these."""
    words: StrengthBounds
    """What a probability is called."""
    near_enough: Logistic | None = None
    """Over score alone: no text is surer than this, however long the story and however little is asked in its field."""
    name: str = "relevance"

    def apply(self, match: Match) -> Match:
        """The probability of each text row."""
        relevance = self.probability(match.scores, match.density, len(match.reading.text.words))
        return replace(match, relevance=relevance, sureness=relevance, words=self.words)

    def probability(self, scores: Vectors, density: float | None, words: int) -> Floats:
        """Of the score of each text row, with an issue of so many words; without a density, as for the lowest."""
        exact = scores.astype(np.float64)
        likely = self.curve.probability(score=exact, **self._of_issue(density, words))
        return np.minimum(likely, self.near_enough.probability(score=exact)) if self.near_enough else likely

    def least_score(self, match: Match) -> float:
        """The score from which a text is possibly on the issue."""
        of_issue = self._of_issue(match.density, len(match.reading.text.words))
        least = self.curve.value_of("score", self.words.possible, **of_issue)
        return max(least, self.near_enough.value_of("score", self.words.possible)) if self.near_enough else least

    def _of_issue(self, density: float | None, words: int) -> dict[str, float]:
        known = {
            "density": max(density or 0.0, self.lowest_density),
            "length": log(min(max(words, 1), self.longest)),
        }
        return {feature: value for feature, value in known.items() if feature in self.curve.weights}


@dataclass(frozen=True, slots=True)
class Scores:
    """The weighted sum: how near each text is."""

    relevance: Relevance | None
    """Says what need not be looked at, where that is known."""
    name: str = "scores"

    def apply(self, match: Match) -> Match:
        """The sum for each text row that is looked at."""
        others = list(match.beside.values())
        vectors, looked_at = match.texts.vectors, match.looked_at
        if looked_at is None:
            near = vectors.cosines(match.query, np.full(len(vectors), ANY))
        else:
            near = vectors.cosines(match.query, self._floor(match, looked_at), looked_at.best_of)
        return replace(match, scores=weighted_sum([(1.0, near - np.float32(match.too_near)), *others]))

    def _floor(self, match: Match, looked_at: LookedAt) -> Vectors:
        """Per text row, the cosine that is worth knowing exactly."""
        if self.relevance is None:
            return np.where(looked_at.at_all, ANY, NONE)
        possible = np.float32(self.relevance.least_score(match) - ROUNDING)
        floor = possible + np.float32(match.too_near) - weighted_sum(match.beside.values())
        return np.where(looked_at.closely, ANY, np.where(looked_at.at_all, floor, NONE))


def weighted_sum(retrievers: Iterable[tuple[float, Vectors]]) -> Vectors:
    """The sum of weight * scores over the retrievers, each with one score per text row."""
    return np.asarray(sum(np.float32(weight) * scores for weight, scores in retrievers), dtype=np.float32)


def match_stages(calibration: Calibration | None) -> tuple[Stage[Match], ...]:
    """The stages of a vector space; without a calibration those that need no number of it.

    Raises:
        CalibrationError: its numbers are not such as the stages take.
    """
    if calibration is None:
        return (Meaning(), Words(), Names(), Scores(None))
    relevance = calibration.numbers("relevance", Relevance)
    examples = numbers_or(calibration, "example issues", ExampleIssuesStage, None)
    stages: tuple[Stage[Match] | None, ...] = (
        numbers_or(calibration, "other languages", Meaning, Meaning()),
        examples,
        numbers_or(calibration, "taught encoder", TaughtEncoder, None),
        SentencesOfIssue(examples) if calibration.has("sentences") else None,
        Words(),
        Names(),
        numbers_or(calibration, "labels", Labels, None),
        Scores(relevance),
        relevance,
        numbers_or(calibration, AS_TOLD, AsTold, None),
        languages_of(calibration),
    )
    return tuple(stage for stage in stages if stage)


def match_issue(texts: SearchedTexts, text: str, written_in: str | None = None) -> Match:
    """Score all text rows; filters come after, so that they never change how relevant a text is.

    `written_in` is the code of the issue's language; None: it is detected.

    Raises:
        EncoderError: an encoder cannot be loaded.
        VectorSpaceMismatch: the encoder on this machine does not map into the vectors of the index.
    """
    return match_reading(texts, read_issue(text, texts.english_words, written_in))


def match_reading(texts: SearchedTexts, reading: IssueReading, looked_at: LookedAt | None = None) -> Match:
    """Score text rows, without `looked_at` every one, for an issue that was read; raises what `match_issue` does."""
    return passed_through(match_stages(texts.calibration), Match(texts, reading, looked_at))
