"""Looking up by a field, whether entries have one value at most or several."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.catalogue.entries import EntryField
from search.datamodel.ranges import indices_between

ENTRIES = 200
SINGLE = st.dictionaries(st.integers(0, ENTRIES - 1), st.integers(0, 2), max_size=ENTRIES).map(
    lambda value_of: sorted(value_of.items())
)
"""Of a field in which no entry has two values."""
PAIRS = st.lists(st.tuples(st.integers(0, ENTRIES - 1), st.integers(0, 2)), unique=True, max_size=300).map(sorted)
NUMBERS = st.integers(0, ENTRIES - 1)


def field_of(pairs: list[tuple[int, int]]) -> EntryField:
    entries, codes = np.array(pairs, dtype=np.int32).reshape(-1, 2).T
    return EntryField("label", ("a", "b", "c"), ("a", "b", "c"), entries, codes, ENTRIES)


@given(st.one_of(PAIRS, SINGLE), st.sets(NUMBERS))
def test_counts_are_those_of_the_pairs_of_the_entries(pairs: list[tuple[int, int]], among: set[int]) -> None:
    expected = [sum(entry in among and code == value for entry, code in pairs) for value in range(3)]
    assert field_of(pairs).count(np.array(sorted(among), dtype=np.intp)).tolist() == expected


@given(st.one_of(PAIRS, SINGLE), st.sets(st.sampled_from(["a", "b", "c", "of no entry"])))
def test_entries_that_hold_any_of_some_values(pairs: list[tuple[int, int]], wanted: set[str]) -> None:
    expected = sorted({entry for entry, code in pairs if "abc"[code] in wanted})
    assert np.flatnonzero(field_of(pairs).holding(wanted)).tolist() == expected


def test_many_values_at_once() -> None:
    letters = tuple(f"{number:03}" for number in range(ENTRIES))
    numbers = np.arange(ENTRIES, dtype=np.int32)
    field = EntryField("symbol", letters, letters, numbers, numbers, ENTRIES)
    assert np.flatnonzero(field.holding(letters[50:90])).tolist() == list(range(50, 90))


@given(SINGLE)
def test_numbers_of_values_by_entry(pairs: list[tuple[int, int]]) -> None:
    value_of = dict(pairs)
    numbers = np.array([7, 8, 9], dtype=np.int32)
    expected = [int(numbers[value_of[entry]]) if entry in value_of else -1 for entry in range(ENTRIES)]
    assert field_of(pairs).by_entry(numbers, none=-1).tolist() == expected


@given(st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 20))))
def test_indices_are_those_of_each_run_in_turn(runs: list[tuple[int, int]]) -> None:
    first, lengths = np.array(runs, dtype=np.int32).reshape(-1, 2).T
    expected = [index for start, length in runs for index in range(start, start + length)]
    assert indices_between(first, first + lengths).tolist() == expected
