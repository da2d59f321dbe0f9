"""The logistic curve: from what is known of a pair to the probability that it belongs together.

    log odds = sum of weight * feature + intercept

J. Platt, "Probabilistic Outputs for Support Vector Machines", 1999. Every probability of this program is made by it;
the programs in benches/ fit it by logistic regression.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Logistic:
    """A curve."""

    weights: Mapping[str, float]
    """By feature."""
    intercept: float

    def probability(self, **features: float | Floats) -> Floats:
        """0 to 1; each feature is one number for all, or an array.

        Raises:
            ValueError: the features are others than the curve was fitted on.
        """
        return np.asarray(1 / (1 + np.exp(-self._log_odds(features))))

    def value_of(self, feature: str, probability: float, **others: float) -> float:
        """The value of one feature that gives this probability, with these of the others."""
        rest = self._log_odds({feature: 0.0, **others})
        return (log(probability / (1 - probability)) - float(rest)) / self.weights[feature]

    def _log_odds(self, features: Mapping[str, float | Floats]) -> float | Floats:
        if set(features) != set(self.weights):
            raise ValueError(f"the curve is over {sorted(self.weights)}, not over {sorted(features)}")
        # In the order of the curve: sums in another order differ in their last digits.
        total: float | Floats = 0.0
        for feature, weight in self.weights.items():
            total = total + weight * features[feature]
        return total + self.intercept
