"""Words for how sure something is."""

import numpy as np
import pytest

from search.datamodel.strengths import StrengthBounds

BOUNDS = StrengthBounds(possible=0.4, likely=0.6, strong=0.8)


@pytest.mark.parametrize(
    ("score", "word"), [(0.9, "strong"), (0.8, "strong"), (0.7, "likely"), (0.6, "likely"), (0.4, "possible")]
)
def test_each_word_begins_at_its_bound(score: float, word: str) -> None:
    assert BOUNDS.strength_of(score) == word


def test_what_is_below_all_bounds_is_only_related() -> None:
    assert BOUNDS.strength_of(0.39) == "related"


def test_counts_are_those_of_the_words() -> None:
    scores = np.array([0.9, 0.8, 0.79, 0.6, 0.59, 0.4])
    counts = BOUNDS.counts(scores)
    assert list(counts.items()) == [("strong", 2), ("likely", 2), ("possible", 2)]
    assert BOUNDS.counts(scores[:0]) == {"strong": 0, "likely": 0, "possible": 0}
