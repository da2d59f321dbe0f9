"""The arrays of a lexical folder as they are written."""

from pathlib import Path

import pytest

from indexer.write.lexical import write_lexical

FIRST = ["Visit the prisons", "!!!", "Close prisons"]
SECOND = ["Visit the quarries", "Open prisons"]


def write(folder: Path, texts: list[str], reused: Path | None = None, first_row: int = 0) -> Path:
    write_lexical(folder, enumerate(texts, first_row), reused, lambda _count: None)
    return folder


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return write(tmp_path / "first", FIRST)


def test_the_arrays_of_two_runs_are_those_of_one(first: Path, tmp_path: Path) -> None:
    second = write(tmp_path / "second", SECOND, first, first_row=3)
    at_once = write(tmp_path / "at once", FIRST + SECOND)
    arrays = {path.name for path in at_once.iterdir()}
    assert arrays == {
        "sequence.npy",
        *(
            f"{field}{part}"
            for field in ("stems", "forms")
            for part in (".txt", "_ends.npy", "_rows.npy", "_counts.npy")
        ),
    }
    for name in arrays:
        assert (second / name).read_bytes() == (at_once / name).read_bytes()


def test_nothing_new_leaves_all_as_it_was(first: Path, tmp_path: Path) -> None:
    second = write(tmp_path / "second", [], first, first_row=3)
    assert {path.name: path.read_bytes() for path in second.iterdir()} == {
        path.name: path.read_bytes() for path in first.iterdir()
    }
