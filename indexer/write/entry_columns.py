"""Write what every entry can be filtered and counted by beside the catalogue that it is read from."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from indexer.write.previous_snapshot import open_catalogue
from models.index_folder.entry_columns import COLUMNS, EntryColumns, read_entry_columns, save_entry_columns
from models.index_folder.folder import CATALOGUE

ROWS_OF_PART = 10_000


def write_entry_columns(snapshot: Path) -> None:
    """Write the columns of a snapshot whose catalogue is complete."""
    with closing(open_catalogue(snapshot / CATALOGUE)) as catalogue:
        save_entry_columns(snapshot / COLUMNS, columns_of(catalogue))


def columns_of(catalogue: sqlite3.Connection) -> EntryColumns:
    """The columns of a catalogue, read from its tables."""

    def parts(query: str) -> Iterator[list[tuple[Any, ...]]]:
        cursor = catalogue.execute(query)
        while rows := cursor.fetchmany(ROWS_OF_PART):
            yield rows

    return read_entry_columns(parts)
