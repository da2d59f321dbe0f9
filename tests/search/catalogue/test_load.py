"""Columns of a query as numbers."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from search.catalogue import connection
from search.catalogue.connection import CatalogueFile
from search.catalogue.load import read_columns

ROWS = [(0, "x", None), (1, "y", 5), (2, "x", 5), (3, None, 7)]


@pytest.fixture
def store(tmp_path: Path) -> CatalogueFile:
    with closing(sqlite3.connect(tmp_path / "some.sqlite")) as some, some:
        some.execute("CREATE TABLE some (number, letter, digit)")
        some.executemany("INSERT INTO some VALUES (?, ?, ?)", ROWS)
        some.commit()
    return CatalogueFile(tmp_path / "some.sqlite")


@pytest.mark.parametrize("rows_of_part", [1, 3, 10_000], ids=["row by row", "a last part of one row", "all at once"])
def test_codes_stand_for_the_values(store: CatalogueFile, monkeypatch: pytest.MonkeyPatch, rows_of_part: int) -> None:
    monkeypatch.setattr(connection, "ROWS_OF_PART", rows_of_part)
    numbers, columns = read_columns(store, "SELECT * FROM some", coded=2)
    decoded = [[column.values[code] for code in column.codes] for column in columns]
    assert list(zip(numbers.tolist(), *decoded, strict=True)) == ROWS


def test_a_query_without_rows_has_its_columns(store: CatalogueFile) -> None:
    numbers, columns = read_columns(store, "SELECT * FROM some WHERE number > 9", coded=2)
    assert len(numbers) == 0
    assert [(column.values, len(column.codes)) for column in columns] == [((), 0), ((), 0)]


def test_others_can_read_once_all_parts_are_taken(store: CatalogueFile) -> None:
    read_columns(store, "SELECT * FROM some", coded=2)
    assert len(store.rows("SELECT * FROM some")) == len(ROWS)
