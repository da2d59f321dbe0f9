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


def mean_direction(vectors: NDArray[np.floating], weights: NDArray[np.floating] | None = None) -> NDArray[np.float32]:
    """The unit vector of the mean of some (vectors, dimension): what feedback leads to (J. Rocchio, "Relevance Feedback
    in Information Retrieval", 1971)."""
    return unit(vectors.mean(axis=0) if weights is None else weights @ vectors)


def rounded_rows(vectors: NDArray[np.floating]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Vectors (rows, dimension) as whole numbers from -127 to 127, and the factor (rows) of each row."""
    factors = np.maximum(np.abs(vectors).max(axis=1, initial=0), _SHORTEST).astype(np.float32) / np.float32(127)
    return np.rint(vectors / factors[:, np.newaxis]).astype(np.int8), factors
