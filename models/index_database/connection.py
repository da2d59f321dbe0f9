"""Connections to the database of an index, and its failures as one sentence with the next step.

The libraries are those of the extra `postgresql`, and are imported when a database is first used.
"""

import logging
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar
from weakref import WeakKeyDictionary

from models.errors import DatabaseUnreachable, IndexDatabaseError
from models.extras import line_to_add
from models.index_database.address import DatabaseAddress
from models.messages.message import Message
from models.messages.spoken import saying

if TYPE_CHECKING:
    import psycopg

Row = tuple[Any, ...]
Connection: TypeAlias = "psycopg.Connection[Row]"
Answer = TypeVar("Answer")
CONNECT_SECONDS = 10
NAME = "upr"
"""What the server's lists of connections call ours."""
MOST_CONNECTIONS = 8
"""Of one process that answers: its threads seldom wait for the database at once."""
SECONDS_UNTIL_LOST = 3
"""For which somebody who asks a page waits for a server that does not answer."""
_GIVE_UP: Any = {"connect_timeout": SECONDS_UNTIL_LOST, "tcp_user_timeout": 1000 * SECONDS_UNTIL_LOST}
READ_ONLY = {"default_transaction_read_only": "on"}
NEXT_STEP = saying("Put it there anew with `upr copy INDEX ADDRESS`, or `upr index PATH --to ADDRESS --fresh`.")
# What it says of lost connections is told where they are noticed.
logging.getLogger("psycopg.pool").setLevel(logging.CRITICAL)


@contextmanager
def failures_told(address: DatabaseAddress) -> Iterator[None]:
    """Within, what the database or the way to it refuses is told as an IndexDatabaseError, without the password."""
    try:
        import psycopg
        import psycopg_pool  # noqa: F401 - missing, it is asked for by name as well
    except ImportError:
        raise IndexDatabaseError(
            saying(
                "The index in %(address)s is in PostgreSQL, for which the program needs more libraries: run "
                "`%(command)s`.",
                address=str(address),
                command=line_to_add("postgresql"),
            )
        ) from None
    try:
        yield
    except psycopg.Error as error:
        # Not chained: what libpq says in full may name the user, and a traceback the address.
        raise _told(address, error) from None


def no_index(address: object) -> IndexDatabaseError:
    """What is raised where a database holds no snapshot."""
    return IndexDatabaseError(
        saying("There is no index in %(address)s. %(next_step)s", address=str(address), next_step=NEXT_STEP)
    )


def _told(address: DatabaseAddress, error: "psycopg.Error") -> IndexDatabaseError:
    from psycopg import InterfaceError, OperationalError, errors

    where = str(address)
    if isinstance(error, errors.UndefinedTable | errors.InvalidSchemaName):
        return no_index(address)
    if isinstance(error, errors.DiskFull):
        return IndexDatabaseError(
            saying(
                "The disk of %(address)s is full: make room there, then try again; the index that is there still "
                "serves.",
                address=where,
            )
        )
    reason = _reason(error)
    if isinstance(error, errors.InsufficientPrivilege):
        return IndexDatabaseError(
            saying(
                "In %(address)s the role may not do this (%(reason)s): use one with that right (docs/postgresql.md).",
                address=where,
                reason=reason,
            )
        )
    if isinstance(error, OperationalError | InterfaceError):
        return DatabaseUnreachable(
            saying(
                "%(address)s cannot be used (%(reason)s): see that its server runs, and that address and role fit.",
                address=where,
                reason=reason,
            )
        )
    return IndexDatabaseError(
        saying("%(address)s cannot be used (%(reason)s): see `upr check ADDRESS`.", address=where, reason=reason)
    )


def _reason(error: "psycopg.Error") -> Message:
    """Why, in our words for what people meet; else the first line of what the server says in its language."""
    whole = str(error.diag.message_primary or error).strip()
    known = (said for words, said in _KNOWN if re.search(words, whole))
    first_line = whole.split("\n")[0].strip().rstrip(".")
    return next(known, saying("%(words_of_server)s", words_of_server=first_line))


_KNOWN = (
    (r"[Cc]onnection refused", saying("its server refuses connections")),
    (r"resolve host|translate host name|[Nn]ame or service not known", saying("no machine of that name is known")),
    (r"password authentication failed|no password supplied", saying("the password is wrong or missing")),
    (r'role ".*" does not exist', saying("the server has no such role")),
    (r'database ".*" does not exist', saying("the server has no such database")),
    (r"pg_hba\.conf", saying("the server does not let this role in from this machine")),
    (r"timeout expired|timed out|get a connection after", saying("the server does not answer in time")),
    (r"too many (clients|connections)|connection slots", saying("too many are connected to the server")),
    (r"is (starting up|shutting down)|terminating connection|closed the connection", saying("the server has ended it")),
)
"""What libpq and servers that speak English say of a connection, in part, and our words for it."""


@contextmanager
def connected(address: DatabaseAddress) -> Iterator[Connection]:
    """One connection, whose transaction is committed at the end and rolled back on an error.

    Raises:
        IndexDatabaseError: the database cannot be reached, or refuses something within this.
    """
    with failures_told(address):
        import psycopg

        with psycopg.connect(address.url, connect_timeout=CONNECT_SECONDS, application_name=NAME) as connection:
            yield connection


def from_any_server(address: DatabaseAddress, ask: Callable[[DatabaseAddress], Answer]) -> Answer:
    """What the server that is written gives, else the first of its copies that answers.

    Raises:
        IndexDatabaseError: none does; what the first one said.
    """
    try:
        return ask(address)
    except IndexDatabaseError:
        for copy in address.copies:
            with suppress(IndexDatabaseError):
                return ask(copy)
        raise


def first_row(address: DatabaseAddress, query: str, *parameters: object) -> Row | None:
    """The first row that a query of somebody who waits gives over a new connection, or None.

    Raises:
        DatabaseUnreachable: the server does not answer within seconds.
        IndexDatabaseError: it refuses the query.
    """
    with failures_told(address):
        import psycopg

        settings = {**READ_ONLY, "statement_timeout": f"{SECONDS_UNTIL_LOST}s"}
        with psycopg.connect(address.url, **_options(settings)) as connection:
            return connection.execute(query.encode(), parameters).fetchone()


class StatementPool:
    """Connections for the threads of this process, each statement by itself.

    They are made when first needed, and anew where one is found to be lost before it is used.
    """

    def __init__(self, address: DatabaseAddress, settings: Mapping[str, str]) -> None:
        """`settings` are of the server, for these connections; nothing is asked of it yet."""
        self._address = address
        self._schemas: WeakKeyDictionary[Connection, str] = WeakKeyDictionary()
        with failures_told(address):
            from psycopg_pool import ConnectionPool

            self._pool = ConnectionPool(
                address.url,
                kwargs=_options(settings),
                check=ConnectionPool.check_connection,
                min_size=0,
                max_size=MOST_CONNECTIONS,
                timeout=SECONDS_UNTIL_LOST,
                reconnect_timeout=SECONDS_UNTIL_LOST,
                open=True,
            )

    @contextmanager
    def connection(self, schema: str = "public") -> Iterator[Connection]:
        """One of them, which finds the tables of a schema by their names.

        Raises:
            IndexDatabaseError: the database cannot be reached, or refuses something within this.
        """
        with failures_told(self._address), self._pool.connection() as connection:
            if self._schemas.get(connection, "public") != schema:
                connection.execute(f"SET search_path TO {schema}, public".encode())
                self._schemas[connection] = schema
            yield connection

    def run(self, statement: str, *parameters: object, schema: str = "public", binary: bool = False) -> list[Row]:
        """All rows that a statement gives; `binary`: values come as the server has them.

        Raises:
            DatabaseUnreachable: no connection can be had, or it was lost meanwhile.
            IndexDatabaseError: the database refuses it.
        """
        with self.connection(schema) as connection:
            done = connection.execute(statement.encode(), parameters, binary=binary)
            return done.fetchall() if done.description else []


def _options(settings: Mapping[str, str]) -> dict[str, Any]:
    """Of connections that answer somebody who waits."""
    options = " ".join(f"-c {name}={value}" for name, value in settings.items())
    return {"autocommit": True, "application_name": NAME, "options": options, **_GIVE_UP}
