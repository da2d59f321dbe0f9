"""All entries of the catalogue as arrays: what ranking, filters and counts need to know of each."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from models.index_folder.entry_columns import EntryColumn, EntryColumns, column_of_pairs
from models.reviews.states import State, StateKind, fold_name
from models.texts.natural_order import natural_order
from search.catalogue.connection import CatalogueConnection
from search.datamodel.question import FILTER_FIELDS, FilterField, Value, ValueKind
from search.datamodel.ranges import indices_between

_STATES = "SELECT code, name, kind, regional_group, invented FROM state"

Mask = NDArray[np.bool_]
"""One truth value per entry, or per text row where its name says so."""
Integers = NDArray[np.int64]
Number = TypeVar("Number", bound=np.integer)
Scalar = TypeVar("Scalar", np.bool_, np.float32, np.float64)


@dataclass(frozen=True, slots=True, eq=False)
class EntryField:
    """What entries can be filtered and counted by: pairs of an entry and a value that it has.

    An entry has none, one or several; no pair stands twice.
    """

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

    def places(self, ordered: Iterable[Value]) -> Integers:
        """Per entry, the place of its value among the values in their order; what has none comes last."""
        place = {value: number for number, value in enumerate(ordered)}
        return self.by_entry(np.array([place[value] for value in self.values], dtype=np.int64), none=len(place))

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


@dataclass(frozen=True, eq=False)
class Catalogue:
    """All entries, by number, and the States that occur."""

    states: dict[str, State]
    """By code."""
    rows: NDArray[np.int32]
    """Text row of each entry."""
    further: tuple[NDArray[np.int32], NDArray[np.int32]]
    """Text row of each wording in a further language, and the entry that it is of."""
    tie_order: NDArray[np.int32]
    """Place of each entry among entries of the same relevance: later sessions first, then catalogue order."""
    recommendations: Mask
    """The entries that are recommendations."""
    answerable: Mask
    """The entries of the kinds that `match` and `find` answer with: recommendations and commitments."""
    fields: dict[str, EntryField]
    """The fields of `Filters`; `symbol` and `paragraph`, which keyword queries can name."""

    def of_state(self, code: str | None) -> Mask:
        """The recommendations to a State, and its commitments; none without a State."""
        return self.answerable & self.fields["under_review"].holding([code] if code else [])

    @cached_property
    def paragraphs(self) -> Integers:
        """One number for each paragraph of a report, -1 for what is no recommendation or known from a table."""
        return self.numbered(("under_review", "session", "paragraph"))

    @cached_property
    def reading_order(self) -> Integers:
        """Per entry, its place in the order in which one reads reports: State by State, the latest review first, by
        paragraph; what has no paragraph comes last of its review."""
        states, sessions, paragraphs = (self.fields[name] for name in ("under_review", "session", "paragraph"))
        names = dict(zip(states.values, states.labels, strict=True))
        keys = (
            paragraphs.places(sorted(paragraphs.values, key=lambda value: natural_order(str(value)))),
            sessions.places(sessions.values[::-1]),
            states.places(sorted(states.values, key=lambda code: fold_name(names[code]))),
        )
        return _places_of(np.lexsort(keys))

    @cached_property
    def recommending_groups(self) -> EntryField:
        """The regional groups of the States that made each recommendation; "" for States that are in none."""
        sponsors = self.fields["recommending"]
        groups = [self.states[str(code)].regional_group or "" for code in sponsors.values]
        values = sorted(set(groups))
        codes = np.array([values.index(group) for group in groups], dtype=np.int64)[sponsors.codes]
        column = column_of_pairs(sponsors.entries, codes, tuple(values))
        return _field("recommending_group", column, self.size, str)

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
        # In half the time that indexing takes.
        values = of_rows.take(self.rows)
        rows, entries = self.further
        if len(rows):
            np.maximum.at(values, entries, of_rows[rows])
        return values

    @property
    def size(self) -> int:
        """How many entries there are."""
        return len(self.rows)


def load_catalogue(connection: CatalogueConnection, columns: EntryColumns) -> Catalogue:
    """Make of the columns of all entries what is asked of them."""
    states = {
        code: State(code, name, StateKind(kind), group, bool(invented))
        for code, name, kind, group, invented in connection.rows(_STATES)
    }
    fields = {
        name: _field(name, column, len(columns.rows), _label_of(FILTER_FIELDS.get(name), states))
        for name, column in columns.fields.items()
    }
    return Catalogue(
        states=states,
        rows=columns.rows,
        further=(columns.further_rows, columns.further_entries),
        tie_order=_tie_order(fields["session"]),
        recommendations=fields["kind"].holding(["recommendation"]),
        answerable=fields["kind"].holding(["recommendation", "commitment"]),
        fields=fields,
    )


def _label_of(field: FilterField | None, states: Mapping[str, State]) -> Callable[[Value], str]:
    """How answers show the values of a field."""
    if field is None:
        return str
    if field.kind is ValueKind.STATE:
        return lambda code: states[str(code)].name
    return field.label_of


def _field(name: str, column: EntryColumn, size: int, label: Callable[[Value], str]) -> EntryField:
    return EntryField(
        name=name,
        values=column.values,
        labels=tuple(label(value) for value in column.values),
        entries=column.entries,
        codes=column.codes,
        entry_count=size,
    )


def _tie_order(session: EntryField) -> NDArray[np.int32]:
    earlier = -session.by_entry(np.array(session.values, dtype=np.int32))
    return _places_of(np.argsort(earlier, kind="stable")).astype(np.int32)


def _places_of(order: NDArray[np.intp]) -> Integers:
    """The place of each entry, of the entries in their order."""
    places = np.empty(len(order), dtype=np.int64)
    places[order] = np.arange(len(order))
    return places
