"""Stretches of one array, gathered at once."""

import numpy as np
from numpy.typing import NDArray


def indices_between(first: NDArray[np.integer], end: NDArray[np.integer]) -> NDArray[np.intp]:
    """The indices from each `first` up to, not with, its `end`: those of the first pair, then of the next."""
    lengths = end - first
    return np.asarray(np.repeat(end - np.cumsum(lengths), lengths) + np.arange(lengths.sum()), dtype=np.intp)
