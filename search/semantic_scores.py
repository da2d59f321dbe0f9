"""The semantic leg: cosines between a query's vector and the vectors of all texts.

The query's vector is moved towards the texts it is nearest to, because an issue as people tell it and a
recommendation use different words: Rocchio's feedback in vector space (H. Li et al., "Pseudo Relevance Feedback with
Deep Language Models and Dense Retrievers", 2023), where each of the nearest texts counts by a softmax of its score:

    moved = normalised((1 - share) * query + share * normalised(sum of weight * vector))
"""

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

FEEDBACK_TEXTS = 10
FEEDBACK_SHARE = 0.4
FEEDBACK_SHARPNESS = 0.03
"""Difference in score over which a text's say falls to 1/e."""
FAR = 0.25
NEAR = 0.4
"""Nearest cosine of a query to any text: below FAR nothing is trusted as feedback, above NEAR all of it."""


def cosines(vectors: Vectors, query: Vectors) -> Vectors:
    """One cosine per text row; both sides have unit length, so that the product is the cosine."""
    return vectors @ query


def moved_query(vectors: Vectors, query: Vectors, cosine: Vectors, score: Vectors) -> Vectors:
    """The query's vector after feedback from the texts with the highest scores.

    `cosine` and `score` have one value per text row; a row that must not be used has the score -inf.
    """
    count = min(FEEDBACK_TEXTS, int(np.isfinite(score).sum()))
    if count == 0:
        return query
    nearest = np.argpartition(-score, count - 1)[:count]
    weights = np.exp((score[nearest] - score[nearest].max()) / FEEDBACK_SHARPNESS)
    share = FEEDBACK_SHARE * float(np.clip((cosine[nearest].max() - FAR) / (NEAR - FAR), 0.0, 1.0))
    return _unit((1 - share) * query + share * _unit(weights @ vectors[nearest]))


def _unit(vector: Vectors) -> Vectors:
    return (vector / max(float(np.linalg.norm(vector)), 1e-9)).astype(np.float32)
