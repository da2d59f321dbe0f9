"""What entries can be filtered and counted by: one array a field, over all entries of the catalogue."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from search.datamodel.question import Value
from search.datamodel.ranges import indices_between

Mask = NDArray[np.bool_]
"""One truth value per entry, or per text row where its name says so."""
Number = TypeVar("Number", bound=np.integer)


@dataclass(frozen=True, slots=True, eq=False)
class EntryField:
    """One field: pairs of an entry and a value that it has (none, one or several per entry, no pair twice)."""

    name: str
    values: tuple[Value, ...]
    labels: tuple[str, ...]
    """How pages show each value."""
    entries: NDArray[np.int32]
    """Entry number of each pair, ascending."""
    codes: NDArray[np.unsignedinteger]
    """Position in `values` of each pair's value, in as few bytes as hold it."""
    entry_count: int
    _code_of: NDArray[np.unsignedinteger] | None = field(init=False)
    """Where no entry has several values: the code of each entry, the number of values for one that has none."""
    _first_pair: NDArray[np.int32] = field(init=False)
    """Where they have, for each entry and one more: where its pairs begin, if it has any."""

    def __post_init__(self) -> None:
        """Find out whether entries have one value at most: such a field is looked up without its pairs."""
        code_of, first_pair = None, np.empty(0, dtype=np.int32)
        if (self.entries[1:] > self.entries[:-1]).all():
            codes = np.arange(len(self.values), dtype=np.min_scalar_type(len(self.values)))
            code_of = self.by_entry(codes, none=len(self.values))
        else:
            first_pair = np.searchsorted(self.entries, np.arange(self.entry_count + 1)).astype(np.int32)
        object.__setattr__(self, "_code_of", code_of)
        object.__setattr__(self, "_first_pair", first_pair)

    def by_entry(self, numbers: NDArray[Number], none: int = 0) -> NDArray[Number]:
        """The number of each entry's value, or `none`: in a field in which no entry has several.

        `numbers` has one for each of `values`.
        """
        by_entry = np.full(self.entry_count, none, dtype=numbers.dtype)
        by_entry[self.entries] = numbers[self.codes]
        return by_entry

    def holding(self, wanted: Collection[Value]) -> Mask:
        """The entries that have any of these values; a value that no entry has adds none."""
        # The last is for entries that have none.
        chosen = np.array([*(value in wanted for value in self.values), False], dtype=bool)
        if self._code_of is not None:
            codes = np.flatnonzero(chosen)
            # To compare takes a fiftieth of the time of looking up, and most questions name one value.
            return np.asarray(self._code_of == codes[0] if len(codes) == 1 else chosen.take(self._code_of))
        mask = np.zeros(self.entry_count, dtype=bool)
        mask[self.entries[chosen.take(self.codes)]] = True
        return mask

    def count(self, among: NDArray[np.intp]) -> NDArray[np.int64]:
        """How many of the entries with these numbers have each value, in the order of `values`."""
        if self._code_of is not None:
            codes: NDArray[np.integer] = self._code_of[among]
        else:
            codes = self.codes[indices_between(self._first_pair[among], self._first_pair[among + 1])]
        return np.bincount(codes, minlength=len(self.values))[: len(self.values)]

    def occurring(self, among: NDArray[np.intp]) -> list[tuple[int, int]]:
        """The positions in `values` of those that the entries with these numbers have, and how many have each: the most
        frequent first, those of one count by label."""
        counts = self.count(among)
        codes = np.flatnonzero(counts)
        pairs = zip(codes.tolist(), counts[codes].tolist(), strict=True)
        return sorted(pairs, key=lambda pair: (-pair[1], self.labels[pair[0]]))
