"""Copy the index of a database into a folder, as a new snapshot of it: what was read and joined comes along.

A build goes on from there as from a folder that was never copied. Rows of texts that no entry has, which earlier
versions kept for a text that may come back, are left out.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.progress import Progress, silent
from indexer.write.catalogue import new_catalogue
from indexer.write.check import problems_of
from indexer.write.entry_columns import write_entry_columns
from indexer.write.lexical import write_words
from indexer.write.snapshot import begin_snapshot, publish_snapshot, writing
from indexer.write.vectors import save_vectors
from models.errors import IndexFolderError
from models.index_database.address import DatabaseAddress
from models.index_database.snapshots import DatabaseSnapshot, snapshot_in_use
from models.index_database.tables import catalogue_tables, quoted, vector_of
from models.index_folder.catalogue_schema import FORMAT_VERSION
from models.index_folder.folder import CATALOGUE, MANIFEST, file_records, has_index, manifest_as_text
from models.messages.spoken import saying

ROWS_AT_ONCE = 2_000
# A paragraph that is searched by its sentences alone has a text without a vector.
_VECTORS = """
SELECT text_sha256, vector_send(vector) FROM text_vector JOIN text ON sha256 = text_sha256 ORDER BY text_vector.row
"""


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
        with snapshot_in_use(address) as snapshot, new_catalogue(building / CATALOGUE) as catalogue:
            manifest = snapshot.manifest
            _copy_records(snapshot, catalogue, progress)
            count = _copy_vectors(snapshot, catalogue, building, progress)
        write_words(building, count, progress)
        write_entry_columns(building)
        copied = replace(
            manifest,
            format_version=FORMAT_VERSION,
            counts={**manifest.counts, "text_rows": count},
            files=file_records(building),
        )
        (building / MANIFEST).write_text(manifest_as_text(copied), encoding="utf-8")
        for problem in problems_of(building, just_digested=True):
            raise IndexFolderError(
                saying(
                    "What was copied did not pass its check: %(problem)s See `upr check` of the database.",
                    problem=problem,
                )
            )
        return publish_snapshot(folder, building).name


def _copy_records(snapshot: DatabaseSnapshot, catalogue: sqlite3.Connection, progress: Progress) -> None:
    # Of tables that never change one transaction sees the same rows, in the order in which they were written.
    snapshot.connection.execute("SET synchronize_seqscans = off")
    tables = [table for table in catalogue_tables(catalogue) if table.name != "text_vector"]
    with progress("Copying records", len(tables)) as advance:
        for table in tables:
            marks = ", ".join("?" for _ in table.columns)
            statement = f"INSERT INTO {quoted([table.name])} ({quoted(table.columns)}) VALUES ({marks})"  # noqa: S608 - ours
            catalogue.executemany(statement, _rows(snapshot, table.query))
            advance(1)


def _copy_vectors(snapshot: DatabaseSnapshot, catalogue: sqlite3.Connection, building: Path, progress: Progress) -> int:
    """Number the texts that have a vector, write these vectors, and return how many there are."""
    ((count,),) = snapshot.rows("SELECT count(*) FROM text_vector JOIN text ON sha256 = text_sha256")
    with progress("Copying vectors", count) as advance:

        def parts() -> Iterator[NDArray[np.float32]]:
            rows = enumerate(_rows(snapshot, _VECTORS, binary=True))
            while part := list(islice(rows, ROWS_AT_ONCE)):
                digests = ((sha256, row) for row, (sha256, _) in part)
                catalogue.executemany("INSERT INTO text_vector (text_sha256, row) VALUES (?, ?)", digests)
                yield np.stack([vector_of(sent) for _, (_, sent) in part])
                advance(len(part))

        save_vectors(building, (count, snapshot.manifest.vector_space.dimension), parts())
    return int(count)


def _rows(snapshot: DatabaseSnapshot, query: str, *, binary: bool = False) -> Iterator[tuple[Any, ...]]:
    """The rows of a query, read a part at a time."""
    with snapshot.connection.cursor(name="copied", binary=binary) as cursor:
        cursor.itersize = ROWS_AT_ONCE
        cursor.execute(query.encode())
        yield from cursor
