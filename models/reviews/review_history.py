"""Which reviews of a State took place, how that is known, and which comes next: the one place that decides it.

A review is *listed* where the table of sessions names the State, and *documented* where its report, or answers to it,
are at hand. Where neither says so, but its session is over, it is *expected*: by the order of the cycle, or because the
Council moved it there. What was due in a session whose States are all known, and is not among them, was put off: nobody
here knows until when, unless the Council said so.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.reviews.next_review import LATER_CYCLE_SESSIONS, estimated_days, next_review_sessions
from models.reviews.past_reviews import (
    ReviewNotHeld,
    last_complete_session,
    not_held,
    reviewed_states,
    sessions_of,
)


class ReviewBasis(StrEnum):
    """By what a review is known to have taken place."""

    LISTED = "listed"
    DOCUMENTED = "documented"
    EXPECTED = "expected"
    """By the order of the cycle, or by a decision of the Council; no source here says that it did."""


@dataclass(frozen=True, slots=True)
class PastReview:
    """One review of a State."""

    session: int
    basis: ReviewBasis
    source: str = ""
    """Where the table has it from."""
    moved_from: ReviewNotHeld | None = None
    """The review in whose place it came, where the State took no part in that."""


@dataclass(frozen=True, slots=True)
class ReviewHistory:
    """The reviews of a State up to one day, and the next."""

    state: str
    """Code."""
    past: tuple[PastReview, ...]
    """Ascending by session."""
    coming: int | None
    """The session of the next review; None where nothing says when it comes, or the State is not reviewed."""
    put_off: int | None = None
    """The session in which it was due and not held, where it is not known when it comes instead."""

    @property
    def latest(self) -> PastReview | None:
        """The latest that took place, or by the order of the cycle should have."""
        return self.past[-1] if self.past else None

    @property
    def latest_sure(self) -> PastReview | None:
        """The latest that a source says took place."""
        return next((review for review in reversed(self.past) if review.basis is not ReviewBasis.EXPECTED), None)

    @property
    def sessions(self) -> tuple[int, ...]:
        """The sessions of the past reviews."""
        return tuple(review.session for review in self.past)


def history_of(state: str, documented: Collection[int], today: date, *, ordered: bool = True) -> ReviewHistory:
    """The reviews of a State (by code) to a day.

    Args:
        state: code of the State under review.
        documented: sessions of its reviews of which a report or answers are at hand.
        today: what is past and what comes is told by it.
        ordered: whether the State has a place in the order of the cycle; an invented one has only what is documented.
    """
    sure = _sure(state, documented, today)
    if not sure:
        return ReviewHistory(state, (), None)
    announced = [session for session in sessions_of(state) if session > sure[-1].session]
    if announced:
        return ReviewHistory(state, sure, announced[0])
    steps = list(_steps_after(state, sure[-1].session, today))
    is_over = [session is not None and estimated_days(session)[1] < today for session, _ in steps]
    expected = [
        PastReview(session, ReviewBasis.EXPECTED, moved.source if moved else "", moved)
        for (session, moved), over in zip(steps, is_over, strict=True)
        if over and session is not None and ordered
    ]
    coming = next((session for (session, _), over in zip(steps, is_over, strict=True) if not over), None)
    put_off = _due_and_not_held(state, (*sure, *expected)[-1].session) if coming is None else None
    return ReviewHistory(state, (*sure, *expected), coming, put_off)


def next_sessions(state: str, session: int, documented: Collection[int]) -> tuple[int, ...]:
    """The sessions in which the review after that of `session` was or may be held, whatever the day is today.

    The next that the table or the documents know; else by the order of the cycle, which after the first cycle may leave
    two; none where it was put off.
    """
    later = [each for each in {*sessions_of(state), *documented} if each > session]
    if later:
        return (min(later),)
    due = next_review_sessions(session)
    if not sessions_of(state) or due[-1] > last_complete_session():
        return due
    moved = not_held(state, due[-1])
    return (moved.moved_to,) if moved else ()


def _sure(state: str, documented: Collection[int], today: date) -> tuple[PastReview, ...]:
    """The reviews that a source or a document shows, ascending."""
    listed = set(sessions_of(state))
    begun = sorted(session for session in {*listed, *documented} if estimated_days(session)[0] <= today)
    return tuple(
        PastReview(session, ReviewBasis.LISTED, reviewed_states()[session].source)
        if session in listed
        else PastReview(session, ReviewBasis.DOCUMENTED)
        for session in begun
    )


def _steps_after(state: str, session: int, today: date) -> Iterator[tuple[int | None, ReviewNotHeld | None]]:
    """The session of each review after that of `session` up to the first that is not over; None for one put off.

    A State that was moved comes back to its place in the order: Israel, reviewed in 17 in place of 15, came in 29.
    """
    due = next_review_sessions(session)
    while True:
        if len(due) > 1 and estimated_days(due[0])[0] > today:
            yield None, None
            return
        last = due[-1]
        moved = not_held(state, last)
        if moved is None and _is_settled(state, last):
            yield None, None
            return
        held_in = moved.moved_to if moved else last
        yield held_in, moved
        if estimated_days(held_in)[1] >= today:
            return
        due = tuple(each + LATER_CYCLE_SESSIONS for each in due)


def _is_settled(state: str, session: int) -> bool:
    """Whether the table would name a State that was reviewed in a session."""
    return bool(sessions_of(state)) and session <= last_complete_session()


def _due_and_not_held(state: str, session: int) -> int | None:
    due = next_review_sessions(session)
    return due[-1] if len(due) == 1 and _is_settled(state, due[-1]) else None
