"""The calendar of a State out of the rhythm of reviews and of what an index holds."""

from collections.abc import Iterator
from datetime import date

from models.messages.message import Message
from models.records.documents import address_of_symbol
from models.records.review_facts import FactKind
from models.reviews.calendar import CalendarEvent, EventKind, HowKnown, calendar_of
from models.reviews.states import State
from models.vocabularies.mechanisms import Mechanism, mechanism_of
from search.catalogue.connection import CatalogueConnection
from search.catalogue.observations import documents_on
from search.datamodel.coverage import StateCoverage
from search.snapshot.coverage import state_coverage
from search.snapshot.snapshot import Snapshot

MASTER_CALENDAR = "https://tbinternet.ohchr.org/_layouts/15/TreatyBodyExternal/MasterCalendar.aspx"


def state_calendar(snapshot: Snapshot, state: str, today: date) -> tuple[CalendarEvent, ...]:
    """The dates that follow-up in a State (by code) turns on, the earliest first and what has no date last; none of a
    code that no State has.

    Of each treaty body, the last time it spoke to the State as far as the index knows.
    """
    known = snapshot.states.get(state)
    if known is None:
        return ()
    coverage = state_coverage(snapshot, state, today)
    events = (*_treaty_bodies(snapshot.connection, known), *_reviews(coverage, today), *_answers(coverage))
    return tuple(sorted(events, key=lambda event: (event.first_day is None, event.first_day or today)))


def _reviews(coverage: StateCoverage, today: date) -> tuple[CalendarEvent, ...]:
    """The dates of its reviews and of the Council."""
    held_on = {review.session: review.held_on for review in coverage.reviews if review.held_on}
    return calendar_of(coverage.history, today, held_on)


def _answers(coverage: StateCoverage) -> Iterator[CalendarEvent]:
    """Until when the State answers the recommendations of its last review, where the report says it."""
    review = coverage.latest
    due, place = (review.facts.answer_due, review.facts.place_of(FactKind.ANSWER_DUE)) if review else (None, None)
    if review is None or due is None or place is None:
        return
    yield CalendarEvent(
        EventKind.ANSWER_DUE,
        due.first_day,
        due.last_day,
        HowKnown.UNKNOWN if due.first_day is None else HowKnown.ESTIMATED if due.is_month else HowKnown.PUBLISHED,
        Message(
            "No later than session %(council)s of the Human Rights Council, says the report: %(symbol)s, paragraph "
            "%(paragraph)s.",
            council=str(due.council_session),
            symbol=place.symbol,
            paragraph=place.paragraph or "",
        ),
        review.session,
        "" if coverage.state.invented else address_of_symbol(place.symbol) or "",
    )


def _treaty_bodies(connection: CatalogueConnection, state: State) -> Iterator[CalendarEvent]:
    seen = set()
    for document in documents_on(connection, state.code):
        is_treaty_body = mechanism_of(document.committee) is Mechanism.TREATY_BODY
        if not is_treaty_body or document.committee in seen or document.date is None:
            continue
        seen.add(document.committee)
        yield CalendarEvent(
            EventKind.TREATY_BODY,
            document.date,
            document.date,
            HowKnown.PUBLISHED,
            Message("Concluding observations %(symbol)s.", symbol=document.symbol),
            address="" if state.invented else address_of_symbol(document.symbol) or "",
            committee=document.committee,
        )
    yield CalendarEvent(
        EventKind.TREATY_BODY,
        None,
        None,
        HowKnown.UNKNOWN,
        Message("This installation does not have the dates of treaty bodies: see their master calendar."),
        address=MASTER_CALENDAR,
    )
