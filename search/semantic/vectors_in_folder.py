"""The vectors of an index folder, mapped into memory, and the same rounded to a quarter of the bytes."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from models.encoders.text_encoder import Vectors
from models.encoders.unit_vectors import rounded_rows
from models.files.memory import let_go
from search.semantic.vectors import ANY, LOWEST, NONE, cosines

Parts = Sequence[slice]
ROWS_OF_PART = 4096
"""Vectors that are compared or passed over together: 6 MB."""
ROWS_COPIED = 16_384
"""Vectors that are copied out of the index at a time: 25 MB."""
ROUNDING = 0.004
"""By no more a cosine of rounded vectors differs from that of the vectors: 0.0027 among two million real pairs."""
BEST = 500
"""So many of the highest are compared exactly, however low their cosines are."""
MOST_SINGLE = 0.2
"""Share of the rows from which all are read, one after the other, rather than single ones."""


@dataclass(frozen=True, slots=True, eq=False)
class RoundedVectors:
    """The vectors of all text rows in a quarter of the bytes."""

    numbers: NDArray[np.int8]
    """(rows, dimension)"""
    factors: Vectors
    """(rows): what the numbers of each row are to be multiplied by."""

    def cosines_within(self, parts: Parts, query: Vectors) -> Vectors:
        """About the cosine of each row, at most ROUNDING off; -inf for the rows outside the parts."""
        import simsimd

        (numbers,), (factor,) = rounded_rows(query[np.newaxis])
        found = np.full(len(self.factors), -np.inf, dtype=np.float32)
        for part in parts:
            # By one thread: the product is as fast as memory gives the numbers.
            products = simsimd.cdist(numbers[np.newaxis], self.numbers[part], metric="dot")
            found[part] = np.asarray(products, dtype=np.float32)[0] * self.factors[part] * factor
        return found


class VectorsInFolder:
    """Those of vectors.npy, mapped into memory; workers of one machine share its pages.

    Where they are there rounded as well, most cosines are those of the rounded ones. Compared exactly are texts that
    may or may not reach their floor, so that which do is decided as without rounding; those of which any cosine is
    wanted; and the BEST of all, which are shown first.
    """

    def __init__(self, vectors: Vectors, rounded: RoundedVectors | None = None) -> None:
        """`vectors` are of all text rows (rows, dimension)."""
        self._vectors = vectors
        self._rounded = rounded

    def __len__(self) -> int:
        return len(self._vectors)

    def __getitem__(self, rows: NDArray[np.integer] | int) -> Vectors:
        return np.asarray(self._vectors[rows])

    def nearest(self, query: Vectors, rows: NDArray[np.integer], count: int) -> tuple[NDArray[np.intp], Vectors]:
        """Of these text rows, the `count` nearest: their places among `rows`, the nearest first, and their cosines."""
        found = self._cosines_of(rows, query)
        places = np.argsort(-found, kind="stable")[:count]
        return places, found[places]

    def cosines(self, query: Vectors, floor: Vectors, best_of: NDArray[np.bool_] | None = None) -> Vectors:
        """One cosine per text row; any number below the floor of those that do not reach it."""
        wanted = floor < NONE
        parts = parts_with(wanted)
        if self._rounded is None:
            return cosines_within(self._vectors, parts, query)
        found = self._rounded.cosines_within(parts, query)
        read = wanted & ((floor <= ANY) | (np.abs(found - floor) <= np.float32(ROUNDING)))
        for among in (wanted, best_of):
            if among is not None:
                read[_highest(found, among)] = True
        rows = np.flatnonzero(read)
        if len(rows) > MOST_SINGLE * len(self):
            return cosines_within(self._vectors, parts, query)
        found[rows] = self._cosines_of(rows, query)
        let_go(self._vectors)  # a few rows of each page would keep the whole file in this process
        return np.maximum(found, LOWEST)

    def _cosines_of(self, rows: NDArray[np.integer], query: Vectors) -> Vectors:
        parts = [rows[first : first + ROWS_COPIED] for first in range(0, len(rows), ROWS_COPIED)]
        return np.concatenate([np.empty(0, np.float32), *(cosines(self._vectors[part], query) for part in parts)])


def _highest(found: Vectors, among: NDArray[np.bool_]) -> NDArray[np.intp]:
    """The rows of the BEST highest numbers among some."""
    rows = np.flatnonzero(among)
    return rows if len(rows) <= BEST else rows[np.argpartition(-found[rows], BEST)[:BEST]]


def cosines_within(vectors: Vectors, parts: Parts, query: Vectors) -> Vectors:
    """One cosine per vector; 0 for the rows outside the parts, whose vectors are not read."""
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
