"""The tables of an index database.

    upr.snapshot            the snapshots that are there, one of them in use (sql/0001… makes these tables)
    upr.plan_version        plans that the site keeps, as ciphertext
    upr.kept_question       searches that the site keeps for a while, as ciphertext
    upr.kept_list           lists of chosen records and uploads, the same
    upr.form_secret         what the site knows its own forms by
    snapshot_<name>.…       one schema for each snapshot, never changed once it is in use:
        …                   the tables of models.index_folder.catalogue_schema, with the same columns
        text_vector.vector  the unit vector of each text row
        word_file           the files of the lexical folder (models.index_folder.lexical_folder), in parts

A reader finds the snapshot in use by one query and goes on with its tables until it finds another one in use; so a
snapshot is replaced as a whole, and the one before is kept for those that still read it. Words are read whole, once
for each process: the server is never asked for the words of a question.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import resources
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from models.index_database.connection import Row
from models.index_folder.folder import SNAPSHOT_NAME
from models.index_folder.lexical_folder import FILES, LexicalFolder, open_lexical

PART_BYTES = 8_000_000
"""Of a file, in one row."""
_TYPES = {"TEXT": 'text COLLATE "C"', "INTEGER": "bigint", "REAL": "double precision", "BLOB": "bytea"}
"""Texts are compared by code points, as SQLite does."""


def sql(name: str, **given: object) -> str:
    """A file of SQL of this package, with what is `given` in the places of those names in braces."""
    text = resources.files("models.index_database").joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
    return text.format(**given) if given else text


def vector_of(sent: bytes) -> NDArray[np.float32]:
    """A vector as `vector_send` gives it: before its numbers stand four bytes that say how many they are."""
    return np.frombuffer(sent, dtype=">f4", offset=4).astype(np.float32)


def words_as_rows(folder: Path) -> Iterator[tuple[str, int, bytes]]:
    """The rows of word_file for a lexical folder."""
    for name in FILES:
        with (folder / name).open("rb") as file:
            for number, content in enumerate(iter(partial(file.read, PART_BYTES), b"")):
                yield name, number, content


def words_from_rows(ask: Callable[[str, str, int], Sequence[Row]]) -> LexicalFolder:
    """The words of a snapshot, mapped into memory from files that go with this process.

    `ask` gives the rows of a query with two parameters, values as the server has them.

    Raises:
        ValueError: they are damaged.
        OSError: this machine has no room for them.
    """
    with TemporaryDirectory(prefix="upr-words-") as folder:
        for name in FILES:
            with (Path(folder) / name).open("wb") as file:
                for number in count():
                    found = ask("SELECT content FROM word_file WHERE name = %s AND part = %s", name, number)
                    if not found:
                        break
                    file.write(found[0][0])
        return open_lexical(Path(folder))


def schema_of(snapshot: str) -> str:
    """The schema of a snapshot.

    Raises:
        ValueError: the name is that of no snapshot.
    """
    if not SNAPSHOT_NAME.fullmatch(snapshot):
        raise ValueError(f"{snapshot[:80]} names no snapshot")
    return f"snapshot_{snapshot.lower().replace('-', '_')}"


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a catalogue."""

    name: str
    columns: tuple[str, ...]
    created: str
    """The statement that makes it in PostgreSQL, with its keys but without what refers to other tables."""
    completed: tuple[str, ...]
    """Those that add indexes and references once all rows are there."""

    @property
    def query(self) -> str:
        """What gives all of its rows, in SQLite and PostgreSQL."""
        return f"SELECT {quoted(self.columns)} FROM {quoted([self.name])}"  # noqa: S608 - names of our schema


def catalogue_tables(catalogue: sqlite3.Connection) -> Iterator[Table]:
    """The tables of a catalogue.sqlite as PostgreSQL makes them: what a migration adds there comes along."""
    names = catalogue.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
    )
    for (name,) in names.fetchall():
        yield _table(catalogue, name)


def quoted(names: Iterable[str]) -> str:
    """Names of columns or tables, as SQL lists them."""
    return ", ".join('"' + name.replace('"', '""') + '"' for name in names)


def _table(catalogue: sqlite3.Connection, name: str) -> Table:
    table = quoted([name])
    rows = catalogue.execute(f"PRAGMA table_info({table})").fetchall()
    created = [
        f"{quoted([column])} {_TYPES[kind]}{' NOT NULL' if required or key else ''}"
        for _, column, kind, required, _, key in rows
    ]
    primary = {key: column for _, column, _, _, _, key in rows if key}
    if primary:
        created.append(f"PRIMARY KEY ({quoted(primary[place] for place in sorted(primary))})")
    completed = []
    for _, index, _, origin, _ in catalogue.execute(f"PRAGMA index_list({table})").fetchall():
        columns = quoted(column for _, _, column in catalogue.execute(f"PRAGMA index_info({quoted([index])})"))
        if origin == "u":
            created.append(f"UNIQUE ({columns})")
        elif origin == "c":
            completed.append(f"CREATE INDEX {quoted([index])} ON {table} ({columns})")
    for _, _, parent, column, key, *_ in catalogue.execute(f"PRAGMA foreign_key_list({table})"):
        referred = f"{quoted([parent])} ({quoted([key])})" if key else quoted([parent])
        completed.append(f"ALTER TABLE {table} ADD FOREIGN KEY ({quoted([column])}) REFERENCES {referred}")
    return Table(
        name,
        tuple(column for _, column, *_ in rows),
        f"CREATE TABLE {table} ({', '.join(created)})",
        tuple(sorted(completed, key=lambda statement: "FOREIGN KEY" in statement)),
    )
