"""Read a Word document that the UN published: its paragraphs, with the numbers that Word counts by itself."""

from collections.abc import Iterator
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
from models.records.documents import ReadDocument

MAX_UNPACKED_BYTES = 50_000_000
COVER_PARAGRAPHS = 40
_PARAGRAPH, _TEXT = qn("w:p"), qn("w:t")
_SPOKEN = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}


def read_word_document(path: Path) -> ReadDocument:
    """One line per paragraph, all said to stand on page 1: Word files do not say where pages end.

    Raises:
        UnreadableDocument: the file is damaged, encrypted, empty or too large.
    """
    check_office_file(path, "word/document.xml", MAX_UNPACKED_BYTES)
    try:
        document = docx.Document(str(path))
        paragraphs = tuple(filter(None, _paragraphs(document)))
        headers = tuple(filter(None, _headers(document)))
    except Exception as error:  # python-docx lets through whatever its parsers meet in damaged parts
        raise UnreadableDocument(f"{path.name} is damaged: open it in Word and save it again.") from error
    if not paragraphs:
        raise UnreadableDocument(f"{path.name} has no text: check that it is the document you meant.")
    refuse_long_paragraphs(path.name, paragraphs)
    digest = sha256_of_file(path)
    return ReadDocument(path.name, digest, tuple(map(unplaced_line, paragraphs)), WITHOUT_PAGES, headers)


def is_of_treaty_body(document: ReadDocument) -> bool:
    """Whether the first paragraphs or the page headers have the symbol of concluding observations."""
    texts = [*document.running_headers, *(line.text for line in document.lines[:COVER_PARAGRAPHS])]
    return any(symbol.is_of_treaty_body for text in texts for symbol in symbols_in(text))


def paragraph_text(paragraph: Any) -> str:
    """The words of a w:p element, also those inserted as tracked changes (python-docx leaves them out)."""
    pieces = (_SPOKEN.get(element.tag, element.text if element.tag == _TEXT else "") for element in paragraph.iter())
    return "".join(piece or "" for piece in pieces).replace("\xa0", " ")


def _paragraphs(document: Any) -> Iterator[str]:
    numbering = WordNumbering(document)
    for element in document.element.body.iter(_PARAGRAPH):
        words = " ".join(paragraph_text(element).split())
        yield f"{numbering.number(element)} {words}".strip() if words else ""


def _headers(document: Any) -> Iterator[str]:
    for section in document.sections:
        for part in (section.header, section.even_page_header):
            for element in part._element.iter(_PARAGRAPH):
                yield " ".join(paragraph_text(element).split())
