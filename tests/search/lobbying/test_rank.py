"""The formula, its numbers as arithmetic, and its laws."""

from math import log2

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.catalogue.sponsorships import Requests
from search.lobbying.rank import RankedTargets, rank_targets

STATES = 4
GROUPS = (0, 0, 1, -1)

Row = tuple[int, int, int, bool]
"""Who asked, whom, in which session, on the issue or not."""


def ranked(rows: list[Row], state: int = 0, session: int = 5) -> RankedTargets:
    columns = np.array(rows, dtype=np.int32).reshape(-1, 4).T
    requests = Requests(columns[0], columns[1], columns[2], np.array(GROUPS, dtype=np.int32))
    return rank_targets(requests, np.flatnonzero(columns[3]), state, session)


def test_expected_is_recent_activity_times_the_smoothed_share() -> None:
    # Two reviews in session 4; one recommendation of State 1 in each, one of them on the issue. From session 4 to
    # session 5 passed 91 days, which count by the 2 of 14 reviews that are known.
    numbers = ranked([(1, 2, 4, True), (1, 3, 4, False), (2, 3, 4, False)]).numbers
    weight = 0.5 ** (91 / 365.25 * 2 / 14)
    average = 1 / 3
    share = (weight * 1 + 20 * average) / (weight * 2 + 20)
    assert numbers["expected"][1] == pytest.approx(2 / 2 * share)
    assert numbers["care"][1] == pytest.approx(share / average)


def test_older_recommendations_count_less_by_years() -> None:
    # All 14 States are reviewed in sessions 3 and 4: 63 days from the first to the second, 91 from there to session 5.
    # State 0 speaks in session 3 only, State 1 in session 4 only.
    columns = [(speaker, reviewed, session) for speaker, session in ((0, 3), (1, 4)) for reviewed in range(14)]
    who, whom, when = np.array(columns, dtype=np.int32).T
    requests = Requests(who, whom, when, np.zeros(14, dtype=np.int32))
    expected = rank_targets(requests, np.arange(28), state=13, session=5).numbers["expected"]
    early, late = 0.5 ** ((63 + 91) / 365.25 * 3), 0.5 ** (91 / 365.25 * 3)
    assert expected[0] / expected[1] == pytest.approx(early / late)


def test_a_late_session_with_one_review_leaves_the_order_about_as_it_was() -> None:
    # 40 States, of which each speaks more than the one before; 14 are reviewed in each of sessions 14 to 20. Then one
    # more review in session 41, eight years later, in which only every second State speaks.
    chance = np.random.default_rng(1)

    def review(speakers: range, reviewed: int, session: int) -> list[Row]:
        return [
            (speaker, reviewed, session, chance.random() < (speaker * 7 % 10) / 20)
            for speaker in speakers
            for _ in range(chance.poisson(0.2 * (1 + speaker / 5)))
        ]

    known = [
        row
        for session in range(14, 21)
        for place in range(14)
        for row in review(range(40), (14 * session + place) % 40, session)
    ]

    def places(rows: list[Row], session: int) -> list[int]:
        who, whom, when, on_issue = np.array(rows, dtype=np.int32).T
        requests = Requests(who, whom, when, np.zeros(40, dtype=np.int32))
        promise = rank_targets(requests, np.flatnonzero(on_issue), state=0, session=session).promise
        return np.argsort(np.argsort(-promise)).tolist()

    before, after = places(known, 21), places(known + review(range(0, 40, 2), 39, 41), 42)
    assert max(abs(place - later) for place, later in zip(before, after, strict=True)) <= 5, "30 by exponents alone"


def test_asks_to_the_state_count_as_such() -> None:
    numbers = ranked([(1, 0, 1, True), (1, 0, 4, True), (1, 0, 4, False), (2, 3, 4, True)]).numbers
    assert numbers["asked_here"].tolist() == [0, 2, 0, 0]


def test_asks_that_the_state_made_count_for_those_that_got_them() -> None:
    assert ranked([(0, 1, 2, False), (0, 1, 3, True), (0, 2, 3, True)]).numbers["asked_by"].tolist() == [0, 2, 1, 0]


def test_leaning_compares_with_all_states() -> None:
    # State 2 asks only States of group 0, State 3 only others.
    numbers = ranked([(2, 1, 4, False), (3, 2, 4, False)]).numbers
    weight = 0.5 ** (91 / 365.25 * 2 / 14)
    expected = (weight + 10 / 2) / (weight + 10) / 0.5
    assert numbers["leaning"][2] == pytest.approx(expected)
    assert numbers["leaning"][3] < 1 < numbers["leaning"][2]


def test_a_state_without_a_group_is_in_nobodys_group() -> None:
    rows = [(1, 3, 4, True), (2, 3, 4, True)]
    numbers = ranked(rows, state=3).numbers
    assert numbers["same_group"].tolist() == [0, 0, 0, 0]
    assert numbers["leaning"].tolist() == pytest.approx([1, 1, 1, 1])


def test_points_are_those_of_the_docstring() -> None:
    found = ranked([(1, 0, 3, True), (1, 2, 4, True), (1, 1, 4, True), (0, 1, 3, True), (2, 3, 4, False)])
    number = {name: float(of_states[1]) for name, of_states in found.numbers.items()}
    points = {name: float(of_states[1]) for name, of_states in found.points.items()}
    assert points == pytest.approx(
        {
            "expected": 1.0 * log2(1 + 100 * number["expected"]),
            "care": 0.4 * log2(number["care"]),
            "asked_here": 0.7 * log2(1 + 2 * number["asked_here"]),
            "leaning": 0.45 * log2(number["leaning"]),
            "leaning_on_issue": 0.25 * log2(number["leaning_on_issue"]),
            "same_group": 0.2,
            "asked_by": 0.25 * log2(1 + number["asked_by"]),
        }
    )
    assert found.promise[1] == pytest.approx(sum(points.values()))
    assert all(abs(value) > 0.01 for value in points.values())


def test_without_asks_nobody_has_promise() -> None:
    assert ranked([]).promise.tolist() == [0.2, 0.2, 0, 0], "only the regional group is known"


def test_who_asked_on_the_issue_comes_before_who_is_as_active_on_other_things() -> None:
    rows = [(1, 2, 4, True), (3, 2, 4, False)]
    promise = ranked(rows).promise
    assert promise[1] > promise[3]


rows_of_requests = st.lists(
    st.tuples(st.integers(0, STATES - 1), st.integers(0, STATES - 1), st.integers(1, 9), st.booleans()), max_size=30
)


@given(rows_of_requests)
def test_later_sessions_are_not_known(rows: list[Row]) -> None:
    earlier = [row for row in rows if row[2] < 5]
    assert ranked(rows).promise.tolist() == pytest.approx(ranked(earlier).promise.tolist())


@given(rows_of_requests, st.randoms())
def test_the_order_of_the_asks_does_not_matter(rows: list[Row], chance: "np.random.Generator") -> None:
    shuffled = list(rows)
    chance.shuffle(shuffled)
    assert ranked(rows).promise.tolist() == pytest.approx(ranked(shuffled).promise.tolist())


@given(rows_of_requests)
def test_promise_is_finite_and_the_sum_of_its_points(rows: list[Row]) -> None:
    result = ranked(rows)
    assert np.isfinite(result.promise).all()
    assert result.promise.tolist() == pytest.approx(sum(result.points.values()).tolist())


@given(rows_of_requests, st.integers(1, STATES - 1))
def test_one_more_ask_to_the_state_on_the_issue_never_lowers_it(rows: list[Row], state: int) -> None:
    more = ranked([*rows, (state, 0, 4, True)])
    assert more.points["asked_here"][state] > ranked(rows).points["asked_here"][state]
