"""Estimates of the next review."""

import pytest

from models.reviews import next_review
from models.reviews.next_review import estimated_days, next_review_sessions
from models.reviews.sessions import SESSIONS


@pytest.mark.parametrize(
    ("session", "sessions"),
    [
        (1, (13, 14)),  # the first 16 States come among the first 28 of cycle 2
        (7, (19, 20)),  # places 96 to 111
        (12, (25, 26)),  # the last session of cycle 1 leads to the last of cycle 2
        (13, (27,)),
        (26, (40,)),
        (34, (48,)),
    ],
)
def test_states_keep_their_place(session: int, sessions: tuple[int, ...]) -> None:
    assert next_review_sessions(session) == sessions


def test_session_that_is_not_planned() -> None:
    with pytest.raises(ValueError, match="no Working Group session"):
        next_review_sessions(0)


def test_three_sessions_a_year_and_none_between_two_cycles() -> None:
    # Session 54, the last of the fourth cycle, is followed by a free slot in May 2027.
    days = [estimated_days(session)[0] for session in (54, 55, 56, 57, 62, 68, 69)]
    assert [f"{day:%Y-%m}" for day in days] == [
        "2027-01", "2027-11", "2028-01", "2028-05", "2030-01", "2032-01", "2032-11"
    ]  # fmt: skip


@pytest.mark.parametrize("last", [26, 40])
def test_free_slot_between_cycles_as_it_was(monkeypatch: pytest.MonkeyPatch, last: int) -> None:
    # What is known of the sessions of one cycle gives the first of the next, give or take a month.
    monkeypatch.setattr(next_review, "SESSIONS", SESSIONS[:last])
    monkeypatch.setattr(next_review, "find_session", lambda number: SESSIONS[number - 1] if number <= last else None)
    estimated, _ = next_review.estimated_days(last + 1)
    assert abs((estimated - SESSIONS[last].first_day).days) < 31
