"""Workbooks: sheets to filter, sort and print, and a sheet that says what they are."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from models.records.enums import Position
from web.files.office_files import (
    GAP_SHADE,
    MOST_CELL_CHARACTERS,
    SHADES,
    Address,
    Cell,
    Gap,
    PositionWord,
    Row,
    printable,
)
from web.site.language import gettext, is_right_to_left

WIDEST_COLUMN = 60
NARROWEST_COLUMN = 8
NARROWEST_TO_FILL_IN = 26
FILTER_BUTTON = 3
"""Characters of a header that the button of its filter covers."""
WIDEST_PAGE = 260
"""Characters that one line of paper can hold and still be read."""
A4 = 9
"""The number of the paper in the file format."""
LINES = "#D0D0D0"
LONGEST_LIST = 255
"""Characters of the words that Excel offers to choose from in a cell."""


class ToFillIn(str):
    """The name of a column that people fill in."""

    __slots__ = ("choices", "note")
    note: str
    """What belongs there."""
    choices: tuple[str, ...]
    """What a cell offers to choose from; none: any text."""

    def __new__(cls, name: str, note: str = "", choices: Iterable[str] = ()) -> "ToFillIn":
        """The name with its note and choices."""
        made = super().__new__(cls, name)
        made.note, made.choices = note, tuple(choices)
        return made


Sheet = tuple[str, Sequence[str], Sequence[Row]]
"""Title, header, rows."""
About = Sequence[tuple[str, Cell]]
"""What a workbook says of itself: a name and its words a row."""


def xlsx_file(sheets: Iterable[Sheet], about: About, hidden: tuple[str, Iterable[str]] | None = None) -> bytes:
    """A workbook with these sheets, each with a filter over every column, and the sheet that says what they are.

    `hidden`: title and cells of a sheet that Excel shows to nobody who does not ask for it.
    """
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        formats = _Formats(book)
        for title, header, rows in sheets:
            _add_table(book, title, header, rows, formats)
        _add_about(book, about, formats)
        if hidden:
            sheet = book.add_worksheet(hidden[0])
            sheet.very_hidden()
            for number, words in enumerate(hidden[1]):
                sheet.write_string(number, 0, words)
    return stream.getvalue()


class _Formats:
    """How the cells of one workbook look."""

    def __init__(self, book: Workbook) -> None:
        side = "right" if is_right_to_left() else "left"
        at_top = {"text_wrap": True, "valign": "top", "align": side, "bottom": 1, "bottom_color": LINES}
        self.text = book.add_format(at_top)
        self.header = book.add_format({**at_top, "bold": True, "bg_color": "#EDEDED"})
        self.name = book.add_format({**at_top, "bold": True})
        self.gap = book.add_format({**at_top, "bg_color": f"#{GAP_SHADE.paper}", "font_color": f"#{GAP_SHADE.ink}"})
        self.link = book.add_format({**at_top, "font_color": "#0D4F8B", "underline": 1})
        self.positions: dict[Position, Any] = {
            position: book.add_format({**at_top, "bg_color": f"#{shade.paper}", "font_color": f"#{shade.ink}"})
            for position, shade in SHADES.items()
        }


def _add_table(book: Workbook, title: str, header: Sequence[str], rows: Sequence[Row], formats: _Formats) -> None:
    sheet = book.add_worksheet(title)
    # Who fills a row in sees which it is, however far to the side.
    sheet.freeze_panes(1, int(any(isinstance(name, ToFillIn) for name in header)))
    sheet.autofilter(0, 0, max(len(rows), 1), len(header) - 1)
    widths = [_width(name, values) for name, *values in zip(header, *rows, strict=True)]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for column, name in enumerate(header):
        sheet.write_string(0, column, printable(name), formats.header)
        if isinstance(name, ToFillIn):
            _explain(sheet, column, name, len(rows))
    for number, row in enumerate(rows, 1):
        _write_row(sheet, number, row, formats)
    _prepare_sheet(sheet)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1 + sum(widths) // WIDEST_PAGE, 0)


def _explain(sheet: Any, column: int, name: ToFillIn, rows: int) -> None:
    """Say in a note what belongs into a column, and offer its words to choose from where Excel takes so many."""
    if name.note:
        sheet.write_comment(0, column, name.note)
    if rows and name.choices and len(",".join(name.choices)) <= LONGEST_LIST:
        offered = {"validate": "list", "source": list(name.choices), "ignore_blank": True}
        sheet.data_validation(1, column, rows, column, offered)


def _add_about(book: Workbook, about: About, formats: _Formats) -> None:
    sheet = book.add_worksheet(gettext("About"))
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 100)
    for number, (name, words) in enumerate(about):
        sheet.write_string(number, 0, name, formats.name)
        _write_cell(sheet, number, 1, words, formats)
    _prepare_sheet(sheet)
    sheet.fit_to_pages(1, 0)


def _prepare_sheet(sheet: Any) -> None:
    if is_right_to_left():
        sheet.right_to_left()
    sheet.set_paper(A4)
    sheet.set_landscape()
    sheet.set_footer("&C&P / &N")


def _width(name: str, values: Sequence[Cell]) -> int:
    """Room for nine lines of ten up to a limit, what is longer is wrapped, as a header is at its words."""
    longest_word = max(map(len, name.split()), default=0) + FILTER_BUTTON
    lines = sorted(len(line) for value in values for line in str(value or "").splitlines())
    usual_line = lines[len(lines) * 9 // 10] if lines else 0
    narrowest = NARROWEST_TO_FILL_IN if isinstance(name, ToFillIn) else NARROWEST_COLUMN
    return min(max(longest_word, usual_line + 2, narrowest), WIDEST_COLUMN)


def _write_row(sheet: Any, number: int, row: Row, formats: _Formats) -> None:
    for column, value in enumerate(row):
        _write_cell(sheet, number, column, value, formats)


def _write_cell(sheet: Any, number: int, column: int, value: Cell, formats: _Formats) -> None:
    """A text stays a text, also one that begins like a formula or an address; only our own addresses are links."""
    match value:
        case None:
            sheet.write_blank(number, column, None, formats.text)
        case Address():
            sheet.write_url(number, column, value, formats.link, string=printable(value))
        case Gap():
            sheet.write_string(number, column, printable(value), formats.gap)
        case PositionWord():
            sheet.write_string(number, column, value, formats.positions[value.position])
        case str():
            sheet.write_string(number, column, printable(value)[:MOST_CELL_CHARACTERS], formats.text)
        case _:
            sheet.write_number(number, column, value, formats.text)
