"""A file gets the migrations that it lacks, once each and in order, or stays as it was."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from models.index_folder.migrations import LaterVersion, migrate, version_of

FIRST = """
CREATE TABLE plan (   -- what an organisation follows; one row each
    id INTEGER PRIMARY KEY
);
INSERT INTO plan (id) VALUES (7);
"""
SECOND = "ALTER TABLE plan ADD COLUMN partner TEXT NOT NULL DEFAULT 'nobody; yet'"
BROKEN = "INSERT INTO plan (id) VALUES (8); INSERT INTO nothing VALUES (1);"


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        yield connection


def rows(database: sqlite3.Connection) -> list[tuple[object, ...]]:
    return database.execute("SELECT * FROM plan").fetchall()


def test_a_new_file_gets_all_of_them_in_order(database: sqlite3.Connection) -> None:
    migrate(database, [FIRST, SECOND])
    assert (version_of(database), rows(database)) == (2, [(7, "nobody; yet")])


def test_an_older_file_gets_those_that_it_lacks(database: sqlite3.Connection) -> None:
    migrate(database, [FIRST])
    database.execute("INSERT INTO plan (id) VALUES (9)")
    database.commit()
    migrate(database, [FIRST, SECOND])
    assert (version_of(database), rows(database)) == (2, [(7, "nobody; yet"), (9, "nobody; yet")])


def test_a_file_of_today_is_left_alone(database: sqlite3.Connection) -> None:
    migrate(database, [FIRST])
    migrate(database, [FIRST])
    assert (version_of(database), rows(database)) == (1, [(7,)])


def test_a_migration_that_fails_leaves_the_file_as_it_was(database: sqlite3.Connection) -> None:
    migrate(database, [FIRST])
    with pytest.raises(sqlite3.OperationalError, match="nothing"):
        migrate(database, [FIRST, SECOND, BROKEN])
    assert (version_of(database), rows(database)) == (1, [(7,)])


def test_a_file_of_a_later_version_is_refused_untouched(database: sqlite3.Connection) -> None:
    migrate(database, [FIRST, SECOND])
    with pytest.raises(LaterVersion, match="later version of this program"):
        migrate(database, [FIRST])
    assert version_of(database) == 2


@pytest.mark.parametrize(("number", "kept"), [(0, []), (4, []), (5, [(9, "nobody; yet")]), (6, [(9, "nobody; yet")])])
def test_where_numbers_no_longer_begin_with_one_a_file_of_an_earlier_number_gets_all(
    database: sqlite3.Connection, number: int, kept: list[tuple[object, ...]]
) -> None:
    if number >= 5:
        migrate(database, [FIRST, SECOND][: number - 4], first=5)
        database.execute("UPDATE plan SET id = 9")
    database.execute(f"PRAGMA user_version = {number}")
    database.commit()
    migrate(database, [FIRST, SECOND], first=5)
    assert (version_of(database), rows(database)) == (6, kept or [(7, "nobody; yet")])


def test_what_migrates_at_the_same_time_waits(tmp_path: Path) -> None:
    path = tmp_path / "plans.sqlite"
    with closing(sqlite3.connect(path)) as first, closing(sqlite3.connect(path, timeout=0)) as second:
        first.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            migrate(second, [FIRST])
        first.rollback()
        migrate(second, [FIRST])
        assert version_of(first) == 1
