"""A calendar of follow-up as an iCalendar file (RFC 5545), for the calendar programs that people use.

The library icalendar folds and escapes; what is estimated is tentative, fills its months, and blocks nobody's time.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event

from models.messages.message import Message
from models.reviews.calendar import CalendarEvent, HowKnown
from search.calendar.words import HOW_KNOWN_WORDS, event_title

Translator = Callable[[Message], str]


def calendar_as_icalendar(
    events: Sequence[CalendarEvent], state: str, code: str, translated: Translator = str
) -> bytes:
    """The dates of a State (by name and code) that have days.

    Args:
        events: in any order.
        state: the State's name, as it stands in titles.
        code: its code: with the kind and session of an event it makes the permanent id of it.
        translated: puts a message into the language of the file.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//UPR Follow-up//EN")
    calendar.add("version", "2.0")
    calendar.add("name", f"UPR: {state}")
    for event in events:
        if event.first_day and event.last_day:
            entry = _entry(event, state, code, translated)
            entry.add("dtstart", event.first_day)
            entry.add("dtend", event.last_day + timedelta(days=1))  # the first day after it
            calendar.add_component(entry)
    content: bytes = calendar.to_ical()
    return content


def _entry(event: CalendarEvent, state: str, code: str, translated: Translator) -> Event:
    entry = Event()
    title, how_known = translated(event_title(event)), translated(HOW_KNOWN_WORDS[event.how_known])
    entry.add("uid", _id(event, code))
    entry.add("dtstamp", datetime.now(UTC))
    entry.add("summary", f"{state}: {title} ({how_known})")
    entry.add("description", translated(event.basis))
    entry.add("status", "CONFIRMED" if event.how_known is HowKnown.PUBLISHED else "TENTATIVE")
    entry.add("transp", "TRANSPARENT")
    if event.address:
        entry.add("url", event.address)
    return entry


def _id(event: CalendarEvent, code: str) -> str:
    """One for an event in every file, so that a calendar takes a newer file for a change."""
    about = event.committee or event.session or event.first_day
    return f"{code}-{event.kind.name}-{about}@upr-follow-up".lower()
