"""Reviews that took place, and those that an index lacks."""

from collections import Counter
from datetime import date

import pytest

from models.reviews.past_reviews import MissingReviews, _reviewed_states, missing_reviews
from models.reviews.states import StateKind, StateTable

TODAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    "state, indexed, held",
    [
        ("JPN", [2], (14, 28, 42)),
        ("JPN", [2, 14, 28, 42], ()),
        ("JPN", [], (2, 14, 28, 42)),
        # moved from session 15 to 17 in 2013
        ("ISR", [3], (17, 29, 43)),
        # moved from session 39 to 40 in 2022
        ("SDN", [11, 25], (40,)),
        # its fourth review was put off
        ("UKR", [2, 14], (28,)),
        # a member since 2011
        ("SSD", [], (26, 40)),
    ],
)
def test_reviews_that_took_place(state: str, indexed: list[int], held: tuple[int, ...]) -> None:
    assert missing_reviews(state, indexed, TODAY) == MissingReviews(held=held, expected=())


def test_after_the_table_the_calendar_tells_what_is_to_be_expected() -> None:
    assert missing_reviews("BLR", [8, 22], TODAY) == MissingReviews(held=(36,), expected=(50,))
    assert missing_reviews("BLR", [8, 22, 50], TODAY) == MissingReviews(held=(36,), expected=())
    assert missing_reviews("BLR", [8, 22], date(2025, 10, 1)) == MissingReviews(held=(36,), expected=())


@pytest.mark.parametrize("state", ["PSE", "EUE", "XAA", ""])
def test_of_who_is_not_reviewed_nothing_is_missing(state: str) -> None:
    assert missing_reviews(state, [], TODAY) == MissingReviews((), ())


@pytest.mark.parametrize(
    "first, last, never", [(1, 12, {"SSD"}), (13, 26, set()), (27, 40, set())], ids=["cycle 1", "cycle 2", "cycle 3"]
)
def test_each_member_is_reviewed_once_in_each_cycle(first: int, last: int, never: set[str]) -> None:
    reviewed = Counter(state for session in range(first, last + 1) for state in _reviewed_states()[session])
    members = {state.code for state in StateTable.built_in() if state.kind is StateKind.MEMBER}
    assert members - reviewed.keys() == never
    assert set(reviewed.values()) == {1}
