"""The logistic curve as arithmetic."""

from math import exp

import numpy as np
import pytest

from search.datamodel.logistic import Logistic

CURVE = Logistic({"near": 2.0, "long": -0.5}, intercept=0.25)


def test_log_odds_are_a_weighted_sum() -> None:
    found = CURVE.probability(near=np.array([0.5, -1.0]), long=1.0)
    assert found.tolist() == pytest.approx([1 / (1 + exp(-(1.0 - 0.5 + 0.25))), 1 / (1 + exp(-(-2.0 - 0.5 + 0.25)))])


@pytest.mark.parametrize("probability", [0.01, 0.5, 0.83])
def test_the_value_of_a_probability_has_that_probability(probability: float) -> None:
    value = CURVE.value_of("near", probability, long=3.0)
    assert float(CURVE.probability(near=value, long=3.0)) == pytest.approx(probability)


def test_a_curve_is_asked_for_all_that_it_was_fitted_on() -> None:
    with pytest.raises(ValueError, match="is over"):
        CURVE.probability(near=0.5)
