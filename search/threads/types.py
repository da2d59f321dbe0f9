"""The kind of thread between an earlier and a later recommendation to one State: same, similar, or none.

Two ask the same where they want the same act on the same object, word for word taken apart (search.threads.words).
Others are similar, to be read, from a probability on: logistic over the cosine of their vectors, the weight of
concepts and the issues that they share. docs/threads.md says how well both do; benches/threads.py measures them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot, prod, sqrt

import numpy as np

from models.encoders.calibration import Calibration, numbers_or
from models.records.enums import ThreadType
from search.datamodel.logistic import Floats, Logistic
from search.evidence import Evidence, Feature, Likelihood
from search.numbers import THREADS
from search.stages import Stage, passed_through
from search.threads.words import RequestWords


@dataclass(frozen=True, slots=True)
class ThreadNumbers:
    """When two recommendations are similar."""

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


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two recommendations to one State, measured against each other; their order says nothing."""

    one: RequestWords
    other: RequestWords
    cosine: float
    """Of their vectors."""

    @property
    def can_be_linked(self) -> bool:
        """Whether both say what they ask for, and not for other persons."""
        return bool(self.one.weight and self.other.weight) and not self.of_other_persons

    @property
    def asks_the_same(self) -> bool:
        """Whether both want the same act on the same object, and say on which."""
        return self.one.object.is_named and self.one.object == self.other.object and self.one.act == self.other.act

    @property
    def of_other_persons(self) -> bool:
        """Whether both name persons, and none in common: a strategy on women is no strategy on older persons."""
        return bool(self.one.persons and self.other.persons) and self.one.persons.isdisjoint(self.other.persons)

    @property
    def shared(self) -> float:
        """The share of either request that the other holds, by weight: the geometric mean of both."""
        weights = (max(request.weight, THREADS.least_weight) for request in (self.one, self.other))
        return self.one.shared_weight(self.other) / sqrt(prod(weights))

    @property
    def issues(self) -> float:
        """Cosine of the issues of both, 0 to 1."""
        one, other = self.one.issues, self.other.issues
        product = sum(share * other.get(issue, 0.0) for issue, share in one.items())
        return product / max(hypot(*one.values()) * hypot(*other.values()), 1e-9)


Pairs = Sequence[Comparison]


def thread_stages(curve: Logistic) -> tuple[Stage[Evidence[Pairs]], ...]:
    """From what two recommendations hold to the probability, "relevance", that they are linked."""
    return (
        Feature("cosine", lambda found: np.array([pair.cosine for pair in found.pairs], dtype=np.float64)),
        Feature("shared", lambda found: np.array([pair.shared for pair in found.pairs], dtype=np.float64)),
        Feature("issues", lambda found: np.array([pair.issues for pair in found.pairs], dtype=np.float64)),
        Likelihood(curve),
    )


def threads_between(pairs: Pairs, curve: Logistic, least: float) -> list[tuple[ThreadType, float]]:
    """The kind of each pair, similar from a probability of `least`, and that probability."""
    likely: Floats = passed_through(thread_stages(curve), Evidence(pairs))["relevance"]
    return [
        (_kind(pair, probability >= least), probability)
        for pair, probability in zip(pairs, likely.tolist(), strict=True)
    ]


def _kind(pair: Comparison, is_likely: bool) -> ThreadType:
    if pair.asks_the_same:
        return ThreadType.SAME
    return ThreadType.SIMILAR if is_likely and pair.can_be_linked else ThreadType.NONE
