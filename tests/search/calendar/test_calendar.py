"""The calendar of a State over an index: what the index adds, and the forms it is given in."""

from datetime import date

import pytest
from icalendar import Calendar

from models.messages.message import Message
from models.reviews.calendar import CalendarEvent, EventKind, HowKnown
from search.answer.as_json import Event
from search.calendar.as_icalendar import calendar_as_icalendar
from search.calendar.words import calendar_as_text, event_days

PUBLISHED = CalendarEvent(
    EventKind.NEXT_REVIEW,
    date(2029, 11, 5),
    date(2029, 11, 16),
    HowKnown.PUBLISHED,
    Message("Calendar of the Working Group, session %(session)s.", session="62"),
    62,
)
ESTIMATED = CalendarEvent(
    EventKind.MID_TERM, date(2027, 8, 1), date(2027, 8, 31), HowKnown.ESTIMATED, Message("Half-way; voluntary."), 48
)
UNKNOWN = CalendarEvent(
    EventKind.TREATY_BODY, None, None, HowKnown.UNKNOWN, Message("Not here."), address="https://example.org/calendar"
)
OBSERVED = CalendarEvent(
    EventKind.TREATY_BODY,
    date(2019, 3, 1),
    date(2019, 3, 1),
    HowKnown.PUBLISHED,
    Message("Concluding observations %(symbol)s.", symbol="CRC/C/AVA/CO/2"),
    address="https://undocs.org/CRC/C/AVA/CO/2",
    committee="CRC",
)


@pytest.mark.parametrize(
    ("event", "days"),
    [(PUBLISHED, "2029-11-05 to 2029-11-16"), (ESTIMATED, "2027-08"), (UNKNOWN, ""), (OBSERVED, "2019-03-01")],
    ids=["days", "a month", "none", "one day"],
)
def test_what_is_estimated_has_no_days(event: CalendarEvent, days: str) -> None:
    assert event_days(event) == days


def test_lines_say_how_each_is_known() -> None:
    assert calendar_as_text([OBSERVED, ESTIMATED, UNKNOWN], 70) == (
        "2019-03-01  Observations of the Committee on the Rights of the Child\n"
        "    (published)\n"
        "    Concluding observations CRC/C/AVA/CO/2.\n"
        "    https://undocs.org/CRC/C/AVA/CO/2\n"
        "2027-08  Mid-term report (estimated)\n"
        "    Half-way; voluntary.\n"
        "no date  Next consideration by treaty bodies (not known here)\n"
        "    Not here.\n"
        "    https://example.org/calendar"
    )


def test_json_has_null_for_what_is_not_known() -> None:
    assert Event.as_json(UNKNOWN) == {
        "event": "treaty body",
        "first_day": None,
        "last_day": None,
        "how_known": "not known here",
        "basis": "Not here.",
        "session": None,
        "committee": None,
        "address": "https://example.org/calendar",
    }


def test_icalendar_file_is_read_by_its_library() -> None:
    events = [OBSERVED, ESTIMATED, PUBLISHED, UNKNOWN]
    calendar = Calendar.from_ical(calendar_as_icalendar(events, "Avalia; the, Republic", "AVA"))
    entries = {str(entry["uid"]): entry for entry in calendar.walk("VEVENT")}
    assert list(entries) == [
        "ava-treaty_body-crc@upr-follow-up",
        "ava-mid_term-48@upr-follow-up",
        "ava-next_review-62@upr-follow-up",
    ]
    review, mid_term = entries["ava-next_review-62@upr-follow-up"], entries["ava-mid_term-48@upr-follow-up"]
    assert (review["dtstart"].dt, review["dtend"].dt) == (date(2029, 11, 5), date(2029, 11, 17))
    assert (review["status"], mid_term["status"]) == ("CONFIRMED", "TENTATIVE")
    assert {entry["transp"] for entry in entries.values()} == {"TRANSPARENT"}, "nobody is busy on these days"
    assert mid_term["summary"].startswith("Avalia; the, Republic")
    assert mid_term["summary"].endswith(": Mid-term report (estimated)")


def test_words_of_an_icalendar_file_can_be_in_another_language() -> None:
    content = calendar_as_icalendar([ESTIMATED], "Avalia", "AVA", lambda message: f"<{message}>")
    assert b"SUMMARY:Avalia: <Mid-term report> (<estimated>)" in content
