"""What entries can be filtered and counted by: one array a field, over all entries of the catalogue."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
"""One truth value per entry, or per text row where its name says so."""
Value = str | int
FEW = 1 / 50
"""Share of entries below which their pairs are looked up one by one."""


@dataclass(frozen=True, slots=True, eq=False)
class EntryField:
    """One field: pairs of an entry and a value that it has (none, one or several per entry, no pair twice)."""

    name: str
    values: tuple[Value, ...]
    labels: tuple[str, ...]
    """How pages show each value."""
    entries: NDArray[np.int32]
    """Entry number of each pair, ascending."""
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
        if not self.values:
            return np.zeros(0, dtype=np.int64)
        # Of the type of `entries`, which would be copied otherwise each time that places are looked up in it.
        found = np.flatnonzero(among).astype(np.int32)
        if len(found) > self.entry_count * FEW:
            pairs: Mask | NDArray[np.intp] = among[self.entries]
        else:
            pairs = self._pairs_of(found)
        return np.bincount(self.codes[pairs], minlength=len(self.values))

    def _pairs_of(self, found: NDArray[np.int32]) -> NDArray[np.intp]:
        """Places of the pairs of these entries, which cost less to look up than all pairs where they are few."""
        first = np.searchsorted(self.entries, found)
        each = np.searchsorted(self.entries, found, side="right") - first
        return np.repeat(first - np.cumsum(each) + each, each) + np.arange(each.sum())
