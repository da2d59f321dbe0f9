"""How far the recommendations of one review go with the asks of a submission.

    match     the score of the match's own stages (search.match.stages), the ask being the issue
    labels    how likely the ask and the recommendation share an issue label, as the match has it
    asked     share of what the ask holds, by weight of words (search.threads.words), that the recommendation holds
    distinct  how far it stands from the others of its review: what says the same as many others is seldom what a
              submission asks for (M. Radovanović, A. Nanopoulos and M. Ivanović, "Hubs in Space", 2010)
    order     the weighted sum that recommendations are ordered by
    behind    how much less that is than the best of the review has
    same, part of the way    the probability of each, by curves over match and behind

Labels and words count more here than for an issue, since asks name things as recommendations do. Of an ask in another
language than English the match alone orders: on asks in Spanish and French the others gained nothing
(benches/fit_uptake.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray

from search.datamodel.logistic import Floats, Logistic
from search.evidence import Evidence, Feature, Likelihood, WeightedSum
from search.match.stages import match_reading
from search.match.state import LookedAt
from search.query.issue import IssueReading
from search.semantic.vectors import Vectors
from search.snapshot.snapshot import Snapshot
from search.stages import Stage
from search.threads.types import Comparison
from search.threads.words import RequestWords, read_request

NEIGHBOURS = 10
"""Others of its review that a recommendation is seen among."""


@dataclass(frozen=True, slots=True)
class UptakeNumbers:
    """What speaks for a recommendation as one that takes an ask up."""

    order: Mapping[str, float]
    """Weights of the sum."""
    same: Logistic | None
    """The probability that it says the same; None where nothing is known of how sure scores are."""
    part: Logistic | None
    """That it goes at least part of the way."""
    same_from: float
    """Least probability of saying the same from which it is shown so."""
    part_from: float
    touches_from: float
    """Least probability of going part of the way from which it is shown as touching the ask."""


UNCALIBRATED = UptakeNumbers({"match": 1.0}, None, None, inf, inf, -inf)


@dataclass(frozen=True, slots=True, eq=False)
class ReadAsk:
    """An ask beside the recommendations to a State; arrays have one number for each."""

    reading: IssueReading
    words: RequestWords
    match: Floats
    labels: Floats

    @property
    def is_english(self) -> bool:
        """Whether what was chosen on English asks counts for it."""
        return not self.reading.is_translated

    @classmethod
    def of(cls, snapshot: Snapshot, reading: IssueReading, rows: NDArray[np.int32]) -> "ReadAsk":
        """Match an ask with the texts of some rows.

        Raises:
            EncoderError, VectorSpaceMismatch: the encoder of the index cannot be used on this machine.
        """
        wanted = np.zeros(len(snapshot.vectors), dtype=bool)
        wanted[rows] = True
        matched = match_reading(snapshot, reading, LookedAt(wanted, wanted, np.zeros_like(wanted)))
        _, labels = matched.beside.get("labels", (0.0, np.float32(0)))
        return cls(
            reading,
            read_request(in_english(reading)),
            matched.scores[rows].astype(np.float64),
            np.broadcast_to(labels, len(snapshot.vectors))[rows].astype(np.float64),
        )

    def among(self, places: NDArray[np.intp]) -> "ReadAsk":
        """The same beside some of these recommendations."""
        return ReadAsk(self.reading, self.words, self.match[places], self.labels[places])


def in_english(reading: IssueReading) -> str:
    """The words of an ask that can be compared with English ones."""
    return reading.terms if reading.is_translated else reading.written_out


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """Some asks beside the recommendations of one review; features are arrays of (asks, recommendations)."""

    asks: Sequence[ReadAsk]
    vectors: Vectors
    """(recommendations, dimension)"""
    requests: Sequence[RequestWords]


def uptake_stages(numbers: UptakeNumbers) -> tuple[Stage[Evidence[Asked]], ...]:
    """From asks and recommendations to the probabilities "same" and "part of the way"."""
    return (
        Feature("match", lambda found: np.array([ask.match for ask in found.pairs.asks])),
        Feature("labels", lambda found: np.array([ask.labels * ask.is_english for ask in found.pairs.asks])),
        Feature("asked", _asked),
        Feature("distinct", _distinct),
        WeightedSum("order", numbers.order),
        Feature("behind", lambda found: found["order"].max(axis=1, keepdims=True, initial=-inf) - found["order"]),
        Likelihood(numbers.same, score="order", name="same"),
        Likelihood(numbers.part, score="order", name="part of the way"),
    )


def _asked(found: Evidence[Asked]) -> Floats:
    pairs = found.pairs
    return np.array(
        [[Comparison(ask.words, told, 0.0).kept * ask.is_english for told in pairs.requests] for ask in pairs.asks]
    )


def _distinct(found: Evidence[Asked]) -> Floats:
    """The same for all asks in English; of a review with fewer others, by those that there are."""
    pairs = found.pairs
    near = np.sort(np.asarray(pairs.vectors @ pairs.vectors.T, dtype=np.float64), axis=1)[:, -NEIGHBOURS - 1 : -1]
    alone = near.mean(axis=1) if near.shape[1] else np.zeros(len(near))
    return np.array([-alone * ask.is_english for ask in pairs.asks])
