"""The follow-up table of a review as its page shows it: what an address asks for, and what it leaves."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from math import ceil
from typing import Any

from werkzeug.datastructures import MultiDict

from models.messages.message import Message
from models.records.enums import Position, ThreadType
from models.records.label_schemes import ISSUE_SCHEME
from models.vocabularies.crosswalk import issues
from search import (
    NOTHING_SIMILAR,
    POSITION_ON_SAME,
    POSITION_WORDS,
    REPORTERS,
    THREAD_WORDS,
    FollowUp,
    FollowUpRow,
    Reporter,
    questions_on_later,
)
from web.results.search_form import page_number
from web.site.language import gettext, translated
from web.words.progress_words import REPORTER_NAMES, REPORTING_WORDS

ROWS_A_PAGE = 10
NONE_FOUND = "none"
REPORTING_CODES: dict[str, str] = {reporting: reporting.replace(" ", "-") for reporting in REPORTING_WORDS}
"""What documents say on a recommendation, as an address has it."""
PARAMETER_OF: dict[Reporter, str] = {
    "State": "by_state",
    "United Nations": "by_un",
    "Stakeholders": "by_stakeholders",
}
"""In the order in which rows have them."""
_REPORTING_WORDS = {REPORTING_CODES[reporting]: words for reporting, words in REPORTING_WORDS.items()}
_SIMILAR_WORDS = {
    ThreadType.SAME.value: THREAD_WORDS[ThreadType.SAME],
    ThreadType.SIMILAR.value: THREAD_WORDS[ThreadType.SIMILAR],
    NONE_FOUND: NOTHING_SIMILAR,
}


@dataclass(frozen=True, slots=True)
class TableField:
    """What rows can be filtered and counted by."""

    legend: str
    values_of: Callable[[FollowUpRow], Sequence[str]]
    words: Mapping[str, str]
    """The values in their order, as pages show them; none: UPR Info's labels, the most frequent first."""


def _reporting(reporter: Reporter) -> TableField:
    place = list(PARAMETER_OF).index(reporter)
    return TableField(
        REPORTER_NAMES[reporter], lambda row: (REPORTING_CODES[row.reported[place].reporting],), _REPORTING_WORDS
    )


def _similar(row: FollowUpRow) -> tuple[str, ...]:
    """What asks the same is similar too, as it is counted everywhere."""
    kinds = tuple(dict.fromkeys(link.type.value for link in row.similar))
    return (*kinds, *((ThreadType.SIMILAR.value,) if row.same and len(kinds) == 1 else ())) or (NONE_FOUND,)


TABLE_FIELDS: dict[str, TableField] = {
    "position": TableField(Message("Position"), lambda row: (row.record.position.value,), POSITION_WORDS),
    **{parameter: _reporting(reporter) for reporter, parameter in PARAMETER_OF.items()},
    "again": TableField(Message("In the next review"), _similar, _SIMILAR_WORDS),
    "later_position": TableField(
        POSITION_ON_SAME,
        lambda row: tuple(dict.fromkeys(link.record.position.value for link in row.same)),
        POSITION_WORDS,
    ),
    "label": TableField(
        Message("Issue"),
        lambda row: [label.label for label in row.record.labels if label.scheme == ISSUE_SCHEME],
        {},
    ),
}
"""By parameter of the address."""


@dataclass(frozen=True, slots=True)
class TableQuery:
    """Which rows are wanted: all of it stands in the address, and none of it is a user's words."""

    position: tuple[str, ...] = ()
    by_state: tuple[str, ...] = ()
    by_un: tuple[str, ...] = ()
    by_stakeholders: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    later_position: tuple[str, ...] = ()
    label: tuple[str, ...] = ()
    page: int = 1

    @classmethod
    def from_args(cls, args: MultiDict[str, str]) -> "TableQuery":
        """The query of an address, without values that its fields do not have."""
        given = {
            name: tuple(dict.fromkeys(value for value in args.getlist(name) if value in (field.words or issues())))
            for name, field in TABLE_FIELDS.items()
        }
        return cls(**given, page=page_number(args.get("page", "")))

    @property
    def parameters(self) -> dict[str, Any]:
        """The parameters of its address; what is as it would be without them is left out."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {field.name: values[field.name] for field in fields(self) if values[field.name] != field.default}

    @property
    def chosen(self) -> dict[str, tuple[str, ...]]:
        """The fields that are filtered by, with the values that are wanted."""
        return {name: getattr(self, name) for name in TABLE_FIELDS if getattr(self, name)}

    def with_values(self, name: str, *values: str) -> "TableQuery":
        """The query with other values of one field, from the first page."""
        return replace(self, **{name: values}, page=1)

    def on_page(self, page: int) -> "TableQuery":
        """The query for another page."""
        return replace(self, page=page)

    def rows_of(self, rows: Sequence[FollowUpRow], but: str = "") -> list[FollowUpRow]:
        """The rows that it leaves, in the order of the report; with `but`, as if nothing of that field were chosen."""
        wanted = {name: set(values) for name, values in self.chosen.items() if name != but}
        return [
            row
            for row in rows
            if all(not values.isdisjoint(TABLE_FIELDS[name].values_of(row)) for name, values in wanted.items())
        ]


@dataclass(frozen=True, slots=True)
class CountedValue:
    """One value of a field, and the table that has the rows with it."""

    words: str
    count: int
    chosen: bool
    query: TableQuery
    """Of a chosen value: the table without it."""


@dataclass(frozen=True, slots=True)
class CountedField:
    """One field with the values that occur."""

    name: str
    legend: str
    values: tuple[CountedValue, ...]


@dataclass(frozen=True, slots=True)
class Preset:
    """A question that the table answers."""

    words: str
    count: int
    query: TableQuery


@dataclass(frozen=True, slots=True)
class FollowUpTable:
    """What the template of the page needs."""

    follow_up: FollowUp
    query: TableQuery
    reporters: tuple[Reporter, ...]
    """Those of whom documents are indexed, in the order in which rows have them."""
    presets: tuple[Preset, ...]
    counted: tuple[CountedField, ...]
    rows: tuple[FollowUpRow, ...]
    """Those of this page."""
    total: int
    """How many rows the query leaves."""

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return ceil(self.total / ROWS_A_PAGE)

    @property
    def chips(self) -> tuple[tuple[str, CountedValue], ...]:
        """The values chosen, each with the legend of its field."""
        return tuple((field.legend, value) for field in self.counted for value in field.values if value.chosen)


def follow_up_table(follow_up: FollowUp, query: TableQuery) -> FollowUpTable:
    """The page of the table that a query asks for; a page after the last is the last."""
    left = query.rows_of(follow_up.rows)
    query = query.on_page(max(1, min(query.page, ceil(len(left) / ROWS_A_PAGE))))
    start = (query.page - 1) * ROWS_A_PAGE
    indexed = {REPORTERS[document.kind] for document in follow_up.documents}
    reporters = tuple(reporter for reporter in PARAMETER_OF if reporter in indexed)
    hidden = {parameter for reporter, parameter in PARAMETER_OF.items() if reporter not in indexed}
    hidden |= set() if follow_up.compared else {"again"}
    hidden.difference_update(query.chosen)  # what is chosen can be taken back
    return FollowUpTable(
        follow_up=follow_up,
        query=query,
        reporters=reporters,
        presets=tuple(
            Preset(words, count, preset)
            for words, preset in _presets(follow_up, reporters)
            if (count := len(preset.rows_of(follow_up.rows)))
        ),
        counted=tuple(_counted(follow_up, query, name) for name in TABLE_FIELDS if name not in hidden),
        rows=tuple(left[start : start + ROWS_A_PAGE]),
        total=len(left),
    )


def _counted(follow_up: FollowUp, query: TableQuery, name: str) -> CountedField:
    """One field: each number is that of the rows to which its link leads."""
    field, chosen = TABLE_FIELDS[name], getattr(query, name)
    counts: dict[str, int] = dict.fromkeys((*field.words, *chosen), 0)
    for row in query.rows_of(follow_up.rows, but=name):
        for value in field.values_of(row):
            counts[value] = counts.get(value, 0) + 1
    values = [value for value in counts if counts[value] or value in chosen]
    if not field.words:
        values.sort(key=lambda value: -counts[value])
    return CountedField(
        name,
        translated(field.legend),
        tuple(
            CountedValue(
                translated(field.words[value] if field.words else value),
                counts[value],
                value in chosen,
                query.with_values(name, *(each for each in chosen if each != value))
                if value in chosen
                else query.with_values(name, value),
            )
            for value in values
        ),
    )


def _presets(follow_up: FollowUp, reporters: Sequence[Reporter]) -> list[tuple[str, TableQuery]]:
    """The questions that NGOs ask of a review, those that the index can answer."""
    supported, noted = TableQuery(position=(Position.SUPPORTED,)), TableQuery(position=(Position.NOTED,))
    reports = (REPORTING_CODES["stated"], REPORTING_CODES["by meaning"])
    silent = (REPORTING_CODES["silent"],)
    found = []
    if reporters:
        nowhere = replace(TableQuery(), **dict.fromkeys(map(PARAMETER_OF.get, reporters), silent))  # type: ignore[arg-type]
        found.append((gettext("Nothing found in any document indexed"), nowhere))
    if "State" in reporters:
        found.append((gettext("Supported, not found in the State’s reports"), replace(supported, by_state=silent)))
        found.append((gettext("Noted, found in the State’s reports"), replace(noted, by_state=reports)))
        if "Stakeholders" in reporters:
            alone = replace(supported, by_state=silent, by_stakeholders=reports)
            found.append((gettext("Supported, found in stakeholders’ reports and not in the State’s"), alone))
    if follow_up.compared:
        changed, same, none = map(translated, questions_on_later(follow_up.session, follow_up.compared))
        found.append((changed, replace(noted, later_position=(Position.SUPPORTED,))))
        found.append((same, replace(supported, again=(ThreadType.SAME.value,))))
        found.append((none, TableQuery(again=(NONE_FOUND,))))
    return found
