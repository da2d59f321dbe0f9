"""The arrays of a lexical folder are opened as they were written, or refused."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from models.index_folder.lexical_folder import LexicalFolder, PostingLists, open_lexical, save_lexical


def lists(words: dict[str, list[tuple[int, int]]]) -> PostingLists:
    """Word → (row, count) of each text that holds it."""
    postings = [posting for each in words.values() for posting in each]
    return PostingLists(
        tuple(words),
        np.cumsum([len(each) for each in words.values()], dtype=np.int64),
        np.array([row for row, _ in postings], dtype=np.int32),
        np.array([count for _, count in postings], dtype=np.uint8),
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three texts: "visit, visited prison", none, "prison"."""
    lexical = LexicalFolder(
        stems=lists({"prison": [(0, 1), (2, 1)], "visit": [(0, 2)]}),
        forms=lists({"prison": [(0, 1), (2, 1)], "visit": [(0, 1)], "visited": [(0, 1)]}),
        sequence=np.array([2, 2, 1, 0, 0, 1, 0], dtype=np.uint32),
    )
    save_lexical(tmp_path, lexical)
    return tmp_path


def test_a_folder_is_opened_as_it_was_written(folder: Path) -> None:
    lexical = open_lexical(folder)
    assert lexical.stems.words == ("prison", "visit")
    assert lexical.forms.words == ("prison", "visit", "visited")
    found = lexical.stems.list_of("visit")
    assert (lexical.stems.rows[found].tolist(), lexical.stems.counts[found].tolist()) == ([0], [2])
    assert lexical.stems.rows[lexical.stems.list_of("prison")].tolist() == [0, 2]
    assert len(lexical.ends) == 3


@pytest.mark.parametrize("word", ["", "a", "prisons", "visite", "zeppelin", "\U0010ffff"])
def test_words_that_no_text_holds(folder: Path, word: str) -> None:
    forms = open_lexical(folder).forms
    assert forms.place_of(word) is None
    assert forms.rows[forms.list_of(word)].tolist() == []


def test_no_texts(tmp_path: Path) -> None:
    save_lexical(tmp_path, LexicalFolder(lists({}), lists({}), np.empty(0, dtype=np.uint32)))
    assert len(open_lexical(tmp_path).ends) == 0


def array(name: str, *numbers: int, dtype: type = np.int32) -> Callable[[Path], None]:
    return lambda folder: np.save(folder / name, np.array(numbers, dtype=dtype))


def text(name: str, written: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).write_text(written, encoding="utf-8") and None


FOREIGN = {
    "words not sorted": (text("stems.txt", "visit\nprison\n"), "alphabetical"),
    "a word twice": (text("stems.txt", "visit\nvisit\n"), "alphabetical"),
    "the last line not ended": (text("stems.txt", "prison\nvisit"), "alphabetical"),
    "a word more": (text("stems.txt", "prison\nvisit\nzeppelin\n"), "not of the words"),
    "words that are no text": (lambda folder: (folder / "stems.txt").write_bytes(b"\xff\n"), "no words"),
    "words missing": (lambda folder: (folder / "forms.txt").unlink(), "no words"),
    "ends that go back": (array("stems_ends.npy", 5, 3, dtype=np.int64), "not of the words"),
    "ends below 0": (array("stems_ends.npy", -1, 3, dtype=np.int64), "not of the words"),
    "ends beyond the lists": (array("stems_ends.npy", 2, 9, dtype=np.int64), "not of the words"),
    "a count too few": (array("stems_counts.npy", 1, 1, dtype=np.uint8), "not of the words"),
    "counts below 0": (array("stems_counts.npy", 1, 1, -2, dtype=np.int8), "int8"),
    "a row below 0": (array("stems_rows.npy", 0, 2, -1), "below 0"),
    "a row beyond the texts": (array("forms_rows.npy", 0, 3, 0, 0), "other texts"),
    "rows of another type": (array("stems_rows.npy", 0, 2, 0, dtype=np.int64), "int64"),
    "a word beyond the words": (array("sequence.npy", 3, 2, 1, 0, 0, 1, 0, dtype=np.uint32), "not those of"),
    "a text without its end": (array("sequence.npy", 2, 2, 1, 0, 0, 1, dtype=np.uint32), "not those of"),
    "a text too few": (array("sequence.npy", 2, 2, 1, 0, 0, dtype=np.uint32), "other texts"),
}


@pytest.mark.parametrize(("change", "reason"), FOREIGN.values(), ids=FOREIGN)
def test_a_folder_that_no_build_writes_is_refused(folder: Path, change: Callable[[Path], None], reason: str) -> None:
    change(folder)
    with pytest.raises(ValueError, match=reason):
        open_lexical(folder)
