"""What entries can be filtered and counted by: one array a field, over all entries of the catalogue."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
"""One truth value per entry, or per text row where its name says so."""
Value = str | int
MANY_VALUES = 20
"""Chosen values from which they are looked up together."""


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
    _code_of: NDArray[np.unsignedinteger] | None = field(init=False)
    """Where no entry has several values: the code of each entry, the number of values for one that has none."""
    _first_pair: NDArray[np.int32] = field(init=False)
    """Where they have, for each entry and one more: where its pairs begin, if it has any."""

    def __post_init__(self) -> None:
        """Find out whether entries have one value at most: such a field is looked up without its pairs."""
        code_of, first_pair = None, np.empty(0, dtype=np.int32)
        if (self.entries[1:] > self.entries[:-1]).all():
            code_of = np.full(self.entry_count, len(self.values), dtype=np.min_scalar_type(len(self.values)))
            code_of[self.entries] = self.codes
        else:
            first_pair = np.searchsorted(self.entries, np.arange(self.entry_count + 1)).astype(np.int32)
        object.__setattr__(self, "_code_of", code_of)
        object.__setattr__(self, "_first_pair", first_pair)

    def holding(self, wanted: Collection[Value]) -> Mask:
        """The entries that have any of these values; a value that no entry has adds none."""
        chosen = [code for code, value in enumerate(self.values) if value in wanted]
        if self._code_of is not None:
            return _is_any(self._code_of, chosen)
        mask = np.zeros(self.entry_count, dtype=bool)
        mask[self.entries[_is_any(self.codes, chosen)]] = True
        return mask

    def count(self, among: NDArray[np.intp]) -> NDArray[np.int64]:
        """How many of the entries with these numbers have each value, in the order of `values`."""
        codes = self.codes[self._pairs_of(among)] if self._code_of is None else self._code_of[among]
        return np.bincount(codes, minlength=len(self.values))[: len(self.values)]

    def _pairs_of(self, among: NDArray[np.intp]) -> NDArray[np.intp]:
        """Places of the pairs of these entries."""
        first = self._first_pair[among]
        each = self._first_pair[among + 1] - first
        return np.repeat(first - np.cumsum(each) + each, each) + np.arange(each.sum())


def _is_any(codes: NDArray[np.integer], chosen: Sequence[int]) -> Mask:
    """Which codes are among those chosen: a comparison for each costs less than looking up, as they are mostly few."""
    if len(chosen) > MANY_VALUES:
        return np.isin(codes, chosen)
    mask = np.zeros(len(codes), dtype=bool)
    for code in chosen:
        mask |= codes == code
    return mask
