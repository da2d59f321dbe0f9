"""The lexical folder beside its arrays: a Whoosh index that any Whoosh client reads."""

from pathlib import Path

import pytest
from whoosh import index
from whoosh.query import Every, Prefix, Term

from indexer.write.lexical import write_lexical
from models.index_folder.lexical_folder import open_lexical

FIRST = ["Visit the prisons", "!!!", "Close prisons"]
SECOND = ["Visit the quarries", "Open prisons"]


def write(folder: Path, texts: list[str], reused: Path | None = None, first_row: int = 0) -> Path:
    write_lexical(folder, enumerate(texts, first_row), reused, lambda _count: None)
    return folder


def rows_by_whoosh(folder: Path, query: object) -> list[int]:
    with index.open_dir(folder).searcher() as searcher:
        return sorted(hit["row"] for hit in searcher.search(query, limit=None))


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return write(tmp_path / "first", FIRST)


def test_a_whoosh_client_finds_all_texts_by_stems_forms_and_prefixes(first: Path) -> None:
    assert rows_by_whoosh(first, Every()) == [0, 1, 2]
    assert rows_by_whoosh(first, Term("text", "prison")) == [0, 2]
    assert rows_by_whoosh(first, Term("form", "prisons")) == [0, 2]
    assert rows_by_whoosh(first, Prefix("form", "vis")) == [0]


def test_it_finds_the_texts_of_later_runs_beside_them(first: Path, tmp_path: Path) -> None:
    second = write(tmp_path / "second", SECOND, first, first_row=3)
    third = write(tmp_path / "third", ["Visit schools"], second, first_row=5)
    assert rows_by_whoosh(third, Every()) == [0, 1, 2, 3, 4, 5]
    assert rows_by_whoosh(third, Term("text", "visit")) == [0, 3, 5]
    assert rows_by_whoosh(first, Term("text", "visit")) == [0]
    assert list(open_lexical(third).segments.values()) == [3, 2, 1]
    with index.open_dir(third).reader() as reader:
        assert [reader.doc_count(), reader.field_length("text"), reader.doc_frequency("text", "visit")] == [6, 12, 3]


def test_the_arrays_of_two_runs_are_those_of_one(first: Path, tmp_path: Path) -> None:
    second = write(tmp_path / "second", SECOND, first, first_row=3)
    at_once = write(tmp_path / "at once", FIRST + SECOND)
    arrays = {path.name for path in at_once.iterdir() if path.suffix in {".npy", ".txt"}}
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
    assert rows_by_whoosh(second, Term("text", "prison")) == [0, 2]
    assert open_lexical(second).segments == open_lexical(first).segments


def test_what_whoosh_wrote_is_not_opened_again(first: Path, tmp_path: Path) -> None:
    for path in [*first.glob("*.seg"), *first.glob("*.toc")]:
        path.write_bytes(b"no index")
    second = write(tmp_path / "second", SECOND, first, first_row=3)
    assert len(open_lexical(second).ends) == 5


def test_a_segment_is_no_second_copy(first: Path, tmp_path: Path) -> None:
    second = write(tmp_path / "second", SECOND, first, first_row=3)
    (segment,) = first.glob("*.seg")
    assert (second / segment.name).samefile(segment)


def test_an_interrupted_run_leaves_no_lock(tmp_path: Path) -> None:
    def interrupted(_count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_lexical(tmp_path / "lexical", enumerate(FIRST), None, interrupted)
    write(tmp_path / "again", FIRST)
