"""Estimates of the next review."""

from datetime import date

import pytest

from models.reviews.next_review import estimated_year, next_review_sessions, reviews_after


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


def test_reviews_that_are_over_are_named_up_to_the_one_to_come() -> None:
    assert reviews_after(10, date(2011, 3, 1)) == ((23, 24),)
    assert reviews_after(10, date(2016, 1, 29)) == ((23, 24),), "until its last day"
    assert reviews_after(10, date(2016, 1, 30)) == ((23, 24), (37, 38))
    assert reviews_after(10, date(2026, 5, 16)) == ((23, 24), (37, 38), (51, 52), (65, 66))
    assert reviews_after(53, date(2050, 1, 1)) == ((67,),), "of a session without a date nobody knows that it is over"


def test_three_sessions_a_year() -> None:
    assert [estimated_year(session) for session in (54, 56, 68)] == [2027, 2027, 2031]
