"""From a fused score to the probability that an entry is on the issue.

A logistic curve (Platt, "Probabilistic Outputs for Support Vector Machines", 1999) for the default encoder:

    log odds = SLOPE * score - CROWD_SLOPE * crowd + INTERCEPT

The score is the cosine with the reworded query + lexical weight * lexical share + label weight * how likely text and
issue share a label. The crowd says how near the asks of told issues lie about the reworded query
(models.narrated_issues): in a field where very much is asked, a text must stand out more to be on the issue itself.
None of it depends on what else is indexed.

Fitted on 2026-11-25 by benches/fit_relevance.py: logistic regression, nearly without regularisation, on 1,215 pairs of
an issue and a recommendation that one judge had read (22 English issues; grades 2 and 3 of 0-3 count as on the issue),
on 250 texts for each of the 70 issues of benches/weakly_judged_issues.tsv (a tenth of the weight), and on the 15
nearest texts to each of 24 everyday sentences that are on no issue at all. docs/evaluation.md says what each word for
it is worth.
"""

import numpy as np
from numpy.typing import NDArray

from search.strength_bounds import StrengthBounds

Scores = NDArray[np.float32]
Probabilities = NDArray[np.float64]

SLOPE = 9.5
CROWD_SLOPE = 12.6
INTERCEPT = 0.5
LOWEST_CROWD = 0.45
"""Of issues of human rights; a query with less about it is likely on none."""

ON_ISSUE = StrengthBounds(possible=0.52, likely=0.68, strong=0.83)
"""Of what is shown as strong, six of seven judged texts are on the issue; less than possible is mostly not."""
RELATED = 0.1
"""Below this an entry is not even shown as related."""


def relevance(scores: Scores, crowd: float | None) -> Probabilities:
    """The probability, 0 to 1, for the fused score of each text row; without a crowd, as for the lowest."""
    about = max(crowd or 0.0, LOWEST_CROWD)
    log_odds = SLOPE * scores.astype(np.float64) - CROWD_SLOPE * about + INTERCEPT
    return 1 / (1 + np.exp(-log_odds))
