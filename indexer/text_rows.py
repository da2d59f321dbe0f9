"""Which row of the vectors and of the lexical folder each distinct text has."""

import sqlite3
from dataclasses import dataclass

from indexer.previous_snapshot import PreviousSnapshot

MOST_ORPHANS = 0.2
"""Share of rows without a text from which all rows are numbered anew."""


@dataclass(frozen=True, slots=True)
class TextRows:
    """The rows of a snapshot: those carried over from the one before, and new ones after them."""

    carried: int
    total: int


def assign_text_rows(catalogue: sqlite3.Connection, previous: PreviousSnapshot | None) -> TextRows:
    """Fill text_vector; `previous` is a snapshot whose rows can be kept, if there is one.

    Too many rows of texts that are gone make search slower: then nothing is carried over.
    """
    carried = 0
    if previous is not None and not _has_too_many_orphans(catalogue, previous):
        rows = previous.catalogue.execute("SELECT text_sha256, row FROM text_vector")
        carried = catalogue.executemany("INSERT INTO text_vector VALUES (?, ?)", rows).rowcount
    new = catalogue.execute(
        "INSERT INTO text_vector SELECT sha256, ? - 1 + row_number() OVER (ORDER BY text.rowid) FROM text "
        "LEFT JOIN text_vector ON text_sha256 = sha256 WHERE row IS NULL",
        [carried],
    ).rowcount
    return TextRows(carried, carried + new)


def _has_too_many_orphans(catalogue: sqlite3.Connection, previous: PreviousSnapshot) -> bool:
    known = {digest for (digest,) in previous.catalogue.execute("SELECT text_sha256 FROM text_vector")}
    used = {digest for (digest,) in catalogue.execute("SELECT sha256 FROM text")}
    total = len(known | used)
    return total > 0 and (total - len(used)) / total > MOST_ORPHANS
