"""What following recommendations through the reviews of their State answers: frozen values, shown as they are.

All links are the program's: those that ask the same, and those that are similar (models.records.enums.ThreadType).
"""

from dataclasses import dataclass

from models.records.enums import ThreadType
from models.records.records import Recommendation
from models.reviews.sessions import cycle_of_session


@dataclass(frozen=True, slots=True)
class ThreadLink:
    """A recommendation of another review of the same State that is linked."""

    record: Recommendation
    type: ThreadType
    """Found by the program: `same` (it asks for the same act on the same object) or `similar` (to be read)."""

    @property
    def asks_the_same(self) -> bool:
        """Whether it asks for the same act on the same object."""
        return self.type is ThreadType.SAME


@dataclass(frozen=True, slots=True)
class ThreadReview:
    """Another review of the State, and what is linked in it."""

    session: int
    """Working Group session."""
    compared: int
    """Recommendations of that review in the index that are in the language of the one followed."""
    total: int
    """How many of them are linked."""
    same: int
    """How many of these ask the same."""
    links: tuple[ThreadLink, ...]
    """Those of the page asked for: same before similar, then the surest first."""

    @property
    def cycle(self) -> int:
        """The cycle of the review."""
        return cycle_of_session(self.session)


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
class SimilarInReview:
    """What one other review of its State holds that is like a recommendation."""

    record: Recommendation
    session: int
    """Of the other review."""
    links: tuple[ThreadLink, ...]
    """All that were found there: same before similar, then the surest first."""

    @property
    def same(self) -> tuple[ThreadLink, ...]:
        """Those that ask the same."""
        return tuple(link for link in self.links if link.asks_the_same)


@dataclass(frozen=True, slots=True)
class ThreadSummary:
    """The recommendations of one review of a State beside those of an earlier one."""

    session: int
    """Session of the later review."""
    before: int
    """Session of the earlier review."""
    rows: tuple[SimilarInReview, ...]
    """One for each recommendation of the later review, in their order."""

    @property
    def similar(self) -> tuple[SimilarInReview, ...]:
        """Those with anything like them in the earlier review."""
        return tuple(row for row in self.rows if row.links)

    @property
    def same(self) -> tuple[SimilarInReview, ...]:
        """Those of which one there asks the same."""
        return tuple(row for row in self.rows if row.same)

    @property
    def without(self) -> tuple[Recommendation, ...]:
        """Those that nothing like them was found for."""
        return tuple(row.record for row in self.rows if not row.links)
