"""Rows of the catalogue, by the names of their columns."""

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from models.index_folder.catalogue_schema import FIRST_MIGRATION, MIGRATIONS
from models.index_folder.migrations import migrate

Row = Mapping[str, str | int | float | bytes | None]
"""Column → value."""


def row(table: str, *parts: object, **given: object) -> Row:
    """A row of a table of the catalogue, by the names of its columns.

    Args:
        table: its name.
        parts: a record and what it is made of, of classes with slots or properties: a column is the attribute of its
            name of the first part that has one.
        given: the columns that are none, or another.

    Raises:
        TypeError: a column is in no part and not given, or what is given is no column.
    """
    values = {
        column: getattr(parts[index], column) for column, index in _parts_of(table, tuple(given), *map(type, parts))
    }
    return {column: _stored(value) for column, value in (values | given).items()}


@cache
def _parts_of(table: str, given: tuple[str, ...], *kinds: type) -> tuple[tuple[str, int], ...]:
    """Each column that is not given, with the number of the part that it is of."""
    columns = _columns()[table]
    of_parts = {
        column: next((index for index, kind in enumerate(kinds) if hasattr(kind, column)), -1)
        for column in columns
        if column not in given
    }
    if wrong := [column for column, index in of_parts.items() if index < 0] + [*{*given}.difference(columns)]:
        raise TypeError(f"no value for, or no column of, the table {table}: {', '.join(wrong)}")
    return tuple(of_parts.items())


@cache
def _columns() -> Mapping[str, tuple[str, ...]]:
    """The columns of each table of the catalogue."""
    with closing(sqlite3.connect(":memory:")) as catalogue:
        migrate(catalogue, MIGRATIONS, FIRST_MIGRATION)
        tables = [name for (name,) in catalogue.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            table: tuple(column for _, column, *_ in catalogue.execute(f"PRAGMA table_info({table})"))
            for table in tables
        }


def _stored(value: Any) -> str | int | float | bytes | None:
    """A value as the catalogue has it: the value of an Enum, a day in ISO 8601, what has several parts as JSON."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | tuple) else value


def insert_row(database: sqlite3.Connection, table: str, values: Row, conflict: str = "ABORT") -> None:
    """Insert one row; `conflict` is what SQLite does where its key is there already: ABORT, IGNORE or REPLACE."""
    database.execute(_insertion(table, tuple(values), conflict), values)


@cache
def _insertion(table: str, columns: tuple[str, ...], conflict: str) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    values = ", ".join(f":{column}" for column in columns)
    return f"INSERT OR {conflict} INTO main.{table} ({names}) VALUES ({values})"  # noqa: S608 - ours
