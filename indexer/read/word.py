"""Read a Word document that the UN published: its paragraphs, with the numbers that Word counts by itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import docx

from indexer.read.published_text import WITHOUT_PAGES, refuse_long_paragraphs, unplaced_line, with_their_numbers
from indexer.read.word_notes import WordNotes, with_marks
from indexer.read.word_numbering import WordNumbering
from indexer.read.word_text import CELL, PARAGRAPH, ROW, is_deleted_row, paragraph_text, printed_paragraphs
from indexer.text.symbols import symbols_in
from models.errors import UnreadableDocument
from models.files.digests import sha256_of_file
from models.files.office_archive import check_office_file
from models.files.unreadable import damaged, empty
from models.records.documents import Line, ReadDocument

MAX_UNPACKED_BYTES = 50_000_000
COVER_PARAGRAPHS = 40
BULLET = "•"
"""Stands for whatever a list of a submission shows before its items."""
COLUMN, GUTTER = 100.0, 10.0
"""Points."""
SIZE = 10.0
"""Of the type, in points: what a file says of it is not needed."""


def read_word_document(path: Path, *, rows: bool = False) -> ReadDocument:
    """One line per paragraph, all said to stand on page 1: Word files do not say where pages end.

    Args:
        path: a .docx file.
        rows: whether a row of a table is a line with cells, instead of a line for each paragraph of its cells.

    Raises:
        UnreadableDocument: the file is damaged, encrypted, empty or too large.
    """
    document = open_word_file(path)
    try:
        notes = WordNotes(document)
        lines = tuple(map(with_marks, (line for line in _lines(document, notes, rows=rows) if line.text)))
        of_notes = tuple(notes.lines())
        headers = tuple(dict.fromkeys(filter(None, _headers(document))))
        title, saved = document.core_properties.title or "", _day_saved(document)
    except Exception as error:  # python-docx lets through whatever its parsers meet in damaged parts
        raise UnreadableDocument(damaged(path.name)) from error
    if not lines:
        raise UnreadableDocument(empty(path.name))
    refuse_long_paragraphs(path.name, (line.text for line in lines))
    digest = sha256_of_file(path)
    return ReadDocument(
        path.name, digest, lines, WITHOUT_PAGES, headers, notes=of_notes, is_word_file=True, title=title, saved=saved
    )


def open_word_file(path: Path) -> Any:
    """The document as python-docx has it, parsed once for all who read it one after the other.

    Raises:
        UnreadableDocument: the file is damaged, encrypted or too large.
    """
    return _parsed(path, path.stat().st_mtime_ns if path.exists() else 0)


@lru_cache(maxsize=1)
def _parsed(path: Path, _changed: int) -> Any:
    check_office_file(path, "word/document.xml", MAX_UNPACKED_BYTES)
    try:
        return docx.Document(str(path))
    except Exception as error:  # as in read_word_document
        raise UnreadableDocument(damaged(path.name)) from error


def word_paragraphs(name: str, content: bytes) -> tuple[str, ...]:
    """The paragraphs of the bytes of a .docx file that lies nowhere, with the numbers and bullets of lists.

    Raises:
        UnreadableDocument: the file is damaged, encrypted, empty or too large.
    """
    check_office_file(BytesIO(content), "word/document.xml", MAX_UNPACKED_BYTES)
    try:
        document = docx.Document(BytesIO(content))
        lines = tuple(_with_bullets(document))
    except Exception as error:  # as in read_word_document
        raise UnreadableDocument(damaged(name)) from error
    refuse_long_paragraphs(name, lines)
    return lines


def is_of_treaty_body(document: ReadDocument) -> bool:
    """Whether the first paragraphs or the page headers have the symbol of concluding observations."""
    texts = [*document.running_headers, *(line.text for line in document.lines[:COVER_PARAGRAPHS])]
    return any(symbol.is_of_treaty_body for text in texts for symbol in symbols_in(text))


def _lines(document: Any, notes: WordNotes, *, rows: bool) -> Iterator[Line]:
    numbering = WordNumbering(document)
    body = document.element.body
    if not rows:
        yield from _with_their_numbers(_numbered(body, numbering, notes))
        return
    for place, line in enumerate(_lines_and_rows(body, numbering, notes)):
        yield replace(line, top=2 * place * SIZE, size=SIZE)


def _lines_and_rows(body: Any, numbering: WordNumbering, notes: WordNotes) -> Iterator[Line]:
    """A line for each paragraph, and for each row of a table."""
    in_rows: set[Any] = set()
    for element in body.iter(PARAGRAPH, ROW):
        if element.tag == ROW:
            in_rows.update(element.iter(PARAGRAPH, ROW))
            if is_deleted_row(element):
                continue
            cells = element.iterchildren(CELL)
            yield _row([" ".join(filter(None, _numbered(cell, numbering, notes))) for cell in cells])
        elif element not in in_rows:
            yield unplaced_line(_with_number(element, paragraph_text(element, notes.mark), numbering))


def _with_their_numbers(paragraphs: Iterable[str]) -> Iterator[Line]:
    """One line for each, as if printed with white space between; a number in a cell of its own goes with the next."""
    for place, text in enumerate(with_their_numbers(list(filter(None, paragraphs)))):
        yield replace(unplaced_line(text), top=2 * place * SIZE, size=SIZE)


def _row(cells: Sequence[str]) -> Line:
    """A row of a table as if it were printed on one line, its columns all of the same width."""
    places = [COLUMN * number for number in range(len(cells))]
    printed = tuple((left, left + COLUMN - GUTTER, text) for left, text in zip(places, cells, strict=True) if text)
    return replace(unplaced_line(" ".join(filter(None, cells))), cells=printed)


def _numbered(element: Any, numbering: WordNumbering, notes: WordNotes) -> Iterator[str]:
    """The words of the paragraphs within an element, each behind the number that Word shows before it."""
    for paragraph, words in printed_paragraphs(element, notes.mark):
        yield _with_number(paragraph, words, numbering)


def _with_number(paragraph: Any, words: str, numbering: WordNumbering) -> str:
    words = " ".join(words.split())
    return f"{numbering.number(paragraph)} {words}".strip() if words else ""


def _with_bullets(document: Any) -> Iterator[str]:
    """The words of each paragraph that has any, behind what Word shows before it; without marks of notes."""
    numbering = WordNumbering(document)
    for paragraph, words in printed_paragraphs(document.element.body):
        number = numbering.number(paragraph) or (BULLET if numbering.is_item(paragraph) else "")
        if words:
            yield f"{number} {words}".strip()


def _day_saved(document: Any) -> date | None:
    """When the file was last saved. Where it does not say that, python-docx has it saved by itself, now."""
    properties = document.core_properties
    return (
        None if properties.last_modified_by == "python-docx" or not properties.modified else properties.modified.date()
    )


def _headers(document: Any) -> Iterator[str]:
    """The texts of page headers and footers."""
    for section in document.sections:
        for part in _margins(section):
            for _, words in printed_paragraphs(part._element):
                yield words


def _margins(section: Any) -> tuple[Any, ...]:
    headers = (section.header, section.even_page_header, section.first_page_header)
    return (*headers, section.footer, section.even_page_footer, section.first_page_footer)
