"""Which recommendations to one State are on an issue: the list that an NGO must be able to rely on.

Which texts of all States are best is another question than which of the 60 to 500 that one State was told belong to an
issue. Here each is seen beside the others of its State:

- sentences: one vector stands for a whole story, and incidental words win over the telling detail. So each sentence
  orders the State's recommendations too.
- feedback: the highest scored say how this State is spoken to about the issue (Rocchio, "Relevance Feedback in
  Information Retrieval", 1971): each gains its cosine with the mean of the highest scored, of which
  no two are nearly the same: five States that asked for one thing say it once.
- own State: the list holds what is likely enough to belong to it, by how far it stands out among all that the State
  was told, and how near it is. How sure it is that it is on the issue does not follow from standing out: something does
  in every State, though it was never told anything on the issue. So relevance is a curve over nearness alone, fitted on
  such States too, and the list holds nothing of hardly any.
"""

from dataclasses import dataclass, replace
from math import log

import numpy as np
from numpy.typing import NDArray

from models.encoders.calibration import Calibration, numbers_or
from models.encoders.text_encoder import Vectors
from models.encoders.unit_vectors import mean_direction
from search.datamodel.logistic import Floats, Logistic
from search.datamodel.strengths import StrengthBounds
from search.match.state import Match, OwnState
from search.match.strengths import AS_TOLD, AsTold, OwnAsTold
from search.stages import Stage, passed_through

MOST_UNRATED = 25
"""Recommendations of a list where nothing is known of how sure they are."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """Each sentence of a story orders the recommendations too, and each recommendation counts by its nearest.

    So a story in two parts finds what was said on either. A sentence counts by how far its best stand out: incidental
    ones are a little near to much, the telling one is very near to some.
    """

    weight: float
    """Of the nearest sentence, beside a weight of 1 for the whole; both in standard deviations."""
    best: int
    """How far a sentence stands out is the mean of its so many best."""
    name: str = "sentences"

    def apply(self, own: OwnState) -> OwnState:
        """The mean and the deviation of the scores stay."""
        if own.match.sentences is None:
            return own
        cosines = (own.match.sentences @ own.vectors.T).astype(np.float64)
        by_sentence = np.array([standing_out(of_sentence) for of_sentence in cosines])
        best = np.maximum(np.sort(by_sentence, axis=1)[:, -self.best :].mean(axis=1), 1e-9)
        nearest = ((best / best.max())[:, None] * by_sentence).max(axis=0)
        together = standing_out(own.near) + self.weight * nearest
        return replace(own, near=own.near.mean() + own.near.std() * standing_out(together))


@dataclass(frozen=True, slots=True)
class Feedback:
    """The highest scored say how the State is spoken to about the issue."""

    texts: int
    distinct: float
    """Cosine from which two are nearly the same."""
    name: str = "feedback"

    def apply(self, own: OwnState) -> OwnState:
        """Each gains its cosine with the mean of the highest."""
        best: list[int] = []
        for place in np.argsort(-own.near, kind="stable").tolist():
            if not best or (own.vectors[best] @ own.vectors[place]).max() < self.distinct:
                best.append(place)
            if len(best) == self.texts:
                break
        return replace(own, near=own.near + own.vectors @ mean_direction(own.vectors[best]))


@dataclass(frozen=True, slots=True)
class OwnList:
    """What is in the list, and how sure each is."""

    belongs: Logistic
    """Over standing out, nearness, and how much the State was told: the less, the more of it is on one issue."""
    listed: float
    """Probability of belonging to the list from which it is in it."""
    sure: Logistic
    """Over nearness alone."""
    words: StrengthBounds
    """What relevance is called; what is less than possible is not in the list, however far it stands out."""
    fewest: int = 1
    """Recommendations of a State; one that was told fewer is as one of these, for none of these was read."""
    name: str = "own State"

    def apply(self, own: OwnState) -> OwnState:
        """By both curves; what is in the list is possible, even where it is there by the lift alone."""
        near = own.near + own.match.lift
        known: dict[str, float | Floats] = {
            "standing_out": standing_out(near),
            "near": near,
            "told": log(max(len(near), self.fewest)),
        }
        belongs = self.belongs.probability(**{name: known[name] for name in self.belongs.weights})
        relevance = self.sure.probability(near=near)
        listed = (belongs >= self.listed) & (relevance >= self.words.possible)
        sure = self.sure.probability(near=own.near)
        sureness = np.where(listed, np.maximum(sure, self.words.possible), sure)
        return replace(own, listed=listed, relevance=relevance, sureness=sureness, words=self.words)


@dataclass(frozen=True, slots=True)
class NearestAlone:
    """The nearest of a State, where nothing is known of how sure they are."""

    name: str = "nearest"

    def apply(self, own: OwnState) -> OwnState:
        """Relevance is an order alone."""
        listed = np.zeros(len(own.near), dtype=bool)
        listed[np.argsort(-own.near, kind="stable")[:MOST_UNRATED]] = True
        return replace(own, listed=listed, relevance=own.near, sureness=own.near)


def standing_out(near: Floats) -> Floats:
    """How many standard deviations each is nearer than the mean of its State."""
    return np.asarray((near - near.mean()) / max(float(near.std()), 1e-9))


def own_state_stages(calibration: Calibration | None) -> tuple[Stage[OwnState], ...]:
    """The stages of a vector space.

    Raises:
        CalibrationError: its numbers are not such as the stages take.
    """
    if calibration is None:
        return (NearestAlone(),)
    as_told = numbers_or(calibration, AS_TOLD, AsTold, None)
    stages: tuple[Stage[OwnState] | None, ...] = (
        numbers_or(calibration, "sentences", Sentences, None),
        calibration.numbers("feedback", Feedback),
        calibration.numbers("own State", OwnList),
        OwnAsTold(as_told) if as_told else None,
    )
    return tuple(stage for stage in stages if stage)


def own_state_list(match: Match, scores: NDArray[np.float32], vectors: Vectors) -> OwnState:
    """The list of one State; `scores` and `vectors` are those of its recommendations, in one order."""
    found = passed_through(own_state_stages(match.texts.calibration), OwnState.of(match, scores, vectors))
    return replace(found, words=found.words.possible_at_most) if match.doubted else found
