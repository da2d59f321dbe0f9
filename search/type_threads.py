"""The type of the thread between an earlier and a later ask to one State: few rules on few measures.

Whether the two are linked at all is a probability, logistic over the cosine of their vectors, the concepts and the
issues that they share. How they are linked follows from rules, of which the first that holds decides: whether the
verbs ask for more or less (considering, creating, carrying out), how much of each ask the other holds, which is
longer. docs/threads.md tells the rules with examples and how well they do; benches/threads.py measures and fits them.
"""

from dataclasses import dataclass
from functools import cached_property
from math import exp, hypot, log, sqrt

from models.thread_types import ThreadType
from search.thread_words import AskWords, Stage, read_ask

LINKED = 0.55
"""Probability from which two asks given as a pair are linked."""
SURE = 0.8
"""Probability from which two of all asks to a State are linked: among these, few are (docs/threads.md)."""
INTERCEPT = -5.1
COSINE = 5.8
SHARED = 5.4
ISSUES = 2.9
OTHER_TREATY = -1.9
"""Fitted by logistic regression (C = 10) on the first 426 judged pairs."""

SAME = 0.5
"""Share of each ask that the other holds where both are the same."""
SAME_OBJECT = 0.35
"""Share of either ask that the other must hold for their verbs to be compared."""
LONGER = 0.5
"""Logarithm of the ratio of weights from which one ask is longer than the other."""
FRAME = 4.0
"""Weight up to which a later ask can be the frame of a longer one."""
LEAST = 0.6
"""Least weight that a share is reckoned of: an ask without content holds nothing."""


@dataclass(frozen=True)
class Comparison:
    """Two asks to one State, measured against each other."""

    earlier: AskWords
    later: AskWords
    cosine: float
    """Of their vectors."""

    @cached_property
    def kept(self) -> float:
        """Share of the earlier ask that the later one holds, by weight."""
        return self.earlier.shared_weight(self.later) / max(self.earlier.weight, LEAST)

    @cached_property
    def known(self) -> float:
        """Share of the later ask that the earlier one holds."""
        return self.earlier.shared_weight(self.later) / max(self.later.weight, LEAST)

    @property
    def shared(self) -> float:
        """The mean, geometric, of both shares."""
        return sqrt(self.kept * self.known)

    @property
    def issues(self) -> float:
        """Cosine of the two asks' issues, 0 to 1."""
        before, now = self.earlier.issues, self.later.issues
        product = sum(share * now.get(issue, 0.0) for issue, share in before.items())
        return product / max(hypot(*before.values()) * hypot(*now.values()), 1e-9)

    @property
    def growth(self) -> float:
        """Logarithm of how much longer the later ask is, by weight."""
        return log((1 + self.later.weight) / (1 + self.earlier.weight))

    @property
    def is_about_others(self) -> bool:
        """Whether both name persons, and none in common."""
        return bool(self.earlier.persons and self.later.persons) and not self.earlier.persons & self.later.persons

    @property
    def is_other_treaty(self) -> bool:
        """Whether one only asks to join a treaty that the other does not name."""
        bare = self.earlier.is_bare_treaty or self.later.is_bare_treaty
        return bare and self.earlier.instruments.isdisjoint(self.later.instruments)

    @property
    def is_one_of_many_treaties(self) -> bool:
        """Whether one only asks to join a treaty, and the other to join treaties of which it names none."""
        return any(
            one.is_bare_treaty and other.joins_treaties and not other.instruments
            for one, other in ((self.earlier, self.later), (self.later, self.earlier))
        )

    @property
    def probability(self) -> float:
        """That the two are linked, 0 to 1."""
        score = INTERCEPT + COSINE * self.cosine + SHARED * self.shared + ISSUES * self.issues
        return 1 / (1 + exp(-score - OTHER_TREATY * self.is_other_treaty))


def thread_type(earlier: str, later: str, cosine: float) -> ThreadType:
    """The type of the thread between two asks to one State; `cosine` is of their vectors."""
    return type_of(Comparison(read_ask(earlier), read_ask(later), cosine))


def type_of(pair: Comparison, least: float = LINKED) -> ThreadType:
    """The type of the thread between two asks that were compared, linked from a probability of `least`."""
    if pair.is_one_of_many_treaties:
        return ThreadType.GENERAL
    if pair.probability < least or not (pair.earlier.weight and pair.later.weight):
        return ThreadType.NONE
    if pair.is_about_others:
        return ThreadType.SIMILAR
    return _by_verbs(pair) or _by_content(pair)


def _by_verbs(pair: Comparison) -> ThreadType | None:
    """Whether the later ask wants more or less of the same thing; None where the verbs do not tell."""
    before, now = pair.earlier.stage, pair.later.stage
    if before == now or max(pair.kept, pair.known) < SAME_OBJECT:
        return None
    if now == Stage.CONSIDER or (before, now) == (Stage.CARRY_OUT, Stage.CREATE):
        return ThreadType.SIMILAR
    if before == Stage.CONSIDER or (before, now) == (Stage.CREATE, Stage.CARRY_OUT):
        return ThreadType.BUILD_UP
    return None


def _by_content(pair: Comparison) -> ThreadType:
    """What the later ask keeps, adds and leaves out."""
    before, now = pair.earlier.instruments, pair.later.instruments
    if now < before:
        return ThreadType.SIMILAR
    if (before and before < now) or (pair.kept >= SAME and pair.growth >= LONGER):
        return ThreadType.BUILD_UP
    if before == now and min(pair.kept, pair.known) >= SAME:
        return ThreadType.SAME
    if pair.known >= SAME_OBJECT and pair.growth <= -LONGER and pair.later.weight <= FRAME:
        return ThreadType.GENERAL
    return ThreadType.SIMILAR
