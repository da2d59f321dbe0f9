"""Copy an index folder into a database: its snapshot becomes the one in use in one transaction.

Until that is committed, readers find the snapshot that was in use before; whatever ends the copy sooner leaves nothing.
The one before stays for those who still read it, older ones are removed.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import numpy as np

from indexer.progress import Advance, Progress, silent
from indexer.write.previous_snapshot import open_catalogue
from models.errors import IndexFolderBusy, IndexFolderError
from models.index_database.address import DatabaseAddress
from models.index_database.connection import Connection, connected
from models.index_database.migrate import migrate_database
from models.index_database.snapshots import IN_USE
from models.index_database.tables import catalogue_tables, quoted, schema_of, sql, words_as_rows
from models.index_folder.folder import (
    CATALOGUE,
    LEXICAL,
    VECTORS,
    Manifest,
    check_before_opening,
    current_snapshot,
    manifest_as_text,
    read_manifest,
)
from models.index_folder.lexical_folder import FILES
from models.index_folder.stored_arrays import stored_array
from models.messages.spoken import saying

WRITER = 0x555052
"""The advisory lock of whoever replaces the snapshot: "UPR"."""
SECONDS_FOR_REMOVING = 5
"""For which the removal of an old snapshot waits for those who read it; else the next copy removes it."""


def copy_to_database(folder: Path, address: DatabaseAddress, progress: Progress = silent) -> str:
    """Make the database answer from the snapshot in use in a folder, and return its name.

    Raises:
        IndexFolderError: there is no index in the folder, or it is damaged or of another format.
        IndexFolderBusy: another process is writing the index of the database.
        IndexDatabaseError: the database cannot be reached or refuses it; what it answered from stays in use.
    """
    snapshot = current_snapshot(folder)
    manifest = read_manifest(snapshot)
    check_before_opening(snapshot, manifest)
    if not manifest.has_vectors:
        raise IndexFolderError(
            saying(
                "The vectors of the index in %(folder)s are still being made: copy it when `upr index` has ended.",
                folder=str(folder),
            )
        )
    with connected(address) as connection:
        # A crash, or the end of the connection, gives the lock back.
        if connection.execute("SELECT pg_try_advisory_lock(%s)", [WRITER]).fetchone() != (True,):
            raise IndexFolderBusy(
                saying(
                    "Another run is writing the index in %(folder)s: wait until it has ended, then try again.",
                    folder=str(address),
                )
            )
        migrate_database(address, connection)
        in_use = connection.execute(IN_USE).fetchone()
        connection.commit()
        if in_use != (snapshot.name,):
            with connection.transaction():
                _copy(snapshot, manifest, connection, progress)
            _remove_older(connection)
    return snapshot.name


def _copy(snapshot: Path, manifest: Manifest, connection: Connection, progress: Progress) -> None:
    schema, dimension = schema_of(snapshot.name), manifest.vector_space.dimension
    # The name is there where it was in use once: the folder went back to it.
    _remove(connection, snapshot.name)
    connection.execute(f"CREATE SCHEMA {schema}; SET LOCAL search_path TO {schema}, public".encode())
    with closing(open_catalogue(snapshot / CATALOGUE)) as catalogue:
        tables = list(catalogue_tables(catalogue))
        counts = [catalogue.execute(f"SELECT count(*) FROM ({table.query})").fetchone()[0] for table in tables]  # noqa: S608 - ours
        with progress("Copying records", sum(counts)) as advance:
            for table in tables:
                connection.execute(table.created.encode())
                if table.name != "text_vector":
                    _copy_rows(connection, table.name, table.columns, catalogue.execute(table.query), advance)
            _copy_vectors(catalogue, snapshot / VECTORS, dimension, connection, advance)
    _copy_words(connection, snapshot / LEXICAL, progress)
    completed = [statement for table in tables for statement in table.completed]
    with progress("Making indexes", len(completed)) as advance:
        for statement in completed:
            connection.execute(statement.encode())
            advance(1)
    connection.execute(sql("snapshot_rights", schema=schema).encode())
    connection.execute("UPDATE upr.snapshot SET in_use = false WHERE in_use")
    connection.execute(
        "INSERT INTO upr.snapshot (name, format_version, manifest, in_use) VALUES (%s, %s, %s, true)",
        [snapshot.name, manifest.format_version, manifest_as_text(manifest)],
    )
    connection.execute("ANALYZE")


def _copy_rows(
    connection: Connection, table: str, columns: Iterable[str], rows: Iterable[tuple[Any, ...]], advance: Advance
) -> None:
    statement = f"COPY {quoted([table])} ({quoted(columns)}) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(statement.encode()) as copy:
        for row in rows:
            copy.write_row(row)
            advance(1)


def _copy_vectors(
    catalogue: sqlite3.Connection, path: Path, dimension: int, connection: Connection, advance: Advance
) -> None:
    # In the rows themselves: each question reads all vectors, and those of 768 numbers would be put elsewhere.
    connection.execute(f"ALTER TABLE text_vector ADD COLUMN vector vector({dimension}) STORAGE MAIN NOT NULL".encode())
    vectors = stored_array(path, np.float32, each=(dimension,))
    rows = catalogue.execute("SELECT text_sha256, row FROM text_vector ORDER BY row")
    # A list of Python's floats has all digits of each: it comes back as the same number.
    with_vectors = ((sha256, row, str(vectors[row].tolist())) for sha256, row in rows)
    _copy_rows(connection, "text_vector", ("text_sha256", "row", "vector"), with_vectors, advance)


def _copy_words(connection: Connection, folder: Path, progress: Progress) -> None:
    connection.execute(sql("words"))
    with progress("Copying words", len(FILES)) as advance:
        for row in words_as_rows(folder):
            connection.execute("INSERT INTO word_file (name, part, content) VALUES (%s, %s, %b)", row)
            advance(1 if row[1] == 0 else 0)


def _remove(connection: Connection, name: str) -> None:
    connection.execute(f"DROP SCHEMA IF EXISTS {schema_of(name)} CASCADE".encode())
    connection.execute("DELETE FROM upr.snapshot WHERE name = %s", [name])


def _remove_older(connection: Connection) -> None:
    """Remove all snapshots but the one in use and the one before; one that is still read stays until the next copy."""
    import psycopg

    older = connection.execute(
        "SELECT name FROM upr.snapshot WHERE NOT in_use ORDER BY copied DESC, name OFFSET 1"
    ).fetchall()
    for (name,) in older:
        with suppress(psycopg.errors.LockNotAvailable), connection.transaction():
            connection.execute(f"SET LOCAL lock_timeout = '{SECONDS_FOR_REMOVING}s'".encode())
            _remove(connection, str(name))
