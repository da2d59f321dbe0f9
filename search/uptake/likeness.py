"""How far the recommendations of one review go with the asks of a submission.

match     the score of the match's own stages (search.match.stages), the ask being the issue; it orders
behind    how much less that is than the best of the review has
same, part of the way    the probability of each, by curves over both (benches/fit_uptake.py)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray

from search.datamodel.logistic import Floats, Logistic
from search.evidence import Evidence, Feature, Likelihood
from search.match.stages import match_reading
from search.match.state import LookedAt
from search.query.issue import IssueReading
from search.snapshot.snapshot import Snapshot
from search.stages import Stage
from search.threads.words import RequestWords, read_request


@dataclass(frozen=True, slots=True)
class UptakeNumbers:
    """What speaks for a recommendation as one that takes an ask up."""

    same: Logistic | None
    """The probability that it says the same; None where nothing is known of how sure scores are."""
    part: Logistic | None
    """That it goes at least part of the way."""
    same_from: float
    """Least probability of saying the same from which it is shown so."""
    part_from: float
    touches_from: float
    """Least probability of going part of the way from which it is shown as touching the ask."""


UNCALIBRATED = UptakeNumbers(None, None, inf, inf, -inf)


@dataclass(frozen=True, slots=True, eq=False)
class ReadAsk:
    """An ask beside the recommendations to a State."""

    reading: IssueReading
    words: RequestWords
    match: Floats
    """(recommendations)"""

    @classmethod
    def of(cls, snapshot: Snapshot, reading: IssueReading, rows: NDArray[np.int32]) -> "ReadAsk":
        """Match an ask with the texts of some rows.

        Raises:
            EncoderError, VectorSpaceMismatch: the encoder of the index cannot be used on this machine.
        """
        wanted = np.zeros(len(snapshot.vectors), dtype=bool)
        wanted[rows] = True
        matched = match_reading(snapshot, reading, LookedAt(wanted, wanted, np.zeros_like(wanted)))
        return cls(reading, read_request(in_english(reading)), matched.scores[rows].astype(np.float64))

    def among(self, places: NDArray[np.intp]) -> "ReadAsk":
        """The same beside some of these recommendations."""
        return ReadAsk(self.reading, self.words, self.match[places])


def in_english(reading: IssueReading) -> str:
    """The words of an ask that can be compared with English ones."""
    return reading.terms if reading.is_translated else reading.written_out


Asked = Sequence[ReadAsk]
"""Some asks beside the recommendations of one review; features are arrays of (asks, recommendations)."""


def uptake_stages(numbers: UptakeNumbers) -> tuple[Stage[Evidence[Asked]], ...]:
    """From asks and recommendations to the probabilities "same" and "part of the way"."""
    return (
        Feature("match", lambda found: np.array([ask.match for ask in found.pairs])),
        Feature("behind", lambda found: found["match"].max(axis=1, keepdims=True, initial=-inf) - found["match"]),
        Likelihood(numbers.same, score="match", name="same"),
        Likelihood(numbers.part, score="match", name="part of the way"),
    )
