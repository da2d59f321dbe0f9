"""From paths to files: folders with all that is in them, nothing hidden, no loops."""

import os
from pathlib import Path

import pytest

from indexer.datamodel.document_extract import SkippedFile
from indexer.gather.source_files import find_source_files


def write(path: Path, text: str = "x") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def names(*paths: Path, leave_out: Path | None = None) -> list[str]:
    return [file.name for file in find_source_files(paths, leave_out)]


def test_folders_are_searched_to_the_bottom_in_order(tmp_path: Path) -> None:
    for name in ("b.pdf", "a.pdf", "cycle 2/deep/c.pdf"):
        write(tmp_path / name)
    assert names(tmp_path) == ["a.pdf", "b.pdf", "cycle 2/deep/c.pdf"]


def test_hidden_files_and_folders_are_passed_over_unless_given(tmp_path: Path) -> None:
    hidden = write(tmp_path / ".hidden.pdf")
    write(tmp_path / ".git" / "a.pdf")
    assert names(tmp_path) == []
    assert names(hidden) == [".hidden.pdf"]


def test_the_index_folder_may_lie_within(tmp_path: Path) -> None:
    write(tmp_path / "index" / "CURRENT")
    write(tmp_path / "a.pdf")
    assert names(tmp_path, leave_out=tmp_path / "index") == ["a.pdf"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    write(tmp_path / "reports" / "a.pdf")
    (tmp_path / "reports" / "again").symlink_to(tmp_path / "reports", target_is_directory=True)
    (tmp_path / "reports" / "up").symlink_to(tmp_path, target_is_directory=True)
    assert names(tmp_path / "reports") == ["a.pdf"]


def test_links_to_other_folders_are_followed(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere" / "a.pdf")
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "more").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert names(tmp_path / "reports") == ["more/a.pdf"]


def test_empty_files_are_said_to_be_empty_and_not_copies_of_each_other(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", "")
    write(tmp_path / "b.pdf", "")
    skipped = [file for file in find_source_files([tmp_path]) if isinstance(file, SkippedFile)]
    assert [file.reason for file in skipped] == [
        "a.csv has no text: get it again, and check that it is the document you meant.",
        "b.pdf has no text: get it again, and check that it is the document you meant.",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_file_is_said_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "gone.pdf").symlink_to(tmp_path / "nowhere.pdf")
    skipped = list(find_source_files([tmp_path, tmp_path / "missing.pdf"]))
    assert all(isinstance(file, SkippedFile) for file in skipped)
    assert [file.reason for file in skipped if isinstance(file, SkippedFile)] == [
        "gone.pdf cannot be opened (No such file or directory): check that it exists and may be read.",
        "pipe.pdf is damaged or of another kind than its name says: get it again, or open it and save it anew.",
        "missing.pdf cannot be opened (No such file or directory): check that it exists and may be read.",
    ]
