"""Cosines, and vectors of unit length."""

import numpy as np

from models.encoders.unit_vectors import unit
from search.semantic.vectors import cosines, cosines_within, parts_with


def test_the_cosine_of_unit_vectors_is_their_product() -> None:
    vectors = np.array([[1, 0], [0.6, 0.8], [-1, 0]], dtype=np.float32)
    np.testing.assert_allclose(cosines(vectors, np.array([1, 0], dtype=np.float32)), [1, 0.6, -1], rtol=1e-6)


def test_parts_without_any_wanted_row_are_passed_over() -> None:
    wanted = np.zeros(20_000, dtype=bool)
    wanted[[3, 5_000, 13_000]] = True
    assert parts_with(wanted) == [slice(0, 8192), slice(12_288, 16_384)], "parts of 4,096 rows, neighbours joined"
    wanted[19_999] = True
    assert parts_with(wanted)[1] == slice(12_288, 20_480), "the last part reaches beyond the rows"
    assert parts_with(np.zeros(10, dtype=bool)) == []
    assert parts_with(np.zeros(0, dtype=bool)) == []


def test_within_parts_cosines_are_the_same_and_0_elsewhere() -> None:
    vectors = np.array([[1, 0], [0.6, 0.8], [-1, 0]], dtype=np.float32)
    found = cosines_within(vectors, [slice(0, 1), slice(2, 4096)], np.array([1, 0], dtype=np.float32))
    np.testing.assert_allclose(found, [1, 0, -1], rtol=1e-6)


def test_a_unit_vector_keeps_its_direction() -> None:
    np.testing.assert_allclose(unit(np.array([3, 4], dtype=np.float32)), [0.6, 0.8], rtol=1e-6)
    assert unit(np.zeros(2, dtype=np.float32)).tolist() == [0, 0], "one without a direction"
