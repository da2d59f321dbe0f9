"""The weighted sum of the scores of the retrievers."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.match.match_issue import weighted_sum

RETRIEVERS = st.lists(
    st.tuples(st.floats(0, 1), st.lists(st.floats(-1, 1, width=32), min_size=3, max_size=3)), min_size=1, max_size=4
)


def test_each_score_counts_by_its_weight() -> None:
    summed = weighted_sum(
        [(1.0, np.array([0.5, 0.25], dtype=np.float32)), (0.2, np.array([0.0, 1.0], dtype=np.float32))]
    )
    np.testing.assert_allclose(summed, [0.5, 0.25 + 0.2 * 1.0], rtol=1e-6)


@given(RETRIEVERS, st.randoms())
def test_the_order_of_the_retrievers_does_not_matter(
    retrievers: list[tuple[float, list[float]]], random: object
) -> None:
    arrays = [(weight, np.array(scores, dtype=np.float32)) for weight, scores in retrievers]
    shuffled = list(arrays)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    np.testing.assert_allclose(weighted_sum(arrays), weighted_sum(shuffled), atol=1e-5)
