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
    as told           a lesser word for what is far from the issue as it was told (search.match.as_told)
    languages         and for all, where the words are not known to be true (search.match.words_by_language)

A vector space has the stages that its calibration has numbers for. Scores are fused as a weighted sum: a sum of bounded
scores keeps how much better one text is than the next, which fusion by ranks throws away, and it can be calibrated
(S. Bruch, S. Gai and A. Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval", 2023).
"""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from math import log

import numpy as np
from numpy.typing import NDArray

from models.encoders.calibration import Calibration
from models.encoders.text_encoder import Vectors
from models.encoders.unit_vectors import mean_direction, unit
from search.datamodel.logistic import Floats, Logistic
from search.datamodel.strengths import StrengthBounds
from search.lexical.bm25 import lexical_shares
from search.match.as_told import STAGE as AS_TOLD
from search.match.as_told import AsTold, AsToldStage
from search.match.names import with_names
from search.match.other_languages import issue_vector, meanings, multilingual, taught_vectors
from search.match.state import LookedAt, Match, SearchedTexts
from search.match.words_by_language import languages_of
from search.numbers import WORDS
from search.query.discriminative_terms import discriminative_stems
from search.query.issue import IssueReading, read_issue
from search.semantic.vectors import ANY, NONE
from search.stages import Stage, passed_through

ROUNDING = 1e-4
"""So far below what is possible a score is still looked at: sums in another order differ by less."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """The issue as a unit vector, in the space of the texts."""

    blur: float = 0.0
    """What a text is nearer to an issue in another language: a map does not tell an issue from its field as sharply as
    the encoder of the texts does."""
    lift: float = 0.0
    """What the list of the own State takes each recommendation for nearer to such an issue: less of what belongs there
    stands out, and what is left out is lost to the user."""
    name: str = "meaning"

    def apply(self, match: Match) -> Match:
        """With both encoders at the same time: they take a third of the time, where one waits for the other."""
        encoder, reading = match.texts.encoder, match.reading
        with ThreadPoolExecutor(1) as beside:
            taught = beside.submit(taught_vectors, encoder, reading, reading.sentences)
            vector = issue_vector(encoder, reading, match.texts.calibration)
            blur, lift = (self.blur, self.lift) if multilingual(encoder, reading) else (0.0, 0.0)
            return replace(match, vector=vector, query=vector, too_near=blur, lift=lift, taught=taught.result())


@dataclass(frozen=True, slots=True)
class ExampleIssuesStage:
    """The query moved towards requests on what is told like it (models.encoders.example_issues)."""

    issue_share: float
    request_share: float
    name: str = "example issues"

    def apply(self, match: Match) -> Match:
        """By less, the more the issue is a name."""
        return replace(match, query=self.expanded(match, match.query))

    def expanded(self, match: Match, vector: Vectors) -> Vectors:
        """A vector of the issue, moved."""
        if match.texts.examples is None:
            return vector
        counted = 1 - match.reading.share_of_name
        shares = counted * self.issue_share, counted * self.request_share
        return match.texts.examples.expanded(vector, *shares)


@dataclass(frozen=True, slots=True)
class TaughtEncoder:
    """The query with the vector of the other encoder beside it (models.encoders.load_encoder)."""

    name: str = "taught encoder"

    def apply(self, match: Match) -> Match:
        """By less, the more the issue is a name.

        The mean of its sentences tells a story better than the whole, which the encoder learnt less from.
        """
        if match.taught is None:
            return match
        told = np.float32(1 - match.reading.share_of_name)
        return replace(match, query=unit(match.query + told * mean_direction(match.taught)))


@dataclass(frozen=True, slots=True)
class SentencesOfIssue:
    """The sentences of a story as unit vectors, for what the own State was told (search.match.own_state)."""

    examples: ExampleIssuesStage | None
    """Moves those that no encoder puts where it has learnt that they belong."""
    name: str = "sentences"

    def apply(self, match: Match) -> Match:
        """In other languages by their meaning alone: one term of a detail would lead a short sentence."""
        sentences = match.reading.sentences
        of_own = match.looked_at is None or match.looked_at.closely.any()
        if not of_own or len(sentences) < 2:
            return match
        if match.taught is not None:
            return replace(match, sentences=match.taught)
        vectors = meanings(match.texts.encoder, match.reading, sentences)
        moved = [self.examples.expanded(match, vector) for vector in vectors] if self.examples else vectors
        return replace(match, sentences=np.asarray(moved))


@dataclass(frozen=True, slots=True)
class Words:
    """How much of the words that matter each text holds."""

    name: str = "words"

    def apply(self, match: Match) -> Match:
        """Shares of what BM25 could give."""
        index, weight = match.texts.english_words, match.reading.word_weight
        discriminative = discriminative_stems(match.reading.stems, index.frequency, index.text_count)
        shares = lexical_shares(index, discriminative, expected=min(1.0, weight + WORDS.expected_above_weight))
        return replace(match, shares=shares, beside={**match.beside, "words": (weight, shares)})


@dataclass(frozen=True, slots=True)
class Names:
    """Whether a text names what the issue names."""

    name: str = "names"

    def apply(self, match: Match) -> Match:
        """With shares in which a name counts as a part of what the words are worth."""
        reading = match.reading
        shares = with_names(match.texts.english_words, reading.words, match.shares, reading.share_of_name)
        counted, _ = match.beside["words"]
        return replace(match, shares=shares, beside={**match.beside, "words": (counted, shares)})


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
        agreement: Vectors | np.float32 = np.float32(self.usual)
        if surroundings and texts.labels:
            agreement = texts.labels.agreement(surroundings.labels, self.most_likely)
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
        return replace(match, relevance=relevance, words=self.words)

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


def weighted_sum(retrievers: Iterable[tuple[float, NDArray[np.float32] | np.float32]]) -> Vectors:
    """The sum of weight * scores over the retrievers, each with one score per text row, or one for all of them."""
    return np.asarray(sum(np.float32(weight) * scores for weight, scores in retrievers), dtype=np.float32)


def match_stages(calibration: Calibration | None) -> tuple[Stage[Match], ...]:
    """The stages of a vector space; without a calibration those that need no number of it.

    Raises:
        CalibrationError: its numbers are not such as the stages take.
    """
    if calibration is None:
        return (Meaning(), Words(), Names(), Scores(None))
    relevance = calibration.numbers("relevance", Relevance)
    examples = calibration.numbers("example issues", ExampleIssuesStage) if calibration.has("example issues") else None
    return (
        calibration.numbers("other languages", Meaning) if calibration.has("other languages") else Meaning(),
        *([examples] if examples else []),
        *([TaughtEncoder()] if calibration.has("taught encoder") else []),
        *([SentencesOfIssue(examples)] if calibration.has("sentences") else []),
        Words(),
        Names(),
        *([calibration.numbers("labels", Labels)] if calibration.has("labels") else []),
        Scores(relevance),
        relevance,
        *([AsToldStage(calibration.numbers(AS_TOLD, AsTold))] if calibration.has(AS_TOLD) else []),
        languages_of(calibration),
    )


def match_issue(
    texts: SearchedTexts, text: str, written_in: str | None = None, looked_at: LookedAt | None = None
) -> Match:
    """Score all text rows; filters come after, so that they never change how relevant a text is.

    `written_in` is the code of the issue's language; None: it is detected. Without `looked_at`, every row is looked at.

    Raises:
        EncoderError: an encoder cannot be loaded.
        VectorSpaceMismatch: the encoder on this machine does not map into the vectors of the index.
    """
    return match_reading(texts, read_issue(text, texts.english_words, written_in), looked_at)


def match_reading(texts: SearchedTexts, reading: IssueReading, looked_at: LookedAt | None = None) -> Match:
    """Score all text rows for an issue that was read; raises what `match_issue` does."""
    return passed_through(match_stages(texts.calibration), Match(texts, reading, looked_at))
