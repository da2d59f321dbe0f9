"""The records of a snapshot in a database: the tables of its schema."""

import weakref
from collections.abc import Iterator, Sequence
from threading import Lock, Thread
from typing import TYPE_CHECKING

from models.errors import DatabaseUnreachable
from models.index_database.connection import failures_told, reading_pool
from models.queries import as_postgresql, check_values
from search.catalogue.connection import ROWS_OF_PART, CatalogueConnection, Row
from search.store.database_servers import DatabaseServer, DatabaseServers

if TYPE_CHECKING:
    from models.index_database.connection import Pool

Pools = dict[DatabaseServer, "Pool"]


class CatalogueInDatabase(CatalogueConnection):
    """A few connections to one snapshot on each server, for as many threads at once.

    They are closed when nobody has the catalogue any more.
    """

    def __init__(self, servers: DatabaseServers, schema: str) -> None:
        """`schema` is that of the snapshot."""
        self._servers = servers
        self._schema = schema
        self._pools: Pools = {}
        self._making = Lock()
        weakref.finalize(self, _close, self._pools).atexit = False

    def _rows(self, query: str, parameters: Sequence[object]) -> list[Row]:
        """All rows that a query gives.

        Raises:
            IndexDatabaseError: the database cannot be reached, or refuses it.
        """
        return self.own_rows(as_postgresql(query), *parameters)

    def own_rows(self, query: str, *parameters: object, binary: bool = False) -> list[Row]:
        """The same of a query in PostgreSQL's own words; `binary`: values come as the server has them.

        Raises:
            IndexDatabaseError: the database cannot be reached, or refuses it.
            UnstorableValue: a parameter is none that a database can hold.

        A query changes nothing: where the connection is lost it is put once more, to another server if there is one.
        """
        check_values(parameters)

        def ask(server: DatabaseServer) -> list[Row]:
            with failures_told(server.address), self._pool(server).connection() as connection:
                return connection.execute(query.encode(), parameters, binary=binary).fetchall()

        server = self._servers.in_turn()
        try:
            return ask(server)
        except DatabaseUnreachable:
            self._forget_lost(server)
            server = self._servers.instead_of(server)
        try:
            return ask(server)
        except DatabaseUnreachable:
            self._forget_lost(server)
            self._servers.leave_out(server)
            raise

    def parts(self, query: str) -> Iterator[list[Row]]:
        """The rows that a long query gives, a part at a time.

        Not put once more: a snapshot that could not be opened is opened anew.
        """
        server = self._servers.in_turn()
        with (
            failures_told(server.address),
            self._pool(server).connection() as connection,
            connection.transaction(),
            connection.cursor(name="parts") as cursor,
        ):
            cursor.execute(as_postgresql(query).encode())
            while rows := cursor.fetchmany(ROWS_OF_PART):
                yield rows

    def _pool(self, server: DatabaseServer) -> "Pool":
        with self._making:
            if server not in self._pools:
                self._pools[server] = reading_pool(server.address, {"search_path": f"{self._schema},public"})
            return self._pools[server]

    def _forget_lost(self, server: DatabaseServer) -> None:
        """Let go of all connections of a server that were lost with one."""
        with failures_told(server.address):
            self._pool(server).check()


def _close(pools: Pools) -> None:
    for pool in pools.values():
        # Closing waits for the pool's threads, of which one may have found that nobody has the catalogue.
        Thread(target=pool.close, daemon=True).start()
