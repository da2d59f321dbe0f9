"""Which row of the vectors and of the lexical folder each distinct text has.

A text that is only shown has none: that of an observation, which is searched by its passages.
"""

import sqlite3
from dataclasses import dataclass

from indexer.write.previous_snapshot import PreviousSnapshot

MOST_ORPHANS = 0.2
"""Share of rows without a text from which all rows are numbered anew."""
_SEARCHED = """
CREATE TEMP VIEW IF NOT EXISTS searched AS
SELECT text_sha256 FROM entry WHERE kind <> 'observation'
UNION SELECT text_sha256 FROM wording
UNION SELECT text_sha256 FROM observation_passage UNION SELECT text_sha256 FROM reported_passage
"""


@dataclass(frozen=True, slots=True)
class TextRows:
    """The rows of a snapshot: those reused from the one before, and new ones after them."""

    reused: int
    total: int


def assign_text_rows(catalogue: sqlite3.Connection, previous: PreviousSnapshot | None) -> TextRows:
    """Fill text_vector; `previous` is a snapshot whose rows can be kept, if there is one.

    Too many rows of texts that are gone make search slower: then nothing is reused.
    """
    catalogue.execute(_SEARCHED)
    reused = 0
    if previous is not None:
        reused = catalogue.execute(
            "INSERT INTO text_vector (text_sha256, row) SELECT text_sha256, row FROM previous.text_vector"
        ).rowcount
    rows = TextRows(reused, reused + _give_new_rows(catalogue, reused))
    (used,) = catalogue.execute("SELECT count(*) FROM searched").fetchone()
    if rows.total - used <= MOST_ORPHANS * rows.total:
        return rows
    catalogue.execute("DELETE FROM text_vector")
    return TextRows(0, _give_new_rows(catalogue, 0))


def _give_new_rows(catalogue: sqlite3.Connection, reused: int) -> int:
    """Give a row to every text that is searched and has none, and return how many got one."""
    return catalogue.execute(
        "INSERT INTO text_vector (text_sha256, row) "
        "SELECT sha256, ? - 1 + row_number() OVER (ORDER BY text.rowid) FROM text "
        "JOIN searched ON searched.text_sha256 = sha256 "
        "LEFT JOIN text_vector ON text_vector.text_sha256 = sha256 WHERE row IS NULL",
        [reused],
    ).rowcount
