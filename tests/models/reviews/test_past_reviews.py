"""Whom each session reviewed."""

from collections import Counter
from datetime import date

import pytest

from models.reviews.past_reviews import not_held, reviewed_states, sessions_of
from models.reviews.states import StateKind, StateTable


@pytest.mark.parametrize(
    "state, sessions",
    [
        ("JPN", (2, 14, 28, 42)),
        # moved from session 15, in which it took no part, to 17 in 2013
        ("ISR", (3, 17, 29, 43)),
        # moved from session 39 to 40 in 2022
        ("SDN", (11, 25, 40)),
        # its fourth review was put off
        ("UKR", (2, 14, 28)),
        # a member since 2011
        ("SSD", (26, 40)),
        # of session 52 seven States are known, by the drafts of their reports
        ("SOM", (11, 24, 38, 52)),
        ("PSE", ()),
    ],
)
def test_sessions_of_a_state(state: str, sessions: tuple[int, ...]) -> None:
    assert sessions_of(state) == sessions


@pytest.mark.parametrize(
    "first, last, never",
    [(1, 12, {"SSD"}), (13, 26, set()), (27, 40, set())],
    ids=["cycle 1", "cycle 2", "cycle 3"],
)
def test_each_member_is_reviewed_once_in_each_cycle(first: int, last: int, never: set[str]) -> None:
    reviewed = Counter(state for session in range(first, last + 1) for state in reviewed_states()[session].states)
    members = {state.code for state in StateTable.built_in() if state.kind is StateKind.MEMBER}
    assert members - reviewed.keys() == never
    assert set(reviewed.values()) == {1}


def test_no_state_is_reviewed_twice_in_the_cycle_that_goes_on() -> None:
    reviewed = Counter(state for row in reviewed_states().values() if row.session > 40 for state in row.states)
    assert set(reviewed.values()) == {1}


def test_rows_after_those_of_the_office_name_their_source() -> None:
    assert all(row.source for row in reviewed_states().values() if row.session > 49)
    assert not reviewed_states()[52].complete


def test_review_in_which_the_state_took_no_part() -> None:
    found = not_held("USA", 50)
    assert found
    assert (found.moved_to, found.as_of) == (53, date(2025, 11, 7))
    assert not_held("USA", 36) is None
