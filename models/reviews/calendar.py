"""The dates that follow-up in one State turns on, each with how it is known.

What a calendar or table says is published; what the rhythm of reviews implies is estimated, as a month; what nobody can
tell from here is said to be unknown. What the rules and customs behind the estimates are, where each was looked up,
and what is this program's own assumption, docs/calendar.md says.
"""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from models.files.package_tables import table_rows
from models.messages.message import Message
from models.reviews.next_review import estimated_days
from models.reviews.past_reviews import sessions_of
from models.reviews.review_history import PastReview, ReviewBasis, ReviewHistory
from models.reviews.sessions import SESSIONS, find_session

COUNCIL_MONTHS = ((2, 4), (6, 7), (9, 10))
"""First and last month of the Council's regular sessions."""
WEEKS_TO_ADOPTION = 10
"""The Council is taken not to adopt an outcome at a session that begins earlier: an assumption."""
DEBATES_SHOWN = 3
PRE_SESSION_DAYS, ADVANCE_QUESTIONS_DAYS, SPEAKERS_DAYS, WRITTEN_STATEMENTS_DAYS = 34, 14, 7, 14
"""So many days before a session of the Working Group or the Council. The seven of speakers are an assumption."""
PARTICIPATION = "https://www.ohchr.org/en/hr-bodies/hrc/ngo-participation"
SUBMISSIONS = "https://www.ohchr.org/en/hr-bodies/upr/ngos-nhris"


class EventKind(StrEnum):
    """What happens."""

    LAST_REVIEW = "last review"
    ANSWER_DUE = "answer to the recommendations"
    ADOPTION = "adoption of the outcome"
    MID_TERM = "mid-term"
    SUBMISSIONS = "deadline for stakeholders' submissions"
    PRE_SESSION = "pre-session"
    ADVANCE_QUESTIONS = "advance questions"
    SPEAKERS = "list of speakers"
    NEXT_REVIEW = "next review"
    NEXT_ADOPTION = "adoption of the next outcome"
    WRITTEN_STATEMENTS = "deadline for written statements"
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


def calendar_of(
    history: ReviewHistory, today: date, held_on: Mapping[int, date] | None = None
) -> tuple[CalendarEvent, ...]:
    """The dates of a State, the earliest first and what has no date last.

    Args:
        history: its reviews.
        today: what comes is counted from it.
        held_on: by session, the days of its reviews that reports at hand give.
    """
    of_council = [*_general_debates(today), *_written_statements(today)]
    events = [*_of_reviews(history, held_on or {}), *of_council] if history.past else []
    return tuple(sorted(events, key=lambda event: (event.first_day is None, event.first_day or today)))


def next_review_of(history: ReviewHistory) -> CalendarEvent | None:
    """The next review of a State; None where no review of it is known."""
    return _next_review(history) if history.past else None


def _of_reviews(history: ReviewHistory, held_on: Mapping[int, date]) -> Iterator[CalendarEvent]:
    last = history.past[-1]
    yield _last_review(history, held_on.get(last.session))
    yield _adoption(EventKind.ADOPTION, last.session)
    yield _next_review(history)
    if history.coming is not None:
        yield _mid_term(last.session, history.coming)
        yield _submissions(history.coming)
        yield from _before_the_review(history.coming)
        yield _adoption(EventKind.NEXT_ADOPTION, history.coming)


def _last_review(history: ReviewHistory, held_on: date | None) -> CalendarEvent:
    last, sure = history.past[-1], history.latest_sure
    if last.basis is ReviewBasis.EXPECTED:
        return CalendarEvent(
            EventKind.LAST_REVIEW,
            *estimated_days(last.session),
            HowKnown.ESTIMATED,
            _expected_basis(last, sure),
            last.session,
            SUBMISSIONS,
        )
    if held_on:
        basis = Message("The report of session %(session)s of the Working Group.", session=str(last.session))
        return CalendarEvent(EventKind.LAST_REVIEW, held_on, held_on, HowKnown.PUBLISHED, basis, last.session)
    return _review(EventKind.LAST_REVIEW, last.session)


def _expected_basis(last: PastReview, sure: PastReview | None) -> Message:
    """Why a review may have taken place of which no source here says so."""
    values = {"session": str(last.session), "known": str(sure.session if sure else "")}
    if last.moved_from:
        return Message(
            "The State took no part in session %(due)s, and the Council moved its review to session %(session)s. No "
            "source here says whether it was held; the last that is known is that of session %(known)s.",
            due=str(last.moved_from.session),
            **values,
        )
    return Message(
        "By the order of the cycle it came in session %(session)s. No source here says whether it was held; the last "
        "that is known is that of session %(known)s.",
        **values,
    )


def _next_review(history: ReviewHistory) -> CalendarEvent:
    if history.coming is None:
        basis = (
            Message(
                "It was due in session %(session)s and is not among the reviews of that session: see the page of the "
                "Office of the High Commissioner.",
                session=str(history.put_off),
            )
            if history.put_off
            else Message("The calendar leaves open when it comes: see the page of the Office of the High Commissioner.")
        )
        return CalendarEvent(EventKind.NEXT_REVIEW, None, None, HowKnown.UNKNOWN, basis, address=SUBMISSIONS)
    return _review(EventKind.NEXT_REVIEW, history.coming, is_listed=history.coming in sessions_of(history.state))


def _review(kind: EventKind, session: int, *, is_listed: bool = True) -> CalendarEvent:
    known = find_session(session)
    if known and is_listed:
        basis = Message("Calendar of the Working Group, session %(session)s.", session=str(session))
        return CalendarEvent(kind, known.first_day, known.last_day, HowKnown.PUBLISHED, basis, session)
    first_day, _ = estimated_days(session)
    basis = Message(
        "By its place in the order of the cycle this is session %(session)s; no source here confirms it yet.",
        session=str(session),
    )
    return CalendarEvent(kind, *_month_of(first_day), HowKnown.ESTIMATED, basis, session)


def _adoption(kind: EventKind, session: int) -> CalendarEvent:
    basis = Message(
        "This program assumes the first regular session of the Council that begins ten weeks or more after session "
        "%(session)s.",
        session=str(session),
    )
    return CalendarEvent(kind, *days_of_adoption(session), HowKnown.ESTIMATED, basis, session, PARTICIPATION)


def days_of_adoption(session: int) -> tuple[date, date]:
    """First and last day of the months in which the Council adopts the outcomes of a session."""
    _, last_day = estimated_days(session)
    return _council_sessions(last_day + timedelta(weeks=WEEKS_TO_ADOPTION))[0]


def _mid_term(last: int, coming: int) -> CalendarEvent:
    adopted, _ = days_of_adoption(last)
    first_day, _ = estimated_days(coming)
    half = adopted + (first_day - adopted) / 2
    basis = Message("Half-way to the next review, as this program counts; a mid-term report is voluntary.")
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
        "%(days)s days before the session: the longest of %(count)s published leads, which this program takes so that "
        "it is not missed. The Office of the High Commissioner publishes the day.",
        days=str(lead.days),
        count=len(deadlines),
    )
    return CalendarEvent(
        EventKind.SUBMISSIONS, *_month_of(first_day - lead), HowKnown.ESTIMATED, basis, session, SUBMISSIONS
    )


def _before_the_review(session: int) -> Iterator[CalendarEvent]:
    """What States and organisations do in the last weeks."""
    known = find_session(session)
    first_day = known.first_day if known else estimated_days(session)[0]
    for kind, before, basis in (
        (
            EventKind.PRE_SESSION,
            PRE_SESSION_DAYS,
            Message(
                "UPR Info brings organisations and missions together about a month before the session, it says; it "
                "publishes the days."
            ),
        ),
        (
            EventKind.ADVANCE_QUESTIONS,
            ADVANCE_QUESTIONS_DAYS,
            Message(
                "The State under review gets other States’ questions no later than ten working days before its review "
                "(8/PRST/1, paragraph 2); brief missions well before."
            ),
        ),
        (
            EventKind.SPEAKERS,
            SPEAKERS_DAYS,
            Message(
                "The order of speakers is drawn by lot before the session (decision 17/119). When States sign up was "
                "not found in a document: this program assumes the week before; brief missions earlier."
            ),
        ),
    ):
        days = _month_of(first_day - timedelta(days=before))
        yield CalendarEvent(kind, *days, HowKnown.ESTIMATED, basis, session)


def _written_statements(today: date) -> Iterator[CalendarEvent]:
    """The deadline before the next session of which it has not passed."""
    basis = Message(
        "Some two weeks before the session of the Council, in months that this program assumes: only organisations "
        "in consultative status can submit one. The Council’s page has the day."
    )
    before = timedelta(days=WRITTEN_STATEMENTS_DAYS)
    for first, _ in _council_sessions(today.replace(day=1)):
        if first - before >= today:
            days = _month_of(first - before)
            yield CalendarEvent(EventKind.WRITTEN_STATEMENTS, *days, HowKnown.ESTIMATED, basis, address=PARTICIPATION)
            return


def _general_debates(today: date) -> Iterator[CalendarEvent]:
    basis = Message(
        "In the months in which the Council holds its regular sessions. The Council’s page has the days, and until "
        "when rooms for side events are booked."
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
    rows = table_rows("models.reviews", "submission_deadlines.csv")
    return {int(row["session"]): (date.fromisoformat(row["deadline"]), row["source"]) for row in rows}
