"""The servers that hold the record of an index database: the one that is written, and copies that follow it.

Questions go to the copies in turn, and to the first server where none of them is well. A snapshot never changes, so
that a copy answers rightly as long as it has the same one in use; by how many seconds it follows does not matter. One
that does not answer, or has another snapshot in use, is left out until it is well again.
"""

import time
from contextlib import suppress
from itertools import count
from threading import Lock, Thread

from models.errors import DatabaseUnreachable, IndexDatabaseError
from models.index_database.address import DatabaseAddress
from models.index_database.connection import READ_ONLY, Row, StatementPool, first_row, no_index
from models.index_database.snapshots import IN_USE

SECONDS_BETWEEN_LOOKS = 1.0
"""For which a server is taken to be as it was without looking again."""


class DatabaseServer:
    """One server."""

    def __init__(self, address: DatabaseAddress) -> None:
        self.address = address
        self.pool = StatementPool(address, READ_ONLY)
        self.in_use = ""
        """The snapshot that it has in use; "" where it is not well."""
        self.failure: IndexDatabaseError = no_index(address)
        """Why it is not."""
        self._looking = Lock()

    def look(self) -> None:
        """Ask whether it is well; who comes while another asks goes on with what was known."""
        if not self._looking.acquire(blocking=False):
            return
        try:
            found = first_row(self.address, IN_USE)
            self.in_use, self.failure = str(found[0]) if found else "", no_index(self.address)
        except IndexDatabaseError as error:
            self.in_use, self.failure = "", error
        finally:
            self._looking.release()

    def run(self, schema: str, query: str, parameters: tuple[object, ...], *, binary: bool) -> list[Row]:
        """All rows that a query gives; one that does not answer is left out until it was looked at again.

        Raises:
            DatabaseUnreachable: it does not answer.
            IndexDatabaseError: it refuses the query.
        """
        try:
            return self.pool.run(query, *parameters, schema=schema, binary=binary)
        except DatabaseUnreachable as failure:
            self.in_use, self.failure = "", failure
            raise


class DatabaseServers:
    """All servers of an index; safe to share between threads."""

    def __init__(self, address: DatabaseAddress) -> None:
        """Nothing is asked of them yet."""
        self._servers = tuple(map(DatabaseServer, (address, *address.copies)))
        self._turn = count()
        self._looking = Lock()
        self._looked = -SECONDS_BETWEEN_LOOKS
        self._name = ""

    def current_name(self) -> str:
        """The snapshot in use; servers are asked for it once a second at most.

        Raises:
            DatabaseUnreachable: no server answers.
            IndexDatabaseError: there is no index.
        """
        self.in_turn()
        return self._name

    def in_turn(self) -> DatabaseServer:
        """The server to put the next question to; raises as `current_name`."""
        self._look()
        well = [server for server in self._servers if server.in_use and server.in_use == self._name]
        if not well:
            failure = self._servers[0].failure
            raise type(failure)(*failure.args)
        copies = [server for server in well if server is not self._servers[0]] or well
        return copies[next(self._turn) % len(copies)]

    def rows(self, schema: str, query: str, parameters: tuple[object, ...], *, binary: bool) -> list[Row]:
        """All rows that a query gives over the tables of a schema.

        A query changes nothing: where the connection is lost it is put once more, to another server if there is one.

        Raises:
            IndexDatabaseError: the database cannot be reached, or refuses it.
        """
        server = self.in_turn()
        with suppress(DatabaseUnreachable):
            return server.run(schema, query, parameters, binary=binary)
        if not any(each.in_use for each in self._servers):
            server.look()  # it was started anew, perhaps
        return self.in_turn().run(schema, query, parameters, binary=binary)

    def _look(self) -> None:
        """Look at all servers where that was not done in this second; those that are not well hold up nobody."""
        if time.monotonic() - self._looked < SECONDS_BETWEEN_LOOKS:
            return
        if not self._looking.acquire(blocking=not self._name):
            return
        try:
            any_well = any(server.in_use for server in self._servers)
            for server in self._servers:
                if server.in_use or not any_well:
                    server.look()
                else:
                    Thread(target=server.look, daemon=True).start()
            # What the first server has in use; while it does not answer, what was, as long as a copy has that.
            names = [server.in_use for server in self._servers if server.in_use]
            if names and (self._servers[0].in_use or self._name not in names):
                self._name = names[0]
            self._looked = time.monotonic()
        finally:
            self._looking.release()
