"""The stages that what treaty bodies say, reports, threads and States to approach share, on invented features."""

import numpy as np
import pytest

from search.datamodel.logistic import Logistic
from search.evidence import Evidence, Feature, Likelihood, WeightedSum
from search.stages import passed_through, without

PAIRS = ("quarry", "ferry")
NEAR: Feature[tuple[str, ...]] = Feature("near", lambda found: np.array([len(text) / 10 for text in found.pairs]))
SCORE: WeightedSum[tuple[str, ...]] = WeightedSum("score", {"near": 2.0, "named": -0.5})
LIKELY: Likelihood[tuple[str, ...]] = Likelihood(Logistic({"score": 4.0, "near": 1.0}, -3.0))


def test_features_add_up_to_a_score_and_a_probability_follows() -> None:
    start = Evidence(PAIRS, {"named": np.array([1.0, 0.0])})
    found = passed_through((NEAR, SCORE, LIKELY), start)
    assert found["score"].tolist() == pytest.approx([2 * 0.6 - 0.5, 2 * 0.5])
    log_odds = 4 * found["score"] + np.array([0.6, 0.5]) - 3
    assert found["relevance"].tolist() == pytest.approx((1 / (1 + np.exp(-log_odds))).tolist())
    assert set(start.features) == {"named"}


def test_without_a_curve_the_score_is_all_that_is_known() -> None:
    unknown: Likelihood[tuple[str, ...]] = Likelihood(None)
    found = passed_through((NEAR, SCORE, unknown), Evidence(PAIRS, {"named": np.zeros(2)}))
    assert found["relevance"].tolist() == found["score"].tolist()


def test_what_is_known_already_need_not_be_found_out() -> None:
    with pytest.raises(ValueError, match="no stage"):
        without((NEAR, SCORE), "far")
    known = Evidence(PAIRS, {"near": np.ones(2), "named": np.zeros(2)})
    assert passed_through(without((NEAR, SCORE), "near"), known)["score"].tolist() == [2.0, 2.0]
