"""Runs of places, whether any of them are empty or none are asked for."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.catalogue.ranges import places_between


@given(st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 20))))
def test_places_are_those_of_each_run_in_turn(runs: list[tuple[int, int]]) -> None:
    first, lengths = np.array(runs, dtype=np.int32).reshape(-1, 2).T
    expected = [place for start, length in runs for place in range(start, start + length)]
    assert places_between(first, first + lengths).tolist() == expected
