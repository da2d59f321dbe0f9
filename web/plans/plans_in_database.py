"""Plans kept by the site in a database, for sites of several machines: as ciphertext, as in a file.

Unlike in a file, what is deleted is not overwritten: copies of its ciphertext stay in the database until PostgreSQL
cleans up, and in its log and backups as long as an operator keeps these. None can be read without the key, which is in
the plan's address alone.
"""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from models.errors import DatabaseUnreachable, IndexDatabaseError, PlanChanged, PlanNotKept, PlanStoreError
from models.index_database.address import DatabaseAddress
from models.index_database.connection import connected, failures_told
from models.messages import Message
from models.plans.plan import Plan
from web.plans.plan_store import (
    CHANGED,
    FULL,
    KEPT_VERSIONS,
    MOST_PLANS,
    MOST_STORED_BYTES,
    NOT_KEPT,
    KeptPlan,
    opened,
    plan_name,
    sealed,
)

if TYPE_CHECKING:
    from models.index_database.connection import Connection

_log = logging.getLogger(__name__)
_NEWEST = "SELECT version, ciphertext FROM upr.plan_version WHERE plan = %s ORDER BY version DESC LIMIT 1"
_VERSION = "SELECT ciphertext FROM upr.plan_version WHERE plan = %s AND version = %s"
# Who saves second waits here for the first, and finds a newer version when that is done.
_LOCK = "SELECT version FROM upr.plan_version WHERE plan = %s ORDER BY version FOR UPDATE"
_INSERT = "INSERT INTO upr.plan_version (plan, version, ciphertext) VALUES (%s, %s, %s)"
_COUNT = "SELECT count(DISTINCT plan) FROM upr.plan_version"
_SIZE = "SELECT pg_total_relation_size('upr.plan_version')"
_DELETE_OLD = "DELETE FROM upr.plan_version WHERE plan = %s AND version <= %s"
_DELETE = "DELETE FROM upr.plan_version WHERE plan = %s"


class PlansInDatabase:
    """The plans in the database of an index, for machines at once."""

    def __init__(self, address: DatabaseAddress) -> None:
        """Nothing is asked of the database yet."""
        self._address = address

    def create(self, plan: Plan) -> str:
        """As `Plans` says."""
        key = secrets.token_urlsafe(32)
        with self._connected() as connection:
            if connection.execute(_COUNT).fetchall()[0][0] >= MOST_PLANS:
                raise PlanStoreError(FULL)
            _check_room(connection)
            connection.execute(_INSERT, [plan_name(key), 1, sealed(key, plan)])
        return key

    def get(self, key: str) -> KeptPlan:
        """As `Plans` says."""
        return _newest(key, self._row(_NEWEST, [plan_name(key)]))

    def version(self, key: str, version: int) -> Plan:
        """As `Plans` says."""
        return opened(key, self._row(_VERSION, [plan_name(key), version]))

    def save(self, key: str, plan: Plan, version: int) -> int:
        """As `Plans` says."""
        name = plan_name(key)
        with self._connected() as connection:
            connection.execute(_LOCK, [name])
            if _newest(key, connection.execute(_NEWEST, [name]).fetchone()).version != version:
                raise PlanChanged(CHANGED)
            _check_room(connection)
            connection.execute(_INSERT, [name, version + 1, sealed(key, plan)])
            connection.execute(_DELETE_OLD, [name, version + 1 - KEPT_VERSIONS])
        return version + 1

    def delete(self, key: str) -> None:
        """As `Plans` says."""
        with self._connected() as connection:
            if not connection.execute(_DELETE, [plan_name(key)]).rowcount:
                raise PlanNotKept(NOT_KEPT)

    def _row(self, query: str, values: list[object]) -> tuple[Any, ...] | None:
        """The first row of a query; from a replica where the database itself is out of reach."""
        for address in (self._address, *self._address.copies):
            with suppress(DatabaseUnreachable), connected(address) as connection:
                return connection.execute(query.encode(), values).fetchone()
        with self._connected() as connection:  # to say why
            return connection.execute(query.encode(), values).fetchone()

    @contextmanager
    def _connected(self) -> "Iterator[Connection]":
        """Within, one transaction; what was written counts once it is left in order."""
        try:
            with connected(self._address) as connection, failures_told(self._address):
                yield connection
        except IndexDatabaseError as error:
            _log.error("Plans cannot be kept or read: %s", error)
            raise PlanStoreError(Message("Plans cannot be kept or read now. Try again in a minute.")) from None


def _check_room(connection: "Connection") -> None:
    # with what deleted rows occupy until the database cleans up
    if connection.execute(_SIZE).fetchall()[0][0] > MOST_STORED_BYTES:
        raise PlanStoreError(FULL)


def _newest(key: str, row: tuple[Any, ...] | None) -> KeptPlan:
    return KeptPlan(opened(key, row and row[1:]), row[0] if row else 0)
