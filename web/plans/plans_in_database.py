"""Plans kept by the site in a database, for sites of several machines: as ciphertext, as in a file.

Unlike in a file, what is deleted is not overwritten: copies of its ciphertext stay in the database until PostgreSQL
cleans up, and in its log and backups as long as an operator keeps these. None can be read without the key, which is in
the plan's address alone.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from models.errors import IndexDatabaseError, PlanChanged, PlanNotKept, PlanStoreError
from models.index_database.address import DatabaseAddress
from models.index_database.connection import connected, failures_told
from models.messages import Message
from models.plans.plan import Plan
from web.plans.plan_store import (
    CHANGED,
    FULL,
    KEPT_VERSIONS,
    MOST_PLANS,
    NOT_KEPT,
    KeptPlan,
    opened,
    plan_name,
    sealed,
)

if TYPE_CHECKING:
    from models.index_database.connection import Connection

_NEWEST = "SELECT version, ciphertext FROM upr.plan_version WHERE plan = %s ORDER BY version DESC LIMIT 1"
_VERSION = "SELECT ciphertext FROM upr.plan_version WHERE plan = %s AND version = %s"
# Who saves second waits here for the first, and finds a newer version when that is done.
_LOCK = "SELECT version FROM upr.plan_version WHERE plan = %s ORDER BY version FOR UPDATE"
_INSERT = "INSERT INTO upr.plan_version (plan, version, ciphertext) VALUES (%s, %s, %s)"
_COUNT = "SELECT count(DISTINCT plan) FROM upr.plan_version"
_DELETE_OLD = "DELETE FROM upr.plan_version WHERE plan = %s AND version <= %s"
_DELETE = "DELETE FROM upr.plan_version WHERE plan = %s"


class PlansInDatabase:
    """The plans in the database of an index, for machines at once."""

    def __init__(self, address: DatabaseAddress) -> None:
        """Nothing is asked of the database yet."""
        self._address = address

    def create(self, plan: Plan) -> str:
        """Keep a new plan and return the key of its address.

        Raises:
            PlanStoreError: no more plans can be kept, or the database cannot be used.
        """
        key = secrets.token_urlsafe(32)
        with self._connected() as connection:
            if connection.execute(_COUNT).fetchall()[0][0] >= MOST_PLANS:
                raise PlanStoreError(FULL)
            connection.execute(_INSERT, [plan_name(key), 1, sealed(key, plan)])
        return key

    def get(self, key: str) -> KeptPlan:
        """The plan of a key, as it is now.

        Raises:
            PlanNotKept: no plan is kept under this key.
            PlanStoreError: it is damaged, or the database cannot be used.
        """
        with self._connected() as connection:
            return _newest(connection, key)

    def version(self, key: str, version: int) -> Plan:
        """The plan of a key as it was in an earlier version.

        Raises:
            PlanNotKept: no plan is kept under this key, or this version no longer.
        """
        with self._connected() as connection:
            return opened(key, connection.execute(_VERSION, [plan_name(key), version]).fetchone())

    def save(self, key: str, plan: Plan, version: int) -> int:
        """Keep the plan in place of the one that was read as `version`, and return the number of the new version.

        Raises:
            PlanChanged: somebody saved it meanwhile; merge both and save again.
            PlanNotKept: no plan is kept under this key.
        """
        name = plan_name(key)
        with self._connected() as connection:
            connection.execute(_LOCK, [name])
            if _newest(connection, key).version != version:
                raise PlanChanged(CHANGED)
            connection.execute(_INSERT, [name, version + 1, sealed(key, plan)])
            connection.execute(_DELETE_OLD, [name, version + 1 - KEPT_VERSIONS])
        return version + 1

    def delete(self, key: str) -> None:
        """Delete the plan with all its versions.

        Raises:
            PlanNotKept: no plan is kept under this key.
        """
        with self._connected() as connection:
            if not connection.execute(_DELETE, [plan_name(key)]).rowcount:
                raise PlanNotKept(NOT_KEPT)

    @contextmanager
    def _connected(self) -> "Iterator[Connection]":
        """Within, one transaction; what was written counts once it is left in order."""
        try:
            with connected(self._address) as connection, failures_told(self._address):
                yield connection
        except IndexDatabaseError as error:
            raise PlanStoreError(
                Message("Plans cannot be kept or read now (%(why)s) Try again later.", why=str(error))
            ) from None


def _newest(connection: "Connection", key: str) -> KeptPlan:
    row = connection.execute(_NEWEST, [plan_name(key)]).fetchone()
    return KeptPlan(opened(key, row and row[1:]), row[0] if row else 0)
