"""Estimates of the next review."""

import pytest

from models.next_review import next_review_sessions


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
