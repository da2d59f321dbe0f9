"""Read tables from csv and xlsx files as a stream of rows of text."""

import csv
import datetime
import re
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TextIO

import openpyxl

from indexer.read.file_format import FileFormat, format_of
from models.errors import UnreadableDocument, UnrecognisedDocument
from models.files.office_archive import check_office_file
from models.files.text_encodings import encoding_of
from models.files.unreadable import damaged, of_no_kind_read, too_large, too_many
from models.messages.spoken import saying

MAX_FILE_BYTES = 500_000_000
MAX_UNPACKED_BYTES = 600_000_000
MAX_ROWS = 1_048_576
"""The most that a sheet of Excel holds."""
MAX_COLUMNS = 64
MAX_CELL_CHARACTERS = 32_767
"""The most that a cell of Excel holds."""
HEADER_WITHIN_ROWS = 10
"""The row of column names is looked for in the first rows only: a title may stand above it."""
_STREAMED_PARTS = {"xl/sharedStrings": 8_000_000, "xl/worksheets/": 40_000_000}
"""Tags: two million texts, ten million cells. All of OHCHR's Index has half of that."""
MAX_LINE = 10_000_000
MAX_LINES_OF_ROW = 10_000
"""Lines of text that quotation marks hold together as one row of a csv file."""
_DELIMITERS = (",", ";", "\t", "|")
_CHUNK = 1 << 20
_UNSEEN = re.compile(r"[\s\x00-\x1f\x7f\u200b\ufeff]+")
_UNSEEN_IN_LINE = re.compile(r"[^\S\n]+|[\x00-\x09\x0b-\x1f\x7f\u200b\ufeff]+")

Row = tuple[int, dict[str, str]]
"""Number of the row in the file, from 1, and its texts by column name; a missing cell is ""."""


def read_table_rows(
    path: Path,
    known: frozenset[str],
    required: frozenset[str],
    *,
    keep_lines: bool = False,
    seen: set[str] | None = None,
) -> Iterator[Row]:
    """Yield the rows below the row of column names.

    Args:
        path: a csv or xlsx file, whatever its suffix.
        known: names of the columns to read, in lower case (names are compared without case); others are left out.
        required: those of them without which the table is not of the kind looked for.
        keep_lines: a cell may hold several lines; else its line breaks are spaces.
        seen: takes the names of all columns, known or not, in lower case.

    Raises:
        UnreadableDocument: the file is damaged, encrypted, too large, or in an encoding that is not read.
        UnrecognisedDocument: required columns are missing.
    """
    if path.stat().st_size > MAX_FILE_BYTES:
        raise UnreadableDocument(too_large(path.name, MAX_FILE_BYTES))
    unseen = _UNSEEN_IN_LINE if keep_lines else _UNSEEN
    is_workbook = format_of(path) is FileFormat.WORKBOOK
    rows = _xlsx_rows(path, required, unseen) if is_workbook else _csv_rows(path, known, unseen)
    with closing(rows):
        columns: dict[str, int] = {}
        for number, cells in enumerate(rows, start=1):
            if number > MAX_ROWS:
                raise UnreadableDocument(too_many(path.name, MAX_ROWS))
            if columns:
                row = {name: cells[at] if at < len(cells) else "" for name, at in columns.items()}
                if any(row.values()):
                    yield number, row
            elif _names(cells) >= required:
                columns = {name.lower(): at for at, name in enumerate(cells) if name.lower() in known}
                if seen is not None:
                    seen |= _names(cells) - {""}
            elif number == HEADER_WITHIN_ROWS:
                break
    if not columns:
        wanted = ", ".join(sorted(required))
        raise UnrecognisedDocument(
            saying(
                "%(name)s has no row of column names with %(wanted)s: add it as its first row.",
                name=path.name,
                wanted=wanted,
            )
        )


def _names(cells: list[str]) -> set[str]:
    return {cell.lower() for cell in cells}


def _clean(text: str, unseen: re.Pattern[str] = _UNSEEN) -> str:
    return unseen.sub(" ", text[:MAX_CELL_CHARACTERS]).strip()


def _csv_rows(path: Path, known: frozenset[str], unseen: re.Pattern[str]) -> Generator[list[str], None, None]:
    with opened_csv(path, known) as (file, delimiter):
        lines = _CsvLines(path.name, file)
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        try:
            for cells in reader:
                lines.of_row = 0
                yield [_clean(cell, unseen) for cell in cells[:MAX_COLUMNS]]
        except csv.Error as error:
            raise UnreadableDocument(
                saying(
                    "%(name)s is damaged near line %(line)s: look for a quotation mark without its partner, or save "
                    "the table as .xlsx.",
                    name=path.name,
                    line=str(reader.line_num),
                )
            ) from error


@contextmanager
def opened_csv(path: Path, known: frozenset[str]) -> Iterator[tuple[TextIO, str]]:
    """A csv file as spreadsheets save it, and the mark between its cells: that which finds most names of columns.

    Raises:
        UnreadableDocument: it is in an encoding that is not read.
    """
    with path.open(encoding=_encoding(path), newline="") as file:
        delimiter = _delimiter([file.readline(_CHUNK) for _ in range(HEADER_WITHIN_ROWS)], known)
        file.seek(0)
        yield file, delimiter


class _CsvLines:
    """The lines of a csv file, none of which, and no row of which, may fill the memory."""

    def __init__(self, name: str, file: TextIO) -> None:
        self.of_row = 0
        """How many lines were taken for the row that is being read."""
        self._name = name
        self._file = file

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        self.of_row += 1
        line = self._file.readline(MAX_LINE)
        if not line:
            raise StopIteration
        if len(line) == MAX_LINE or self.of_row > MAX_LINES_OF_ROW:
            raise csv.Error
        return line


def _delimiter(first_lines: list[str], known: frozenset[str]) -> str:
    """The delimiter that finds most column names in one of the first lines."""

    def names_found(mark: str) -> int:
        return max(len(known & {_clean(cell).strip('"').lower() for cell in line.split(mark)}) for line in first_lines)

    return max(_DELIMITERS, key=names_found)


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        encoding = encoding_of(file)
    if encoding is None:
        raise UnreadableDocument(of_no_kind_read(path.name))
    return encoding


def _xlsx_rows(path: Path, required: frozenset[str], unseen: re.Pattern[str]) -> Generator[list[str], None, None]:
    """Rows of the first sheet that has the required column names; of a formula, the value last calculated."""
    check_office_file(path, "xl/workbook.xml", MAX_UNPACKED_BYTES, _STREAMED_PARTS)
    try:
        with (
            path.open("rb") as file,
            closing(openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)) as workbook,
        ):
            for sheet in workbook.worksheets:
                head = sheet.iter_rows(max_row=HEADER_WITHIN_ROWS, max_col=MAX_COLUMNS, values_only=True)
                if any(_names([_cell_text(value) for value in row]) >= required for row in head):
                    for row in sheet.iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS, values_only=True):
                        yield [_cell_text(value, unseen) for value in row] if any(row) else []
                    return
    except Exception as error:  # openpyxl has no error of its own: damaged parts raise whatever their reader meets
        raise UnreadableDocument(damaged(path.name)) from error


def _cell_text(value: object, unseen: re.Pattern[str] = _UNSEEN) -> str:
    """A cell's value as text; whole numbers without decimals, whatever kind of cell holds them."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()
    return _clean(str(value), unseen)
