"""What a file is by its bytes, whatever its name says."""

import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from indexer.read.file_format import format_of


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "name", "suffix"),
    [
        (b"%PDF-1.7\n", "a.docx", ".pdf"),
        (b"junk of a mail server\n%PDF-1.4\n", "a.txt", ".pdf"),
        (b"<!DOCTYPE html><p>Words", "a.pdf", ".html"),
        (b"\xef\xbb\xbf<?xml version='1.0'?><html>", "a.json", ".html"),
        (b'\n[ {"id": 1}]', "a.csv", ".json"),
        (b'{"text": "Words"}', "a.txt", ".json"),
        (b"[Original: English]\nWords", "a.txt", ".txt"),
        (b"Words of a report", "a.pdf", ".txt"),
        (b"Words of a report", "a", ".txt"),
        (b"Words, of a report", "a.csv", ".csv"),
        (b"{ damaged", "a.json", ".json"),
        (b"<p>A piece of a page", "a.htm", ".html"),
        (b"To;From\xe9", "a.csv", ".csv"),
        (b"\x00\x01", "a.pdf", ".pdf"),
        (b"\x00\x01", "a.zip", None),
        (b"", "a.pdf", ".pdf"),
        ("é".encode() * 4000, "a.pdf", ".txt"),
        (b"x" + "é".encode() * 4000, "a.pdf", ".txt"),
    ],
)
def test_bytes_tell_before_the_name(tmp_path: Path, content: bytes, name: str, suffix: str | None) -> None:
    assert format_of(written(tmp_path, name, content)) == suffix


def test_office_files_are_told_apart_by_their_parts(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "a.docx"))
    openpyxl.Workbook().save(tmp_path / "b.xlsx")
    assert format_of((tmp_path / "a.docx").rename(tmp_path / "a.xlsx")) == ".docx"
    assert format_of((tmp_path / "b.xlsx").rename(tmp_path / "b.pdf")) == ".xlsx"


def test_another_archive_is_what_it_says(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("report.pdf", b"%PDF-1.4")
    assert format_of(tmp_path / "a.zip") is None
    assert format_of(written(tmp_path, "a.docx", b"PK damaged")) == ".docx"
