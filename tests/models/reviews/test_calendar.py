"""The dates that follow-up turns on, and how each is known."""

import re
from datetime import date
from pathlib import Path

import pytest

from models.reviews.calendar import CalendarEvent, EventKind, HowKnown, calendar_of
from models.reviews.review_history import history_of

TODAY = date(2026, 11, 26)


def calendar(state: str, indexed: tuple[int, ...], today: date) -> tuple[CalendarEvent, ...]:
    return calendar_of(history_of(state, indexed, today, ordered=not state.startswith("X")), today)


def dates(state: str, today: date = TODAY, indexed: tuple[int, ...] = ()) -> dict[str, str]:
    """The first event of each kind, as "first day/last day how known"."""
    found: dict[str, str] = {}
    for event in calendar(state, indexed, today):
        found.setdefault(event.kind, f"{event.first_day}/{event.last_day} {event.how_known}")
    return found


def test_calendar_of_a_state_after_its_review() -> None:
    assert dates("SVN") == {
        "last review": "2025-01-20/2025-01-31 published",
        "adoption of the outcome": "2025-06-01/2025-07-31 estimated",
        # half of the way from June 2025 to January 2030
        "mid-term": "2027-09-01/2027-09-30 estimated",
        "deadline for stakeholders' submissions": "2029-06-01/2029-06-30 estimated",
        "pre-session": "2029-12-01/2029-12-31 estimated",
        "advance questions": "2030-01-01/2030-01-31 estimated",
        "list of speakers": "2030-01-01/2030-01-31 estimated",
        "next review": "2030-01-01/2030-01-31 estimated",
        "adoption of the next outcome": "2030-06-01/2030-07-31 estimated",
        "deadline for written statements": "2027-01-01/2027-01-31 estimated",
        "general debate under item 6": "2027-02-01/2027-04-30 estimated",
    }


def test_before_a_review_it_is_the_next_and_its_deadline_is_the_published_one() -> None:
    found = dates("COL", date(2023, 1, 10))
    assert found["last review"] == "2018-05-07/2018-05-18 published"
    assert found["deadline for stakeholders' submissions"] == "2023-04-05/2023-04-05 published"
    assert found["next review"] == "2023-11-06/2023-11-17 published"


@pytest.mark.parametrize(
    ("indexed", "adopted"),
    [
        (20, "2015-02-01/2015-04-30"),  # A/HRC/28/2 of March 2015
        (7, "2010-06-01/2010-07-31"),  # A/HRC/14/37 of June 2010
        (34, "2020-02-01/2020-04-30"),  # A/HRC/43/2 of February to June 2020
        (13, "2012-09-01/2012-10-31"),  # a session in May and June
    ],
)
def test_outcomes_are_adopted_some_four_months_later(indexed: int, adopted: str) -> None:
    found = dates("XAA", date(2020, 1, 1), (indexed,))
    assert found["adoption of the outcome"] == f"{adopted} estimated"


def test_review_that_was_put_off_has_no_date() -> None:
    found = {event.kind: event for event in calendar("UKR", (), TODAY)}
    coming = found[EventKind.NEXT_REVIEW]
    assert (coming.first_day, coming.how_known) == (None, HowKnown.UNKNOWN)
    assert EventKind.MID_TERM not in found
    assert list(found)[-1] == EventKind.NEXT_REVIEW


def test_review_by_the_order_of_the_cycle_alone_is_estimated() -> None:
    # The days of session 53 are published; that Hungary comes in it, no list here says.
    assert dates("HUN", date(2026, 6, 1))["next review"] == "2026-11-01/2026-11-30 estimated"
    assert dates("BLR", date(2025, 6, 1))["next review"] == "2025-11-03/2025-11-14 published"


@pytest.mark.parametrize(
    ("state", "basis"),
    [
        (
            "HUN",
            "By the order of the cycle it came in session 53. No source here says whether it was held; the last that "
            "is known is that of session 39.",
        ),
        (
            "USA",
            "The State took no part in session 50, and the Council moved its review to session 53. No source here "
            "says whether it was held; the last that is known is that of session 36.",
        ),
    ],
)
def test_old_review_is_never_called_the_last(state: str, basis: str) -> None:
    today = date(2026, 11, 28)
    found = {event.kind: event for event in calendar(state, (), today)}[EventKind.LAST_REVIEW]
    assert (found.session, found.how_known, found.first_day) == (53, HowKnown.ESTIMATED, date(2026, 11, 2))
    assert found.basis == basis
    assert found.last_day
    assert found.last_day < today, "it is among what is past"


def test_day_of_the_review_where_its_report_is_at_hand() -> None:
    events = calendar_of(history_of("SVN", (), TODAY), TODAY, {48: date(2025, 1, 28), 34: date(2019, 11, 5)})
    (last,) = [event for event in events if event.kind is EventKind.LAST_REVIEW]
    assert (last.first_day, last.last_day) == (date(2025, 1, 28), date(2025, 1, 28))
    assert last.basis == "The report of session 48 of the Working Group."


def test_state_that_is_never_reviewed_has_no_calendar() -> None:
    assert calendar("PSE", (), TODAY) == ()


def test_published_deadline_has_its_source() -> None:
    # Indexed alone, for a State that the table does not know.
    (event,) = [event for event in calendar("XAA", (27,), date(2022, 1, 1)) if event.kind is EventKind.SUBMISSIONS]
    assert event == CalendarEvent(
        EventKind.SUBMISSIONS,
        date(2022, 3, 31),
        date(2022, 3, 31),
        HowKnown.PUBLISHED,
        event.basis,
        41,
        "https://worldconference.ilga.org/upr-deadlines",
    )
    assert event.basis == "Published deadline for session 41."


def test_estimated_deadline_is_the_earliest_that_the_published_ones_suggest() -> None:
    # Session 41 began 221 days after its deadline, the longest of five.
    (event,) = [event for event in calendar("SVN", (), TODAY) if event.kind is EventKind.SUBMISSIONS]
    assert event.basis.startswith("221 days before the session: the longest of 5 published leads")


def test_three_general_debates_follow() -> None:
    days = [event.first_day for event in calendar("SVN", (), TODAY) if event.kind is EventKind.GENERAL_DEBATE]
    assert days == [date(2027, 2, 1), date(2027, 6, 1), date(2027, 9, 1)]


def test_each_document_that_an_estimate_names_was_looked_up() -> None:
    looked_up = Path("docs/calendar.md").read_text("utf-8").partition("## What the estimates rest on")[2]
    rows = {
        name: row for row in looked_up.splitlines() for name in re.findall(r"\d+/(?:PRST/)?\d+", row) if "http" in row
    }
    named = {
        name for event in calendar("SVN", (), TODAY) for name in re.findall(r"\d+/(?:PRST/)?\d+", str(event.basis))
    }
    assert named == {"8/PRST/1", "17/119"}
    assert named <= set(rows)
