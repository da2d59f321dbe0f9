"""Cosines, and the highest of some scores."""

import numpy as np
import pytest

from search.semantic_scores import cosines, highest


def test_the_cosine_of_unit_vectors_is_their_product() -> None:
    vectors = np.array([[1, 0], [0.6, 0.8], [-1, 0]], dtype=np.float32)
    np.testing.assert_allclose(cosines(vectors, np.array([1, 0], dtype=np.float32)), [1, 0.6, -1], rtol=1e-6)


@pytest.mark.parametrize(
    ("scores", "count", "rows"),
    [
        pytest.param([0.1, 0.9, 0.5], 2, {1, 2}, id="the highest"),
        pytest.param([0.1, 0.9], 5, {0, 1}, id="fewer than asked for"),
        pytest.param([-np.inf, 0.2, -np.inf], 2, {1}, id="what must not be used is not among them"),
        pytest.param([-np.inf, -np.inf], 2, set(), id="nothing that may be used"),
    ],
)
def test_highest(scores: list[float], count: int, rows: set[int]) -> None:
    assert set(highest(np.array(scores, dtype=np.float32), count).tolist()) == rows
