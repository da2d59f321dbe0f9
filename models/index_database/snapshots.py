"""The snapshot of a database that is in use, for those who read its tables by one connection."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.errors import IndexDatabaseError
from models.index_database.address import DatabaseAddress
from models.index_database.tables import schema_of
from models.index_folder.folder import Manifest, manifest_from_text
from models.spoken import saying

if TYPE_CHECKING:
    from models.index_database.connection import Connection

NEXT_STEP = saying("Put it there anew with `upr copy INDEX ADDRESS`, or `upr index PATH --to ADDRESS`.")
_IN_USE = "SELECT name, manifest FROM upr.snapshot WHERE in_use"


@dataclass(frozen=True, slots=True)
class SnapshotInDatabase:
    """What a snapshot is made of, and where its tables are."""

    name: str
    manifest: Manifest

    @property
    def schema(self) -> str:
        """That of its tables."""
        return schema_of(self.name)


def snapshot_in_use(address: DatabaseAddress, connection: "Connection") -> SnapshotInDatabase:
    """The snapshot in use, whose tables the connection then finds by their names.

    Raises:
        IndexDatabaseError: there is none.
        IndexFolderError: it is of another format.
    """
    found = connection.execute(_IN_USE).fetchone()
    if found is None:
        raise IndexDatabaseError(
            saying("There is no index in %(address)s. %(next_step)s", address=str(address), next_step=NEXT_STEP)
        )
    snapshot = SnapshotInDatabase(str(found[0]), manifest_from_text(str(found[1]), str(address), NEXT_STEP))
    connection.execute(f"SET search_path TO {snapshot.schema}, public".encode())
    return snapshot
