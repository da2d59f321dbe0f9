"""The vectors of a snapshot in a database: neighbours by pgvector's index, cosines by the vectors themselves.

An index of neighbours (HNSW; Malkov and Yashunin, "Efficient and Robust Approximate Nearest Neighbor Search Using
Hierarchical Navigable Small World Graphs", 2020) gives the nearest texts, not all that are near enough. But an answer
must hold, and count, all that is on an issue. What each text lacks to be so is known before (its floor), and no text
that is not among the nearest is nearer than the last of them: those whose floor is higher need not be looked at, the
others are, one by one (as in the threshold algorithm; Fagin, Lotem and Naor, "Optimal Aggregation Algorithms for
Middleware", 2003).
"""

import numpy as np
from numpy.typing import NDArray

from models.index_database.tables import MOST_DIMENSIONS, NEIGHBOURS
from search.semantic.vectors import NONE, Vectors
from search.store.database_catalogue import CatalogueInDatabase

FEW = 4_000
"""Texts that are looked at one by one rather than by the index of neighbours: it would leave out some of so few."""
HALF = 0.003
"""By no more a cosine of half precision, by which neighbours are ordered, differs from that of the vectors."""
ROUNDING = 1e-5
"""By no more the server's sum of products differs from ours."""
LOWEST = np.float32(-1)
Mask = NDArray[np.bool_]

_VECTORS = "SELECT row, vector_send(vector) FROM text_vector WHERE row = ANY(%s)"
_COSINES = "SELECT row, -(vector <#> %s::vector) FROM text_vector WHERE row = ANY(%s)"
_COSINES_OF_MANY = """
SELECT row, cosine FROM (
    SELECT row, -(vector <#> %s::vector) AS cosine FROM text_vector WHERE get_bit(%s::bytea, row) = 1
) AS looked_at WHERE cosine >= %s
"""
_NEAREST = "SELECT number, cosine FROM neighbours(%s, %s::vector, %s)"


class VectorsInDatabase:
    """The vectors of one snapshot."""

    def __init__(self, catalogue: CatalogueInDatabase, count: int, dimension: int) -> None:
        """`count` is that of text rows."""
        self._catalogue = catalogue
        self._count = count
        self._dimension = dimension

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, rows: NDArray[np.integer] | int) -> Vectors:
        wanted = np.atleast_1d(np.asarray(rows, dtype=np.int64))
        distinct, place_of = np.unique(wanted, return_inverse=True)
        vectors = np.empty((len(distinct), self._dimension), dtype=np.float32)
        found = self._catalogue.own_rows(_VECTORS, distinct.tolist(), binary=True) if len(distinct) else []
        places = np.searchsorted(distinct, [row for row, _ in found])
        for place, (_, sent) in zip(places, found, strict=True):
            # Before its numbers a vector has four bytes that say how many they are.
            vectors[place] = np.frombuffer(sent, dtype=">f4", offset=4)
        return vectors[place_of] if np.ndim(rows) else vectors[0]

    def nearest(self, query: Vectors, rows: NDArray[np.integer], count: int) -> tuple[NDArray[np.intp], Vectors]:
        """Of these text rows, the `count` nearest: their places among `rows`, the nearest first, and their cosines."""
        found = np.full(self._count, -np.inf, dtype=np.float32)
        self._find_nearest(query, self._mask(rows), found, count)
        near = found[rows]
        places = np.argsort(-near, kind="stable")[:count]
        places = places[np.isfinite(near[places])]
        return places, near[places]

    def cosines(self, query: Vectors, floor: Vectors, best_of: Mask | None = None) -> Vectors:
        """One cosine per text row: those that reach the `floor` of their row, and the highest of `best_of`.

        LOWEST for all others.
        """
        found = np.full(self._count, -np.inf, dtype=np.float32)
        wanted = floor < NONE
        furthest = self._find_nearest(query, wanted, found, NEIGHBOURS)
        if best_of is not None and not np.array_equal(best_of, wanted):
            self._find_nearest(query, best_of, found, NEIGHBOURS)
        further = wanted & (floor <= furthest + HALF) & np.isneginf(found)
        # Tens of thousands may have to be looked at of which a few are near enough to be told of.
        self._look_at(query, further, found, float(floor[further].min(initial=NONE)) - ROUNDING)
        return np.maximum(found, LOWEST)

    def _find_nearest(self, query: Vectors, among: Mask, found: Vectors, count: int) -> float:
        """Put the cosines of the nearest into `found`, and return what none of the others is above."""
        size = int(np.count_nonzero(among))
        if size <= max(FEW, count) or self._dimension > MOST_DIMENSIONS:
            self._look_at(query, among & np.isneginf(found), found)
            return -np.inf
        text = str(query.tolist())
        rows = self._catalogue.own_rows(_NEAREST, _packed(among), text, count, binary=True)
        _put(rows, found)
        return min((cosine for _, cosine in rows), default=-np.inf) if len(rows) >= count else np.inf

    def _look_at(self, query: Vectors, among: Mask, found: Vectors, least: float = -np.inf) -> None:
        """Put the cosines of all these rows into `found`, those of many where they are at least so high."""
        rows = np.flatnonzero(among)
        if len(rows) == 0:
            return
        text = str(query.tolist())
        if len(rows) <= FEW:
            _put(self._catalogue.own_rows(_COSINES, text, rows.tolist(), binary=True), found)
        else:
            _put(self._catalogue.own_rows(_COSINES_OF_MANY, text, _packed(among), least, binary=True), found)

    def _mask(self, rows: NDArray[np.integer]) -> Mask:
        mask = np.zeros(self._count, dtype=bool)
        mask[rows] = True
        return mask


def _packed(mask: Mask) -> bytes:
    return np.packbits(mask, bitorder="little").tobytes()


def _put(rows: list[tuple[int, float]], found: Vectors) -> None:
    if rows:
        numbers, cosines = zip(*rows, strict=True)
        found[np.array(numbers, dtype=np.int64)] = np.array(cosines, dtype=np.float32)
