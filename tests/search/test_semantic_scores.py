"""Cosines and feedback in vector space."""

import numpy as np

from search.semantic_scores import FEEDBACK_SHARE, Vectors, cosines, moved_query


def unit(*values: float) -> Vectors:
    vector = np.array(values, dtype=np.float32)
    return vector / np.linalg.norm(vector)


VECTORS = np.stack([unit(1, 0.2, 0), unit(0, 1, 0), unit(0, 0, 1)])
QUERY = unit(1, 0, 0)


def test_the_nearest_text_pulls_the_query() -> None:
    cosine = cosines(VECTORS, QUERY)
    moved = moved_query(VECTORS, QUERY, cosine, cosine)
    # The next text is so much farther that its say is nothing: exp(-0.98 / 0.03).
    expected = (1 - FEEDBACK_SHARE) * QUERY + FEEDBACK_SHARE * VECTORS[0]
    np.testing.assert_allclose(moved, expected / np.linalg.norm(expected), atol=1e-5)


def test_a_query_far_from_every_text_stays_where_it_is() -> None:
    away = unit(-1, 0.05, 0.05)
    cosine = cosines(VECTORS, away)
    np.testing.assert_allclose(moved_query(VECTORS, away, cosine, cosine), away, atol=1e-6)


def test_rows_without_a_score_give_no_feedback() -> None:
    cosine = cosines(VECTORS, QUERY)
    nothing = np.full(3, -np.inf, dtype=np.float32)
    np.testing.assert_array_equal(moved_query(VECTORS, QUERY, cosine, nothing), QUERY)
    barred = np.array([-np.inf, cosine[1], cosine[2]], dtype=np.float32)
    np.testing.assert_allclose(moved_query(VECTORS, QUERY, cosine, barred), QUERY, atol=1e-6)
