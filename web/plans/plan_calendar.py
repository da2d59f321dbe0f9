"""The dates of a plan as an iCalendar file (RFC 5545): its milestones, each with a reminder, and those of its State."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from models.plans.plan import Plan, PlanItem
from search import SearchIndex
from search.calendar.as_icalendar import calendar_as_icalendar
from search.calendar.compose import state_calendar
from web.site.language import gettext, translated
from web.site.served_index import name_of
from web.words.sources_of_plan import SourcesOfPlan

REMINDED_BEFORE = timedelta(days=7)
_MILESTONE = re.compile(r"\s*(\d{4}-\d{2}-\d{2})[\s:;,.–—-]*(.*\S)?\s*")


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step of an item with its day."""

    day: date
    words: str


def milestones_of(item: PlanItem) -> Iterator[Milestone]:
    """The lines of its milestones that begin with a day, as year, month and day."""
    for line in item.milestones.splitlines():
        found = _MILESTONE.fullmatch(line)
        if found:
            try:
                yield Milestone(date.fromisoformat(found[1]), found[2] or "")
            except ValueError:  # the 31st of a month that has 30 days
                continue


def plan_calendar(plan: Plan, index: SearchIndex, today: date) -> bytes:
    """The milestones of a plan and the dates of its State, in the language of the page."""
    calendar = Calendar()
    if plan.state:
        state = index.state(plan.state)
        events = state_calendar(index.snapshot, plan.state, today)
        known = calendar_as_icalendar(events, name_of(state), plan.state, translated)
        calendar = Calendar.from_ical(known)
    else:
        calendar.add("prodid", "-//UPR Follow-up//EN")
        calendar.add("version", "2.0")
    sources = SourcesOfPlan(index, plan.items)
    for item in plan.items:
        for milestone in milestones_of(item):
            calendar.add_component(_entry(item, milestone, sources.citation(item.id) or item.id))
    content: bytes = calendar.to_ical()
    return content


def _entry(item: PlanItem, milestone: Milestone, citation: str) -> Event:
    entry = Event()
    entry.add("uid", _id(item, milestone))
    entry.add("dtstamp", datetime.now(UTC))
    entry.add("dtstart", milestone.day)
    entry.add("dtend", milestone.day + timedelta(days=1))
    title = milestone.words or gettext("Milestone of the follow-up plan")
    entry.add("summary", title)
    entry.add("description", citation)
    entry.add("transp", "TRANSPARENT")
    reminder = Alarm()
    reminder.add("action", "DISPLAY")
    reminder.add("description", title)
    reminder.add("trigger", -REMINDED_BEFORE)
    entry.add_component(reminder)
    return entry


def _id(item: PlanItem, milestone: Milestone) -> str:
    """What a calendar knows an entry by: a step keeps it on its day, so that a newer file is taken for a change."""
    digest = hashlib.sha256(f"{item.id}\n{milestone.day}\n{milestone.words}".encode()).hexdigest()[:32]
    return f"{digest}@upr-follow-up"
