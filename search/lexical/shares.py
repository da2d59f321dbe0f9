"""How much of the words asked for a text holds: the share of their weight, 0 to 1.

A word's weight says how much it tells texts apart: its inverse document frequency (K. Spärck Jones, "A Statistical
Interpretation of Term Specificity", 1972).
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from math import fsum

import numpy as np
from numpy.typing import NDArray

from search.lexical.bm25 import inverse_document_frequency
from search.lexical.index import LexicalIndex


class WeighedWords:
    """The words asked for, each with its weight."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights
        self._total = fsum(weights.values()) or 1.0

    @classmethod
    def among(cls, index: LexicalIndex, stems: Iterable[str]) -> "WeighedWords":
        """By how rare each is among the texts of an index."""
        # In one order: sums of the same numbers, and so ties, do not hang on that of a set, which differs by run.
        return cls({stem: inverse_document_frequency(index, stem) for stem in sorted(set(stems))})

    def share_in(self, held: Collection[str]) -> float:
        """Of a text that holds these stems."""
        return fsum(weight for stem, weight in self.weights.items() if stem in held) / self._total

    def shares(self, count: int, holding: Callable[[str], NDArray[np.integer] | list[int]]) -> NDArray[np.float64]:
        """Of `count` texts; `holding` says where, among them, those are that hold a stem."""
        shares = np.zeros(count)
        for stem, weight in self.weights.items():
            shares[np.unique(np.asarray(holding(stem), dtype=np.int64))] += weight
        return shares / self._total
