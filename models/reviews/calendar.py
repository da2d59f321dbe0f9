"""The dates that follow-up in one State turns on, each with how it is known.

What a calendar or table says is published; what the rhythm of reviews implies is estimated, as a month; what nobody can
tell from here is said to be unknown. The rhythm: the Working Group meets in January, May and November; the Council
adopts the outcomes of a session some four months later, at one of its three regular sessions a year, in about March,
June and September (Human Rights Council resolution 5/1 of 2007, annex; its programmes of work since).
"""

import csv
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from importlib import resources

from models.messages import Message
from models.reviews.next_review import estimated_days, reviews_after
from models.reviews.past_reviews import last_session_of_the_table, sessions_of
from models.reviews.sessions import SESSIONS, find_session

COUNCIL_MONTHS = ((2, 4), (6, 7), (9, 10))
"""First and last month of the Council's regular sessions."""
WEEKS_TO_ADOPTION = 10
"""The Council does not adopt an outcome at a session that begins earlier: answers are due before it."""
DEBATES_SHOWN = 3
PARTICIPATION = "https://www.ohchr.org/en/hr-bodies/hrc/ngo-participation"
SUBMISSIONS = "https://www.ohchr.org/en/hr-bodies/upr/ngos-nhris"


class EventKind(StrEnum):
    """What happens."""

    LAST_REVIEW = "last review"
    ADOPTION = "adoption of the outcome"
    MID_TERM = "mid-term"
    SUBMISSIONS = "deadline for stakeholders' submissions"
    NEXT_REVIEW = "next review"
    NEXT_ADOPTION = "adoption of the next outcome"
    GENERAL_DEBATE = "general debate under item 6"
    TREATY_BODY = "treaty body"


class HowKnown(StrEnum):
    """How sure a date is."""

    PUBLISHED = "published"
    ESTIMATED = "estimated"
    UNKNOWN = "not known here"


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One date of a State's follow-up."""

    kind: EventKind
    first_day: date | None
    """None where nothing can be said."""
    last_day: date | None
    how_known: HowKnown
    basis: Message
    """Where it is published, or what it is estimated from."""
    session: int | None = None
    """The session of the Working Group that it is about."""
    address: str = ""
    """Where people find it, or more."""
    committee: str = ""
    """Code of the treaty body that it is about."""


def calendar_of(state: str, indexed: tuple[int, ...], today: date) -> tuple[CalendarEvent, ...]:
    """The dates of a State (by code), the earliest first and what has no date last.

    Args:
        state: code of the State under review.
        indexed: sessions of its reviews that an index holds, for States of which the table knows none.
        today: what is next is counted from it.
    """
    held = _held(state, indexed, today)
    events = [*_of_reviews(held, today, in_table=bool(sessions_of(state))), *_general_debates(today)] if held else []
    return tuple(sorted(events, key=lambda event: (event.first_day is None, event.first_day or today)))


def next_review_of(state: str, indexed: tuple[int, ...], today: date) -> CalendarEvent | None:
    """The next review of a State (by code); None where no review of it is known. The arguments are as above."""
    held = _held(state, indexed, today)
    return _next_review(held[-1], today, in_table=bool(sessions_of(state))) if held else None


def _held(state: str, indexed: tuple[int, ...], today: date) -> list[int]:
    """The sessions in which a State was reviewed, as far as table and index know, ascending."""
    return sorted(session for session in {*sessions_of(state), *indexed} if estimated_days(session)[0] <= today)


def _of_reviews(held: list[int], today: date, *, in_table: bool) -> Iterator[CalendarEvent]:
    last = held[-1]
    yield _review(EventKind.LAST_REVIEW, last)
    yield _adoption(EventKind.ADOPTION, last)
    coming = _next_review(last, today, in_table=in_table)
    yield coming
    if coming.session is not None:
        yield _mid_term(last, coming.session)
        yield _submissions(coming.session)
        yield _adoption(EventKind.NEXT_ADOPTION, coming.session)


def _next_review(last: int, today: date, *, in_table: bool) -> CalendarEvent:
    *over, following = reviews_after(last, today)
    # Ukraine's fourth review was due in session 42, which the table holds without it: it was put off.
    put_off = in_table and bool(over) and over[0][-1] <= last_session_of_the_table()
    if put_off or len(following) != 1:
        return CalendarEvent(
            EventKind.NEXT_REVIEW,
            None,
            None,
            HowKnown.UNKNOWN,
            Message("The calendar leaves open when it comes: see the page of the Office of the High Commissioner."),
            address=SUBMISSIONS,
        )
    (coming,) = following
    return _review(EventKind.NEXT_REVIEW, coming)


def _review(kind: EventKind, session: int) -> CalendarEvent:
    known = find_session(session)
    if known:
        basis = Message("Calendar of the Working Group, session %(session)s.", session=str(session))
        return CalendarEvent(kind, known.first_day, known.last_day, HowKnown.PUBLISHED, basis, session)
    first_day, _ = estimated_days(session)
    basis = Message(
        "States keep their place from cycle to cycle, which is session %(session)s; its days are not published yet.",
        session=str(session),
    )
    return CalendarEvent(kind, *_month_of(first_day), HowKnown.ESTIMATED, basis, session)


def _adoption(kind: EventKind, session: int) -> CalendarEvent:
    basis = Message(
        "The Council adopts the outcomes of session %(session)s at its regular session some four months later.",
        session=str(session),
    )
    return CalendarEvent(kind, *_days_of_adoption(session), HowKnown.ESTIMATED, basis, session, PARTICIPATION)


def _days_of_adoption(session: int) -> tuple[date, date]:
    _, last_day = estimated_days(session)
    return _council_sessions(last_day + timedelta(weeks=WEEKS_TO_ADOPTION))[0]


def _mid_term(last: int, coming: int) -> CalendarEvent:
    adopted, _ = _days_of_adoption(last)
    first_day, _ = estimated_days(coming)
    half = adopted + (first_day - adopted) / 2
    basis = Message("Half-way from the adoption to the next review; a mid-term report is voluntary.")
    return CalendarEvent(EventKind.MID_TERM, *_month_of(half), HowKnown.ESTIMATED, basis, last)


def _submissions(session: int) -> CalendarEvent:
    deadlines = _deadlines()
    if session in deadlines:
        day, source = deadlines[session]
        basis = Message("Published deadline for session %(session)s.", session=str(session))
        return CalendarEvent(EventKind.SUBMISSIONS, day, day, HowKnown.PUBLISHED, basis, session, source)
    lead = max(find.first_day - deadlines[find.number][0] for find in SESSIONS if find.number in deadlines)
    first_day, _ = estimated_days(session)
    basis = Message(
        "%(days)s days before the session: the longest of %(count)s published leads, so that it is not missed. The "
        "Office of the High Commissioner publishes the day.",
        days=str(lead.days),
        count=len(deadlines),
    )
    return CalendarEvent(
        EventKind.SUBMISSIONS, *_month_of(first_day - lead), HowKnown.ESTIMATED, basis, session, SUBMISSIONS
    )


def _general_debates(today: date) -> Iterator[CalendarEvent]:
    basis = Message(
        "At each regular session of the Council, after the outcomes are adopted. Rooms for side events are booked "
        "before the session; the Council's page has the days."
    )
    for first, last in _council_sessions(today.replace(day=1))[:DEBATES_SHOWN]:
        yield CalendarEvent(EventKind.GENERAL_DEBATE, first, last, HowKnown.ESTIMATED, basis, address=PARTICIPATION)


def _council_sessions(start: date) -> list[tuple[date, date]]:
    """The Council's next regular sessions that begin on `start` or later, as first and last day of their months."""
    months = [
        (date(year, first, 1), _month_of(date(year, last, 1))[1])
        for year in (start.year, start.year + 1)
        for first, last in COUNCIL_MONTHS
    ]
    return [(first, last) for first, last in months if first >= start]


def _month_of(day: date) -> tuple[date, date]:
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


@cache
def _deadlines() -> dict[int, tuple[date, str]]:
    """Published deadlines of stakeholders' submissions by session, with their source."""
    text = resources.files("models.reviews").joinpath("submission_deadlines.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {int(row["session"]): (date.fromisoformat(row["deadline"]), row["source"]) for row in rows}
