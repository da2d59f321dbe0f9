"""Scores as arithmetic, on a scorer small enough to work out by hand."""

from math import exp, log

import numpy as np
import pytest

from indexer.classify.scorer import TextScorer, count_terms, pack, unpack, weighed

VECTOR = np.array([[1.0, 0.0]], dtype=np.float32)


def floats(*rows: list[float]) -> np.ndarray:
    return np.array(rows, dtype=np.float32)


@pytest.fixture
def scorer() -> TextScorer:
    """Two terms, two classes, one axis for each number of the vector, one centre on the first."""
    return TextScorer(
        terms={"child": 0, "water": 1},
        term_weights=floats([1, 1])[0],
        term_scores=floats([1, -1], [-1, 1]),
        vector_scores=floats([0.5, 0], [0, 0.5]),
        term_axes=floats([0, 0], [0, 0]),
        vector_axes=floats([1, 0], [0, 1]),
        centres=floats([1, 0]),
        centre_scores=floats([0.25, 0]),
        base=floats([-1, -1])[0],
    )


def test_score_is_the_sum_of_terms_vector_and_nearness(scorer: TextScorer) -> None:
    near, far = scorer.scores([["child"], ["child"]], floats([1, 0], [0, 1]))
    assert near == pytest.approx([1 + 0.5 + 0.25 - 1, -1 - 1], abs=1e-6)
    assert far == pytest.approx([1 + 0.25 * exp(-1 / 0.3) - 1, -1 + 0.5 - 1], abs=1e-6)


def test_unknown_terms_count_nothing(scorer: TextScorer) -> None:
    assert scorer.scores([["quarry"]], VECTOR) == pytest.approx(scorer.scores([[]], VECTOR))


def test_no_texts_have_no_scores(scorer: TextScorer) -> None:
    assert scorer.scores([], np.empty((0, 2), dtype=np.float32)).shape == (0, 2)


def test_terms_that_stand_often_count_by_their_logarithm() -> None:
    counted = count_terms([["water", "water", "child"], []], {"child": 0, "water": 1})
    assert counted @ floats([1, 0], [0, 1]) == pytest.approx(floats([1, 1 + log(2)], [0, 0]))


def test_weighed_rows_have_unit_length_and_rows_of_zeros_stay() -> None:
    counted = count_terms([["water", "child"], []], {"child": 0, "water": 1})
    assert weighed(counted, floats([3, 4])[0]) @ floats([1, 0], [0, 1]) == pytest.approx(floats([0.6, 0.8], [0, 0]))


def test_a_stored_scorer_scores_nearly_the_same(scorer: TextScorer) -> None:
    again = unpack(pack(scorer))
    assert again.terms == scorer.terms
    terms = [["child", "water"], ["water"], []]
    vectors = floats([0.6, 0.8], [1, 0], [0, 1])
    assert again.scores(terms, vectors) == pytest.approx(scorer.scores(terms, vectors), abs=0.01)
