"""Plans kept by the site in a database, for sites of several machines: as ciphertext, as in a file.

Unlike in a file, what is deleted is not overwritten: copies of its ciphertext stay in the database until PostgreSQL
cleans up, and in its log and backups as long as an operator keeps these. None can be read without the key, which is in
the plan's address alone.
"""

import logging
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

from models.errors import IndexDatabaseError, PlanNotKept, PlanStoreError
from models.index_database.address import DatabaseAddress
from models.index_database.connection import Connection, connected, from_any_server
from models.index_database.queries import as_postgresql
from models.messages.message import Message
from web.plans import plan_store
from web.plans.plan_store import FULL, NOT_KEPT, PlanDatabase, Plans, plan_name

_log = logging.getLogger(__name__)


class PlansInDatabase(Plans):
    """The plans in the database of an index, for machines at once."""

    def __init__(self, address: DatabaseAddress) -> None:
        """Nothing is asked of the database yet."""
        self._address = address

    def delete(self, key: str) -> None:
        """Delete a plan, as `Plans` says."""
        with self._writing() as database:
            if not database.execute("DELETE FROM plan_version WHERE plan = ?", (plan_name(key),)).rowcount:
                raise PlanNotKept(NOT_KEPT)

    @contextmanager
    def _reading(self) -> Iterator[PlanDatabase]:
        """From a replica where the database itself is out of reach."""
        with _failures_told(), ExitStack() as connections:
            reached = from_any_server(self._address, lambda server: connections.enter_context(connected(server)))
            yield _Queries(reached)

    @contextmanager
    def _writing(self) -> Iterator[PlanDatabase]:
        with _failures_told(), connected(self._address) as connection:
            # Who writes second waits here for the first, and finds a newer version when that is done.
            connection.execute("LOCK TABLE upr.plan_version IN EXCLUSIVE MODE")
            yield _Queries(connection)

    def _check_room(self, database: PlanDatabase) -> None:
        # with what deleted rows occupy until the database cleans up
        (size,) = database.execute("SELECT pg_total_relation_size('upr.plan_version')").fetchone()
        if size > plan_store.MOST_STORED_BYTES:
            raise PlanStoreError(FULL)


class _Queries:
    """Puts queries of plans to PostgreSQL."""

    def __init__(self, connection: Connection) -> None:
        connection.execute("SET search_path TO upr")
        self._connection = connection

    def execute(self, query: str, parameters: Sequence[Any] = ()) -> Any:
        """The cursor of a query."""
        return self._connection.execute(as_postgresql(query).encode(), parameters)


@contextmanager
def _failures_told() -> Iterator[None]:
    try:
        yield
    except IndexDatabaseError as error:
        _log.error("Plans cannot be kept or read: %s", error)
        raise PlanStoreError(
            Message("This site cannot reach its database at the moment. Try again in a minute.")
        ) from None
