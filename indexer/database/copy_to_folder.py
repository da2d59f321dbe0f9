"""Copy the index of a database into a folder, as a new snapshot of it: what was read and joined comes along.

A build goes on from there as from a folder that was never copied. Rows of texts that no entry has any more, which a
folder keeps for a text that may come back, are left out.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from indexer.progress import Progress, silent
from indexer.write.catalogue import new_catalogue
from indexer.write.check import problems_of
from indexer.write.entry_columns import write_entry_columns
from indexer.write.lexical import analysis_digest, write_lexical
from indexer.write.snapshot import begin_snapshot, publish_snapshot, writing
from indexer.write.vectors import write_rounded
from models.errors import IndexFolderError
from models.index_database.address import DatabaseAddress
from models.index_database.connection import connected, failures_told
from models.index_database.snapshots import snapshot_in_use
from models.index_database.tables import catalogue_tables
from models.index_folder.catalogue_schema import FORMAT_VERSION
from models.index_folder.folder import (
    CATALOGUE,
    LEXICAL,
    MANIFEST,
    VECTORS,
    Manifest,
    file_records,
    has_index,
    manifest_as_text,
)
from models.spoken import saying

if TYPE_CHECKING:
    from models.index_database.connection import Connection

ROWS_AT_ONCE = 2_000


def copy_to_folder(address: DatabaseAddress, folder: Path, progress: Progress = silent) -> str:
    """Make a folder hold the index of a database, and return the name of its new snapshot.

    A folder that holds an index already is not taken: it may be of other documents.

    Raises:
        IndexDatabaseError: there is no index in the database, or it cannot be reached.
        IndexFolderError: the folder holds an index or cannot be written, or what came is damaged.
        IndexFolderBusy: another process is writing the folder.
    """
    if has_index(folder):
        raise IndexFolderError(
            saying(
                "There is an index in %(folder)s already: choose another folder, or remove that one.",
                folder=str(folder),
            )
        )
    with writing(folder):
        building = begin_snapshot(folder)
        with connected(address) as connection, failures_told(address):
            # Of tables that never change one transaction sees the same rows, in the order in which they were written.
            connection.execute("SET synchronize_seqscans = off")
            manifest = snapshot_in_use(address, connection).manifest
            rows = _copy_catalogue(connection, building / CATALOGUE, progress)
            _copy_vectors(connection, building, manifest.vector_space.dimension, rows, progress)
        _write_words(building, progress)
        write_entry_columns(building)
        counts = {**manifest.counts, "text_rows": rows}
        copied = replace(
            manifest,
            format_version=FORMAT_VERSION,
            counts=counts,
            analysis=analysis_digest(),
            files=file_records(building),
        )
        _publish(folder, building, copied)
        return building.name.partition("-")[2]


def _copy_catalogue(connection: "Connection", path: Path, progress: Progress) -> int:
    """Write the catalogue and return how many text rows it has."""
    with new_catalogue(path) as catalogue:
        tables = [table for table in catalogue_tables(catalogue) if table.name != "text_vector"]
        with progress("Copying records", len(tables)) as advance:
            for table in tables:
                names = ", ".join(f'"{column}"' for column in table.columns)
                marks = ", ".join("?" for _ in table.columns)
                catalogue.executemany(
                    f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})',  # noqa: S608 - names of our schema
                    _rows(connection, f'SELECT {names} FROM "{table.name}"'),  # noqa: S608 - the same
                )
                advance(1)
        # A paragraph that is searched by its sentences alone has a text without a vector.
        catalogue.execute("CREATE TEMP TABLE compared (sha256 TEXT PRIMARY KEY)")
        compared = _rows(connection, "SELECT text_sha256 FROM text_vector")
        catalogue.executemany("INSERT INTO compared (sha256) VALUES (?)", compared)
        return catalogue.execute(
            "INSERT INTO text_vector (text_sha256, row) SELECT sha256, row_number() OVER (ORDER BY text.rowid) - 1 "
            "FROM text JOIN compared USING (sha256)"
        ).rowcount


def _copy_vectors(connection: "Connection", building: Path, dimension: int, rows: int, progress: Progress) -> None:
    with closing(sqlite3.connect(building / CATALOGUE)) as catalogue:
        row_of = dict(catalogue.execute("SELECT text_sha256, row FROM text_vector"))
    vectors = np.empty((rows, dimension), dtype=np.float32)
    query = "SELECT text_sha256, vector_send(vector) FROM text_vector JOIN text ON sha256 = text_sha256"
    with progress("Copying vectors", rows) as advance:
        for sha256, sent in _rows(connection, query, binary=True):
            # Before its numbers a vector has four bytes that say how many they are.
            vectors[row_of[sha256]] = np.frombuffer(sent, dtype=">f4", offset=4)
            advance(1)
    np.save(building / VECTORS, vectors)
    write_rounded(building / VECTORS)


def _rows(connection: "Connection", query: str, *, binary: bool = False) -> Iterator[tuple[Any, ...]]:
    """The rows of a query, read a part at a time."""
    with connection.cursor(name="copied", binary=binary) as cursor:
        cursor.itersize = ROWS_AT_ONCE
        cursor.execute(query.encode())
        yield from cursor


def _write_words(building: Path, progress: Progress) -> None:
    with closing(sqlite3.connect(building / CATALOGUE)) as catalogue:
        (count,) = catalogue.execute("SELECT count(*) FROM text").fetchone()
        texts = catalogue.execute("SELECT row, text FROM text_vector JOIN text ON sha256 = text_sha256 ORDER BY row")
        with progress("Indexing words", count) as advance:
            write_lexical(building / LEXICAL, texts, None, advance)


def _publish(folder: Path, building: Path, manifest: Manifest) -> None:
    (building / MANIFEST).write_text(manifest_as_text(manifest), encoding="utf-8")
    for problem in problems_of(building, just_digested=True):
        raise IndexFolderError(
            saying(
                "What was copied did not pass its check: %(problem)s See `upr check` of the database.", problem=problem
            )
        )
    publish_snapshot(folder, building)
