"""What every entry can be filtered and counted by, as arrays: read from a catalogue, or from the files made of it.

    columns/values.json           name of a field → the values that occur, sorted; and which queries they were read by
    columns/<field>_entries.npy   numbers of entries, ascending, one for each pair of an entry and a value that it has
    columns/<field>_codes.npy     the place of each pair's value among the values
    columns/rows.npy              text row of each entry
    columns/further_rows.npy, further_entries.npy
                                  text row of each wording in a further language, and the entry that it is of

A build writes them, so that whoever answers questions maps them into memory, which the processes of a machine share:
to read 390,000 entries from the catalogue took 8 seconds. Files that other queries made are not used.
"""

import json
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.index_folder.stored_arrays import save_array, stored_array
from models.records.documents import SOURCE_NAMES
from models.records.label_schemes import ISSUE_SCHEME, PERSONS_SCHEME, THEME_SCHEME

COLUMNS = "columns"
"""Folder in a snapshot."""
_VALUES = "values.json"

Value = str | int
Parts = Callable[[str], Iterable[Sequence[Sequence[Any]]]]
"""Gives the rows of a query, a part at a time: as objects, those of 270,000 entries would take 300 MB."""

_CODERS = ", ".join(f"'{name}'" for name in SOURCE_NAMES.values())
ONE_VALUE = {
    "position": "position",
    "cycle": "cycle",
    "session": "session",
    "under_review": "entry.state",
    "group": "regional_group",
    "action_category": "action_category",
    "language": "language",
    "kind": "entry.kind",
    "paragraph": "CASE entry.kind WHEN 'recommendation' THEN paragraph END",
    "qualified": "qualified",
    "coded_by": f"CASE WHEN answered_in IN ({_CODERS}) THEN answered_in END",
}
"""Fields of which no entry has several values → where they stand in the catalogue, in SQL."""
# What is searched of an observation are its passages; the first stands for it.
_ENTRIES = f"""
SELECT row, {", ".join(ONE_VALUE.values())} FROM entry
JOIN text ON sha256 = entry.text_sha256
LEFT JOIN observation_passage AS passage ON observation = entry.id AND passage."order" = 1
JOIN text_vector ON text_vector.text_sha256 = coalesce(passage.text_sha256, sha256)
LEFT JOIN state ON code = entry.state
LEFT JOIN review ON review.id = entry.review
LEFT JOIN recommendation ON recommendation.id = entry.id
ORDER BY number
"""  # noqa: S608
# What treaty bodies say has labels too, which nobody filters by: they would only slow counting.
_LABELS = """
SELECT number, label FROM label JOIN entry ON entry.id = record WHERE scheme = '{}' AND kind <> 'observation'
"""
SEVERAL_VALUES = {
    "label": _LABELS.format(ISSUE_SCHEME),
    "theme": _LABELS.format(THEME_SCHEME),
    "persons": _LABELS.format(PERSONS_SCHEME),
    "recommending": "SELECT number, sponsor.state FROM sponsor JOIN entry ON entry.id = recommendation",
    "symbol": "SELECT number, stands_in.symbol FROM stands_in JOIN entry USING (id)",
}
"""Fields of which entries may have several values, or few have any → the query that gives numbers of entries and
values."""
_WORDINGS = """
SELECT row, number FROM wording JOIN entry ON entry.id = record
JOIN text_vector ON text_vector.text_sha256 = wording.text_sha256 ORDER BY number
"""
FIELDS = (*ONE_VALUE, *SEVERAL_VALUES)


@dataclass(frozen=True, slots=True, eq=False)
class EntryColumn:
    """One field: pairs of an entry and a value that it has, sorted by both, no pair twice."""

    values: tuple[Value, ...]
    """Those that occur, sorted."""
    entries: NDArray[np.int32]
    """Entry number of each pair."""
    codes: NDArray[np.unsignedinteger]
    """Place in `values` of each pair's value, in as few bytes as hold it."""


@dataclass(frozen=True, slots=True, eq=False)
class EntryColumns:
    """All fields, and the text rows of all entries."""

    rows: NDArray[np.int32]
    """Text row of each entry, by its number."""
    further_rows: NDArray[np.int32]
    """Text row of each wording in a further language."""
    further_entries: NDArray[np.int32]
    """The entry that each of these is of, ascending."""
    fields: Mapping[str, EntryColumn]
    """By name, as FIELDS."""


def read_entry_columns(parts: Parts) -> EntryColumns:
    """Read them from a catalogue."""
    rows, columns = _columns(parts(_ENTRIES), len(ONE_VALUE))
    numbers = np.arange(len(rows))
    fields = {name: _field(numbers, column) for name, column in zip(ONE_VALUE, columns, strict=True)}
    for name, query in SEVERAL_VALUES.items():
        numbers, (column,) = _columns(parts(query), 1)
        fields[name] = _field(numbers, column)
    further_rows, (entries,) = _columns(parts(_WORDINGS), 1)
    further_entries = np.array(entries.values, dtype=np.int32)[entries.codes]
    return EntryColumns(rows.astype(np.int32), further_rows.astype(np.int32), further_entries, fields)


def save_entry_columns(folder: Path, columns: EntryColumns) -> None:
    """Write them into a new folder."""
    folder.mkdir()
    for name, numbers in _arrays(columns):
        save_array(folder / f"{name}.npy", numbers)
    values = {"queries": _QUERIES, "values": {name: column.values for name, column in columns.fields.items()}}
    (folder / _VALUES).write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")


def open_entry_columns(folder: Path) -> EntryColumns | None:
    """Map those of a folder into memory; None where other queries made them.

    Raises:
        ValueError: a file is missing or holds something else, or they do not belong together.
    """
    values = _open_values(folder / _VALUES)
    if values is None:
        return None
    rows, further_rows, further_entries = (
        stored_array(folder / f"{name}.npy", np.int32) for name in ("rows", "further_rows", "further_entries")
    )
    fields = {
        name: EntryColumn(
            of_field,
            stored_array(folder / f"{name}_entries.npy", np.int32),
            stored_array(folder / f"{name}_codes.npy", np.unsignedinteger),
        )
        for name, of_field in values.items()
    }
    columns = EntryColumns(rows, further_rows, further_entries, fields)
    for name, field in fields.items():
        # Codes count from 0: one more than the highest is needed, and none where there are no pairs.
        needed = int(field.codes.max()) + 1 if len(field.codes) else 0
        if len(field.entries) != len(field.codes) or needed > len(field.values):
            raise ValueError(f"the values of {name} are not those that its entries have")
    if rows.min(initial=0) < 0 or further_rows.min(initial=0) < 0 or len(further_rows) != len(further_entries):
        raise ValueError("entries name text rows that there cannot be")
    if not all(
        _are_numbers(entries, len(rows)) for entries in (further_entries, *(f.entries for f in fields.values()))
    ):
        raise ValueError("values are of entries that there are not")
    return columns


_QUERIES = sha256("".join([_ENTRIES, *SEVERAL_VALUES.values(), _WORDINGS]).encode()).hexdigest()


def column_of_pairs(entries: NDArray[np.integer], codes: NDArray[np.int64], values: tuple[Value, ...]) -> EntryColumn:
    """A column of pairs, some of them there twice perhaps; `codes` are places among `values`, which are sorted."""
    if not (entries[1:] > entries[:-1]).all():
        # One number a pair: sorted, each once, and taken apart again.
        pairs = np.unique(entries.astype(np.int64) * len(values) + codes)
        entries, codes = np.divmod(pairs, max(1, len(values)))
    few_bytes = np.min_scalar_type(max(0, len(values) - 1))
    return EntryColumn(values, entries.astype(np.int32), codes.astype(few_bytes))


def same_entry_columns(one: EntryColumns, other: EntryColumns) -> bool:
    """Whether both say the same of every entry."""
    values = [{name: column.values for name, column in columns.fields.items()} for columns in (one, other)]
    arrays = [dict(_arrays(columns)) for columns in (one, other)]
    return values[0] == values[1] and all(np.array_equal(arrays[0][name], arrays[1][name]) for name in arrays[0])


def _arrays(columns: EntryColumns) -> Iterator[tuple[str, NDArray[Any]]]:
    """Name of each file, and what it holds."""
    yield "rows", columns.rows
    yield "further_rows", columns.further_rows
    yield "further_entries", columns.further_entries
    for name, column in columns.fields.items():
        yield f"{name}_entries", column.entries
        yield f"{name}_codes", column.codes


def _open_values(path: Path) -> dict[str, tuple[Value, ...]] | None:
    """The values of each field; None where other queries gave them."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        if stored["queries"] != _QUERIES:
            return None
        values = {str(name): tuple(of_field) for name, of_field in stored["values"].items()}
    except (OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{path.name} holds no values of entries") from error
    kinds = [{type(value) for value in of_field} for of_field in values.values()]
    if set(values) != set(FIELDS) or not all(kind in (set(), {str}, {int}) for kind in kinds):
        raise ValueError(f"{path.name} holds values of other fields")
    if not all(list(of_field) == sorted(set(of_field)) for of_field in values.values()):
        raise ValueError(f"{path.name} holds values that are not sorted")
    return values


def _are_numbers(entries: NDArray[np.int32], size: int) -> bool:
    """Whether these are numbers of entries, ascending."""
    return bool((entries[1:] >= entries[:-1]).all() and entries.min(initial=0) >= 0 and entries.max(initial=-1) < size)


class _Numbered(dict[Any, int]):
    """Value → number, in the order in which values are first asked for."""

    def __missing__(self, value: Any) -> int:
        return self.setdefault(value, len(self))


class _CodedColumn:
    """The values of a column as numbers, None too."""

    def __init__(self) -> None:
        self._numbered = _Numbered()
        self._codes = array("i")

    def extend(self, values: Iterable[Any]) -> None:
        """Add the values of more rows."""
        self._codes.extend(map(self._numbered.__getitem__, values))

    @property
    def values(self) -> tuple[Any, ...]:
        """The values that occur, by their code."""
        return tuple(self._numbered)

    @property
    def codes(self) -> NDArray[np.int32]:
        """The code of the value of each row."""
        return np.array(self._codes, dtype=np.int32)


def _columns(parts: Iterable[Sequence[Sequence[Any]]], coded: int) -> tuple[NDArray[np.int64], list[_CodedColumn]]:
    """What a query gives: a first column of whole numbers as it is, and `coded` others."""
    numbers, columns = array("q"), [_CodedColumn() for _ in range(coded)]
    for rows in parts:
        first, *others = zip(*rows, strict=True)
        numbers.extend(first)
        for column, values in zip(columns, others, strict=True):
            column.extend(values)
    return np.array(numbers, dtype=np.int64), columns


def _field(entries: NDArray[np.int64], column: _CodedColumn) -> EntryColumn:
    """A field from the entry numbers and the values of pairs, some of them twice perhaps; None is no value."""
    values = sorted(set(column.values) - {None})
    code_of = {value: code for code, value in enumerate(values)} | {None: -1}
    codes = np.array([code_of[value] for value in column.values], dtype=np.int64)[column.codes]
    return column_of_pairs(entries[codes >= 0], codes[codes >= 0], tuple(values))
