"""From runs of type to printed lines in reading order.

Runs that share a baseline are one printed line, left to right, so that a paragraph's number comes before its
text. Only where a page has columns of running text side by side is a line cut at the gap between them, and the
file's own order followed (column after column, or cell after cell of a table).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from indexer.read.pdf_runs import GAP, WORD_GAP, PrintedPage, Run, spaced
from indexer.text.lines import PLAIN_LETTERS
from models.messages.printable import without_surrogates
from models.texts.normal_form import normal_form

LETTER_HEIGHT = 0.7
"""Height of letters above the baseline, as part of the size of type."""
MARK = re.compile(r"\s*(?:\d{1,3}(?:\s*[,–-]\s*\d{1,3})*|[*∗†‡§]{1,3})\s*")
"""What a footnote mark looks like, once it is known to be small and raised."""
UNIT = re.compile(r"\b[kcdm]?m$")
"""A raised figure after a unit of length is a power ("261 km2"), not a mark."""
SMALL, RAISED = 0.8, 0.15
"""A mark is smaller than this part of its line's size, and raised by more than that part of it."""
LIKE_SIZE = 0.4
"""Words smaller than this part of other type are no part of its line: the cover's big "A" spans two lines."""
COLUMN_GAP = 1.8
"""Columns are further apart than this many ems."""
CELL_GAP = 0.9
"""Pieces of a line further apart than this many ems may stand in cells of a table; justified words stand closer."""
COLUMN_ROWS = 3
"""At least so many rows with running text on both sides of a gap make columns."""

WORDS = re.compile(r"[^\W\d_]{3,}")

Row = list[Run]
"""Runs on one baseline, from left to right."""


@dataclass(slots=True)
class PrintedLine:
    """One line, before running headers and footnotes are taken out; lengths as in `Run`."""

    text: str
    marks: tuple[tuple[int, str], ...]
    """Footnote marks taken out of the text: where each stood in it, and what it printed ("12", "1, 2", "*")."""
    x0: float
    x1: float
    y: float
    top: float
    """Distance from the page's head."""
    level: float
    """Height of the baseline as part of the page's: 0 at the foot, 1 at the head."""
    size: float
    bold: bool
    italic: bool
    cells: tuple[tuple[float, float, str], ...] = ()
    """Left edge, right edge and text of the pieces between wide gaps; empty for a line without one."""

    @property
    def begins_with_mark(self) -> bool:
        """Whether it opens a footnote."""
        return bool(self.marks) and self.marks[0][0] == 0


def lines_of(page: PrintedPage) -> dict[int, list[PrintedLine]]:
    """Quarter turns of the text (0 is upright) → its lines in reading order."""
    layout = {}
    for turns, runs in sorted(page.runs.items()):
        height = page.width if turns % 2 else page.height
        lines = [_line(row, height) for row in in_reading_order(rows_of(runs))]
        layout[turns] = [line for line in lines if line.text or line.marks]
    return layout


def rows_of(runs: list[Run]) -> list[Row]:
    """Rows from the head of the page to its foot: runs of like size whose letters overlap in height by half."""
    rows: list[Row] = []
    tallest: Run | None = None
    for run in sorted(runs, key=lambda run: -run.y):
        if not run.text.strip():
            continue
        if tallest and _share_baseline(run, tallest):
            rows[-1].append(run)
            tallest = max(run, tallest, key=lambda run: run.size)
        else:
            rows.append([run])
            tallest = run
    for row in rows:
        row.sort(key=lambda run: run.x0)
    return rows


def _share_baseline(run: Run, other: Run) -> bool:
    small, large = sorted((run.size, other.size))
    overlap = min(run.y + LETTER_HEIGHT * run.size, other.y + LETTER_HEIGHT * other.size) - max(run.y, other.y)
    alike = small > LIKE_SIZE * large or MARK.fullmatch(run.text) or MARK.fullmatch(other.text)
    return bool(alike) and overlap >= 0.5 * LETTER_HEIGHT * small


def in_reading_order(rows: list[Row]) -> list[Row]:
    """The rows, those of columns cut at the gap and put in the file's order."""
    ordered: list[Row] = []
    start = 0
    for first, last, gap in _bands(rows):
        ordered += rows[start:first]
        sides = [[run for run in row if (run.x0 < gap) == left] for left in (True, False) for row in rows[first:last]]
        cells = in_reading_order([row for row in sides[: last - first] if row])
        cells += in_reading_order([row for row in sides[last - first :] if row])
        ordered += sorted(cells, key=lambda row: min(run.order for run in row))
        start = last
    return ordered + rows[start:]


@dataclass(slots=True)
class Band:
    """Rows that a vertical gap divides, from row `first` on."""

    first: int
    left: float
    right: float
    columnar: int = 0
    """Rows with running text on both sides."""

    @property
    def middle(self) -> float:
        """Where the gap divides a row."""
        return (self.left + self.right) / 2

    def takes(self, row: Row) -> bool:
        """Take in one row more, narrowing the gap; false where the row runs across it."""
        before = [run for run in row if run.x0 < self.middle]
        after = row[len(before) :]
        left = max([self.left, *(run.x1 for run in before)])
        right = min([self.right, *(run.x0 for run in after)])
        if right - left < COLUMN_GAP * max(run.size for run in row):
            return False
        self.left, self.right = left, right
        self.columnar += _is_running_text(before) and _is_running_text(after)
        return True


def _bands(rows: list[Row]) -> Iterator[tuple[int, int, float]]:
    """Ranges of rows (first, behind the last) in columns, and where they are divided."""
    band: Band | None = None
    for number, row in enumerate(rows):
        if band and band.takes(row):
            continue
        if band and band.columnar >= COLUMN_ROWS:
            yield band.first, number, band.middle
        band = _opened_by(row, number)
    if band and band.columnar >= COLUMN_ROWS:
        yield band.first, len(rows), band.middle


def _opened_by(row: Row, number: int) -> Band | None:
    for place in range(1, len(row)):
        left, right = max(run.x1 for run in row[:place]), row[place].x0
        if right - left >= COLUMN_GAP * row[place].size and _is_running_text(row[:place]):
            band = Band(number, left, right)
            if band.takes(row) and band.columnar:
                return band
    return None


def _is_running_text(runs: list[Run]) -> bool:
    """Two words or more: neither a paragraph's number nor a label such as "Rec. 43"."""
    return len(WORDS.findall(" ".join(run.text for run in runs))) >= 2


def _line(row: Row, page_height: float) -> PrintedLine:
    main = max(row, key=lambda run: (len(run.text), run.size))
    parts, marks, end = list[str](), list[tuple[int, str]](), row[0].x0
    for run in row:
        if parts and run.x0 - end > WORD_GAP * main.size:
            parts.append(GAP)
        if _is_mark(run, main) and not UNIT.search("".join(parts)):
            marks.append((len(_text(parts)), run.text.strip()))
            # The space between a mark and the next word is often part of the mark's own type.
            parts += [GAP] if run.text[-1:].isspace() and parts else []
        else:
            parts.append(run.text)
        end = run.x1
    letters = sum(len(run.text) for run in row)
    return PrintedLine(
        text=_text(parts),
        marks=tuple(marks),
        x0=row[0].x0,
        x1=row[-1].x1,
        y=main.y,
        top=page_height - main.y - LETTER_HEIGHT * main.size,
        level=main.y / page_height if page_height else 0.0,
        size=main.size,
        bold=2 * sum(len(run.text) for run in row if run.bold) > letters,
        italic=2 * sum(len(run.text) for run in row if run.italic) > letters,
        cells=_cells(row, main),
    )


def _text(parts: list[str]) -> str:
    return plain(" ".join(spaced(parts).split()))


def _cells(row: Row, main: Run) -> tuple[tuple[float, float, str], ...]:
    cells: list[list[Run]] = []
    for run in row:
        if _is_mark(run, main):
            continue
        if not cells or run.x0 - cells[-1][-1].x1 > CELL_GAP * main.size:
            cells.append([])
        cells[-1].append(run)
    if len(cells) < 2:
        return ()
    return tuple((round(cell[0].x0, 1), round(cell[-1].x1, 1), _text(_parts(cell, main))) for cell in cells)


def _parts(cell: Row, main: Run) -> list[str]:
    parts = [cell[0].text]
    for before, run in pairwise(cell):
        parts += [GAP, run.text] if run.x0 - before.x1 > WORD_GAP * main.size else [run.text]
    return parts


def _is_mark(run: Run, main: Run) -> bool:
    small = run.size < SMALL * main.size and run.y - main.y > RAISED * main.size
    return small and MARK.fullmatch(run.text) is not None


def plain(text: str) -> str:
    """Ligatures, odd spaces and bullets of symbol fonts as plain characters; the words stay as printed."""
    if text.isascii():
        return text
    letters = (unicodedata.normalize("NFKC", letter) if _is_variant(letter) else letter for letter in text)
    return normal_form("NFC", without_surrogates("".join(letters).translate(PLAIN_LETTERS)))


def _is_variant(letter: str) -> bool:
    """Ligatures, full-width forms and the many spaces; not the raised 2 of "km²", which NFKC would lower."""
    return "\ufb00" <= letter <= "\ufb06" or "\uff01" <= letter <= "\uff5e" or letter.isspace()
