"""The snapshot of a database that is in use, for those who read its tables by one connection."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from models.index_database.address import DatabaseAddress
from models.index_database.connection import NEXT_STEP, Connection, Row, connected, no_index
from models.index_database.queries import as_postgresql
from models.index_database.tables import schema_of
from models.index_folder.folder import Manifest, manifest_from_text

IN_USE = "SELECT name FROM upr.snapshot WHERE in_use"
_MANIFEST_IN_USE = "SELECT name, manifest FROM upr.snapshot WHERE in_use"


@dataclass(frozen=True, slots=True)
class DatabaseSnapshot:
    """What a snapshot is made of, and a connection that finds its tables by their names."""

    schema: str
    manifest: Manifest
    connection: Connection

    def rows(self, query: str, parameters: Sequence[object] = ()) -> list[Row]:
        """All rows that a query gives, which is written as models.index_database.queries says."""
        return self.connection.execute(as_postgresql(query).encode(), parameters).fetchall()

    def own_rows(self, query: str, *parameters: object) -> list[Row]:
        """All rows that a query in PostgreSQL's own words gives, values as the server has them."""
        return self.connection.execute(query.encode(), parameters, binary=True).fetchall()


@contextmanager
def snapshot_in_use(address: DatabaseAddress) -> Iterator[DatabaseSnapshot]:
    """The snapshot in use, within one transaction.

    Raises:
        IndexDatabaseError: there is none, or the database cannot be reached.
        IndexFolderError: it is of another format.
    """
    with connected(address) as connection:
        found = connection.execute(_MANIFEST_IN_USE).fetchone()
        if found is None:
            raise no_index(address)
        schema = schema_of(str(found[0]))
        manifest = manifest_from_text(str(found[1]), str(address), NEXT_STEP)
        connection.execute(f"SET search_path TO {schema}, public".encode())
        yield DatabaseSnapshot(schema, manifest, connection)
