"""Rows go where their columns are named, in whatever order either side has them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date

import pytest

from indexer.write.rows import insert_row, row
from models.records.records import Origin


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    """An empty table."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute('CREATE TABLE item (id TEXT PRIMARY KEY, "order" INTEGER, word TEXT)')
        yield connection


def rows(database: sqlite3.Connection) -> list[tuple[object, ...]]:
    return database.execute('SELECT id, "order", word FROM item ORDER BY id').fetchall()


def test_columns_are_named(database: sqlite3.Connection) -> None:
    insert_row(database, "item", {"word": "road", "order": 3, "id": "r"})
    insert_row(database, "item", {"id": "a"})
    assert rows(database) == [("a", None, None), ("r", 3, "road")]


@pytest.mark.parametrize(
    ("conflict", "word"), [("IGNORE", "road"), ("REPLACE", "tree")], ids=["passed over", "replaced"]
)
def test_a_row_whose_key_is_there(database: sqlite3.Connection, conflict: str, word: str) -> None:
    insert_row(database, "item", {"id": "a", "order": 1, "word": "road"})
    insert_row(database, "item", {"id": "a", "order": 1, "word": "tree"}, conflict)
    assert rows(database) == [("a", 1, word)]
    with pytest.raises(sqlite3.IntegrityError):
        insert_row(database, "item", {"id": "a", "order": 1, "word": "lake"})


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
