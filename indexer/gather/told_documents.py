"""The table documents.csv, in which a user says of files beside it of which review they are.

    file,state,session,kind
    Harbour - list of recommendations.docx,XAA,52,draft

`state` is a code or name, `kind` is "draft", "report" or empty. What the table says holds where a file itself says
nothing: it is asked of the user, and never guessed.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from indexer.datamodel.document_extract import SkippedFile
from indexer.datamodel.told import Told
from indexer.read.table_rows import opened_csv
from models.errors import UnreadableDocument
from models.messages.spoken import saying
from models.reviews.sessions import is_planned
from models.reviews.states import StateTable

NAME = "documents.csv"
COLUMNS = ("file", "state", "session", "kind")
_KINDS = {"": None, "draft": True, "report": False}
MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class TableOfDocuments:
    """What the table of a folder says, and a sentence for each of its rows that cannot be used."""

    is_there: bool
    """False where another file, or none, has its name."""
    told: dict[str, Told] = field(default_factory=dict)
    """By name of the file."""
    problems: list[SkippedFile] = field(default_factory=list)


def table_of_documents(folder: Path) -> TableOfDocuments:
    """Read the table of a folder."""
    rows = _rows(folder / NAME)
    table = TableOfDocuments(rows is not None)
    for line, row in enumerate(rows or (), 2):
        told = _told(row)
        if told and (folder / row["file"]).is_file():
            table.told[row["file"]] = told
        else:
            reason = saying(
                "%(file)s, line %(line)s is not used: give a file beside it, a State by name or code, the number of a "
                "session, and draft, report or nothing.",
                file=NAME,
                line=str(line),
            )
            table.problems.append(SkippedFile(NAME, None, reason))
    return table


def _rows(path: Path) -> list[dict[str, str]] | None:
    if not path.is_file() or path.stat().st_size > MAX_BYTES:
        return None
    try:
        with opened_csv(path, frozenset(COLUMNS)) as (lines, delimiter):
            rows = csv.DictReader(lines, delimiter=delimiter)
            names = [name.strip().lower() for name in rows.fieldnames or ()]
            if not set(COLUMNS[:3]) <= set(names):
                return None
            rows.fieldnames = names
            return [{name: (row.get(name) or "").strip() for name in COLUMNS} for row in rows]
    except (UnreadableDocument, csv.Error, OSError):
        return None


def _told(row: Mapping[str, str]) -> Told | None:
    """What a row says; None where it says nothing that can be used."""
    states = StateTable.built_in()
    state = states.get(row["state"].upper()) or states.find(row["state"])
    code = state.code if state else row["state"].upper()
    session, kind = row["session"], row["kind"].lower()
    if not (state or _is_code(code)) or not session.isdecimal() or not is_planned(int(session)) or kind not in _KINDS:
        return None
    return Told(code, int(session), _KINDS[kind])


def _is_code(text: str) -> bool:
    """Whether a text may be the code of an invented State of a sample."""
    return len(text) == len("XAA") and text.isascii() and text.isalpha()
