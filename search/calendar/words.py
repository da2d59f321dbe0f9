"""What the dates of a calendar are called, and the calendar as lines for a terminal."""

from collections.abc import Mapping, Sequence
from textwrap import fill

from models.messages.message import Message
from models.messages.spoken import said, spoken
from models.reviews.calendar import CalendarEvent, EventKind, HowKnown
from models.vocabularies.treaty_bodies import TREATY_BODIES

EVENT_WORDS: Mapping[EventKind, Message] = {
    EventKind.LAST_REVIEW: Message("Last review"),
    EventKind.ANSWER_DUE: Message("The State’s answer to its recommendations is due"),
    EventKind.ADOPTION: Message("Adoption of its outcome by the Human Rights Council"),
    EventKind.MID_TERM: Message("Mid-term report"),
    EventKind.SUBMISSIONS: Message("Deadline for stakeholders’ submissions"),
    EventKind.PRE_SESSION: Message("Pre-session of UPR Info"),
    EventKind.ADVANCE_QUESTIONS: Message("Advance questions of States are due"),
    EventKind.SPEAKERS: Message("States sign up to speak in the review"),
    EventKind.NEXT_REVIEW: Message("Next review"),
    EventKind.NEXT_ADOPTION: Message("Adoption of the next outcome"),
    EventKind.WRITTEN_STATEMENTS: Message("Human Rights Council: deadline for written statements"),
    EventKind.GENERAL_DEBATE: Message("Human Rights Council: general debate under item 6, side events"),
    EventKind.TREATY_BODY: Message("Next consideration by treaty bodies"),
}

HOW_KNOWN_WORDS: Mapping[HowKnown, Message] = {
    HowKnown.PUBLISHED: Message("published"),
    HowKnown.ESTIMATED: Message("estimated"),
    HowKnown.UNKNOWN: Message("not known here"),
}

_INDENT = " " * 4


def event_title(event: CalendarEvent) -> Message:
    """What happens, in a few words."""
    if event.committee:
        body = TREATY_BODIES.get(event.committee)
        return Message("Observations of the %(committee)s", committee=body.name if body else event.committee)
    return EVENT_WORDS[event.kind]


def event_days(event: CalendarEvent) -> str:
    """Days where they are published, months where they are estimated, in ISO 8601; "" where nothing is known."""
    if event.first_day is None or event.last_day is None:
        return ""
    length = 10 if event.how_known is HowKnown.PUBLISHED else 7
    first, last = (day.isoformat()[:length] for day in (event.first_day, event.last_day))
    return first if first == last else said("%(first)s to %(last)s", first=first, last=last)


def calendar_as_text(events: Sequence[CalendarEvent], width: int) -> str:
    """The calendar for reading, wrapped at `width` columns."""
    return "\n".join(_lines(event, width) for event in events)


def _lines(event: CalendarEvent, width: int) -> str:
    days = event_days(event) or said("no date")
    basis = fill(spoken(event.basis), width, initial_indent=_INDENT, subsequent_indent=_INDENT)
    address = f"\n{_INDENT}{event.address}" if event.address else ""
    head = f"{days}  {spoken(event_title(event))} ({spoken(HOW_KNOWN_WORDS[event.how_known])})"
    return f"{fill(head, width, subsequent_indent=_INDENT)}\n{basis}{address}"
