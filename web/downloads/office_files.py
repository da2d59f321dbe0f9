"""Tables and documents as files to keep. Words of documents and users are data in them, never formulas.

All are put together in memory: they hold what a user asked, and a temporary file outlives a process that is killed.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from io import BytesIO, StringIO
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from flask import Response
from xlsxwriter import Workbook

from web.words.text import visible

Cell = str | int | float | None
Row = Sequence[Cell]
MOST_CELL_CHARACTERS = 32_000
"""A little less than Excel can hold in one cell."""
WIDEST_COLUMN = 60
MIMETYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""The kinds of file, by extension."""

_WRAPPED = {"text_wrap": True, "valign": "top"}
_NO_XML = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
"""What no XML file may hold, beside the control characters that `visible` takes out."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell begins with (full-width marks too) that a spreadsheet takes for a formula when it opens a text file."""

_AFTER_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr")
"""Properties of a paragraph that stand after its direction: their order is fixed."""


def printable(text: str) -> str:
    """Text that an Office file can hold."""
    return _NO_XML.sub("", visible(text))


def as_attachment(content: bytes, extension: str, name: str) -> Response:
    """A file for a browser to save; `name` holds no word of a user, for file names show up in many places."""
    response = Response(content, mimetype=MIMETYPES[extension])
    response.headers.set("Content-Disposition", "attachment", filename=f"{name}.{extension}")
    return response


def csv_file(header: Iterable[str], rows: Iterable[Row]) -> bytes:
    """A table as text, with a byte order mark, so that spreadsheets read accents."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([_harmless(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def xlsx_file(sheets: Iterable[tuple[str, Sequence[str], Sequence[Row]]]) -> bytes:
    """A workbook with these sheets: title, header, rows."""
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        for title, header, rows in sheets:
            _add_sheet(book, title, header, rows)
    return stream.getvalue()


def new_document(title: str) -> Any:
    """An empty Word document under a title; its properties name neither its maker nor the issue."""
    document = Document()
    now = datetime.now(UTC).replace(tzinfo=None)
    properties = document.core_properties
    properties.author, properties.comments, properties.title = "", "", ""
    properties.created = properties.modified = now
    add_text(document.add_heading("", 0), title)
    return document


def docx_file(document: Any) -> bytes:
    """A Word document as bytes."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def add_text(paragraph: Any, text: str) -> Any:
    """Add text to a paragraph and return the run; text in a right-to-left script is set so."""
    run = paragraph.add_run(printable(text))
    if _reads_right_to_left(text):
        properties = paragraph._p.get_or_add_pPr()
        if properties.find(qn("w:bidi")) is None:
            properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)
        run.font.rtl = True
    return run


def add_link(paragraph: Any, address: str) -> None:
    """Add an address that can be clicked and read on paper."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(printable(address))
    run.font.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def _reads_right_to_left(text: str) -> bool:
    """By its first letter that has a direction, as in a browser."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((each for each in directions if each in ("L", "R", "AL")), "L") != "L"


def _add_sheet(book: Workbook, title: str, header: Sequence[str], rows: Sequence[Row]) -> None:
    sheet = book.add_worksheet(title)
    sheet.freeze_panes(1, 0)
    for column, values in enumerate(zip(header, *rows, strict=True)):
        longest = max(len(str(value or "")) for value in values)
        sheet.set_column(column, column, min(longest + 2, WIDEST_COLUMN))
    _write_row(sheet, 0, header, book.add_format({"bold": True}), book.add_format({"bold": True, **_WRAPPED}))
    short, long = None, book.add_format(_WRAPPED)
    for number, row in enumerate(rows, 1):
        _write_row(sheet, number, row, short, long)


def _write_row(sheet: Any, number: int, row: Row, short: Any, long: Any) -> None:
    """Write the cells of a row, short and long texts in a format each; a text that begins like a formula stays one."""
    for column, value in enumerate(row):
        if isinstance(value, str):
            form = long if len(value) > WIDEST_COLUMN else short
            sheet.write_string(number, column, printable(value)[:MOST_CELL_CHARACTERS], form)
        elif value is not None:
            sheet.write_number(number, column, value)


def _harmless(value: Cell) -> Cell:
    """Text that a spreadsheet will not take for a formula when it opens the file."""
    if not isinstance(value, str):
        return value
    text = printable(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
