"""The words of files that the site makes."""

import csv
from collections.abc import Callable
from io import BytesIO, StringIO

from docx import Document
from openpyxl import load_workbook


def lines_of_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def rows_of_csv(content: bytes) -> list[dict[str, str]]:
    """Each line beneath the headings, by these."""
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def words_of_csv(content: bytes) -> list[str]:
    return [cell for line in lines_of_csv(content) for cell in line]


def words_of_xlsx(content: bytes) -> list[str]:
    book = load_workbook(BytesIO(content))
    cells = [str(cell) for sheet in book for row in sheet.values for cell in row if cell is not None]
    return [*book.sheetnames, *cells]


def words_of_docx(content: bytes) -> list[str]:
    """Those of its paragraphs, in their order, before those of headers, footers and tables."""
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    margins = [part for section in document.sections for part in (section.header, section.footer)]
    paragraphs = [paragraph for part in (document, *margins) for paragraph in part.paragraphs]
    return [*(paragraph.text for paragraph in paragraphs), *cells]


WORDS_OF: dict[str, Callable[[bytes], list[str]]] = {
    "csv": words_of_csv,
    "xlsx": words_of_xlsx,
    "docx": words_of_docx,
}
