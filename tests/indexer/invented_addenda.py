"""Invented addenda as PDF, in the shapes that States give their answers.

A page is given as rows; a row is text, set at a left edge with a style, or the cells of a table.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from indexer.read.pdf import read_pdf
from indexer.sources.document import extract_responses
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.records import StatedAnswers
from models.reviews.states import StateTable

SYMBOL = "A/HRC/900/1/Add.1"
LEFT, RIGHT, HANGING = 113.0, 484.0, 193.0
LINE, GAP = 12.0, 6.0
FONTS = {"plain": "Times-Roman", "bold": "Times-Bold", "italic": "Times-Italic"}


@dataclass(frozen=True)
class Row:
    """Text, or the cells of one row of a table."""

    text: str = ""
    style: str = "plain"
    size: float = 10.0
    indent: float = 0.0
    number: str = ""
    """Printed at the left edge; the text then begins `indent` further right."""
    hanging: bool = False
    """Further lines stand under the first, not under the number."""
    cells: tuple[str, ...] = ()
    edges: tuple[float, ...] = ()
    centred: tuple[int, ...] = ()
    """Columns that are set in the middle."""
    gap: float = GAP


def heading(text: str, size: float = 14.0) -> Row:
    return Row(text, style="bold", size=size, gap=10.0)


def paragraph(text: str, number: str = "") -> Row:
    """A numbered paragraph of the addendum, or a plain one."""
    return Row(text, number=number, indent=28.0 if number else 0.0)


def under(number: str, text: str) -> Row:
    """A column of numbers, the answer hanging beside it."""
    return Row(text, number=number, indent=HANGING - LEFT, hanging=True)


def table(edges: Sequence[float], rows: Sequence[Sequence[str]], centred: tuple[int, ...] = ()) -> list[Row]:
    return [Row(cells=tuple(cells), edges=tuple(edges), centred=centred) for cells in rows]


def answers_of(tmp_path: Path, rows: Sequence[Row], language: str = "en") -> StatedAnswers:
    """What is read of an addendum of these rows."""
    document = read_pdf(write_addendum(tmp_path / "addendum.pdf", rows))
    identity = DocumentIdentity(SYMBOL, DocumentKind.ADDENDUM, language, "SVN", 20)
    return extract_responses(document, identity, StateTable.built_in().with_names_in([language]))


def write_addendum(path: Path, rows: Sequence[Row], symbol: str = SYMBOL) -> Path:
    """A cover page and the rows, over as many pages as they need."""
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    setter = _Setter(canvas, symbol)
    setter.cover()
    for row in rows:
        setter.row(row)
    setter.finish()
    canvas.save()
    return path


def write_letter(path: Path, rows: Sequence[Row]) -> Path:
    """The rows alone, without cover, symbol and page headers."""
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    setter = _Setter(canvas, "")
    setter.top = 80.0
    for row in rows:
        setter.row(row)
    canvas.save()
    return path


class _Setter:
    def __init__(self, canvas: Canvas, symbol: str) -> None:
        self.canvas, self.symbol = canvas, symbol
        self.page, self.top = 1, 0.0

    def cover(self) -> None:
        lines = [
            (42, 12, "plain", f"United Nations   {self.symbol}"),
            (214, 12, "bold", "Human Rights Council"),
            (280, 14, "bold", "Report of the Working Group on the Universal Periodic Review*"),
            (329, 14, "bold", "Freedonia"),
            (356, 12, "bold", "Addendum"),
            (385, 12, "bold", "Views on conclusions and/or recommendations, voluntary commitments"),
            (398, 12, "bold", "and replies presented by the State under review"),
            (705, 9, "plain", "* The present document was not edited before being sent to the translation services."),
        ]
        for top, size, style, text in lines:
            self._set(LEFT, top, text, style, size)
        self._turn()

    def row(self, row: Row) -> None:
        self.top += row.gap
        if row.cells:
            self._table_row(row)
        else:
            self._text_row(row)

    def finish(self) -> None:
        self._headers_and_footers()

    def _text_row(self, row: Row) -> None:
        first = LEFT + row.indent
        rest = first if row.hanging else LEFT
        for place, (left, line) in enumerate(_set_lines(row, first, rest)):
            self._need(row.size + 2)
            if place == 0 and row.number:
                self._set(LEFT, self.top, row.number, row.style, row.size)
            self._set(left, self.top, line, row.style, row.size)
            self.top += row.size + 2

    def _table_row(self, row: Row) -> None:
        font = FONTS["plain"]
        columns = [
            simpleSplit(cell, font, 9, right - left - 10)
            for cell, left, right in zip(row.cells, row.edges, row.edges[1:], strict=False)
        ]
        height = 11.0 * max(len(lines) for lines in columns)
        self._need(height)
        for column, lines in enumerate(columns):
            for place, line in enumerate(lines):
                left, right = row.edges[column], row.edges[column + 1]
                width = self.canvas.stringWidth(line, font, 9)
                start = (left + right - width) / 2 if column in row.centred else left + 5
                self._set(start, self.top + 11 * place, line, "plain", 9)
        self.top += height

    def _need(self, height: float) -> None:
        if self.top + height > 760:
            self._turn()

    def _turn(self) -> None:
        self._headers_and_footers()
        self.canvas.showPage()
        self.page, self.top = self.page + 1, 80.0

    def _headers_and_footers(self) -> None:
        if self.page > 1:
            self._set(LEFT, 50, self.symbol, "bold", 9)
            self._set(LEFT, 800, str(self.page), "bold", 9)

    def _set(self, left: float, top: float, text: str, style: str, size: float) -> None:
        self.canvas.setFont(FONTS[style], size)
        self.canvas.drawString(left, A4[1] - top - size, text)


def _set_lines(row: Row, first: float, rest: float) -> Iterator[tuple[float, str]]:
    words = row.text.split()
    left, line = first, ""
    for word in words:
        trial = f"{line} {word}".strip()
        if line and len(simpleSplit(trial, FONTS[row.style], row.size, RIGHT - left)) > 1:
            yield left, line
            left, line = rest, word
        else:
            line = trial
    yield left, line
