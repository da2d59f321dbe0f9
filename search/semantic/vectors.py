"""The semantic retriever: cosines between a query's vector and the vectors of all texts."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from models.encoders.text_encoder import Vectors

ANY, NONE = np.float32(-2), np.float32(2)
"""Floors that every cosine reaches, and that none does."""
LOWEST = np.float32(-1)
"""The lowest cosine that there can be; rounding may give a lower number."""


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

        Elsewhere any number below the floor may stand: a store that rounds vectors need not look at each exactly.
        A row whose floor is NONE is not looked at.
        """
        ...


def cosines(vectors: Vectors, query: Vectors) -> Vectors:
    """One cosine per vector; both sides have unit length, so that the product is the cosine."""
    return vectors @ query
