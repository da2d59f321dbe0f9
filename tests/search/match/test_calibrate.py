"""From scores to probabilities and back."""

import numpy as np
import pytest

from search.match.calibrate import relevance, score_of


@pytest.mark.parametrize(("density", "words"), [(None, 1), (0.6, 12), (0.3, 400)])
def test_the_score_of_a_probability_has_that_probability(density: float | None, words: int) -> None:
    score = np.array([score_of(0.52, density, words)], dtype=np.float32)
    assert relevance(score, density, words)[0] == pytest.approx(0.52, abs=1e-5)
