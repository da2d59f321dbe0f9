"""Cosines and feedback in vector space."""

import numpy as np

from search.semantic_scores import FEEDBACK_SHARE, Vectors, cosines, moved_query


def unit(*values: float) -> Vectors:
    vector = np.array(values, dtype=np.float32)
    return vector / np.linalg.norm(vector)


VECTORS = np.stack([unit(1, 0.2, 0), unit(0, 1, 0), unit(0, 0, 1)])
QUERY = unit(1, 0, 0)


NO_WORDS = np.zeros(3, dtype=np.float32)


def test_the_nearest_text_pulls_the_query() -> None:
    moved = moved_query(VECTORS, QUERY, cosines(VECTORS, QUERY), NO_WORDS, 0.0)
    # The next text is so much farther that its say is nothing: exp(-0.98 / 0.03).
    expected = (1 - FEEDBACK_SHARE) * QUERY + FEEDBACK_SHARE * VECTORS[0]
    np.testing.assert_allclose(moved, expected / np.linalg.norm(expected), atol=1e-5)


def test_a_name_is_pulled_to_the_text_that_holds_its_words() -> None:
    words = np.array([0, 1, 0], dtype=np.float32)
    moved = moved_query(VECTORS, QUERY, cosines(VECTORS, QUERY), words, 2.0)
    assert moved @ VECTORS[1] > 0.5


def test_words_alone_do_not_choose_first_for_a_sentence() -> None:
    words = np.array([0, 1, 0], dtype=np.float32)
    moved = moved_query(VECTORS, QUERY, cosines(VECTORS, QUERY), words, 0.0)
    assert moved @ VECTORS[0] > moved @ VECTORS[1]


def test_a_query_far_from_every_text_stays_where_it_is() -> None:
    away = unit(-1, 0.05, 0.05)
    np.testing.assert_allclose(moved_query(VECTORS, away, cosines(VECTORS, away), NO_WORDS, 0.0), away, atol=1e-6)


def test_texts_that_must_not_be_used_give_no_feedback() -> None:
    nothing = np.full(3, -np.inf, dtype=np.float32)
    np.testing.assert_array_equal(moved_query(VECTORS, QUERY, nothing, NO_WORDS, 0.0), QUERY)
    barred = np.array([-np.inf, 0.9, 0.1], dtype=np.float32)
    moved = moved_query(VECTORS, QUERY, barred, NO_WORDS, 0.0)
    # The two others are equally far, so that each has half a say.
    expected = (1 - FEEDBACK_SHARE) * QUERY + FEEDBACK_SHARE * unit(0, 1, 1)
    np.testing.assert_allclose(moved, expected / np.linalg.norm(expected), atol=1e-5)
