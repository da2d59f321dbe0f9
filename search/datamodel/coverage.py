"""What an index holds of the reviews of a State: frozen values that every sentence on absence and order rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from models.records.documents import DocumentKind, Draft
from models.records.enums import Position
from models.records.review_facts import ReviewFacts
from models.reviews.next_review import estimated_days
from models.reviews.review_history import ReviewBasis, ReviewHistory
from models.reviews.sessions import cycle_of_session
from models.reviews.states import State
from search.datamodel.answer import IndexedDocument


class Extent(StrEnum):
    """How much of the recommendations of a review is indexed."""

    FULL = "in full"
    """The report that holds them is."""
    PART = "from tables"
    """A list, a table or an export gives them; nobody here can say whether these are all."""
    NONE = "none"


_OUTCOME_KINDS = {
    DocumentKind.WORKING_GROUP_REPORT,
    DocumentKind.ADDENDUM,
    DocumentKind.HRC_SESSION_REPORT,
    DocumentKind.DECISION,
}
"""Documents that are only written once a review took place."""


@dataclass(frozen=True, slots=True)
class ReviewCoverage:
    """One review of a State that took place, or by the order of the cycle should have, and what is indexed of it."""

    session: int
    """Working Group session."""
    basis: ReviewBasis = ReviewBasis.DOCUMENTED
    """`listed` among those of its session; `documented` by what is indexed; `expected` by the order of the cycle, or
    because the Council moved it there: no source says that it took place."""
    source: str = ""
    """Where it is known from, if not from the Office of the High Commissioner."""
    held_on: date | None = None
    """The day of the review, where its report gives it."""
    documents: tuple[IndexedDocument, ...] = ()
    """All that is indexed of it."""
    positions: Mapping[Position, int] = field(default_factory=dict)
    """How many recommendations have each position that occurs."""
    coded: int = 0
    """Of how many the position is UPR Info's coding: no answer to them is indexed."""
    facts: ReviewFacts = field(default_factory=ReviewFacts)
    """What its report says of how it was held."""

    @property
    def cycle(self) -> int:
        """The cycle of the review."""
        return cycle_of_session(self.session)

    @property
    def recommendations(self) -> int:
        """How many are indexed; with 0, nothing can be said to be missing in that review."""
        return sum(self.positions.values())

    @property
    def month(self) -> str:
        """In which it was, ISO 8601 ("2025-01")."""
        return (self.held_on or estimated_days(self.session)[0]).isoformat()[:7]

    @property
    def extent(self) -> Extent:
        """How much of its recommendations is indexed: `in full`, its report is; `from tables`, lists or tables alone;
        `none`."""
        if not self.recommendations:
            return Extent.NONE
        return Extent.FULL if self.holds(DocumentKind.WORKING_GROUP_REPORT) else Extent.PART

    @property
    def is_searched(self) -> bool:
        """Whether "none" can be said of its recommendations: they are indexed."""
        return self.recommendations > 0

    @property
    def is_answered(self) -> bool:
        """Whether an answer to any of its recommendations is indexed."""
        return any(self.positions.get(position) for position in (Position.SUPPORTED, Position.NOTED))

    @property
    def draft(self) -> Draft | None:
        """Which draft its report is; None for a report in its final edition, and without one."""
        return next((document.draft for document in self.documents if document.draft), None)

    @property
    def took_place(self) -> bool:
        """Whether what is indexed shows that it did."""
        return self.recommendations > 0 or any(document.kind in _OUTCOME_KINDS for document in self.documents)

    def holds(self, kind: DocumentKind) -> bool:
        """Whether a document of a kind is indexed."""
        return any(document.kind == kind for document in self.documents)


@dataclass(frozen=True, slots=True)
class StateCoverage:
    """The reviews of a State to one day, and what an index holds of each."""

    state: State
    reviews: tuple[ReviewCoverage, ...]
    """Ascending by session."""
    history: ReviewHistory
    published_at: str
    """Where the United Nations publishes the documents of all its reviews; "" for an invented State."""

    @property
    def searched(self) -> tuple[ReviewCoverage, ...]:
        """Those whose recommendations are indexed."""
        return tuple(review for review in self.reviews if review.is_searched)

    @property
    def missing(self) -> tuple[ReviewCoverage, ...]:
        """Those whose recommendations are not."""
        return tuple(review for review in self.reviews if not review.is_searched)

    @property
    def later(self) -> tuple[ReviewCoverage, ...]:
        """Those missing after the latest that is searched: by them, what is indexed is superseded."""
        searched = self.searched
        return tuple(review for review in self.missing if searched and review.session > searched[-1].session)

    @property
    def latest(self) -> ReviewCoverage | None:
        """The latest that took place, or should have."""
        return self.reviews[-1] if self.reviews else None

    def review(self, session: int) -> ReviewCoverage | None:
        """That of a session."""
        return next((review for review in self.reviews if review.session == session), None)

    def before(self, session: int) -> ReviewCoverage | None:
        """The one before that of a session."""
        return next((review for review in reversed(self.reviews) if review.session < session), None)

    def after(self, session: int) -> tuple[ReviewCoverage, ...]:
        """Those after one."""
        return tuple(review for review in self.reviews if review.session > session)

    def between(self, earlier: int, later: int) -> tuple[ReviewCoverage, ...]:
        """Those missing between two sessions: whatever is compared across them skips these."""
        return tuple(review for review in self.missing if earlier < review.session < later)
