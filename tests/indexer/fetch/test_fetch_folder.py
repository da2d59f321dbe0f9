"""The folder of fetched files."""

from pathlib import Path

import pytest

from indexer.fetch.fetch_folder import FetchFolder, fetching_into
from indexer.fetch.wanted_file import Content, WantedFile
from indexer.gather.source_files import find_source_files
from models.errors import FetchError

ADDRESS = "https://localhost/a"
WANTED = WantedFile("a.pdf", "A", (ADDRESS,), Content.DOCUMENT, 10, "https://undocs.org/A")


def test_a_folder_that_is_not_there_holds_nothing(tmp_path):
    folder = FetchFolder(tmp_path / "none")
    assert folder.sorted([WANTED]) == ([WANTED], [], [])


@pytest.mark.parametrize(
    "notes",
    ["", "[]", "null", '{"format": 1, "files": []}', '{"files": {"a.pdf": {"title": "A"}}}', "\xff", '"\\ud800"'],
)
def test_damaged_notes(tmp_path, notes):
    (tmp_path / ".fetched.json").write_bytes(notes.encode("latin-1"))
    with pytest.raises(FetchError, match=r"\.fetched\.json, which notes what was fetched, is damaged: remove it"):
        FetchFolder(tmp_path)


def test_one_run_at_a_time(tmp_path):
    with fetching_into(tmp_path), pytest.raises(FetchError, match="Another run fetches into"), fetching_into(tmp_path):
        pass
    with fetching_into(tmp_path):
        pass


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").touch()
    with (
        pytest.raises(FetchError, match="choose another folder with --to"),
        fetching_into(tmp_path / "file" / "folder"),
    ):
        pass


def test_the_indexer_passes_over_all_but_the_files(tmp_path):
    with fetching_into(tmp_path) as folder:
        for name in ("a.pdf", "b.pdf"):
            part = folder.part(name, ADDRESS)
            part.begin('"a"')
        part.path.write_bytes(b"%PDF-1.7 %%EOF")
        folder.take("b.pdf", "A", part)
        assert [source.name for source in find_source_files([tmp_path])] == ["b.pdf"]
        assert len(list(Path(tmp_path).iterdir())) == 5
