"""Rows go where their columns are named, in whatever order either side has them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date

import pytest

from indexer.write.insert_rows import copy_rows, insert_rows, row
from models.records.records import Origin


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    """A table, and one of the snapshot before with its columns in another order, one of them since gone."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("ATTACH ':memory:' AS previous")
        connection.execute('CREATE TABLE item (id TEXT PRIMARY KEY, "order" INTEGER, word TEXT)')
        connection.execute('CREATE TABLE previous.item (word TEXT, gone TEXT, "order" INTEGER, id TEXT PRIMARY KEY)')
        connection.execute("INSERT INTO previous.item VALUES ('road', 'x', 1, 'a'), ('tree', 'y', 2, 'b')")
        yield connection


def rows(database: sqlite3.Connection) -> list[tuple[object, ...]]:
    return database.execute('SELECT id, "order", word FROM main.item ORDER BY id').fetchall()


def test_columns_are_named(database: sqlite3.Connection) -> None:
    insert_rows(database, "item", ({"word": word, "order": 3, "id": word[0]} for word in ("road", "tree")))
    assert rows(database) == [("r", 3, "road"), ("t", 3, "tree")]


def test_a_column_that_is_not_given_is_null_and_no_row_at_all_is_none(database: sqlite3.Connection) -> None:
    insert_rows(database, "item", [])
    insert_rows(database, "item", [{"id": "a"}])
    assert rows(database) == [("a", None, None)]


def test_a_row_that_lacks_a_column_of_the_first_is_refused(database: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.ProgrammingError):
        insert_rows(database, "item", [{"id": "a", "word": "road"}, {"id": "b"}])


@pytest.mark.parametrize(
    ("conflict", "word"), [("IGNORE", "road"), ("REPLACE", "tree")], ids=["passed over", "replaced"]
)
def test_a_row_whose_key_is_there(database: sqlite3.Connection, conflict: str, word: str) -> None:
    insert_rows(database, "item", [{"id": "a", "order": 1, "word": "road"}])
    insert_rows(database, "item", [{"id": "a", "order": 1, "word": "tree"}], conflict)
    assert rows(database) == [("a", 1, word)]
    with pytest.raises(sqlite3.IntegrityError):
        insert_rows(database, "item", [{"id": "a", "order": 1, "word": "lake"}])


def test_rows_of_the_snapshot_before_are_copied_by_name(database: sqlite3.Connection) -> None:
    source = 'FROM previous.item WHERE item."order" >= :least'
    copy_rows(database, "item", source, {"least": 2, "added": 40}, changed={"order": 'item."order" + :added'})
    assert rows(database) == [("b", 42, "tree")]
    copy_rows(database, "item", "FROM previous.item", {}, conflict="IGNORE")
    assert rows(database) == [("a", 1, "road"), ("b", 42, "tree")]


@dataclass(frozen=True)
class Ferry:
    digest: str
    name: str
    label: str

    @property
    def scheme(self) -> str:
        return "boats"


@dataclass(frozen=True, slots=True)
class Name:
    label: str
    record: str


def test_a_row_takes_each_column_from_what_is_given_or_the_first_part_that_has_it() -> None:
    ferry, name = Ferry("d", "Heron", "first"), Name("second", "SVN-20-1.1-1")
    assert row("label", name, ferry, origin=Origin.SOURCE, confidence=1.0) == {
        "record": "SVN-20-1.1-1",
        "scheme": "boats",
        "label": "second",
        "origin": "source",
        "confidence": 1.0,
    }
    assert row("label", name, label="given", scheme="", origin="", confidence=0)["label"] == "given"


def test_a_row_has_days_in_iso_8601_and_several_values_as_json() -> None:
    given = row("review", id="SVN-20", state="SVN", session=20, cycle=2, reviewed=date(2014, 11, 4))
    assert given["reviewed"] == "2014-11-04"
    assert row("alias", old_id=("é", 1), id=None, review="", meaning=[])["old_id"] == '["é", 1]'


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"reason": "wet"}, "no value for, or no column of, the table skipped: reader"),
        ({"reader": "", "sea": 1}, "sea"),
    ],
)
def test_a_row_without_a_column_or_with_another_is_refused(given: dict[str, object], wrong: str) -> None:
    with pytest.raises(TypeError, match=wrong):
        row("skipped", **{"name": "a.pdf", "digest": None, "reason": "", **given})
