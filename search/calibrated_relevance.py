"""From a fused score to the probability that an entry is on the issue.

A logistic curve (Platt, "Probabilistic Outputs for Support Vector Machines", 1999) over the fused score, that is cosine
after feedback + lexical weight * lexical share, for the default encoder. How it was fitted is told beside the numbers.
"""

import numpy as np
from numpy.typing import NDArray

from search.results import Strength

SLOPE = 8.9
INTERCEPT = -5.6

POSSIBLE = 0.5
LIKELY = 0.65
STRONG = 0.8
RELATED = 0.1
"""Below this an entry is not even shown as related."""


def relevance(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """The probability, 0 to 1, for each fused score."""
    return np.asarray(1 / (1 + np.exp(-(SLOPE * scores + INTERCEPT))), dtype=np.float32)


def strength_of(probability: float) -> Strength:
    """A probability in words."""
    if probability >= STRONG:
        return "strong"
    if probability >= LIKELY:
        return "likely"
    return "possible" if probability >= POSSIBLE else "related"
