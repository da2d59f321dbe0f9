"""Insert and copy rows by the names of their columns: tables of an earlier snapshot may have them in another order."""

import sqlite3
from collections.abc import Iterable, Mapping
from itertools import chain

Row = Mapping[str, str | int | float | bytes | None]
"""Column → value."""


def insert_rows(database: sqlite3.Connection, table: str, rows: Iterable[Row], conflict: str = "ABORT") -> None:
    """Insert rows that all give the same columns.

    Args:
        database: where the table is.
        table: its name.
        rows: may come from a generator.
        conflict: what SQLite does about a row whose key is there already: ABORT, IGNORE or REPLACE.
    """
    rows = iter(rows)
    first = next(rows, None)
    if first is None:
        return
    names = ", ".join(f'"{column}"' for column in first)
    values = ", ".join(f":{column}" for column in first)
    database.executemany(
        f"INSERT OR {conflict} INTO main.{table} ({names}) VALUES ({values})",  # noqa: S608
        chain([first], rows),
    )


def copy_rows(
    database: sqlite3.Connection,
    table: str,
    source: str,
    parameters: Mapping[str, object],
    *,
    changed: Mapping[str, str] | None = None,
    conflict: str = "ABORT",
) -> None:
    """Copy rows of a table of the attached snapshot before.

    Args:
        database: with "previous" attached.
        table: its name, in both.
        source: SQL from FROM on, in which the table goes by its own name.
        parameters: values of the names in `source` and `changed`.
        changed: column → SQL expression for its new value.
        conflict: as in `insert_rows`.
    """
    columns = [column for _, column, *_ in database.execute(f"PRAGMA main.table_info({table})")]
    copied = {column: f'{table}."{column}"' for column in columns} | dict(changed or {})
    names = ", ".join(f'"{column}"' for column in copied)
    statement = f"INSERT OR {conflict} INTO main.{table} ({names}) SELECT {', '.join(copied.values())} {source}"
    database.execute(statement, parameters)
