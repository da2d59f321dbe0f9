"""How likely each recommendation to one State is on an issue: the list that an NGO must be able to rely on.

Which texts of all States are best is another question than which of the 60 to 500 that one State was told belong to an
issue. Here each is seen beside the others of its State. First those nearest to the issue say how this State is spoken
to about it (feedback; Rocchio, "Relevance Feedback in Information Retrieval", 1971):

    near = score + cosine with the mean of the FEEDBACK_TEXTS highest scored texts

Then how far a text stands out among all that the State was told, and how near it is at all, give the probability that
it belongs to the list (Platt, "Probabilistic Outputs for Support Vector Machines", 1999):

    log odds = OUTSTANDING * (near - mean) / deviation + NEARNESS * near + INTERCEPT

Fitted by benches/fit_own_state.py; docs/evaluation.md says on what, and what it is worth on issues kept apart.
"""

import numpy as np
from numpy.typing import NDArray

from search.semantic_scores import Vectors
from search.strength_bounds import StrengthBounds

FEEDBACK_TEXTS = 5

OUTSTANDING = 1.5
NEARNESS = 4.0
INTERCEPT = -9.0

IN_LIST = StrengthBounds(possible=0.2, likely=0.5, strong=0.8)
"""The list runs to where most of what follows is off the issue: an NGO would rather read ten too many than miss one."""


def probabilities(scores: NDArray[np.float32], vectors: Vectors) -> NDArray[np.float64]:
    """The probability, 0 to 1, that each of a State's distinct texts is on the issue.

    `scores` (texts) are those of search.match_issue, `vectors` (texts, dimension) the unit vectors of the texts.
    """
    best = np.argsort(-scores, kind="stable")[:FEEDBACK_TEXTS]
    centre = vectors[best].mean(axis=0)
    near = (scores + vectors @ (centre / max(float(np.linalg.norm(centre)), 1e-9))).astype(np.float64)
    deviation = max(float(near.std()), 1e-9)
    log_odds = OUTSTANDING * (near - near.mean()) / deviation + NEARNESS * near + INTERCEPT
    return np.asarray(1 / (1 + np.exp(-log_odds)))
