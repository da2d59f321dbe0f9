"""What an interrupted run had already read, embedded and classified, so that the next run goes on from there.

unfinished.sqlite lies in the index folder while a run is under way and is removed when it ends well.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.datamodel.document_extract import DocumentExtract, extract_as_text
from indexer.datamodel.packed_extract import PackedExtract
from indexer.datamodel.review_extracts import review_extracts
from indexer.write.rows import Row, insert_row
from models.encoders.text_encoder import VectorSpace
from models.index_folder.migrations import LaterVersion, migrate

UNFINISHED = "unfinished.sqlite"
_MIGRATIONS = (
    """
CREATE TABLE document_extract (
    digest  TEXT,
    subject TEXT,
    reader  TEXT NOT NULL,
    parts   TEXT NOT NULL,
    PRIMARY KEY (digest, subject)
);
CREATE TABLE vector (
    space       TEXT,
    text_sha256 TEXT,
    vector      BLOB NOT NULL,
    PRIMARY KEY (space, text_sha256)
);
CREATE TABLE classified_text (
    text_sha256     TEXT,
    classifiers     TEXT,
    labels          TEXT NOT NULL,
    action_category INTEGER NOT NULL,
    action_verb     TEXT,
    PRIMARY KEY (classifiers, text_sha256)
);
""",
)


class UnfinishedWork:
    """Documents read, vectors computed and texts classified, each safe on disk once its method has returned."""

    def __init__(self, store: sqlite3.Connection) -> None:
        """`store` has the tables of this module."""
        self._store = store

    def readers(self) -> dict[str, str]:
        """Digest of every document kept → digest of the code that read it."""
        return dict(self._store.execute("SELECT DISTINCT digest, reader FROM document_extract"))

    def keep_extract(self, extract: DocumentExtract | PackedExtract, reader: str) -> None:
        """Keep what a document holds."""
        extracts = extract.extracts() if isinstance(extract, PackedExtract) else review_extracts(extract).items()
        with self._store:
            self._store.execute("DELETE FROM document_extract WHERE digest = ?", [extract.digest])
            self._store.executemany(
                "INSERT INTO document_extract VALUES (?, ?, ?, ?)",
                ((extract.digest, subject, reader, extract_as_text(said)) for subject, said in extracts),
            )

    def keep_vectors(self, space: VectorSpace, digests: Iterable[str], vectors: NDArray[np.float32]) -> None:
        """Keep the vectors of texts."""
        rows = ((repr(space), digest, vector.tobytes()) for digest, vector in zip(digests, vectors, strict=True))
        with self._store:
            self._store.executemany("INSERT OR REPLACE INTO vector VALUES (?, ?, ?)", rows)

    def vectors(self, space: VectorSpace) -> Iterator[tuple[str, NDArray[np.float32]]]:
        """Digest and vector of every text kept in this space."""
        rows = self._store.execute("SELECT text_sha256, vector FROM vector WHERE space = ?", [repr(space)])
        for digest, vector in rows:
            yield digest, np.frombuffer(vector, dtype=np.float32)

    def keep_classified(self, rows: Iterable[Row]) -> None:
        """Keep rows for the table classified_text of a catalogue."""
        with self._store:
            for row in rows:
                insert_row(self._store, "classified_text", row, conflict="REPLACE")

    def kept(self, table: str) -> Iterator[Row]:
        """The rows kept for the table of this name of a catalogue."""
        found = self._store.execute(f"SELECT * FROM {table}")  # noqa: S608 - ours
        columns = [column for column, *_ in found.description]
        return (dict(zip(columns, row, strict=True)) for row in found)


@contextmanager
def unfinished_work(folder: Path) -> Iterator[UnfinishedWork]:
    """The unfinished work of an index folder, empty where the last run ended well; gone when this one does."""
    path = folder / UNFINISHED
    with closing(_open(path)) as store:
        yield UnfinishedWork(store)
    # Where a failing disk keeps it, the next run finds only what it has already.
    with suppress(OSError):
        path.unlink()


def _open(path: Path) -> sqlite3.Connection:
    try:
        return _store(path)
    except sqlite3.OperationalError:
        # The disk is full or failing: what was read and embedded before is not to blame.
        raise
    except (sqlite3.DatabaseError, LaterVersion):
        # Damaged by the crash that left it, or of a later version: it only saves time.
        path.unlink()
        return _store(path)


def _store(path: Path) -> sqlite3.Connection:
    store = sqlite3.connect(path)
    migrate(store, _MIGRATIONS)
    return store
