"""The type of the thread between an earlier and a later recommendation to one State.

Whether the two are linked at all is a probability, logistic over the cosine of their vectors, the weight of concepts
and the issues that they share. How they are linked follows from two things: whether the verbs want more or less
(considering, creating, carrying out), and whether each holds at least half of the other. docs/threads.md tells the
rules with examples and how well they do; benches/threads.py measures them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import hypot, sqrt

import numpy as np

from models.encoders.calibration import Calibration, numbers_or
from models.records.enums import ThreadType
from search.datamodel.logistic import Floats, Logistic
from search.evidence import Evidence, Feature, Likelihood
from search.numbers import THREADS
from search.stages import Stage, passed_through
from search.threads.words import RequestWords, Verb


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

    @cached_property
    def kept(self) -> float:
        """Share of the earlier request that the later one holds, by weight."""
        return self.earlier.shared_weight(self.later) / max(self.earlier.weight, THREADS.least_weight)

    @cached_property
    def known(self) -> float:
        """Share of the later request that the earlier one holds."""
        return self.earlier.shared_weight(self.later) / max(self.later.weight, THREADS.least_weight)

    @property
    def can_be_linked(self) -> bool:
        """Whether both say what they ask for, and not for other persons."""
        return bool(self.earlier.weight and self.later.weight) and not self.of_other_persons

    @property
    def of_other_persons(self) -> bool:
        """Whether both name persons, and none in common: a strategy on women is no strategy on older persons."""
        before, now = self.earlier.persons, self.later.persons
        return bool(before and now) and before.isdisjoint(now)

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
    """The type of each pair, linked from a probability of `least`, and that probability."""
    likely: Floats = passed_through(thread_stages(curve), Evidence(pairs))["relevance"]
    return [
        (linked_type(pair) if probability >= least and pair.can_be_linked else ThreadType.NONE, probability)
        for pair, probability in zip(pairs, likely.tolist(), strict=True)
    ]


def linked_type(pair: Comparison) -> ThreadType:
    """The type of the thread between two that are linked."""
    return _by_verbs(pair) or _by_content(pair)


def _by_verbs(pair: Comparison) -> ThreadType | None:
    """Whether the later one wants more or less of the same thing; None where the verbs do not tell."""
    before, now = pair.earlier.verb, pair.later.verb
    if before == now or max(pair.kept, pair.known) < THREADS.half:
        return None
    if now == Verb.CONSIDER or (before, now) == (Verb.CARRY_OUT, Verb.TRY):
        return ThreadType.WEAKER
    if (before, now) == (Verb.CARRY_OUT, Verb.CREATE):
        # "Abolish", then "declare a moratorium": less; but "prohibit", then "adopt a law that prohibits" is not.
        return ThreadType.SIMILAR
    if before == Verb.CONSIDER or (now == Verb.CARRY_OUT and before in (Verb.TRY, Verb.CREATE)):
        return ThreadType.BUILD_UP
    return None


def _by_content(pair: Comparison) -> ThreadType:
    """What the later one keeps of the earlier, and whether at least as much again comes with it."""
    if pair.kept >= THREADS.half and pair.earlier.weight <= THREADS.half * pair.later.weight:
        return ThreadType.BUILD_UP
    return ThreadType.SAME if min(pair.kept, pair.known) >= THREADS.half else ThreadType.SIMILAR
