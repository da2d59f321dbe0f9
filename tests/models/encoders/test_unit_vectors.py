"""Vectors of unit length."""

import numpy as np
import pytest

from models.encoders.unit_vectors import rounded_rows, unit, units


def test_one_vector() -> None:
    vector = unit(np.array([3.0, 4.0]))
    assert vector.tolist() == pytest.approx([0.6, 0.8])
    assert vector.dtype == np.float32


def test_each_of_many_by_itself() -> None:
    vectors = units(np.array([[[3.0, 4.0]], [[0.0, 2.0]]]))
    assert vectors.tolist() == [[pytest.approx([0.6, 0.8])], [[0.0, 1.0]]]
    assert vectors.dtype == np.float32


def test_a_vector_of_zeros_stays_one() -> None:
    assert unit(np.zeros(3)).tolist() == [0.0, 0.0, 0.0]
    assert units(np.zeros((1, 3))).tolist() == [[0.0, 0.0, 0.0]]


def test_rows_are_rounded_to_whole_numbers_and_a_factor_each() -> None:
    numbers, factors = rounded_rows(np.array([[0.6, -0.8], [0.1, 0.0], [0.0, 0.0]]))
    assert numbers.tolist() == [[95, -127], [127, 0], [0, 0]]
    assert factors[:2].tolist() == pytest.approx([0.8 / 127, 0.1 / 127])
