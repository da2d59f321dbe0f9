"""Fields of all entries as arrays: read from a catalogue, written, mapped again."""

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from typing import Any

import numpy as np
import pytest

from models.index_folder.entry_columns import (
    COLUMNS,
    EntryColumns,
    open_entry_columns,
    read_entry_columns,
    same_entry_columns,
    save_entry_columns,
)
from models.index_folder.folder import CATALOGUE, current_snapshot
from models.records.enums import Position
from tests.search.invented_index import Request, build

REQUESTS = [
    Request("Open more schools", by=("XAB", "XBA"), position=Position.NOTED),
    Request("Close prisons", by=("XBA",)),
    Request("Open more schools", by=()),
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return current_snapshot(build(tmp_path_factory.mktemp("built"), REQUESTS))


@pytest.fixture
def columns(built: Path, tmp_path: Path) -> Path:
    """Those of the index, to change."""
    return Path(shutil.copytree(built / COLUMNS, tmp_path / "columns"))


def read(built: Path, rows_of_part: int = 10_000) -> EntryColumns:
    def parts(query: str) -> Any:
        rows = catalogue.execute(query).fetchall()
        return [rows[start : start + rows_of_part] for start in range(0, len(rows), rows_of_part)]

    with closing(connect(built / CATALOGUE)) as catalogue:
        return read_entry_columns(parts)


def opened(folder: Path) -> EntryColumns:
    found = open_entry_columns(folder)
    assert found is not None
    return found


def pairs(columns: EntryColumns, name: str) -> list[tuple[int, object]]:
    field = columns.fields[name]
    return [(entry, field.values[code]) for entry, code in zip(field.entries, field.codes, strict=True)]


@pytest.mark.parametrize("rows_of_part", [1, 2, 10_000], ids=["row by row", "a last part of one row", "all at once"])
def test_entries_have_the_values_of_the_catalogue(built: Path, rows_of_part: int) -> None:
    found = read(built, rows_of_part)
    assert pairs(found, "recommending") == [(0, "XAB"), (0, "XBA"), (1, "XBA")]
    assert pairs(found, "position") == [(0, "noted"), (1, "supported"), (2, "supported")]
    assert pairs(found, "label") == []
    assert found.rows[0] == found.rows[2] != found.rows[1]


def test_what_a_build_writes_is_what_its_catalogue_says(built: Path) -> None:
    assert same_entry_columns(opened(built / COLUMNS), read(built))


def test_a_code_takes_a_byte_where_values_are_few(built: Path) -> None:
    assert opened(built / COLUMNS).fields["position"].codes.dtype == np.uint8


def test_columns_without_entries_are_kept(tmp_path: Path) -> None:
    save_entry_columns(tmp_path / "none", read_entry_columns(lambda _query: []))
    assert len(opened(tmp_path / "none").rows) == 0


def test_another_value_is_another_column(columns: Path, built: Path) -> None:
    codes = np.load(columns / "recommending_codes.npy")
    np.save(columns / "recommending_codes.npy", codes[[1, 0, 2]])
    assert not same_entry_columns(opened(columns), read(built))


def test_those_of_other_queries_are_not_used(columns: Path) -> None:
    values = json.loads((columns / "values.json").read_text())
    (columns / "values.json").write_text(json.dumps({**values, "queries": "others"}))
    assert open_entry_columns(columns) is None


def values(change: Callable[[dict[str, Any]], object]) -> Callable[[Path], None]:
    def run(folder: Path) -> None:
        stored = json.loads((folder / "values.json").read_text())
        change(stored["values"])
        (folder / "values.json").write_text(json.dumps(stored))

    return run


def array(name: str, *numbers: int, dtype: str = "int32") -> Callable[[Path], None]:
    return lambda folder: np.save(folder / f"{name}.npy", np.array(numbers, dtype=dtype))


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        (lambda folder: (folder / "rows.npy").unlink(), "rows.npy holds no array"),
        (lambda folder: (folder / "values.json").write_text("[" * 100_000), "holds no values"),
        (lambda folder: (folder / "values.json").write_text("[]"), "holds no values"),
        (values(lambda stored: stored.pop("cycle")), "values of other fields"),
        (values(lambda stored: stored.update(cycle=[1.5])), "values of other fields"),
        (values(lambda stored: stored.update(cycle=[1, "2"])), "values of other fields"),
        (values(lambda stored: stored.update(recommending=["XBA", "XAB"])), "not sorted"),
        (values(lambda stored: stored.update(recommending=["XAB"])), "values of recommending are not those"),
        (values(lambda stored: stored.update(kind=[])), "values of kind are not those"),
        (array("recommending_codes", 0, 1, dtype="uint8"), "values of recommending are not those"),
        (array("recommending_codes", 0, 1, -1, dtype="int8"), "recommending_codes.npy is int8"),
        (array("recommending_entries", 0, 1, 3), "entries that there are not"),
        (array("recommending_entries", 0, 1, 0), "entries that there are not"),
        (array("recommending_entries", -1, 0, 1), "entries that there are not"),
        (array("rows", 0, -1, 0), "text rows that there cannot be"),
        (array("further_rows", 0), "text rows that there cannot be"),
    ],
)  # fmt: skip
def test_what_does_not_belong_together_is_refused(
    columns: Path, damage: Callable[[Path], object], problem: str
) -> None:
    damage(columns)
    with pytest.raises(ValueError, match=problem):
        open_entry_columns(columns)
