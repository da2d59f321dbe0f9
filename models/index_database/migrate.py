"""Bring the tables that outlive snapshots to those of today, by Alembic's numbered migrations."""

from importlib import resources
from typing import TYPE_CHECKING

from models.errors import IndexDatabaseError
from models.index_database.address import DatabaseAddress
from models.index_database.connection import failures_told
from models.index_database.tables import READER, SHARED, SITE
from models.spoken import saying, why_it_failed

if TYPE_CHECKING:
    from models.index_database.connection import Connection

_GIVE_RIGHTS = (
    ((READER, SITE), f"GRANT USAGE ON SCHEMA {SHARED} TO {{}}"),
    ((READER, SITE), f"GRANT SELECT ON {SHARED}.snapshot TO {{}}"),
    *(
        ((SITE,), f"GRANT SELECT, INSERT, UPDATE, DELETE ON {SHARED}.{table} TO {{}}")
        for table in ("plan_version", "kept_question", "kept_list")
    ),
    ((SITE,), f"GRANT SELECT ON {SHARED}.form_secret TO {{}}"),
)


def migrate_database(address: DatabaseAddress, connection: "Connection") -> None:
    """Make or change the shared tables, and give the group roles their rights; each migration is a transaction.

    Raises:
        IndexDatabaseError: a later version of this program has changed them, or pgvector is missing.
    """
    with failures_told(address):
        if not connection.execute("SELECT 1 FROM pg_extension WHERE extname = 'vector'").fetchone():
            raise IndexDatabaseError(
                saying(
                    "%(address)s has no pgvector: have an administrator run `CREATE EXTENSION vector` in it once "
                    "(docs/postgresql.md).",
                    address=str(address),
                )
            )
        connection.execute(f"CREATE SCHEMA IF NOT EXISTS {SHARED}".encode())
        # Alembic works through SQLAlchemy, which begins transactions of its own on our connection.
        connection.commit()
        _run_alembic(address, connection)
        for roles, statement in _GIVE_RIGHTS:
            for role in roles_of(connection, roles):
                connection.execute(statement.format(role).encode())
        connection.commit()


def roles_of(connection: "Connection", roles: tuple[str, ...]) -> list[str]:
    """Those of the group roles that the server has."""
    found = connection.execute("SELECT rolname FROM pg_roles WHERE rolname = ANY(%s) ORDER BY 1", [list(roles)])
    return [str(role) for (role,) in found]


def _run_alembic(address: DatabaseAddress, connection: "Connection") -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError
    from sqlalchemy import create_engine
    from sqlalchemy.exc import DBAPIError
    from sqlalchemy.pool import StaticPool

    engine = create_engine("postgresql+psycopg://", creator=lambda: connection, poolclass=StaticPool)
    config = Config()
    config.set_main_option("script_location", str(resources.files("models.index_database") / "migrations"))
    with engine.connect() as shared:
        config.attributes["connection"] = shared
        try:
            command.upgrade(config, "head")
        except DBAPIError as error:
            raise error.orig or error from None
        except CommandError as error:
            raise IndexDatabaseError(
                saying(
                    "The tables in %(address)s are of a later version of this program (%(error)s): upgrade it.",
                    address=str(address),
                    error=why_it_failed(error),
                )
            ) from None
