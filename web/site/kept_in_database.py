"""Kept questions and lists in a database, so that each of several machines answers what another one was asked.

The database gets digests of keys and ciphertext, in tables that are neither in PostgreSQL's log nor on replicas
(UNLOGGED) and are empty after it crashed. While it cannot be reached, this machine keeps them in its memory.
"""

import logging
import time
from contextlib import suppress
from typing import Literal

from models.errors import DatabaseUnreachable, IndexDatabaseError
from models.index_database.address import DatabaseAddress
from models.index_database.connection import Row, StatementPool, first_row, from_any_server
from models.messages.spoken import saying
from web.site.kept_questions import MOST_BYTES, MOST_QUESTIONS, CiphertextStore

SECONDS_BETWEEN_TRIES = 5.0
"""For which a database that was out of reach is not asked again: somebody waits for the page."""
_log = logging.getLogger(__name__)
_PUT = """
INSERT INTO upr.{table} (name, search, ciphertext) VALUES (%s, %s, %s)
ON CONFLICT (name) DO UPDATE SET search = excluded.search, ciphertext = excluded.ciphertext, used = now()
"""
_GET = """
UPDATE upr.{table} SET used = now() WHERE name = %s AND used > now() - make_interval(secs => %s) RETURNING ciphertext
"""
_DELETE = "DELETE FROM upr.{table} WHERE search = %s"
# Several machines do this at once: a row that one of them has locked is left to it.
_FORGET = """
DELETE FROM upr.{table} WHERE name IN (
    SELECT name FROM upr.{table} WHERE used <= now() - make_interval(secs => %s) OR name IN (
        SELECT name FROM (
            SELECT name, row_number() OVER newest AS place, sum(octet_length(ciphertext)) OVER newest AS bytes
            FROM upr.{table} WINDOW newest AS (ORDER BY used DESC, name)
        ) AS kept WHERE place > %s OR bytes > %s
    ) ORDER BY name FOR UPDATE SKIP LOCKED
)
"""


class KeptInDatabase:
    """One of these tables, as a store of ciphertext; safe to share between threads."""

    def __init__(
        self,
        address: DatabaseAddress,
        table: Literal["kept_question", "kept_list"],
        seconds: float,
        memory: CiphertextStore,
        most_questions: int = MOST_QUESTIONS,
        most_bytes: int = MOST_BYTES,
    ) -> None:
        """Nothing is asked of the database yet; `memory` keeps what it cannot."""
        self._address = address
        self._table = table
        self._seconds = seconds
        self._memory = memory
        self._bounds = (seconds, most_questions, most_bytes)
        self._next_try = 0.0
        self._pool = StatementPool(address, {"statement_timeout": "10s"})

    def put(self, name: bytes, search: bytes, ciphertext: bytes) -> None:
        """Keep one question of a search; in memory where the database cannot."""
        try:
            self._run(_PUT, name, search, ciphertext)
            self._run(_FORGET, *self._bounds)
        except IndexDatabaseError:
            self._memory.put(name, search, ciphertext)

    def get(self, name: bytes) -> bytes | None:
        """The question, used now; None where it is not kept, or no longer.

        Raises:
            DatabaseUnreachable: nobody can say so now.
        """
        kept = self._memory.get(name)
        if kept is not None:
            return kept
        rows = self._run(_GET, name, self._seconds)
        return bytes(rows[0][0]) if rows else None

    def delete(self, search: bytes) -> None:
        """Forget all questions of a search.

        Raises:
            DatabaseUnreachable: those in the database are not forgotten.
        """
        self._memory.delete(search)
        self._run(_DELETE, search)

    def forget_unused(self) -> None:
        """Forget what nobody used for so long."""
        self._memory.forget_unused()
        with suppress(IndexDatabaseError):
            self._run(_FORGET, *self._bounds)

    def _run(self, statement: str, *parameters: object) -> list[Row]:
        """What a statement returns; for some seconds none is run after one that failed."""
        if time.monotonic() < self._next_try:
            raise DatabaseUnreachable(
                saying("%(address)s was out of reach a moment ago: try again.", address=str(self._address))
            )
        try:
            return self._pool.run(statement.format(table=self._table), *parameters)
        except IndexDatabaseError as error:
            self._next_try = time.monotonic() + SECONDS_BETWEEN_TRIES
            _log.warning("Searches and lists are kept by this machine alone now: %s", error)
            # A copy that was named by mistake refuses, too: it answers once it is promoted.
            raise DatabaseUnreachable(str(error)) from None


def form_secret(address: DatabaseAddress) -> bytes:
    """The secret by which all machines know the forms of the site.

    Raises:
        IndexDatabaseError: neither the database nor a replica tells it.
    """
    return from_any_server(address, _secret)


def _secret(server: DatabaseAddress) -> bytes:
    found = first_row(server, "SELECT secret FROM upr.form_secret")
    return bytes(found[0]) if found else b""
