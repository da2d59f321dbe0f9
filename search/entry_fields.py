"""What entries can be filtered and counted by: one array a field, over all entries of the catalogue."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
"""One truth value per entry, or per text row where its name says so."""
Value = str | int


@dataclass(frozen=True, slots=True, eq=False)
class EntryField:
    """One field: pairs of an entry and a value that it has (none, one or several per entry, no pair twice)."""

    name: str
    values: tuple[Value, ...]
    labels: tuple[str, ...]
    """How pages show each value."""
    entries: NDArray[np.int32]
    """Entry number of each pair."""
    codes: NDArray[np.int32]
    """Position in `values` of each pair's value."""
    entry_count: int

    def holding(self, wanted: Collection[Value]) -> Mask:
        """The entries that have any of these values; a value that no entry has adds none."""
        chosen = np.array([value in wanted for value in self.values], dtype=bool)
        mask = np.zeros(self.entry_count, dtype=bool)
        if chosen.any():
            mask[self.entries[chosen[self.codes]]] = True
        return mask

    def count(self, among: Mask) -> NDArray[np.int64]:
        """How many of the entries of a mask have each value, in the order of `values`."""
        return np.bincount(self.codes[among[self.entries]], minlength=len(self.values))
