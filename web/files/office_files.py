"""What all files to keep have in common: cells, safe text, and tables as text.

Words of documents and users are data in them, never formulas. All are put together in memory: they hold what a user
asked, and a temporary file outlives a process that is killed.
"""

import codecs
import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO, StringIO
from itertools import chain, islice
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from flask import Response

from models.records.enums import Position
from models.records.records import Place, Recommendation
from search import Record, position_in_words
from web.site.language import translated
from web.words.citation import address_shown, document_address
from web.words.safe_text import visible


class Address(str):
    """The address of a document: a link that can be followed, in files that can hold one."""

    __slots__ = ()


def address_of(place: Place) -> Address | None:
    """Where the United Nations publishes a document; None for a source that is no document with a symbol."""
    return _address(document_address(place))


def address_of_words(record: Record) -> Address | None:
    """Where the edition of a document is published whose words are shown; None where none is."""
    return _address(address_shown(record))


def _address(address: str | None) -> Address | None:
    return Address(address) if address else None


class PositionWord(str):
    """A position in words, which files that can do so shade in its colours."""

    __slots__ = ("position",)
    position: Position

    def __new__(cls, record: Recommendation, *, quoting: bool = False) -> "PositionWord":
        """The position of a recommendation, in the language of the page.

        Args:
            record: the recommendation.
            quoting: whether the State's own words for support that falls short are given; a column that people sort
                and filter by has its kind alone.
        """
        word = super().__new__(cls, translated(position_in_words(record, quoting=quoting)))
        word.position = record.position
        return word


class Gap(str):
    """What a reader still has to fill in: shaded in files that can do so, empty in those for other programs."""

    __slots__ = ()


class Shade(NamedTuple):
    """Two colours as RRGGBB, far enough apart (WCAG 2.2: 4.5 to 1) to be read on paper and in grey."""

    paper: str
    ink: str


SHADES: dict[Position, Shade] = {
    Position.SUPPORTED: Shade("E3EEFA", "0D4F8B"),
    Position.NOTED: Shade("FDEEDB", "8A4B00"),
    Position.PENDING: Shade("F0F0F0", "1C1C1C"),
    Position.UNKNOWN: Shade("FFFFFF", "595959"),
}
"""Those of the pages."""
GAP_SHADE = Shade("FFF0B3", "1C1C1C")

Cell = str | int | float | None
Row = Sequence[Cell]
MOST_CELL_CHARACTERS = 32_000
"""A little less than Excel can hold in one cell."""
MOST_FILES = 500
"""In one ZIP file. Two for each State and twenty more are fewer: a plan that somebody changed may name any number."""
MIMETYPES = {
    "ics": "text/calendar",
    "csv": "text/csv",
    "json": "application/json",
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
"""The kinds of file, by extension."""

_NO_XML = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
"""What no XML file may hold, beside the control characters that `visible` takes out."""
_FORMULA = re.compile(r"(?:^|(?<=[;\t\r\n]))( *+)(?=[=+\-@＝＋－＠])|^(?=[\t\r\n])")
"""Where a cell begins that a spreadsheet takes for a formula (by full-width marks too) when it opens a text file. In
French and Spanish a semicolon parts cells, in text that is pasted a tab, and some readers end a row at any break."""


def wants_question(form: Mapping[str, str]) -> bool:
    """Whether the user ticked that the question is to stand in the file."""
    return form.get("with_question") == "1"


def printable(text: str) -> str:
    """Text that an Office file can hold."""
    return _NO_XML.sub("", visible(text))


def as_attachment(content: bytes, extension: str, name: str) -> Response:
    """A file for a browser to save; `name` holds no word of a user, for file names show up in many places."""
    response = Response(content, mimetype=MIMETYPES[extension])
    response.headers.set("Content-Disposition", "attachment", filename=f"{name}.{extension}")
    return response


def zip_file(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Files, each with its name, in one, which says nothing of when they were made."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in islice(files, MOST_FILES):
            # a ZipInfo says no day, and lets nobody else read what is taken out
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return target.getvalue()


def csv_file(header: Iterable[str], rows: Iterable[Row]) -> bytes:
    """A table as text, with a byte order mark, so that spreadsheets read accents."""
    return b"".join(csv_parts(header, rows))


def csv_parts(header: Iterable[str], rows: Iterable[Row]) -> Iterator[bytes]:
    """A table as text, row by row, as it is read."""
    text = StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    yield codecs.BOM_UTF8
    for row in chain((list(header),), rows):
        writer.writerow([_harmless(value) for value in row])
        yield text.getvalue().encode()
        text.seek(0)
        text.truncate()


def _harmless(value: Cell) -> Cell:
    """Text that a spreadsheet will not take for a formula when it opens the file."""
    if not isinstance(value, str):
        return value
    if isinstance(value, Gap):
        return None
    return _FORMULA.sub(lambda begins: f"{begins[1] or ''}'", printable(value))
