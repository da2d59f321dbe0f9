"""What a file is by its bytes: its suffix is only asked where they do not tell."""

import re
import zipfile
from enum import StrEnum
from pathlib import Path

BEGINNING = 4096
"""So many bytes are looked at."""
_HTML = re.compile(rb"\s*+(?:<\?xml[^>]{0,200}>\s*+)?(?:<!--.{0,1000}?-->\s*+)?<(?:!doctype html|html)\b", re.I | re.S)
_JSON = re.compile(rb'\s*+(?:\{\s*+["}]|\[\s*+[\[{"\]])')


class FileFormat(StrEnum):
    """The formats that are read, each with the suffix that it should have."""

    PDF = ".pdf"
    WORD = ".docx"
    WORKBOOK = ".xlsx"
    JSON = ".json"
    HTML = ".html"
    TABLE = ".csv"
    TEXT = ".txt"


_TEXTS = (FileFormat.TABLE, FileFormat.HTML, FileFormat.JSON)
_PARTS = {"word/document.xml": FileFormat.WORD, "xl/workbook.xml": FileFormat.WORKBOOK}


def format_of(path: Path) -> FileFormat | None:
    """The format that the bytes of a file show, else that of its suffix; None for a suffix of none."""
    with path.open("rb") as file:
        beginning = file.read(BEGINNING)
    suffix = path.suffix.lower()
    named = FileFormat.HTML if suffix == ".htm" else FileFormat(suffix) if suffix in set(FileFormat) else None
    if beginning.startswith(b"PK"):
        return _format_of_archive(path) or named
    if b"%PDF-" in beginning[:1024]:
        return FileFormat.PDF
    shown = _format_of_text(beginning)
    # Bytes do not tell plain text from a table, a piece of HTML, or JSON that is damaged.
    is_named = shown is None or (shown is FileFormat.TEXT and named in _TEXTS)
    return named if is_named else shown


def _format_of_archive(path: Path) -> FileFormat | None:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError):
        return None
    return next((shown for part, shown in _PARTS.items() if part in names), None)


def _format_of_text(beginning: bytes) -> FileFormat | None:
    """None for what is no text in UTF-8."""
    bare = beginning.removeprefix(b"\xef\xbb\xbf")
    if not bare.strip() or b"\0" in bare or not _is_utf8(bare):
        return None
    if _HTML.match(bare):
        return FileFormat.HTML
    if _JSON.match(bare):
        return FileFormat.JSON
    return FileFormat.TEXT


def _is_utf8(beginning: bytes) -> bool:
    """Whether it begins a text in UTF-8; the last character may be cut."""
    try:
        beginning.decode("utf-8")
    except UnicodeDecodeError as error:
        return len(beginning) == BEGINNING and error.start >= len(beginning) - 3
    return True
