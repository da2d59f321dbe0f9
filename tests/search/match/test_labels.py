"""How likely a text and an issue share a label, as arithmetic."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.catalogue.entries import EntryField
from search.match.labels import TextLabels, distinct_sets, labels_of_texts

NAMES = ("Torture", "Detention", "Housing")
OF_ROWS = np.array([[1, 0, 0], [1, 1, 0], [0, 0, 0], [0, 0, 1], [1, 1, 0]], dtype=bool)


def likely(*shares: float) -> np.ndarray:
    return np.array(shares, dtype=np.float32)


def test_agreement_is_that_any_of_the_labels_is_shared() -> None:
    agreement = distinct_sets(OF_ROWS).agreement(likely(0.5, 0.8, 0.1), 0.99)
    assert agreement == pytest.approx([0.5, 1 - 0.5 * 0.2, 0.8, 0.1, 1 - 0.5 * 0.2]), "without labels: the likeliest"


def test_what_is_certain_stays_a_little_below_it() -> None:
    assert distinct_sets(OF_ROWS).agreement(likely(1, 1, 1), 0.99)[0] == pytest.approx(0.99)


@given(st.integers(1, 64), st.lists(st.sets(st.integers(0, 63))))
def test_sets_of_labels_give_back_those_of_each_row(labels: int, of_each: list[set[int]]) -> None:
    of_rows = np.array([[label in of_row for label in range(labels)] for of_row in of_each], dtype=bool)
    found = distinct_sets(of_rows.reshape(-1, labels))
    assert (found.sets[found.set_of_row] == of_rows.reshape(-1, labels)).all()
    assert len({row.tobytes() for row in found.sets}) == len(found.sets)


def test_a_text_has_the_labels_of_all_its_entries() -> None:
    # Entries 0 and 2 are of row 1; "Quarries" is no label that counts; row 0 is of no entry.
    values = ("Detention", "Quarries", "Torture")
    entries, codes = np.array([0, 1, 1, 2], dtype=np.int32), np.array([2, 0, 1, 0], dtype=np.int32)
    field = EntryField("label", values, values, entries, codes, 3)
    found: TextLabels = labels_of_texts(NAMES, field, np.array([1, 2, 1], dtype=np.int32), 3)
    assert found.sets[found.set_of_row].tolist() == [[False] * 3, [True, True, False], [False, True, False]]


def test_an_index_without_labels_has_none() -> None:
    none = np.empty(0, dtype=np.int32)
    found = labels_of_texts(NAMES, EntryField("label", (), (), none, none, 2), np.array([0, 1], dtype=np.int32), 2)
    assert found.agreement(likely(0.3, 0.4, 0.1), 0.99).tolist() == pytest.approx([0.4, 0.4])
