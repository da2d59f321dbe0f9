"""An index database as a store: PostgreSQL with pgvector."""

from dataclasses import dataclass

from models.errors import IndexDatabaseError
from models.index_database.address import DatabaseAddress
from models.index_database.snapshots import NEXT_STEP
from models.index_database.tables import schema_of
from models.index_folder.entry_columns import EntryColumns, read_entry_columns
from models.index_folder.folder import Manifest, manifest_from_text
from models.spoken import saying
from search.store.database_catalogue import CatalogueInDatabase
from search.store.database_servers import DatabaseServers
from search.store.database_vectors import VectorsInDatabase
from search.store.database_words import WordsInDatabase

_MANIFEST = "SELECT manifest FROM upr.snapshot WHERE name = %s"


@dataclass(frozen=True, slots=True, eq=False)
class DatabaseStore:
    """One snapshot in a database."""

    name: str
    manifest: Manifest
    catalogue: CatalogueInDatabase
    columns: EntryColumns
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
        self._address = address
        self._servers = DatabaseServers(address)

    def __str__(self) -> str:
        return str(self._address)

    def current_name(self) -> str:
        """The name of the snapshot in use, which is asked for once a second at most.

        Raises:
            IndexDatabaseError: there is no index, or the database cannot be reached.
        """
        return self._servers.current_name()

    def open(self, *, large_unchecked: bool = False) -> DatabaseStore:
        """Open the snapshot in use.

        Raises:
            IndexDatabaseError: there is no index, or the database cannot be reached.
            IndexFolderError: it is of another format.
        """
        name = self._servers.current_name()
        found = self._servers.in_turn().connection.first_row(_MANIFEST, name)
        if found is None:
            raise IndexDatabaseError(
                saying("Another index was put into %(index)s in this moment: try again.", index=str(self))
            )
        manifest = manifest_from_text(str(found[0]), str(self), NEXT_STEP)
        catalogue = CatalogueInDatabase(self._servers, schema_of(name))
        return DatabaseStore(
            name=name,
            manifest=manifest,
            catalogue=catalogue,
            columns=read_entry_columns(catalogue.parts),
            words=WordsInDatabase(catalogue),
            vectors=VectorsInDatabase(catalogue, manifest.counts["text_rows"], manifest.vector_space.dimension),
        )

    def rebuild(self) -> str:
        """The next step for an index that cannot be used."""
        return NEXT_STEP
