"""Connections to the database of an index, and its failures as one sentence with the next step.

The libraries are those of the extra `postgresql`, and are imported when a database is first used.
"""

import logging
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING, Any

from models.errors import DatabaseUnreachable, IndexDatabaseError
from models.extras import line_to_add
from models.index_database.address import DatabaseAddress
from models.messages import Message
from models.spoken import saying

if TYPE_CHECKING:
    import psycopg
    from psycopg_pool import ConnectionPool

    Connection = psycopg.Connection[tuple[Any, ...]]
    Pool = ConnectionPool[Connection]

CONNECT_SECONDS = 10
NAME = "upr"
"""What the server's lists of connections call ours."""
MOST_CONNECTIONS = 8
"""Of one process that answers: its threads seldom wait for the database at once."""
SECONDS_UNTIL_LOST = 3
"""For which somebody who asks a page waits for a server that does not answer."""
_GIVE_UP: Any = {"connect_timeout": SECONDS_UNTIL_LOST, "tcp_user_timeout": 1000 * SECONDS_UNTIL_LOST}
_READ_ONLY = {"default_transaction_read_only": "on"}
# What it says of lost connections is told where they are noticed.
logging.getLogger("psycopg.pool").setLevel(logging.CRITICAL)


@contextmanager
def failures_told(address: DatabaseAddress) -> Iterator[None]:
    """Within, what the database or the way to it refuses is told as an IndexDatabaseError, without the password."""
    try:
        import psycopg
        import psycopg_pool
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
    except (psycopg.Error, psycopg_pool.PoolTimeout, psycopg_pool.PoolClosed) as error:
        # Not chained: what libpq says in full may name the user, and a traceback the address.
        raise _kind(error)(_sentence(address, error)) from None


def _kind(error: Exception) -> type[IndexDatabaseError]:
    import psycopg

    refused = isinstance(error, psycopg.Error) and not isinstance(
        error, psycopg.OperationalError | psycopg.InterfaceError
    )
    return IndexDatabaseError if refused or isinstance(error, psycopg.errors.DiskFull) else DatabaseUnreachable


def _sentence(address: DatabaseAddress, error: Exception) -> str:
    import psycopg

    if isinstance(error, psycopg.errors.UndefinedTable | psycopg.errors.InvalidSchemaName):
        return saying(
            "There is no index in %(address)s: put one there with `upr copy INDEX ADDRESS`, or `upr index "
            "PATH --to ADDRESS`.",
            address=str(address),
        )
    if isinstance(error, psycopg.errors.InsufficientPrivilege):
        return saying(
            "In %(address)s the role may not do this (%(reason)s): use one with that right (docs/postgresql.md).",
            address=str(address),
            reason=_reason(error),
        )
    if isinstance(error, psycopg.errors.DiskFull):
        return saying(
            "The disk of %(address)s is full: make room there, then try again; the index that is there still serves.",
            address=str(address),
        )
    if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError | psycopg.Warning) or not isinstance(
        error, psycopg.Error
    ):
        return saying(
            "%(address)s cannot be used (%(reason)s): see that its server runs, and that address and role fit.",
            address=str(address),
            reason=_reason(error),
        )
    return saying(
        "%(address)s cannot be used (%(reason)s): see `upr check ADDRESS`.", address=str(address), reason=_reason(error)
    )


def _reason(error: Exception) -> Message:
    """Why, in our words for what people meet; else the first line of what the server says in its language."""
    primary = getattr(getattr(error, "diag", None), "message_primary", None)
    whole = str(primary or error).strip()
    first_line = whole.split("\n")[0].strip().rstrip(".")
    known = (said for words, said in _KNOWN if re.search(words, whole))
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
def connected(address: DatabaseAddress) -> "Iterator[Connection]":
    """One connection, whose transaction is committed at the end and rolled back on an error.

    Raises:
        IndexDatabaseError: the database cannot be reached, or refuses something within this.
    """
    with failures_told(address):
        import psycopg

        with psycopg.connect(address.url, connect_timeout=CONNECT_SECONDS, application_name=NAME) as connection:
            yield connection


def reading_pool(address: DatabaseAddress, settings: Mapping[str, str]) -> "Pool":
    """Connections that read alone, each statement by itself; `settings` are of the server, for these connections."""
    return pool_of(address, {**_READ_ONLY, **settings})


def pool_of(address: DatabaseAddress, settings: Mapping[str, str]) -> "Pool":
    """Connections for threads of this process, each statement by itself.

    They are made when first needed, and made anew where the server has closed one.
    """
    from psycopg_pool import ConnectionPool

    return ConnectionPool(
        address.url,
        kwargs={"autocommit": True, "application_name": NAME, "options": _options(settings), **_GIVE_UP},
        min_size=0,
        max_size=MOST_CONNECTIONS,
        timeout=SECONDS_UNTIL_LOST,
        reconnect_timeout=SECONDS_UNTIL_LOST,
        open=True,
    )


class LookingConnection:
    """One connection by which a server is looked at now and then; it is made anew where it was lost."""

    def __init__(self, address: DatabaseAddress) -> None:
        """Nothing is asked of the server yet."""
        self._address = address
        self._lock = Lock()
        self._connection: Connection | None = None

    def first_row(self, query: str, *parameters: object) -> tuple[Any, ...] | None:
        """The first row that a query gives, or None.

        Raises:
            DatabaseUnreachable: the server does not answer within seconds.
            IndexDatabaseError: it refuses the query.
        """
        with failures_told(self._address), self._lock:
            import psycopg

            if self._connection is not None:
                try:
                    return self._connection.execute(query.encode(), parameters).fetchone()
                except (psycopg.OperationalError, psycopg.InterfaceError):
                    self._connection.close()
            settings = _READ_ONLY | {"statement_timeout": f"{SECONDS_UNTIL_LOST}s"}
            self._connection = psycopg.connect(
                self._address.url, autocommit=True, application_name=NAME, options=_options(settings), **_GIVE_UP
            )
            return self._connection.execute(query.encode(), parameters).fetchone()


def _options(settings: Mapping[str, str]) -> str:
    return " ".join(f"-c {name}={value}" for name, value in settings.items())
