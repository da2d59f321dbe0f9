"""From a fused score to the probability that an entry is on the issue.

A logistic curve (Platt, "Probabilistic Outputs for Support Vector Machines", 1999) over the fused score, that is cosine
after feedback + lexical weight * lexical share, for the default encoder. How it was fitted is told beside the numbers.
"""

import numpy as np
from numpy.typing import NDArray

from search.results import Strength

SLOPE = 9.4
INTERCEPT = -5.8
"""Fitted on 2026-11-24 by logistic regression without regularisation on 1,215 pairs of an issue and a recommendation
that one judge had read: 22 English issues in NGOs' words, grades 2 and 3 of 0-3 counting as on the issue. Each issue
left out in turn, log loss is 0.53, and of the pairs shown as at least "possible" 73 % are on the issue (the other
27 % nearly all in the same field, grade 1), which are 74 % of all that are.
"""

POSSIBLE = 0.5
LIKELY = 0.65
STRONG = 0.8
RELATED = 0.1
"""Below this an entry is not even shown as related."""


def relevance(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """The probability, 0 to 1, for each fused score."""
    return np.asarray(1 / (1 + np.exp(-(SLOPE * scores.astype(np.float64) + INTERCEPT))))


def strength_of(probability: float) -> Strength:
    """A probability in words."""
    if probability >= STRONG:
        return "strong"
    if probability >= LIKELY:
        return "likely"
    return "possible" if probability >= POSSIBLE else "related"
