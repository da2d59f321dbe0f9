"""The formula, its numbers as arithmetic, and its laws."""

from math import log2

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.rank_lobbying_targets import (
    LEANING_SMOOTHED_BY,
    RECENT_HALF_LIFE,
    SMOOTHED_BY,
    TERMS,
    RankedTargets,
    rank_targets,
)
from search.recorded_asks import Asks

STATES = 4
GROUPS = (0, 0, 1, -1)

Row = tuple[int, int, int, bool]
"""Who asked, whom, in which session, on the issue or not."""


def ranked(rows: list[Row], state: int = 0, session: int = 5) -> RankedTargets:
    columns = np.array(rows, dtype=np.int32).reshape(-1, 4).T
    asks = Asks(columns[0], columns[1], columns[2], np.array(GROUPS, dtype=np.int32))
    return rank_targets(asks, np.flatnonzero(columns[3]), state, session)


def test_expected_is_recent_activity_times_the_smoothed_share() -> None:
    # Two reviews in session 4, each counting a half in session 5; one ask of State 1 in each, one of them on the issue.
    numbers = ranked([(1, 2, 4, True), (1, 3, 4, False), (2, 3, 4, False)]).numbers
    half, weight = 0.5 ** (1 / RECENT_HALF_LIFE), 0.5 ** (1 / 3)
    average = 1 / 3
    share = (weight * 1 + SMOOTHED_BY * average) / (weight * 2 + SMOOTHED_BY)
    assert numbers["expected"][1] == pytest.approx(2 * half / (2 * half) * share)
    assert numbers["care"][1] == pytest.approx(share / average)


def test_asks_to_the_state_count_as_such() -> None:
    numbers = ranked([(1, 0, 1, True), (1, 0, 4, True), (1, 0, 4, False), (2, 3, 4, True)]).numbers
    assert numbers["asked_here"].tolist() == [0, 2, 0, 0]


def test_asks_that_the_state_made_count_for_those_that_got_them() -> None:
    assert ranked([(0, 1, 2, False), (0, 1, 3, True), (0, 2, 3, True)]).numbers["asked_by"].tolist() == [0, 2, 1, 0]


def test_leaning_compares_with_all_states() -> None:
    # State 2 asks only States of group 0, State 3 only others.
    numbers = ranked([(2, 1, 4, False), (3, 2, 4, False)]).numbers
    weight = 0.5 ** (1 / 3)
    expected = (weight + LEANING_SMOOTHED_BY / 2) / (weight + LEANING_SMOOTHED_BY) / 0.5
    assert numbers["leaning"][2] == pytest.approx(expected)
    assert numbers["leaning"][3] < 1 < numbers["leaning"][2]


def test_a_state_without_a_group_is_in_nobodys_group() -> None:
    rows = [(1, 3, 4, True), (2, 3, 4, True)]
    numbers = ranked(rows, state=3).numbers
    assert numbers["same_group"].tolist() == [0, 0, 0, 0]
    assert numbers["leaning"].tolist() == pytest.approx([1, 1, 1, 1])


def test_points_are_those_of_the_docstring() -> None:
    points = {name: term.points * float(term.doublings(np.array([3.0]))[0]) for name, term in TERMS.items()}
    assert points == pytest.approx(
        {
            "expected": 1.0 * log2(301),
            "care": 0.4 * log2(3),
            "asked_here": 0.7 * log2(7),
            "leaning": 0.45 * log2(3),
            "leaning_on_issue": 0.25 * log2(3),
            "same_group": 0.2 * 3,
            "asked_by": 0.25 * log2(4),
        }
    )


def test_without_asks_nobody_has_promise() -> None:
    assert ranked([]).promise.tolist() == [0.2, 0.2, 0, 0], "only the regional group is known"


def test_who_asked_on_the_issue_comes_before_who_is_as_active_on_other_things() -> None:
    rows = [(1, 2, 4, True), (3, 2, 4, False)]
    promise = ranked(rows).promise
    assert promise[1] > promise[3]


rows_of_asks = st.lists(
    st.tuples(st.integers(0, STATES - 1), st.integers(0, STATES - 1), st.integers(1, 9), st.booleans()), max_size=30
)


@given(rows_of_asks)
def test_later_sessions_are_not_known(rows: list[Row]) -> None:
    earlier = [row for row in rows if row[2] < 5]
    assert ranked(rows).promise.tolist() == pytest.approx(ranked(earlier).promise.tolist())


@given(rows_of_asks, st.randoms())
def test_the_order_of_the_asks_does_not_matter(rows: list[Row], chance: "np.random.Generator") -> None:
    shuffled = list(rows)
    chance.shuffle(shuffled)
    assert ranked(rows).promise.tolist() == pytest.approx(ranked(shuffled).promise.tolist())


@given(rows_of_asks)
def test_promise_is_finite_and_the_sum_of_its_points(rows: list[Row]) -> None:
    result = ranked(rows)
    assert np.isfinite(result.promise).all()
    assert result.promise.tolist() == pytest.approx(sum(result.points.values()).tolist())


@given(rows_of_asks, st.integers(1, STATES - 1))
def test_one_more_ask_to_the_state_on_the_issue_never_lowers_it(rows: list[Row], state: int) -> None:
    more = ranked([*rows, (state, 0, 4, True)])
    assert more.points["asked_here"][state] > ranked(rows).points["asked_here"][state]
