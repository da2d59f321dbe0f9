"""An index database as a store: PostgreSQL with pgvector."""

import time
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from models.index_database.address import DatabaseAddress
from models.index_database.connection import failures_told, reading_pool
from models.index_database.snapshots import NEXT_STEP, SnapshotInDatabase, snapshot_in_use
from models.index_folder.folder import Manifest
from search.store.database_catalogue import CatalogueInDatabase
from search.store.database_vectors import VectorsInDatabase
from search.store.database_words import WordsInDatabase

if TYPE_CHECKING:
    from models.index_database.connection import Pool

SECONDS_BETWEEN_LOOKS = 1.0
"""For which a snapshot is taken for the one in use without asking again."""


@dataclass(frozen=True, slots=True, eq=False)
class DatabaseStore:
    """One snapshot in a database."""

    name: str
    manifest: Manifest
    catalogue: CatalogueInDatabase
    words: WordsInDatabase
    vectors: VectorsInDatabase

    @property
    def checked(self) -> bool:
        """PostgreSQL compares the digests of its pages by itself, when it reads them."""
        return True

    def check(self) -> None:
        """Nothing was left to compare."""


class DatabaseIndex:
    """The index of a database, for readers."""

    def __init__(self, address: DatabaseAddress) -> None:
        """Nothing is asked of the database yet."""
        self._address = address
        self._looking = Lock()
        self._looked, self._name = 0.0, ""
        self._pool: Pool | None = None

    def __str__(self) -> str:
        """Host and database, without user and password."""
        return str(self._address)

    def current_name(self) -> str:
        """The name of the snapshot in use, which is asked for once a second at most.

        Raises:
            IndexDatabaseError: there is no index, or the database cannot be reached.
        """
        with self._looking:
            if not self._name or time.monotonic() - self._looked >= SECONDS_BETWEEN_LOOKS:
                self._name = self._in_use().name
                self._looked = time.monotonic()
            return self._name

    def open(self, *, large_unchecked: bool = False) -> DatabaseStore:
        """Open the snapshot in use.

        Raises:
            IndexDatabaseError: there is no index, or the database cannot be reached.
            IndexFolderError: it is of another format.
        """
        snapshot = self._in_use()
        manifest = snapshot.manifest
        settings = {"search_path": f"{snapshot.schema},public"}
        with failures_told(self._address):
            catalogue = CatalogueInDatabase(self._address, reading_pool(self._address, settings))
        return DatabaseStore(
            name=snapshot.name,
            manifest=manifest,
            catalogue=catalogue,
            words=WordsInDatabase(catalogue),
            vectors=VectorsInDatabase(catalogue, manifest.counts["text_rows"], manifest.vector_space.dimension),
        )

    def rebuild(self) -> str:
        """The next step for an index that cannot be used."""
        return NEXT_STEP

    def _in_use(self) -> SnapshotInDatabase:
        with failures_told(self._address):
            if self._pool is None:
                self._pool = reading_pool(self._address, {})
            with self._pool.connection() as connection:
                return snapshot_in_use(self._address, connection)
