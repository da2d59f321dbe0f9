"""Fusion of the retrievers: a weighted sum of their scores.

S. Bruch, S. Gai and A. Ingber, "An Analysis of Fusion Functions for Hybrid Retrieval", 2023: a sum of bounded scores
keeps how much better one text is than the next, which fusion by ranks throws away; and it can be calibrated.
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray


def fuse(retrievers: Iterable[tuple[float, NDArray[np.float32] | np.float32]]) -> NDArray[np.float32]:
    """The sum of weight * scores over the retrievers; every leg has one score per text row, or one for all of them."""
    return np.asarray(sum(np.float32(weight) * scores for weight, scores in retrievers), dtype=np.float32)
