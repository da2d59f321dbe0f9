"""What the index of a database holds, for `upr info`."""

from collections.abc import Iterable
from typing import Any

from indexer.runs.describe import describe
from models.index_database.address import DatabaseAddress
from models.index_database.connection import connected, failures_told
from models.index_database.snapshots import snapshot_in_use
from models.queries import as_postgresql

_BYTES = """
SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint FROM pg_class
WHERE relnamespace = %s::regnamespace AND relkind = 'r'
"""


def describe_database(address: DatabaseAddress) -> dict[str, Any]:
    """The facts as plain data, as indexer.runs.describe.describe_index gives them for a folder.

    Raises:
        IndexDatabaseError: there is no index, or the database cannot be reached.
        IndexFolderError: it is of another format.
    """
    with connected(address) as connection, failures_told(address):

        def query(sql: str) -> Iterable[Any]:
            return connection.execute(as_postgresql(sql).encode()).fetchall()

        snapshot = snapshot_in_use(address, connection)
        ((size,),) = connection.execute(_BYTES, [snapshot.schema]).fetchall()
        return describe(snapshot.manifest, int(str(size)), query)
