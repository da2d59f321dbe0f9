"""The shared tables, made anew and from those of an earlier version."""

import pytest

from models.index_database.address import DatabaseAddress
from models.index_database.connection import connected
from models.index_database.migrate import migrate_database
from tests.database_server import DatabaseServer

pytestmark = pytest.mark.service
TABLES = {"snapshot", "plan_version", "kept_question", "kept_list", "form_secret", "alembic_version"}


def test_tables_of_an_earlier_version_get_what_is_new_and_keep_what_they_hold(postgresql: DatabaseServer) -> None:
    address = DatabaseAddress(postgresql.new_database("migrated"))
    with connected(address) as connection:
        migrate_database(address, connection)
        connection.execute("INSERT INTO upr.plan_version VALUES ('x', 1, 'y')")
        connection.execute("DROP TABLE upr.kept_question, upr.kept_list, upr.form_secret")
        connection.execute("UPDATE upr.alembic_version SET version_num = '0001'")
    for _ in range(2):
        with connected(address) as connection:
            migrate_database(address, connection)
    with connected(address) as connection:
        names = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'upr'").fetchall()
        assert {name for (name,) in names} == TABLES
        assert connection.execute("SELECT version_num FROM upr.alembic_version").fetchall() == [("0002",)]
        assert connection.execute("SELECT count(*) FROM upr.plan_version").fetchall() == [(1,)]
