"""The type of the thread between an earlier and a later recommendation to one State.

Whether the two are linked at all is a probability, logistic over the cosine of their vectors, the weight of concepts
and the issues that they share. How they are linked follows from two things: whether the verbs want more or less
(considering, creating, carrying out), and whether each holds at least half of the other. docs/threads.md tells the
rules with examples and how well they do; benches/threads.py measures and fits them.
"""

from dataclasses import dataclass
from functools import cached_property
from math import hypot, sqrt

from models.encoders.calibration import Calibration, numbers_or
from models.records.enums import ThreadType
from search.datamodel.logistic import Logistic
from search.threads.words import RequestWords, Stage, read_request

HALF = 0.5
"""Share of one request that the other holds, from which they are on one thing; and share of the later one's weight up
to which the earlier one is the smaller."""
LEAST = 0.6
"""Least weight that a share is reckoned of: a request without content holds nothing."""


@dataclass(frozen=True, slots=True)
class ThreadNumbers:
    """When two recommendations are linked."""

    curve: Logistic
    """Over the cosine of their vectors, the weight of the concepts that they share, and the issues."""
    linked: float
    """Probability from which two recommendations given as a pair are linked."""
    sure: float
    """Probability from which two of all recommendations to a State are linked: among these, few are
    (docs/threads.md)."""


def thread_numbers(calibration: Calibration | None) -> ThreadNumbers | None:
    """Those of a vector space; without a calibration nothing says which recommendations are linked."""
    return numbers_or(calibration, "threads", ThreadNumbers, None)


@dataclass(frozen=True)
class Comparison:
    """Two recommendations to one State, measured against each other."""

    earlier: RequestWords
    later: RequestWords
    cosine: float
    """Of their vectors."""
    curve: Logistic

    @cached_property
    def kept(self) -> float:
        """Share of the earlier request that the later one holds, by weight."""
        return self.earlier.shared_weight(self.later) / max(self.earlier.weight, LEAST)

    @cached_property
    def known(self) -> float:
        """Share of the later request that the earlier one holds."""
        return self.earlier.shared_weight(self.later) / max(self.later.weight, LEAST)

    @property
    def shared(self) -> float:
        """The mean, geometric, of both shares."""
        return sqrt(self.kept * self.known)

    @property
    def issues(self) -> float:
        """Cosine of the issues of both, 0 to 1."""
        before, now = self.earlier.issues, self.later.issues
        product = sum(share * now.get(issue, 0.0) for issue, share in before.items())
        return product / max(hypot(*before.values()) * hypot(*now.values()), 1e-9)

    @cached_property
    def probability(self) -> float:
        """That the two are linked, 0 to 1."""
        return float(self.curve.probability(cosine=self.cosine, shared=self.shared, issues=self.issues))


def thread_type(earlier: str, later: str, cosine: float, numbers: ThreadNumbers) -> ThreadType:
    """The type of the thread between two recommendations to one State; `cosine` is of their vectors."""
    return type_of(Comparison(read_request(earlier), read_request(later), cosine, numbers.curve), numbers.linked)


def type_of(pair: Comparison, least: float) -> ThreadType:
    """The type of the thread between two that were compared, linked from a probability of `least`."""
    if pair.probability < least or not (pair.earlier.weight and pair.later.weight):
        return ThreadType.NONE
    return linked_type(pair)


def linked_type(pair: Comparison) -> ThreadType:
    """The type of the thread between two that are linked."""
    return _by_verbs(pair) or _by_content(pair)


def _by_verbs(pair: Comparison) -> ThreadType | None:
    """Whether the later one wants more or less of the same thing; None where the verbs do not tell."""
    before, now = pair.earlier.stage, pair.later.stage
    if before == now or max(pair.kept, pair.known) < HALF:
        return None
    if now == Stage.CONSIDER or (before, now) == (Stage.CARRY_OUT, Stage.CREATE):
        return ThreadType.SIMILAR
    if before == Stage.CONSIDER or (before, now) == (Stage.CREATE, Stage.CARRY_OUT):
        return ThreadType.BUILD_UP
    return None


def _by_content(pair: Comparison) -> ThreadType:
    """What the later one keeps of the earlier, and whether at least as much again comes with it."""
    if pair.kept >= HALF and pair.earlier.weight <= HALF * pair.later.weight:
        return ThreadType.BUILD_UP
    return ThreadType.SAME if min(pair.kept, pair.known) >= HALF else ThreadType.SIMILAR
