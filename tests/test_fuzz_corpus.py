"""The files that `make fuzz` begins with, and what it once found, are read or refused in a sentence."""

from contextlib import suppress

import pytest

from benches import fuzz
from benches.fuzz import CORPUS, MOST_BYTES, READERS, TooSlow, in_time, packed
from indexer.sources.document import read_document
from models.reviews.states import StateTable

FILES = sorted(path for path in CORPUS.rglob("*") if path.is_file())


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name} {path.name}")
def test_a_file_of_the_corpus_ends_no_reader(path):
    assert path.stat().st_size <= MOST_BYTES
    READERS[path.parent.name](path.read_bytes())


def test_each_reader_begins_with_some():
    assert {path.parent.name for path in FILES} == set(READERS)


def test_a_file_that_takes_too_much_of_the_processor_ends_its_reader(monkeypatch):
    def never_ends(_: bytes) -> None:
        while True:
            with suppress(Exception):
                while True:
                    pass

    monkeypatch.setattr(fuzz, "MOST_OF_A_RUN", 0.05)
    with pytest.raises(TooSlow):
        in_time(never_ends, b"")


def test_a_packed_word_file_is_read(tmp_path):
    """Else all that is changed in its text would be refused with the archive."""
    path = tmp_path / "report.docx"
    path.write_bytes(packed(".docx", "word/document.xml", (CORPUS / "word" / "report.xml").read_bytes()))
    assert read_document(path, path.name, StateTable.built_in()).recommendations


def test_a_packed_workbook_is_read(tmp_path):
    path = tmp_path / "table.xlsx"
    path.write_bytes(packed(".xlsx", "xl/worksheets/sheet1.xml", (CORPUS / "workbook" / "table.xml").read_bytes()))
    assert read_document(path, path.name, StateTable.built_in()).entries
