"""Bring the rows of a table together: by review, and in a review by text and response."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from indexer.datamodel.source_entries import TableEntry, distinct_sponsors
from indexer.sources.upr_info_table import RowLeftOut, TableRow
from indexer.text.language import text_language
from models.records.permanent_ids import words_digest


@dataclass(frozen=True, slots=True)
class GroupedTable:
    """A whole table."""

    entries: tuple[TableEntry, ...]
    """In the order of their first rows."""
    rows: int
    """Rows below the column names that hold anything."""
    left_out: Counter[str]
    """Why rows cannot be used → how many."""


def group_table_rows(rows: Iterable[TableRow | RowLeftOut]) -> GroupedTable:
    """Read all rows; those of one review with the same words (see `normalised_text`) and response become one entry."""
    total = 0
    left_out: Counter[str] = Counter()
    entries: dict[tuple[str, int, str, str], TableEntry] = {}
    for row in rows:
        total += 1
        if isinstance(row, RowLeftOut):
            left_out[row.reason] += 1
            continue
        key = row.state_under_review, row.session, words_digest(row.text), row.response
        entries[key] = _with_row(entries[key], row) if key in entries else _entry(row)
    return GroupedTable(tuple(entries.values()), total, left_out)


def _entry(row: TableRow) -> TableEntry:
    sponsors = (row.sponsor,) if row.sponsor else ()
    return TableEntry(
        row.state_under_review,
        row.session,
        row.text,
        row.response,
        row.position,
        sponsors,
        row.action_category,
        row.labels,
        rows=1,
        language=text_language(row.text),
    )


def _with_row(entry: TableEntry, row: TableRow) -> TableEntry:
    """One more recommending State of the same text; a category that differs from row to row is none."""
    sponsors = entry.sponsors if row.sponsor is None else (*entry.sponsors, row.sponsor)
    same_category = entry.action_category == row.action_category
    return replace(
        entry,
        sponsors=distinct_sponsors(sponsors),
        action_category=entry.action_category if same_category else None,
        labels=tuple(dict.fromkeys(entry.labels + row.labels)),
        rows=entry.rows + 1,
    )


def distinct_entries(entries: Iterable[TableEntry]) -> tuple[TableEntry, ...]:
    """The entries of all tables of one review; what two tables of one source say alike counts once."""
    distinct: dict[tuple[str, str, str], TableEntry] = {}
    for entry in entries:
        key = entry.source, words_digest(entry.text), entry.response
        first = distinct.setdefault(key, entry)
        if first is not entry:
            distinct[key] = replace(
                first,
                sponsors=distinct_sponsors(first.sponsors + entry.sponsors),
                labels=tuple(dict.fromkeys(first.labels + entry.labels)),
                themes=tuple(dict.fromkeys(first.themes + entry.themes)),
                rows=max(first.rows, entry.rows),
            )
    return tuple(distinct.values())
