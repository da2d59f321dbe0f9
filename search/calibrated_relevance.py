"""From a fused score to the probability that an entry is on the issue.

A logistic curve (Platt, "Probabilistic Outputs for Support Vector Machines", 1999) for the default encoder:

    log odds = SLOPE * score - CROWD_SLOPE * crowd + INTERCEPT

The score is cosine after feedback + lexical weight * lexical share. The crowd says how near the nearest texts are
together, taken above CROWD_FROM: where a field has very many texts ("domestic violence"), a text must stand out more
to be on the issue itself.

Fitted on 2026-11-24 by logistic regression, nearly without regularisation, on 1,215 pairs of an issue and a
recommendation that one judge had read (22 English issues in NGOs' words; grades 2 and 3 of 0-3 count as on the issue)
and on the 15 nearest texts to each of 24 everyday sentences that are on no issue at all. With each issue left
out in turn, log loss is 0.49. Of the judged pairs 88 % of the "strong" are on the issue, 75 % of the "likely" and
55 % of the "possible" (nearly all others are in the same field, grade 1); together they are 83 % of all that are.
"""

import numpy as np
from numpy.typing import NDArray

from search.results import Strength

Scores = NDArray[np.float32]
Probabilities = NDArray[np.float64]

SLOPE = 12.6
CROWD_SLOPE = 17.0
INTERCEPT = -7.3

CROWD_SHARE = 1 / 150
"""The share of all texts whose mean score is the crowd; fewer texts than this counts make none."""
CROWD_FROM, CROWD_TO = 0.6, 0.75
"""The range in which the crowd counts; no issue of the fit had more."""

POSSIBLE = 0.4
LIKELY = 0.65
STRONG = 0.8
RELATED = 0.1
"""Below this an entry is not even shown as related."""


def relevance(scores: Scores, sentence_scores: Scores) -> Probabilities:
    """The probability, 0 to 1, for the fused score of each text row.

    `sentence_scores` are the scores with the lexical weight of a sentence: what the crowd is measured by.
    """
    log_odds = SLOPE * scores.astype(np.float64) - CROWD_SLOPE * crowd(sentence_scores) + INTERCEPT
    return 1 / (1 + np.exp(-log_odds))


def crowd(scores: Scores) -> float:
    """How far the mean of the nearest texts lies above CROWD_FROM, 0 to CROWD_TO - CROWD_FROM."""
    count = int(len(scores) * CROWD_SHARE)
    if count == 0:
        return 0.0
    nearest = np.partition(scores, len(scores) - count)[-count:]
    return float(np.clip(nearest.mean(), CROWD_FROM, CROWD_TO)) - CROWD_FROM


def strength_of(probability: float) -> Strength:
    """A probability in words."""
    if probability >= STRONG:
        return "strong"
    if probability >= LIKELY:
        return "likely"
    return "possible" if probability >= POSSIBLE else "related"
