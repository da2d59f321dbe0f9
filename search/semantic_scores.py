"""The semantic leg: cosines between a query's vector and the vectors of all texts.

The query's vector is moved towards the texts it is nearest to, because an issue as people tell it and a
recommendation use different words: Rocchio's feedback in vector space (H. Li et al., "Pseudo Relevance Feedback with
Deep Language Models and Dense Retrievers", 2023), where each of the nearest texts counts by a softmax of its score:

    moved = normalised((1 - share) * query + share * normalised(sum of weight * vector))

It is done twice. First the texts are chosen by meaning, then words have a small say among what is near: where
they choose first, a narrated issue's setting ("rural districts") leads away from the issue.
"""

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

FEEDBACK_ROUNDS = (0.0, 0.1)
"""What words weigh in each round when the texts for a sentence are chosen."""
NEAR_TEXTS = 2_000
"""The texts among which those for feedback are chosen."""
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


def moved_query(vectors: Vectors, query: Vectors, meaning: Vectors, words: Vectors, word_weight: float) -> Vectors:
    """The query's vector after feedback.

    `meaning` holds the cosine of each text row, -inf for one that must not be used; `words` its lexical share, which
    weighs `word_weight` more than in a sentence.
    """
    near = highest(meaning + np.float32(word_weight) * words, NEAR_TEXTS)
    if len(near) == 0:
        return query
    share = FEEDBACK_SHARE * float(np.clip((meaning[near].max() - FAR) / (NEAR - FAR), 0.0, 1.0))
    pool = vectors[near]
    moved = query
    for more in FEEDBACK_ROUNDS:
        score = pool @ moved + np.float32(word_weight + more) * words[near]
        moved = _unit((1 - share) * query + share * _centre(pool, score))
    return moved


def _centre(pool: Vectors, score: Vectors) -> Vectors:
    best = highest(score, FEEDBACK_TEXTS)
    weights = np.exp((score[best] - score[best].max()) / np.float32(FEEDBACK_SHARPNESS))
    return _unit(weights @ pool[best])


def highest(score: Vectors, count: int) -> NDArray[np.intp]:
    """The rows with the highest finite scores, at most `count`, in no order."""
    count = min(count, int(np.isfinite(score).sum()))
    return np.argpartition(-score, count - 1)[:count] if count else np.empty(0, dtype=np.intp)


def _unit(vector: Vectors) -> Vectors:
    return (vector / max(float(np.linalg.norm(vector)), 1e-9)).astype(np.float32)
