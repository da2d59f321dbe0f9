"""What was read, embedded and classified before, each by digests of what it was made of: it is not done again.

It lies in two places: the snapshot before, and unfinished.sqlite, in which a run keeps what it does until it ends well.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.datamodel.document_extract import DocumentExtract, extract_as_text
from indexer.datamodel.packed_extract import PackedExtract
from indexer.datamodel.review_extracts import review_extracts
from indexer.write.previous_snapshot import PreviousSnapshot
from indexer.write.rows import Row, insert_row
from models.encoders.text_encoder import VectorSpace
from models.index_folder.catalogue_schema import FIRST_MIGRATION, MIGRATIONS
from models.index_folder.migrations import LaterVersion, migrate

UNFINISHED = "unfinished.sqlite"
# Beside the tables of a catalogue, of which those of extracts and classes are filled.
_VECTOR = """
CREATE TABLE IF NOT EXISTS vector (
    space       TEXT,
    text_sha256 TEXT,
    vector      BLOB NOT NULL,
    PRIMARY KEY (space, text_sha256)
)
"""
_EXTRACTS = """
SELECT digest, subject, reader, parts FROM document_extract WHERE digest IN (SELECT value FROM json_each(?))
"""
_CLASSIFIED = """
SELECT text_sha256, classifiers, labels, action_category, action_verb FROM classified_text
WHERE classifiers = ? AND text_sha256 IN (SELECT value FROM json_each(?))
"""
_VECTORS = """
SELECT text_sha256, vector FROM vector
WHERE space = ? AND length(vector) = ? AND text_sha256 IN (SELECT value FROM json_each(?))
"""


class Cache:
    """What this run and earlier ones did; what this one adds is safe on disk once the method has returned."""

    def __init__(self, unfinished: sqlite3.Connection, previous: PreviousSnapshot | None) -> None:
        """`unfinished` has the tables of a catalogue, and `vector`."""
        self._unfinished = unfinished
        self._previous = previous
        self._newest_first = (unfinished, previous.catalogue) if previous else (unfinished,)

    def readers(self) -> dict[str, str]:
        """Digest of every document that was read, in use or not → digest of the code that read it."""
        query = "SELECT DISTINCT digest, reader FROM document_extract"
        return {digest: reader for each in reversed(self._newest_first) for digest, reader in each.execute(query)}

    def extracts(self, digests: Iterable[str]) -> Iterator[Row]:
        """What documents hold, as rows of the table document_extract."""
        left = set(digests)
        for database in self._newest_first:
            found = set()
            for row in _rows(database, _EXTRACTS, json.dumps(sorted(left))):
                found.add(row["digest"])
                yield row
            left -= found

    def keep_extract(self, extract: DocumentExtract | PackedExtract, reader: str) -> None:
        """Keep what a document holds."""
        extracts = extract.extracts() if isinstance(extract, PackedExtract) else review_extracts(extract).items()
        with self._unfinished:
            self._unfinished.execute("DELETE FROM document_extract WHERE digest = ?", [extract.digest])
            self._unfinished.executemany(
                "INSERT INTO document_extract (digest, subject, reader, parts) VALUES (?, ?, ?, ?)",
                ((extract.digest, subject, reader, extract_as_text(said)) for subject, said in extracts),
            )

    def vectors(self, space: VectorSpace, language: str, digests: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """Digest → vector of those texts in a language whose vectors in a space are there."""
        known = self._previous.vectors(space, language, digests) if self._previous else {}
        parameters = repr(space), space.dimension * np.float32().nbytes, json.dumps(digests)
        rows = self._unfinished.execute(_VECTORS, parameters)
        return known | {digest: np.frombuffer(vector, dtype=np.float32) for digest, vector in rows}

    def keep_vectors(self, space: VectorSpace, digests: Iterable[str], vectors: NDArray[np.float32]) -> None:
        """Keep the vectors of texts."""
        rows = ((repr(space), digest, vector.tobytes()) for digest, vector in zip(digests, vectors, strict=True))
        with self._unfinished:
            self._unfinished.executemany("INSERT OR REPLACE INTO vector VALUES (?, ?, ?)", rows)

    def classified(self, classifiers: str, digests: Iterable[str]) -> Iterator[Row]:
        """What the classifiers of a digest said of texts, as rows of the table classified_text."""
        wanted = json.dumps(list(digests))
        return chain.from_iterable(_rows(each, _CLASSIFIED, classifiers, wanted) for each in self._newest_first)

    def keep_classified(self, rows: Iterable[Row]) -> None:
        """Keep rows for the table classified_text of a catalogue."""
        with self._unfinished:
            for row in rows:
                insert_row(self._unfinished, "classified_text", row, conflict="REPLACE")


def _rows(database: sqlite3.Connection, query: str, *parameters: str) -> Iterator[Row]:
    found = database.execute(query, parameters)
    columns = [column for column, *_ in found.description]
    return (dict(zip(columns, row, strict=True)) for row in found)


@contextmanager
def open_cache(folder: Path, previous: PreviousSnapshot | None) -> Iterator[Cache]:
    """The cache of an index folder; what a run adds to the snapshot before is gone when that run ends well."""
    path = folder / UNFINISHED
    with closing(_open(path)) as unfinished:
        yield Cache(unfinished, previous)
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
    migrate(store, MIGRATIONS, FIRST_MIGRATION)
    store.execute(_VECTOR)
    return store
