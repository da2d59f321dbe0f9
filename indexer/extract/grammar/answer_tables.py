"""Tables of answers in addenda: number, recommendation, position, comment, in whatever columns there are.

Matrices of mid-term reports, on what was done, are such tables too. Columns are the strips between the white gutters
that run down the table; what a column holds is told by its heading ("Position", "Comments"), and where there is none by
its cells. A row begins where the column of numbers names some; a recommendation that is printed again is passed over.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import pairwise

from indexer.extract.outline.marks import open_end_of_list
from indexer.extract.positions.answers import read_answer
from indexer.extract.thresholds import (
    ACROSS_GUTTERS,
    FAILED_TABLES,
    GUTTER_RASTER,
    LINES_OF_A_NUMBER,
    LINES_OF_TABLE,
    LINES_OF_THEME,
    LINES_TO_FIRST_ROW,
    LINES_WITHOUT_HEADINGS,
    OUT_OF_TABLE,
    PARTED,
    ROWS_WITHOUT_HEADINGS,
    SAME_COLUMN,
    SAME_FIRST_COLUMN,
    STRAY_PIECES,
    WIDEST_PAGE,
    WORDS_OF_POSITION,
)
from indexer.text.lines import join_lines
from indexer.text.recommendation_numbers import leading_numbers, number_list
from models.languages.read_languages import any_language
from models.numbers.number_lists import NamedNumbers
from models.records.documents import Line

_MARK = re.compile(rf"\s*(?:[xX×✓✔√•*+]|{any_language(lambda words: words.tables.yes)})\s*", re.I)


class Column(Enum):
    """What a column of a table of answers holds."""

    NUMBER = auto()
    RECOMMENDATION = auto()
    POSITION = auto()
    COMMENT = auto()
    MARK = auto()
    """A column headed "Accepted", or another position, in which a cross stands."""
    OTHER = auto()


_ANSWERS = frozenset({Column.POSITION, Column.COMMENT, Column.MARK})
"""Columns that answer a recommendation."""
_HEADINGS = (
    (Column.NUMBER, re.compile(any_language(lambda words: words.tables.number), re.I)),
    (Column.RECOMMENDATION, re.compile(any_language(lambda words: words.tables.text), re.I)),
    (Column.COMMENT, re.compile(rf".{{0,30}}\b{any_language(lambda words: words.tables.comment)}\b.{{0,40}}", re.I)),
    (Column.POSITION, re.compile(rf".{{0,30}}\b{any_language(lambda words: words.tables.position)}\b.{{0,40}}", re.I)),
    (Column.COMMENT, re.compile(rf".{{0,40}}\b{any_language(lambda words: words.tables.done)}\b.{{0,40}}", re.I)),
)
"""What a heading says that its column holds; the first that fits counts."""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One row: numbers, and the words of the position and comment columns."""

    printed: str
    named: NamedNumbers
    answer: str
    """Text of the position column, or the heading of that in which a cross stands; "" where there is none."""
    comment: str
    page: int


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """A table and the lines that it covers (first, behind the last)."""

    start: int
    end: int
    rows: tuple[AnswerRow, ...]


_Heading = tuple[float, float, Column, str]
"""Left and right edge of a column's heading, what it says that the column holds, and its words."""


_Strip = tuple[float, float]
"""Left and right edge of a column."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text of one cell on one line."""

    line: Line
    left: float
    right: float
    text: str


def answer_tables(lines: Sequence[Line]) -> list[AnswerTable]:
    """The tables of answers, in order, not overlapping."""
    tables: list[AnswerTable] = []
    index = failed = 0
    while index < len(lines) and failed < FAILED_TABLES:
        headings = _headings(lines[index])
        if headings is None and not _rows_without_headings(lines, index):
            index += 1
        elif table := _table_at(lines, index, headings or []):
            tables.append(table)
            index = table.end
        else:
            index, failed = index + 1, failed + 1
    return tables


def _table_at(lines: Sequence[Line], start: int, headings: Sequence[_Heading]) -> AnswerTable | None:
    """The table that begins with the line of `headings`, or with a row where there are none."""
    lefts = _column_lefts(lines, start)
    end = _end_of_table(lines, start, lefts)
    pieces = [piece for line in lines[start:end] if not _crosses(line, lefts) for piece in _pieces(line)]
    strips = _strips(pieces)
    kinds = _kinds(strips, headings, pieces)
    if Column.NUMBER not in kinds or _ANSWERS.isdisjoint(kinds):
        return None
    words_of_headings = {piece.text for piece in pieces if headings and piece.line is lines[start]}
    names = [_heading_over(strip, headings)[1] for strip in strips]
    rows = tuple(_rows(pieces, strips, kinds, names, words_of_headings))
    return AnswerTable(start, end, rows) if rows else None


def _headings(line: Line) -> list[_Heading] | None:
    """The columns that a line of headings names, None where it is no line of headings."""
    headings = [(left, right, _kind_of_heading(text), text.strip(" .:*")) for left, right, text in line.cells]
    kinds = {kind for _, _, kind, _ in headings}
    says_what_is_answered = not kinds.isdisjoint({Column.NUMBER, Column.RECOMMENDATION})
    return headings if says_what_is_answered and not kinds.isdisjoint(_ANSWERS) else None


def _kind_of_heading(text: str) -> Column:
    text = text.strip(" .:*")
    for kind, pattern in _HEADINGS:
        if pattern.fullmatch(text):
            return kind
    return Column.OTHER if read_answer(text) is None else Column.MARK


def _rows_without_headings(lines: Sequence[Line], start: int) -> bool:
    """Whether several lines from here on begin with a cell of numbers and have two cells more."""
    if not _is_numbered_row(lines[start]):
        return False
    left = lines[start].cells[0][0]
    following = [line for line in lines[start : start + LINES_WITHOUT_HEADINGS] if _is_numbered_row(line)]
    return sum(abs(line.cells[0][0] - left) < SAME_COLUMN for line in following) >= ROWS_WITHOUT_HEADINGS


def _is_numbered_row(line: Line) -> bool:
    return len(line.cells) > 2 and number_list(line.cells[0][-1]) is not None


def _column_lefts(lines: Sequence[Line], start: int) -> list[float]:
    """Where the columns begin: headings may be centred above them, so that the first row counts too."""
    lefts = [left for left, _, _ in lines[start].cells]
    for line in lines[start : start + LINES_TO_FIRST_ROW]:
        if len(line.cells) == len(lefts) and leading_numbers(line.cells[0][-1]):
            return [min(left, cell[0]) for left, cell in zip(lefts, line.cells, strict=True)]
    return lefts


def _end_of_table(lines: Sequence[Line], start: int, lefts: Sequence[float]) -> int:
    """Behind the last line: a line that runs across the gutters, or stands out to the left, ends the table."""
    last = min(len(lines), start + LINES_OF_TABLE)
    for index in range(start + 1, last):
        if not _leaves_table(lines[index], lefts):
            continue
        # The name of a theme runs across the table as well, but rows follow it.
        following = lines[index + 1 : index + 1 + LINES_OF_THEME]
        if not any(_looks_like_a_row(line, lefts) for line in following):
            return index
    return last


def _leaves_table(line: Line, lefts: Sequence[float]) -> bool:
    return line.left < lefts[0] - OUT_OF_TABLE or _crosses(line, lefts)


def _crosses(line: Line, lefts: Sequence[float]) -> bool:
    """Whether a line runs across the gutters, as the name of a theme between rows or the text after the table does."""
    before, behind = ACROSS_GUTTERS
    return any(piece.left < lefts[1] - before and piece.right > lefts[-1] + behind for piece in _pieces(line))


def _looks_like_a_row(line: Line, lefts: Sequence[float]) -> bool:
    return (
        len(line.cells) > 1
        and abs(line.left - lefts[0]) < SAME_FIRST_COLUMN
        and leading_numbers(line.cells[0][-1]) is not None
    )


def _pieces(line: Line) -> Iterator[_Piece]:
    for left, right, text in line.cells or ((line.left, line.right, line.text),):
        if -WIDEST_PAGE < left <= right < WIDEST_PAGE:
            yield _Piece(line, left, right, text)


def _strips(pieces: Sequence[_Piece]) -> list[_Strip]:
    """Left and right edges of the columns: strips that text covers, between gutters that it does not."""
    covered: Counter[int] = Counter()
    for piece in pieces:
        covered.update(range(int(piece.left / GUTTER_RASTER), int(piece.right / GUTTER_RASTER) + 1))
    allowed = STRAY_PIECES * len(pieces)
    strips: list[_Strip] = []
    for step in sorted(step for step, count in covered.items() if count > allowed):
        left, right = step * GUTTER_RASTER, (step + 1) * GUTTER_RASTER
        if strips and left - strips[-1][1] <= GUTTER_RASTER:
            strips[-1] = (strips[-1][0], right)
        else:
            strips.append((left, right))
    return strips


def _kinds(strips: Sequence[_Strip], headings: Sequence[_Heading], pieces: Sequence[_Piece]) -> list[Column]:
    """What each column holds: what its heading says, but numbers where its cells name some."""
    texts: list[list[str]] = [[] for _ in strips]
    for piece in pieces:
        texts[_strip_of(piece, strips)].append(piece.text)
    kinds = [_heading_over(strip, headings)[0] for strip in strips]
    _correct_number_column(kinds, texts)
    if not headings:
        kinds = [
            kind if kind is Column.NUMBER else _kind_of_cells(cells) for kind, cells in zip(kinds, texts, strict=True)
        ]
    return kinds


def _correct_number_column(kinds: list[Column], texts: Sequence[Sequence[str]]) -> None:
    """Set the first column that names numbers as that of numbers, where the column so headed names none.

    In some tables the numbers stand in front of the recommendations, under the heading "Recommendation".
    """
    numbered = [index for index, cells in enumerate(texts) if _name_numbers(cells)]
    headed = kinds.index(Column.NUMBER) if Column.NUMBER in kinds else None
    if numbered and headed not in numbered:
        kinds[numbered[0]] = Column.NUMBER


def _heading_over(strip: _Strip, headings: Sequence[_Heading]) -> tuple[Column, str]:
    """What the heading above a column says that it holds, and its words."""
    overlapping = [(min(right, strip[1]) - max(left, strip[0]), kind, text) for left, right, kind, text in headings]
    best = max(overlapping, default=(0.0, Column.OTHER, ""), key=lambda heading: heading[0])
    return best[1:] if best[0] > 0 else (Column.OTHER, "")


def _name_numbers(cells: Sequence[str]) -> bool:
    """Whether enough lines of a column begin with numbers: a cell of numbers has one, its row many."""
    named = sum(leading_numbers(text) is not None for text in cells)
    return named > 0 and LINES_OF_A_NUMBER * named >= len(cells)


def _kind_of_cells(texts: Sequence[str]) -> Column:
    """Without a heading: cells that are nothing but positions, else the comment."""
    positions = [text for text in texts if len(text.split()) <= WORDS_OF_POSITION and read_answer(text)]
    return Column.POSITION if 2 * len(positions) > len(texts) else Column.COMMENT


def _strip_of(piece: _Piece, strips: Sequence[_Strip]) -> int:
    """The column that a piece begins in."""
    begun = (index for index, (left, _) in enumerate(strips) if left <= piece.left + GUTTER_RASTER)
    return max(begun, default=0)


@dataclass
class _OpenRow:
    printed: str
    named: NamedNumbers
    page: int
    cells: dict[Column, list[Line]] = field(default_factory=dict)
    marked: list[str] = field(default_factory=list)
    """The headings of the columns in which a cross stands."""

    def add(self, kind: Column, piece: _Piece) -> None:
        """Add a line of the cell in a column of this kind."""
        line = replace(piece.line, text=piece.text, left=piece.left, right=piece.right, cells=())
        self.cells.setdefault(kind, []).append(line)

    def add_numbers(self, text: str, named: NamedNumbers) -> None:
        """Add numbers that go on with the list of the row."""
        references = self.named.references + named.references
        self.named = NamedNumbers(references, self.named.malformed + named.malformed)
        self.printed = f"{self.printed} {text}"

    def lines(self, kind: Column) -> list[Line]:
        """What stands in the columns of this kind."""
        return self.cells.get(kind, [])


def _rows(
    pieces: Sequence[_Piece],
    strips: Sequence[_Strip],
    kinds: Sequence[Column],
    names: Sequence[str],
    words_of_headings: Collection[str],
) -> Iterator[AnswerRow]:
    """The rows; headings are repeated at the head of each page."""
    row: _OpenRow | None = None
    for piece in pieces:
        if piece.text in words_of_headings:
            continue
        strip = _strip_of(piece, strips)
        kind = kinds[strip]
        named = leading_numbers(piece.text) if kind is Column.NUMBER else None
        if row and named and open_end_of_list(row.printed) is not None:
            row.add_numbers(piece.text, named)
        elif named and _begins_row(piece.text, named):
            if row:
                yield _closed(row, kinds)
            row = _OpenRow(piece.text[: named.end].strip(), named, piece.line.page)
        elif row and kind is Column.MARK and _MARK.fullmatch(piece.text):
            row.marked.append(names[strip])
        elif row:
            row.add(kind, piece)
    if row:
        yield _closed(row, kinds)


def _begins_row(text: str, named: NamedNumbers) -> bool:
    """Whether numbers open a row: "12 years on all islands" only goes on with the text of one."""
    if all(reference.intro for reference in named.references) or named.references[0].cue:
        return True
    printed, rest = text[: named.end], text[named.end :]
    return not rest.strip() or re.search(r"[.):]\s*$", printed) is not None


def _closed(row: _OpenRow, kinds: Sequence[Column]) -> AnswerRow:
    if Column.POSITION in kinds and Column.COMMENT not in kinds:
        # One column holds position and reasons: it is read as the text below a number is.
        return AnswerRow(row.printed, row.named, "", _paragraphs(row.lines(Column.POSITION)), row.page)
    answer = " / ".join(row.marked) or join_lines(row.lines(Column.POSITION))
    return AnswerRow(row.printed, row.named, answer, _paragraphs(row.lines(Column.COMMENT)), row.page)


def _paragraphs(lines: Sequence[Line]) -> str:
    """The text of a cell; larger steps between its lines part paragraphs."""
    pairs = [(before, after) for before, after in pairwise(lines) if before.page == after.page]
    steps = [after.top - before.top for before, after in pairs if after.top > before.top]
    usual = min(steps, default=0.0)
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and not _is_far_below(line, paragraphs[-1][-1], usual):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return "\n".join(map(join_lines, paragraphs))


def _is_far_below(line: Line, before: Line, usual: float) -> bool:
    return line.page == before.page and line.top - before.top > PARTED * usual > 0
