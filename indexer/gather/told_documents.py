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
        told, problem = _told(row)
        if told and not (folder / row["file"]).is_file():
            problem = saying("there is no file %(file)s beside it", file=row["file"])
        if told and not problem:
            table.told[row["file"]] = told
        else:
            reason = saying("%(file)s, line %(line)s: %(problem)s.", file=NAME, line=str(line), problem=problem)
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


def _told(row: Mapping[str, str]) -> tuple[Told | None, str]:
    """What a row says, or why it says nothing."""
    states = StateTable.built_in()
    state = states.get(row["state"].upper()) or states.find(row["state"])
    code = state.code if state else row["state"].upper()
    if not state and not _is_code(code):
        return None, saying("“%(word)s” is no State: give its name or its code of three letters", word=row["state"])
    if not row["session"].isdecimal() or not is_planned(int(row["session"])):
        return None, saying(
            "“%(word)s” is no session of the Working Group: give its number, as in 52", word=row["session"]
        )
    if row["kind"].lower() not in _KINDS:
        return None, saying("“%(word)s” is no kind of document here: give draft, report or nothing", word=row["kind"])
    return Told(code, int(row["session"]), _KINDS[row["kind"].lower()]), ""


def _is_code(text: str) -> bool:
    """Whether a text may be the code of an invented State of a sample."""
    return len(text) == len("XAA") and text.isascii() and text.isalpha()
