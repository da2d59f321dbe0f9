"""Order and pages of an answer."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from search.rank.lines import Ranking

SIZE = 12
SCORES = st.lists(st.sampled_from([0.1, 0.5, 0.5, 0.9]), min_size=SIZE, max_size=SIZE)
MASK = st.lists(st.booleans(), min_size=SIZE, max_size=SIZE)


@given(SCORES, MASK, st.integers(0, 15), st.integers(0, 15))
def test_a_page_is_a_slice_of_the_whole_order(scores: list[float], found: list[bool], limit: int, offset: int) -> None:
    ranking = Ranking(np.array(scores), np.arange(SIZE, dtype=np.int32)[::-1])
    group = np.array(found)
    whole = sorted(np.flatnonzero(group).tolist(), key=lambda number: (-scores[number], -number))
    assert ranking.page(group, limit, offset) == whole[offset : offset + limit]


def test_what_differs_by_rounding_alone_stands_in_the_order_of_ties():
    scores = np.array([0.5, 0.7 + 2e-9, 0.7, 0.9])
    ranking = Ranking(scores, np.array([0, 3, 2, 1], dtype=np.int32))
    assert ranking.page(np.ones(4, dtype=bool), 4, 0) == [3, 2, 1, 0]
    assert ranking.page(np.ones(4, dtype=bool), 2, 0) == [3, 2]
