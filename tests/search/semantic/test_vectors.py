"""Cosines, and vectors of unit length."""

import numpy as np

from models.encoders.unit_vectors import unit
from search.semantic.vectors import cosines


def test_the_cosine_of_unit_vectors_is_their_product() -> None:
    vectors = np.array([[1, 0], [0.6, 0.8], [-1, 0]], dtype=np.float32)
    np.testing.assert_allclose(cosines(vectors, np.array([1, 0], dtype=np.float32)), [1, 0.6, -1], rtol=1e-6)


def test_a_unit_vector_keeps_its_direction() -> None:
    np.testing.assert_allclose(unit(np.array([3, 4], dtype=np.float32)), [0.6, 0.8], rtol=1e-6)
    assert unit(np.zeros(2, dtype=np.float32)).tolist() == [0, 0], "one without a direction"
