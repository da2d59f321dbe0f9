"""Everything that an index holds, or all on one State, as JSON Lines or CSV: written while it is read, never held."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any, Literal

from search import Filters, SearchIndex, cycles_covered, left_out_of_list
from search.answer.bulk import records_one_by_one
from search.snapshot.coverage import state_coverage
from web.files.office_files import csv_parts

Record = Mapping[str, Any]
BulkExtension = Literal["jsonl", "csv"]


@dataclass(frozen=True, slots=True)
class BulkFormat:
    """One kind of file."""

    mimetype: str
    write: Callable[[Iterable[Record]], Iterator[bytes]]


NOT_INDEXED = "not indexed"
"""The kind of the lines at the end that are no records: what the file leaves out."""


def everything(index: SearchIndex, state: str | None) -> Iterator[Record]:
    """All records of an index, or those about one State (its code), and at their end what is left out of them.

    What is left out is `{"kind": "not indexed", "state": code or None, "text": sentence}`, one for each sentence.
    """
    asked = (state_coverage(index.snapshot, state, date.today()),) if state else ()
    cycles = () if state else cycles_covered(index.snapshot.reviewed_states, date.today())
    sentences = left_out_of_list(asked, cycles, Filters())
    left_out = ({"kind": NOT_INDEXED, "state": state, "text": sentence} for sentence in sentences)
    return chain(records_one_by_one(index.snapshot, state), left_out)


def json_lines(records: Iterable[Record]) -> Iterator[bytes]:
    """One JSON object a line, each with all its fields."""
    for record in records:
        yield f"{json.dumps(record, ensure_ascii=False)}\n".encode()


def csv_lines(records: Iterable[Record]) -> Iterator[bytes]:
    """A table with one row a record, its header first; lists stand in a cell with semicolons between."""
    return csv_parts(COLUMNS, ([_cell(value(record)) for value in COLUMNS.values()] for record in records))


BULK_FORMATS: Mapping[BulkExtension, BulkFormat] = {
    "jsonl": BulkFormat("application/x-ndjson", json_lines),
    "csv": BulkFormat("text/csv", csv_lines),
}
"""By the extension of the file."""


def _field(name: str) -> Callable[[Record], Any]:
    return lambda record: record.get(name)


def _labels(scheme: str) -> Callable[[Record], Any]:
    return lambda record: [each["label"] for each in record.get("labels", ()) if each["scheme"] == scheme]


def _of_place(field: str, name: str) -> Callable[[Record], Any]:
    return lambda record: (record.get(field) or {}).get(name)


COLUMNS: Mapping[str, Callable[[Record], Any]] = {
    **{name: _field(name) for name in ("kind", "id")},
    "state": lambda record: record.get("state_under_review") or record.get("state"),
    **{name: _field(name) for name in ("session", "cycle", "committee", "symbol", "paragraph", "page", "date")},
    "draft": lambda record: _draft(record.get("draft")),
    "recommending_states": _field("recommending_states"),
    "position": _field("position"),
    "position_words": _field("position_words"),
    "qualified": _field("qualified"),
    "position_symbol": _of_place("position_source", "symbol"),
    "position_paragraph": _of_place("position_source", "paragraph"),
    "comment": _field("comment"),
    "heading": lambda record: record.get("heading") or record.get("headings"),
    "quoted": lambda record: record.get("quoted") or record.get("text"),
    "composed": _field("composed"),
    "language": _field("language"),
    "issues": _labels("upr-info"),
    "themes": _labels("uhri"),
}
"""Column → what stands in it, of a record as JSON."""


def _draft(draft: Any) -> str | None:
    """The date of the draft in which it stands, "draft" where that is not known."""
    return draft["date"] or "draft" if draft else None


def _cell(value: Any) -> str | int | None:
    if isinstance(value, list):
        return "; ".join(map(str, value)) or None
    if value is None or (isinstance(value, int) and not isinstance(value, bool)):
        return value
    return json.dumps(value) if isinstance(value, bool) else str(value)
