"""Bring a SQLite file to today's tables by numbered migrations: those that it lacks, in order, in one transaction.

SQLite itself keeps the number of the last one in each file (PRAGMA user_version). A migration that was published is
never changed; what comes after it is another one at the end of the list.
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence

from models.messages.spoken import saying


class LaterVersion(ValueError):
    """A database has had migrations that this program does not know."""


def migrate(database: sqlite3.Connection, migrations: Sequence[str], first: int = 1) -> None:
    """Apply the migrations, numbered from `first`, that a database has not had yet; on an error it stays as it was.

    Where the first is no longer 1, it also brings what has an earlier number to its tables. Of two processes that open
    one file, the second waits for the first and finds nothing left to do.

    Raises:
        LaterVersion: the file has had migrations that this program does not know.
    """
    last = first + len(migrations) - 1
    with database:
        database.execute("BEGIN IMMEDIATE")
        done = version_of(database)
        if done > last:
            raise LaterVersion(
                saying("it was written by a later version of this program (migration %(number)s)", number=str(done))
            )
        for migration in migrations[max(0, done + 1 - first) :]:
            for statement in _statements(migration):
                database.execute(statement)
        database.execute(f"PRAGMA user_version = {last}")


def version_of(database: sqlite3.Connection) -> int:
    """The number of the last migration that a database has had; 0 for none."""
    (version,) = database.execute("PRAGMA user_version").fetchone()
    return int(version)


def _statements(migration: str) -> Iterator[str]:
    """The statements of a script; `executescript` would end the transaction first."""
    statement = ""
    for up_to_semicolon in re.split("(?<=;)", migration):
        statement += up_to_semicolon
        # A semicolon may also stand in a comment, a string or a trigger.
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():
        yield statement
