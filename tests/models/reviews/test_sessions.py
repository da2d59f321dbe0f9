from datetime import date, timedelta
from itertools import pairwise

import pytest

from models.reviews.sessions import (
    SESSIONS,
    Session,
    cycle_of_session,
    find_session,
    last_day_of_session,
    years_to_next_session,
)


@pytest.mark.parametrize(
    ("session", "cycle"),
    [(1, 1), (12, 1), (13, 2), (26, 2), (27, 3), (40, 3), (41, 4), (54, 4)],
)
def test_cycle_follows_from_the_session(session: int, cycle: int) -> None:
    assert cycle_of_session(session) == cycle


@pytest.mark.parametrize("session", [-1, 0, 55])
def test_a_session_that_is_not_planned_has_no_cycle(session: int) -> None:
    with pytest.raises(ValueError, match=str(session)):
        cycle_of_session(session)


def test_sessions_are_numbered_in_the_order_of_time() -> None:
    assert [session.number for session in SESSIONS] == list(range(1, len(SESSIONS) + 1))
    assert all(earlier.last_day < later.first_day for earlier, later in pairwise(SESSIONS))


@pytest.mark.parametrize("session", SESSIONS, ids=lambda session: session.number)
def test_a_session_lasts_two_weeks_from_a_monday(session: Session) -> None:
    assert session.first_day.weekday() == 0
    assert timedelta(days=11) <= session.last_day - session.first_day <= timedelta(days=14)


def test_a_session_knows_its_cycle_and_last_day() -> None:
    twentieth = find_session(20)
    assert twentieth is not None
    assert twentieth.cycle == 2
    assert last_day_of_session(20) == date(2014, 11, 7)


@pytest.mark.parametrize(
    ("session", "years"),
    [(20, 84 / 365.25), (35, 287 / 365.25), (53, 1 / 3), (900, 1 / 3), (0, 1 / 3)],
    ids=["known", "the pandemic", "the last of the table", "beyond it", "before the first"],
)
def test_time_to_the_next_session(session: int, years: float) -> None:
    assert years_to_next_session(session) == pytest.approx(years)


def test_a_session_beyond_the_table_is_unknown() -> None:
    assert find_session(900) is None
    assert last_day_of_session(900) is None
