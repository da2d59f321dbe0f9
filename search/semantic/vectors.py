"""The semantic retriever: cosines between a query's vector and the vectors of all texts."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Parts = Sequence[slice]
ROWS_OF_PART = 4096
"""Vectors that are compared or passed over together: 6 MB."""


def cosines(vectors: Vectors, query: Vectors) -> Vectors:
    """One cosine per text row; both sides have unit length, so that the product is the cosine."""
    return vectors @ query


def cosines_within(vectors: Vectors, parts: Parts, query: Vectors) -> Vectors:
    """As `cosines`; 0 for the rows outside the parts, whose vectors are not read."""
    found = np.zeros(len(vectors), dtype=np.float32)
    for part in parts:
        found[part] = vectors[part] @ query
    return found


def parts_with(wanted: NDArray[np.bool_]) -> Parts:
    """The parts of the text rows that hold any of the wanted ones; parts side by side are one."""
    starts = range(0, len(wanted), ROWS_OF_PART)
    held = np.array([wanted[start : start + ROWS_OF_PART].any() for start in starts], dtype=bool)
    edges = np.flatnonzero(np.diff(held, prepend=False, append=False)) * ROWS_OF_PART
    return [slice(int(start), int(end)) for start, end in pairwise(edges)][::2]
