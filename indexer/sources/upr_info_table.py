"""UPR Info's tables of recommendations and voluntary pledges: eleven columns, one row per recommending State.

Columns: To, To-Rgrp, To-Org, Text, From, From-Rgrp, From-Org, Response, Action, Issue, Session. Regional groups and
organisations are left out: the table of States knows them. The coding (labels, action categories, responses) is UPR
Info's, made by hand from the UN's documents. Rows of one review with the same words and response are one entry.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from pathlib import Path

from indexer.datamodel.source_entries import TableEntry, distinct_sponsors
from indexer.extract.positions.answers import read_answer
from indexer.read.table_rows import read_table_rows
from indexer.text.language import text_language
from models.messages.message import Message
from models.messages.spoken import saying
from models.records.answers import Answer
from models.records.permanent_ids import words_digest
from models.records.records import Sponsor
from models.reviews.sessions import cycle_of_session
from models.reviews.states import StateTable

REQUIRED_COLUMNS = frozenset({"to", "text", "from", "response", "session"})
COLUMNS = REQUIRED_COLUMNS | {"action", "issue"}
UNKNOWN_SPONSOR = "(Unknown)"
PLEDGE = "voluntary pledge"
_OWN_SPELLINGS = {"Macedonia FYR": "MKD"}
"""UPR Info's names of States that no UN document prints."""


@dataclass(frozen=True, slots=True)
class RowLeftOut:
    """A row that cannot be used."""

    reason: str


class _RowError(ValueError):
    """Why a row is left out."""


def read_upr_info_table(path: Path, states: StateTable) -> Iterator[TableEntry | RowLeftOut]:
    """Yield every row of a .csv or .xlsx table, in the order of the file.

    Raises:
        UnreadableDocument: the file is damaged, encrypted, too large, or in an encoding that is not read.
        UnrecognisedDocument: columns are missing.
    """
    # The same few hundred names, labels and sponsors stand in all rows: each is one object.
    code = cache(partial(_state_code, states))
    sponsors = cache(lambda name: () if name == UNKNOWN_SPONSOR else (Sponsor(code(name), name),))
    labels = cache(_labels)
    for _, cells in read_table_rows(path, COLUMNS, REQUIRED_COLUMNS):
        try:
            response = cells["response"].lower()
            pledge = response == PLEDGE
            answer = None if pledge else _answer(response)
            yield TableEntry(
                state_under_review=code(cells["to"]),
                session=_session(cells["session"]),
                text=_text(cells["text"]),
                response=cells["response"],
                position=answer.position if answer else None,
                sponsors=() if pledge else sponsors(cells["from"]),
                action_category=_action_category(cells.get("action", "")),
                labels=labels(cells.get("issue", "")),
                qualified=answer.qualified if answer else None,
            )
        except _RowError as unusable:
            yield RowLeftOut(str(unusable))


def _unknown(cell: str) -> Message:
    return saying("“%(words)s” is no State, session, response or text that is known", words=cell[:60])


def _state_code(states: StateTable, name: str) -> str:
    state = states.find(name) or states.get(_OWN_SPELLINGS.get(name, ""))
    if state is None:
        raise _RowError(_unknown(name))
    return state.code


def _session(cell: str) -> int:
    try:
        session = int(cell)
        cycle_of_session(session)
    except ValueError as error:
        raise _RowError(_unknown(cell)) from error
    return session


def _text(cell: str) -> str:
    if not any(character.isalpha() for character in cell):
        raise _RowError(_unknown(cell))
    return cell


@lru_cache(maxsize=256)
def _answer(response: str) -> Answer:
    answer = read_answer(response, of_record=True)
    if answer is None:
        raise _RowError(_unknown(response))
    return answer


def _labels(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(str.strip, cell.split(",")))))


def _action_category(cell: str) -> int | None:
    """UPR Info's category; None where the cell holds none, which is no reason to lose the row."""
    return int(cell) if cell in {"1", "2", "3", "4", "5"} else None


@dataclass(frozen=True, slots=True)
class GroupedTable:
    """A whole table."""

    entries: tuple[TableEntry, ...]
    """In the order of their first rows."""
    rows: int
    """Rows below the column names that hold anything."""
    left_out: Counter[str]
    """Why rows cannot be used → how many."""


def group_table_rows(rows: Iterable[TableEntry | RowLeftOut]) -> GroupedTable:
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
        entries[key] = _both(entries[key], row) if key in entries else replace(row, language=text_language(row.text))
    return GroupedTable(tuple(entries.values()), total, left_out)


def _both(entry: TableEntry, row: TableEntry) -> TableEntry:
    """One more recommending State of the same text; a category that differs from row to row is none."""
    same_category = entry.action_category == row.action_category
    return replace(
        entry,
        sponsors=distinct_sponsors(entry.sponsors + row.sponsors),
        action_category=entry.action_category if same_category else None,
        labels=tuple(dict.fromkeys(entry.labels + row.labels)),
    )
