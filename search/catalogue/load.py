"""The catalogue as arrays: what ranking, filters and counts need to know of every entry, held in memory.

Rows are read a part at a time and none of them is kept: those of 270,000 entries would take 300 MB as Python objects,
much of which the process would never give back.
"""

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.records.enums import ACTION_CATEGORIES
from models.reviews.states import State, StateKind
from search.catalogue.connection import CatalogueConnection
from search.catalogue.fields import EntryField, Mask, Value
from search.datamodel.question import LABEL_FIELDS

FILTER_FIELDS = (
    "under_review",
    "recommending",
    "group",
    "cycle",
    "session",
    "position",
    "kind",
    "language",
    "label",
    "theme",
    "persons",
    "action_category",
)
"""The fields of `Filters`, in the order in which answers count them."""

_ENTRIES = """
SELECT row, entry.kind, entry.state, regional_group, session, cycle, position, language,
       recommendation.paragraph, coalesce(recommendation.action_category, commitment.action_category)
FROM entry
JOIN text ON sha256 = entry.text_sha256
JOIN text_vector ON text_vector.text_sha256 = sha256
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
_STATES = "SELECT code, name, kind, regional_group, invented FROM state"


Integers = NDArray[np.int64]


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
        """The fields of `Filters`, in the order in which answers count them."""
        return tuple(self.fields[name] for name in FILTER_FIELDS)

    @cached_property
    def paragraphs(self) -> Integers:
        """One number for each paragraph of a report, -1 for what is no recommendation or known from a table."""
        return self.numbered(("under_review", "session", "paragraph"))

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

    @property
    def size(self) -> int:
        """How many entries there are."""
        return len(self.rows)


def load_catalogue(connection: CatalogueConnection) -> Catalogue:
    """Read all entries of a catalogue."""
    states = {row[0]: _state(*row) for row in connection.rows(_STATES)}
    rows, columns = read_columns(connection, _ENTRIES, coded=9)
    kind, under_review, group, session, cycle, position, language, paragraph, action = columns
    size = len(rows)

    def name_of(code: Value) -> str:
        return states[str(code)].name

    def field(name: str, column: CodedColumn, label: Callable[[Value], str] = str) -> EntryField:
        return _field(name, np.arange(size), column, size, label)

    def field_of(name: str, query: str, label: Callable[[Value], str] = str) -> EntryField:
        numbers, (column,) = read_columns(connection, query, coded=1)
        return _field(name, numbers, column, size, label)

    fields = [
        field("under_review", under_review, name_of),
        field_of("recommending", _SPONSORS, name_of),
        field("group", group),
        field("cycle", cycle, "Cycle {}".format),
        field("session", session, "Session {}".format),
        field("position", position),
        field("kind", kind),
        field("language", language),
        *(field_of(name, _LABELS.format(scheme)) for name, scheme in LABEL_FIELDS.items()),
        field("action_category", action, _action_words),
        field_of("symbol", _SYMBOLS),
        field("paragraph", paragraph),
    ]
    by_name = {field.name: field for field in fields}
    return Catalogue(
        states=states,
        rows=rows.astype(np.int32),
        tie_order=_tie_order(session),
        recommendations=by_name["kind"].holding(["recommendation"]),
        answerable=by_name["kind"].holding(["recommendation", "commitment"]),
        fields=by_name,
    )


def _action_words(category: Value) -> str:
    return f"{category} {ACTION_CATEGORIES[int(category)]}"


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
