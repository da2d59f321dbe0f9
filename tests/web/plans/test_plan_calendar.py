"""Milestones of a plan in its calendar file."""

from dataclasses import replace
from datetime import date, timedelta

from icalendar import Calendar

from models.plans.plan import Plan, PlanItem
from search import SearchIndex
from tests.web.papers.conftest import index
from tests.web.papers.paper_index import PLAN
from web.plans.plan_calendar import Milestone, milestones_of, plan_calendar

__all__ = ["index"]
TODAY = date(2026, 11, 26)
STEPS = "2027-06-30: the bill is before parliament\nsomewhen ask again\n2027-02-31 no such day\n 2028-01-05"


def with_steps(steps: str) -> PlanItem:
    return replace(PLAN.items[0], milestones=steps)


def test_lines_that_begin_with_a_day_are_milestones() -> None:
    assert list(milestones_of(with_steps(STEPS))) == [
        Milestone(date(2027, 6, 30), "the bill is before parliament"),
        Milestone(date(2028, 1, 5), ""),
    ]


def test_each_milestone_is_a_day_with_a_reminder_beside_the_dates_of_the_state(index: SearchIndex) -> None:
    plan = Plan(title="Secret title", state="XAA", items=(with_steps(STEPS),))
    content = plan_calendar(plan, index, TODAY)
    assert b"Secret title" not in content
    events = {str(event["summary"]): event for event in Calendar.from_ical(content).walk("VEVENT")}
    bill = events["the bill is before parliament"]
    assert bill.decoded("dtstart") == date(2027, 6, 30)
    (reminder,) = bill.walk("VALARM")
    assert reminder.decoded("trigger") == timedelta(days=-7)
    assert "A/HRC/920/54" in str(bill["description"])
    assert any("Next review" in title for title in events)


def test_the_same_step_keeps_its_id(index: SearchIndex) -> None:
    def ids(steps: str) -> list[str]:
        calendar = Calendar.from_ical(plan_calendar(Plan(title="", items=(with_steps(steps),)), index, TODAY))
        return [str(event["uid"]) for event in calendar.walk("VEVENT")]

    assert ids("2027-06-30 a") == ids("2027-06-30 a\n") != ids("2027-06-30 b")
    assert ids("no day") == []
