"""Vectors of unit length: the product of two of them is their cosine."""

import numpy as np
from numpy.typing import NDArray

_SHORTEST = 1e-9
"""Stands for the length of a vector of zeros, which stays one."""


def unit(vector: NDArray[np.floating]) -> NDArray[np.float32]:
    """One vector (dimension) of the same direction and unit length."""
    return np.asarray(vector / max(float(np.linalg.norm(vector)), _SHORTEST), dtype=np.float32)


def units(vectors: NDArray[np.floating]) -> NDArray[np.float32]:
    """Each vector (..., dimension) of the same direction and unit length."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, _SHORTEST), dtype=np.float32)
