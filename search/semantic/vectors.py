"""The semantic retriever: cosines between a query's vector and the vectors of all texts."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Parts = Sequence[slice]
ROWS_OF_PART = 4096
"""Vectors that are compared or passed over together: 6 MB."""
ROWS_COPIED = 16_384
"""Vectors that are copied out of the index at a time: 25 MB."""
ANY, NONE = np.float32(-2), np.float32(2)
"""Floors that every cosine reaches, and that none does."""


class TextVectors(Protocol):
    """One unit vector per text row."""

    def __len__(self) -> int:
        """How many text rows there are."""
        ...

    def __getitem__(self, rows: NDArray[np.integer] | int) -> Vectors:
        """The vectors of these text rows (rows, dimension), or of one (dimension,)."""
        ...

    def nearest(self, query: Vectors, rows: NDArray[np.integer], count: int) -> tuple[NDArray[np.intp], Vectors]:
        """Of these text rows, the `count` nearest: their places among `rows`, the nearest first, and their cosines."""
        ...

    def cosines(self, query: Vectors, floor: Vectors, best_of: NDArray[np.bool_] | None = None) -> Vectors:
        """One cosine per text row: those that reach the `floor` of their row, and the highest of `best_of`.

        Elsewhere any number below the floor may stand: a store that has an index of neighbours need not look at each.
        A row whose floor is NONE is not looked at.
        """
        ...


class VectorsInFolder:
    """Those of vectors.npy, mapped into memory; workers of one machine share its pages."""

    def __init__(self, vectors: Vectors) -> None:
        """`vectors` are of all text rows (rows, dimension)."""
        self._vectors = vectors

    def __len__(self) -> int:
        """How many text rows there are."""
        return len(self._vectors)

    def __getitem__(self, rows: NDArray[np.integer] | int) -> Vectors:
        """The vectors of these text rows (rows, dimension), or of one (dimension,)."""
        return np.asarray(self._vectors[rows])

    def nearest(self, query: Vectors, rows: NDArray[np.integer], count: int) -> tuple[NDArray[np.intp], Vectors]:
        """Of these text rows, the `count` nearest: their places among `rows`, the nearest first, and their cosines."""
        parts = [rows[first : first + ROWS_COPIED] for first in range(0, len(rows), ROWS_COPIED)]
        found = np.concatenate([np.empty(0, np.float32), *(cosines(self._vectors[part], query) for part in parts)])
        places = np.argsort(-found, kind="stable")[:count]
        return places, found[places]

    def cosines(self, query: Vectors, floor: Vectors, best_of: NDArray[np.bool_] | None = None) -> Vectors:
        """One cosine per text row; 0 in parts without any row that is to be looked at, whose vectors are not read."""
        return cosines_within(self._vectors, parts_with(floor < NONE), query)


def cosines(vectors: Vectors, query: Vectors) -> Vectors:
    """One cosine per vector; both sides have unit length, so that the product is the cosine."""
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
