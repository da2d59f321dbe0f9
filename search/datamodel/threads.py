"""What following a recommendation through the reviews of its State answers: frozen values, shown as they are."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.records.enums import ThreadType
from models.records.records import Recommendation
from models.reviews.sessions import cycle_of_session

AGAIN = (ThreadType.SAME, ThreadType.BUILD_UP)
"""What counts as recommended again; what is only related does not."""


@dataclass(frozen=True, slots=True)
class ThreadLink:
    """A recommendation of another review of the same State that is linked."""

    record: Recommendation
    type: ThreadType
    """What the later of the two is to the earlier."""


@dataclass(frozen=True, slots=True)
class ThreadReview:
    """Another review of the State, and what is linked in it."""

    session: int
    """Working Group session."""
    compared: int
    """Recommendations of that review in the index that are in the language of the one followed."""
    total: int
    """How many of them are linked."""
    links: tuple[ThreadLink, ...]
    """Those of the page asked for: same before build-up before weaker before similar, then the surest first."""

    @property
    def cycle(self) -> int:
        """The cycle of the review."""
        return cycle_of_session(self.session)

    @property
    def repeats(self) -> bool:
        """Whether any of them is the same request, earlier or again, and not only a related one."""
        return bool(self.links) and self.links[0].type in AGAIN


@dataclass(frozen=True, slots=True)
class Thread:
    """A recommendation with what its State was told before and after."""

    record: Recommendation
    """The recommendation that is followed."""
    invented: bool
    """True for a record of the sample corpus."""
    reviews: tuple[ThreadReview, ...]
    """The other reviews of the State in this index, earliest first, whether anything in them is linked or not."""

    @property
    def total(self) -> int:
        """How many recommendations are linked."""
        return sum(review.total for review in self.reviews)

    @property
    def later_compared(self) -> int | None:
        """The session of the next review with whose recommendations it was compared; None: there is none here."""
        later = (review.session for review in self.reviews if review.compared and review.session > self.record.session)
        return min(later, default=None)

    def in_time(self, link: ThreadLink) -> tuple[Recommendation, Recommendation]:
        """The record and a linked one, the earlier first."""
        is_earlier = link.record.session < self.record.session
        return (link.record, self.record) if is_earlier else (self.record, link.record)


@dataclass(frozen=True, slots=True)
class EarlierLink:
    """What a recommendation is to the nearest of an earlier review of its State."""

    record: Recommendation
    type: ThreadType
    """The strongest of its threads to that review; NONE: it has none."""
    earlier: Recommendation | None
    """The recommendation that it is linked to by it; the nearest by meaning where several are."""
    before: int
    """The session of that review."""


@dataclass(frozen=True, slots=True)
class ThreadSummary:
    """How the recommendations of one review of a State follow up those of an earlier one."""

    session: int
    """Session of the later review."""
    before: int
    """Session of the earlier review."""
    nearest: int
    """With how many recommendations of that review each was compared: those nearest by meaning."""
    earlier_links: tuple[EarlierLink, ...]
    """One for each recommendation of the later review, in their order."""

    @property
    def by_type(self) -> Mapping[ThreadType, tuple[Recommendation, ...]]:
        """The recommendations of the later review by the strongest type of their threads."""
        return {kind: tuple(each.record for each in self.of_type(kind)) for kind in ThreadType}

    @property
    def total(self) -> int:
        """How many recommendations the later review has."""
        return len(self.earlier_links)

    def of_type(self, kind: ThreadType) -> tuple[EarlierLink, ...]:
        """Those of one type."""
        return tuple(each for each in self.earlier_links if each.type == kind)
