"""Bring the tables that outlive snapshots to those of today, by the numbered files of sql/."""

from importlib import resources

from models.errors import IndexDatabaseError
from models.index_database.address import DatabaseAddress
from models.index_database.connection import Connection, failures_told
from models.index_database.tables import sql
from models.messages.spoken import saying

# Named as Alembic names it, by which earlier versions of this program made these tables.
_VERSIONS = """
CREATE SCHEMA IF NOT EXISTS upr;
CREATE TABLE IF NOT EXISTS upr.alembic_version (version_num varchar(32) PRIMARY KEY);
"""


def migrate_database(address: DatabaseAddress, connection: Connection) -> None:
    """Make or change the shared tables, and give the group roles their rights, in one transaction.

    Raises:
        IndexDatabaseError: a later version of this program has changed them, or pgvector is missing.
    """
    with failures_told(address), connection.transaction():
        if not connection.execute("SELECT 1 FROM pg_extension WHERE extname = 'vector'").fetchone():
            raise IndexDatabaseError(
                saying(
                    "%(address)s has no pgvector: have an administrator run `CREATE EXTENSION vector` in it once "
                    "(docs/postgresql.md).",
                    address=str(address),
                )
            )
        connection.execute(_VERSIONS)
        ((applied,),) = connection.execute("SELECT coalesce(max(version_num), '') FROM upr.alembic_version").fetchall()
        files = resources.files("models.index_database").joinpath("sql").iterdir()
        migrations = sorted(file.name.removesuffix(".sql") for file in files if file.name[0].isdigit())
        if applied > migrations[-1]:
            raise IndexDatabaseError(
                saying(
                    "The tables in %(address)s are of a later version of this program: upgrade it.",
                    address=str(address),
                )
            )
        for name in (name for name in migrations if name[:4] > applied):
            connection.execute(sql(name).encode())
            connection.execute("DELETE FROM upr.alembic_version")
            connection.execute("INSERT INTO upr.alembic_version VALUES (%s)", [name[:4]])
        connection.execute(sql("rights").encode())
