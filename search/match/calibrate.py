"""Platt scaling: from a weighted sum of scores to the probability that an entry is on the issue.

A logistic curve (Platt, "Probabilistic Outputs for Support Vector Machines", 1999) for the default encoder:

    log odds = SLOPE * score - DENSITY_SLOPE * density + LENGTH_SLOPE * ln(words of the issue) + INTERCEPT

The score is the cosine with the query + lexical weight * lexical share + label weight * how likely text and issue share
a label. The neighbourhood density says how near the requests of example issues lie about the query
(models.encoders.example_issues): in a field where very much is asked, a text must stand out more to be on the issue
itself. No text is very near to all of a longer story. None of it depends on what else is indexed.

Fitted by benches/fit_relevance.py: logistic regression, nearly without regularisation, on 22 English issues of one
sentence with 1,215 recommendations that one judge had read (grades 2 and 3 of 0-3 count as on the issue); on the 25
longer ones of benches/own_state_queries.tsv with all recommendations of their States; on 250 texts for each of the 70
issues of benches/weakly_judged_issues.tsv (a tenth of the weight); and on the 15 nearest texts to each of 24 everyday
sentences that are on no issue at all. docs/evaluation.md says what each word for it is worth, by cross-validation.
"""

from math import log

import numpy as np
from numpy.typing import NDArray

from search.ranking_numbers import DENSITY_SLOPE, INTERCEPT, LENGTH_SLOPE, LONGEST, LOWEST_DENSITY, SLOPE

Scores = NDArray[np.float32]
Probabilities = NDArray[np.float64]


def relevance(scores: Scores, density: float | None, words: int) -> Probabilities:
    """The probability, 0 to 1, for the score of each text row, with an issue of so many words.

    Without a neighbourhood density, as for the lowest.
    """
    log_odds = SLOPE * scores.astype(np.float64) - DENSITY_SLOPE * _about(density) + _of_length(words) + INTERCEPT
    return 1 / (1 + np.exp(-log_odds))


def score_of(relevance: float, density: float | None, words: int) -> float:
    """The score whose relevance to such an issue is this probability."""
    log_odds = log(relevance / (1 - relevance))
    return (log_odds + DENSITY_SLOPE * _about(density) - _of_length(words) - INTERCEPT) / SLOPE


def _about(density: float | None) -> float:
    return max(density or 0.0, LOWEST_DENSITY)


def _of_length(words: int) -> float:
    return LENGTH_SLOPE * log(min(max(words, 1), LONGEST))
