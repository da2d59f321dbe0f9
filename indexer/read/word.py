"""Read a Word document that the UN published: its paragraphs, with the numbers that Word counts by itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn

from indexer.read.office_archive import check_office_file
from indexer.read.published_text import WITHOUT_PAGES, refuse_long_paragraphs, unplaced_line
from indexer.read.word_numbering import WordNumbering
from indexer.text.symbols import symbols_in
from models.digests import sha256_of_file
from models.errors import UnreadableDocument
from models.records.documents import Line, ReadDocument

MAX_UNPACKED_BYTES = 50_000_000
COVER_PARAGRAPHS = 40
COLUMN, GUTTER = 100.0, 10.0
"""Points."""
_PARAGRAPH, _TEXT, _ROW, _CELL = qn("w:p"), qn("w:t"), qn("w:tr"), qn("w:tc")
_SPOKEN = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def read_word_document(path: Path, *, rows: bool = False) -> ReadDocument:
    """One line per paragraph, all said to stand on page 1: Word files do not say where pages end.

    Args:
        path: a .docx file.
        rows: whether a row of a table is a line with cells, instead of a line for each paragraph of its cells.

    Raises:
        UnreadableDocument: the file is damaged, encrypted, empty or too large.
    """
    check_office_file(path, "word/document.xml", MAX_UNPACKED_BYTES)
    try:
        document = docx.Document(str(path))
        lines = tuple(line for line in _lines(document, rows=rows) if line.text)
        headers = tuple(filter(None, _headers(document)))
    except Exception as error:  # python-docx lets through whatever its parsers meet in damaged parts
        raise UnreadableDocument(f"{path.name} is damaged: open it in Word and save it again.") from error
    if not lines:
        raise UnreadableDocument(f"{path.name} has no text: check that it is the document you meant.")
    refuse_long_paragraphs(path.name, (line.text for line in lines))
    digest = sha256_of_file(path)
    return ReadDocument(path.name, digest, lines, WITHOUT_PAGES, headers)


def is_of_treaty_body(document: ReadDocument) -> bool:
    """Whether the first paragraphs or the page headers have the symbol of concluding observations."""
    texts = [*document.running_headers, *(line.text for line in document.lines[:COVER_PARAGRAPHS])]
    return any(symbol.is_of_treaty_body for text in texts for symbol in symbols_in(text))


def paragraph_text(paragraph: Any) -> str:
    """The words of a w:p element, also those inserted as tracked changes (python-docx leaves them out)."""
    pieces = (_SPOKEN.get(element.tag, element.text if element.tag == _TEXT else "") for element in paragraph.iter())
    return "".join(piece or "" for piece in pieces).replace("\xa0", " ")


def _lines(document: Any, *, rows: bool) -> Iterator[Line]:
    numbering = WordNumbering(document)
    in_rows: set[Any] = set()
    for element in document.element.body.iter(_PARAGRAPH, _ROW) if rows else document.element.body.iter(_PARAGRAPH):
        if element.tag == _ROW:
            in_rows.update(element.iter(_PARAGRAPH, _ROW))
            yield _row([_words(cell.iter(_PARAGRAPH), numbering) for cell in element.iterchildren(_CELL)])
        elif element not in in_rows:
            yield unplaced_line(_words([element], numbering))


def _row(cells: Sequence[str]) -> Line:
    """A row of a table as if it were printed on one line, its columns all of the same width."""
    places = [COLUMN * number for number in range(len(cells))]
    printed = tuple((left, left + COLUMN - GUTTER, text) for left, text in zip(places, cells, strict=True) if text)
    return replace(unplaced_line(" ".join(filter(None, cells))), cells=printed)


def _words(paragraphs: Iterable[Any], numbering: WordNumbering) -> str:
    """The words of w:p elements, each behind the number that Word shows before it."""
    texts = ((element, " ".join(paragraph_text(element).split())) for element in paragraphs)
    return " ".join(f"{numbering.number(element)} {words}".strip() for element, words in texts if words)


def _headers(document: Any) -> Iterator[str]:
    for section in document.sections:
        for part in (section.header, section.even_page_header):
            for element in part._element.iter(_PARAGRAPH):
                yield " ".join(paragraph_text(element).split())
