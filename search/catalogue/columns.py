"""The columns of a long query as arrays: each value that occurs once, and a number for it in every row.

Rows are read a part at a time and none of them is kept: those of 270,000 entries would take 300 MB as Python objects,
much of which the process would never give back.
"""

from array import array
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from search.catalogue.records import RecordReader


class _Numbered(dict[Any, int]):
    """Value → number, in the order in which values are first asked for."""

    def __missing__(self, value: Any) -> int:
        return self.setdefault(value, len(self))


class CodedColumn:
    """One column."""

    def __init__(self) -> None:
        """Of no rows."""
        self._numbered = _Numbered()
        self._codes = array("i")

    def extend(self, values: Iterable[Any]) -> None:
        """Add the values of more rows."""
        self._codes.extend(map(self._numbered.__getitem__, values))

    @property
    def values(self) -> tuple[Any, ...]:
        """The values that occur, None too, by their code."""
        return tuple(self._numbered)

    @property
    def codes(self) -> NDArray[np.int32]:
        """The code of the value of each row."""
        return np.array(self._codes, dtype=np.int32)


def read_columns(records: RecordReader, query: str, coded: int) -> tuple[NDArray[np.int64], list[CodedColumn]]:
    """What a query gives: a first column of whole numbers as it is, and `coded` others."""
    numbers, columns = array("q"), [CodedColumn() for _ in range(coded)]
    for rows in records.parts(query):
        first, *others = zip(*rows, strict=True)
        numbers.extend(first)
        for column, values in zip(columns, others, strict=True):
            column.extend(values)
    return np.array(numbers, dtype=np.int64), columns
