"""Counting by a field: whether few or most entries are counted, the counts are the same."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.entry_fields import FEW, EntryField

ENTRIES = 200
PAIRS = st.lists(st.tuples(st.integers(0, ENTRIES - 1), st.integers(0, 2)), unique=True, max_size=300).map(sorted)
NUMBERS = st.integers(0, ENTRIES - 1)


def field_of(pairs: list[tuple[int, int]]) -> EntryField:
    entries, codes = np.array(pairs, dtype=np.int32).reshape(-1, 2).T
    return EntryField("label", ("a", "b", "c"), ("a", "b", "c"), entries, codes, ENTRIES)


@given(PAIRS, st.one_of(st.sets(NUMBERS, max_size=int(ENTRIES * FEW)), st.sets(NUMBERS, min_size=20)))
def test_counts_are_those_of_the_pairs_of_the_entries(pairs: list[tuple[int, int]], among: set[int]) -> None:
    mask = np.isin(np.arange(ENTRIES), list(among))
    expected = [sum(entry in among and code == value for entry, code in pairs) for value in range(3)]
    assert field_of(pairs).count(mask).tolist() == expected
