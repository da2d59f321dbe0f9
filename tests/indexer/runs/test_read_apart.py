"""A submission is read in a process of its own, which may end or go on for ever."""

import os
import time

import pytest

from indexer.runs import read_apart
from indexer.runs.read_apart import submission_read_apart
from models.errors import UnreadableDocument

pytestmark = [pytest.mark.processes, pytest.mark.slow]


def ends(name: str, content: bytes) -> tuple[str, ...]:
    os._exit(3)


def never_ends(name: str, content: bytes) -> tuple[str, ...]:
    while True:
        time.sleep(0.1)


def test_paragraphs_come_back() -> None:
    assert submission_read_apart("ours.txt", b"Open shelters.") == ("Open shelters.",)


def test_why_it_cannot_be_read_comes_back() -> None:
    with pytest.raises(UnreadableDocument, match="is damaged"):
        submission_read_apart("ours.docx", b"PK\x03\x04")


def test_a_process_that_ends_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_apart, "submission_paragraphs", ends)
    with pytest.raises(UnreadableDocument, match=r"ours\.pdf cannot be read"):
        submission_read_apart("ours.pdf", b"%PDF-")


def test_a_process_that_goes_on_for_ever_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_apart, "submission_paragraphs", never_ends)
    monkeypatch.setattr(read_apart, "SECONDS", 2.0)
    with pytest.raises(UnreadableDocument, match="far more work"):
        submission_read_apart("ours.pdf", b"%PDF-")


def test_a_file_that_is_too_large_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_apart, "MOST_BYTES", 10)
    with pytest.raises(UnreadableDocument, match="larger than"):
        submission_read_apart("ours.txt", b"x" * 11)
