"""The catalogue as arrays: what ranking, filters and counts need to know of every entry, held in memory.

Rows are read a part at a time and none of them is kept: those of 270,000 entries would take 300 MB as Python objects,
much of which the process would never give back.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from models.reviews.states import State, StateKind
from search.catalogue.connection import CatalogueConnection
from search.catalogue.fields import EntryField, Mask
from search.catalogue.reading_order import reading_order
from search.datamodel.question import FILTER_FIELDS, FilterField, Value, ValueKind

# What is searched of an observation are its passages; the first stands for it.
_ENTRIES = """
SELECT row, {} FROM entry
JOIN text ON sha256 = entry.text_sha256
LEFT JOIN observation_passage AS passage ON observation = entry.id AND passage."order" = 1
JOIN text_vector ON text_vector.text_sha256 = coalesce(passage.text_sha256, sha256)
LEFT JOIN state ON code = entry.state
LEFT JOIN review ON review.id = entry.review
LEFT JOIN recommendation ON recommendation.id = entry.id
LEFT JOIN commitment ON commitment.id = entry.id
ORDER BY number
"""
_SPONSORS = "SELECT number, sponsor.state FROM sponsor JOIN entry ON entry.id = recommendation"
# What treaty bodies say has labels too, which nobody filters by: they would only slow counting.
_LABELS = """
SELECT number, label FROM label JOIN entry ON entry.id = record WHERE scheme = '{}' AND kind <> 'observation'
"""
_SYMBOLS = "SELECT number, symbol FROM source JOIN entry ON entry.id = record"
_QUERY_COLUMNS = {"paragraph": "recommendation.paragraph"}
"""What keyword queries can name besides filters."""
_WORDINGS = """
SELECT row, number FROM wording JOIN entry ON entry.id = record
JOIN text_vector ON text_vector.text_sha256 = wording.text_sha256 ORDER BY number
"""
_STATES = "SELECT code, name, kind, regional_group, invented FROM state"


Integers = NDArray[np.int64]
Scalar = TypeVar("Scalar", np.bool_, np.float32, np.float64)


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


@dataclass(frozen=True, eq=False)
class Catalogue:
    """All entries, by number, and the States that occur."""

    states: dict[str, State]
    """By code."""
    rows: NDArray[np.int32]
    """Text row of each entry."""
    further: tuple[NDArray[np.int32], Integers]
    """Text row of each wording in a further language, and the entry that it is of."""
    tie_order: NDArray[np.int32]
    """Place of each entry among entries of the same relevance: later sessions first, then catalogue order."""
    recommendations: Mask
    """The entries that are recommendations."""
    answerable: Mask
    """The entries of the kinds that `match` and `find` answer with: recommendations and commitments."""
    fields: dict[str, EntryField]
    """The fields of `Filters`; `symbol` and `paragraph`, which queries can name."""

    @property
    def filter_fields(self) -> tuple[EntryField, ...]:
        """The fields of `Filters`, in their order."""
        return tuple(self.fields[name] for name in FILTER_FIELDS)

    @cached_property
    def paragraphs(self) -> Integers:
        """One number for each paragraph of a report, -1 for what is no recommendation or known from a table."""
        return self.numbered(("under_review", "session", "paragraph"))

    @cached_property
    def reading_order(self) -> Integers:
        """Per entry, its place in the order in which one reads reports (search.catalogue.reading_order)."""
        return reading_order(self.fields)

    @cached_property
    def recommending_groups(self) -> EntryField:
        """The regional groups of the States that made each recommendation; "" for States that are in none."""
        sponsors = self.fields["recommending"]
        groups = [self.states[str(code)].regional_group or "" for code in sponsors.values]
        column = CodedColumn()
        column.extend(groups[code] for code in sponsors.codes.tolist())
        return _field("recommending_group", sponsors.entries.astype(np.int64), column, self.size, str)

    def numbered(self, names: tuple[str, ...]) -> Integers:
        """Per entry, one number for each combination of values of these fields, of which no entry has several.

        -1 for what is no recommendation, or lacks a value.
        """
        numbers = np.zeros(self.size, dtype=np.int64)
        complete = self.recommendations.copy()
        for name in names:
            field = self.fields[name]
            values = field.by_entry(np.arange(len(field.values)), none=-1)
            complete &= values >= 0
            numbers = numbers * len(field.values) + values
        return np.where(complete, numbers, -1)

    def by_entry(self, of_rows: NDArray[Scalar]) -> NDArray[Scalar]:
        """Per entry, the greatest of what its text rows have, in whatever languages it is there."""
        values = of_rows[self.rows]
        rows, entries = self.further
        if len(rows):
            np.maximum.at(values, entries, of_rows[rows])
        return values

    @property
    def size(self) -> int:
        """How many entries there are."""
        return len(self.rows)


def load_catalogue(connection: CatalogueConnection) -> Catalogue:
    """Read all entries of a catalogue."""
    states = {row[0]: _state(*row) for row in connection.rows(_STATES)}
    columns = {name: field.column for name, field in FILTER_FIELDS.items() if field.column} | _QUERY_COLUMNS
    rows, coded = read_columns(connection, _ENTRIES.format(", ".join(columns.values())), len(columns))
    column_of = dict(zip(columns, coded, strict=True))
    further_rows, (further_entries,) = read_columns(connection, _WORDINGS, coded=1)
    entries_of_further = np.array(further_entries.values, dtype=np.int64)[further_entries.codes]

    def field(name: str) -> EntryField:
        label = _label_of(FILTER_FIELDS.get(name), states)
        if name in column_of:
            return _field(name, np.arange(len(rows)), column_of[name], len(rows), label)
        numbers, (column,) = read_columns(connection, _query_of(name), coded=1)
        return _field(name, numbers, column, len(rows), label)

    fields = {name: field(name) for name in (*FILTER_FIELDS, "symbol", "paragraph")}
    return Catalogue(
        states=states,
        rows=rows.astype(np.int32),
        further=(further_rows.astype(np.int32), entries_of_further),
        tie_order=_tie_order(column_of["session"]),
        recommendations=fields["kind"].holding(["recommendation"]),
        answerable=fields["kind"].holding(["recommendation", "commitment"]),
        fields=fields,
    )


def _query_of(name: str) -> str:
    """The pairs of entry and value of a field of which entries have several."""
    if name in FILTER_FIELDS and FILTER_FIELDS[name].scheme:
        return _LABELS.format(FILTER_FIELDS[name].scheme)
    return {"recommending": _SPONSORS, "symbol": _SYMBOLS}[name]


def _label_of(field: FilterField | None, states: Mapping[str, State]) -> Callable[[Value], str]:
    """How answers show the values of a field."""
    if field is None:
        return str
    if field.kind is ValueKind.STATE:
        return lambda code: states[str(code)].name
    return field.label_of


def _field(name: str, entries: Integers, column: CodedColumn, size: int, label: Callable[[Value], str]) -> EntryField:
    """A field from the entry numbers and the values of pairs, some of them twice perhaps; None is no value."""
    values = sorted(set(column.values) - {None})
    code_of = {value: code for code, value in enumerate(values)} | {None: -1}
    codes = np.array([code_of[value] for value in column.values], dtype=np.int64)[column.codes]
    entries, codes = entries[codes >= 0], codes[codes >= 0]
    if not (entries[1:] > entries[:-1]).all():
        # One number a pair: sorted, each once, and taken apart again.
        entries, codes = np.divmod(np.unique(entries * len(values) + codes), max(1, len(values)))
    return EntryField(
        name=name,
        values=tuple(values),
        labels=tuple(label(value) for value in values),
        entries=entries.astype(np.int32),
        codes=codes.astype(np.int32),
        entry_count=size,
    )


def _tie_order(session: CodedColumn) -> NDArray[np.int32]:
    earlier = np.array([-(value or 0) for value in session.values], dtype=np.int32)[session.codes]
    order = np.empty(len(earlier), dtype=np.int32)
    order[np.argsort(earlier, kind="stable")] = np.arange(len(earlier), dtype=np.int32)
    return order


def _state(code: str, name: str, kind: str, group: str | None, invented: int) -> State:
    return State(code, name, StateKind(kind), group, bool(invented))


def read_columns(connection: CatalogueConnection, query: str, coded: int) -> tuple[Integers, list[CodedColumn]]:
    """What a query gives: a first column of whole numbers as it is, and `coded` others."""
    numbers, columns = array("q"), [CodedColumn() for _ in range(coded)]
    for rows in connection.parts(query):
        first, *others = zip(*rows, strict=True)
        numbers.extend(first)
        for column, values in zip(columns, others, strict=True):
            column.extend(values)
    return np.array(numbers, dtype=np.int64), columns
