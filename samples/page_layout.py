"""Sets paragraphs, tables and footnotes on A4 pages, line by line, and remembers on which page each one began.

Lengths are PDF points; `y` counts from the bottom of the page, as reportlab does.
A footnote stands in the text where its mark is printed: "words[^The text of the note.] go on".
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

PAGE_WIDTH, PAGE_HEIGHT = A4
FOOTNOTE = re.compile(r"\[\^(.*?)\]")
BREAKABLE = re.compile(r"(?<=[a-z0-9][-–])(?=[A-Za-z0-9])")
"""A hyphen or an en dash inside a word: a line may end after it."""
SYLLABLE_END = re.compile(
    r"(?<=[a-z][aeiou](?!th|sh|ch|ph|ck|gh)[b-df-hj-np-tv-xz])(?=[b-df-hj-np-tv-xz][aeiou][a-z]{2})"
)
"""Between two consonants that stand between vowels ("prac-tice"): where this sample breaks words at line ends."""
NOTE_SIZE = 8.0
NOTE_LEADING = 9.6
MARK_RISE = 3.5


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set."""

    left: float
    """Left edge of the lines after the first."""
    right: float
    first: float | None = None
    """Left edge of the first line, or of its number; `left` where there is none."""
    tab: float = 0
    """Left edge of the words after the number."""
    size: float = 10
    leading: float = 12
    bold: bool = False
    italic: bool = False
    number_bold: bool = False
    align: str = "justify"
    before: float = 0
    after: float = 6
    sans: bool = False
    keep: int = 1
    """Lines that must fit below the start of the paragraph; headings keep some of the text that follows."""
    hyphenate: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """What is printed without a space inside, its footnotes, and whether a space precedes it."""

    text: str
    notes: tuple[str, ...] = ()
    spaced: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: the texts of its cells."""

    cells: tuple[str, ...]
    bold: bool = False


def font_name(style: Style, bold: bool | None = None) -> str:
    """The base-14 font of a style."""
    bold = style.bold if bold is None else bold
    if style.sans:
        return "Helvetica-Bold" if bold else "Helvetica"
    return {
        (False, False): "Times-Roman",
        (True, False): "Times-Bold",
        (False, True): "Times-Italic",
        (True, True): "Times-BoldItalic",
    }[bold, style.italic]


def words_of(text: str) -> list[Word]:
    """The words of a text, cut after inner hyphens, each with the footnotes whose marks follow it."""
    words: list[Word] = []
    notes = FOOTNOTE.findall(text)
    for token in FOOTNOTE.sub("\x00", text).split():
        marks = tuple(notes.pop(0) for _ in range(token.count("\x00")))
        parts = BREAKABLE.split(token.replace("\x00", ""))
        words += [Word(part, spaced=k == 0) for k, part in enumerate(parts)]
        words[-1] = Word(words[-1].text, marks, words[-1].spaced)
    return words


def broken(word: Word, line: Sequence[Word], fits: Callable[[Sequence[Word]], bool]) -> tuple[Word, Word] | None:
    """A word cut in two with a hyphen so that its front fits on the line, or None where it cannot be cut."""
    for end in reversed([match.start() for match in SYLLABLE_END.finditer(word.text)]):
        front = Word(word.text[:end] + "-", spaced=word.spaced)
        if fits([*line, front]):
            return front, Word(word.text[end:], word.notes, spaced=False)
    return None


def printed(words: Sequence[Word]) -> str:
    """The words of one line, spaces between them."""
    return "".join((" " if word.spaced and k else "") + word.text for k, word in enumerate(words))


def lines_of(text: str, style: Style, font: str, start: float) -> list[list[Word]]:
    """A text cut into lines; `start` is the left edge of the first line's words."""
    lines: list[list[Word]] = []
    line: list[Word] = []
    pending = words_of(text)

    def fits(words: Sequence[Word]) -> bool:
        width: float = stringWidth(printed(words), font, style.size)
        return width <= style.right - (style.left if lines else start)

    while pending:
        word = pending.pop(0)
        if not line or fits([*line, word]):
            line.append(word)
            continue
        cut = broken(word, line, fits) if style.hyphenate else None
        if cut:
            line.append(cut[0])
        lines.append(line)
        line = []
        pending.insert(0, cut[1] if cut else word)
    return [*lines, line] if line else lines


@dataclass
class PageSetter:
    """Fills pages from top to bottom; `furniture(canvas, page)` draws what repeats on each of them."""

    canvas: Canvas
    headers_and_footers: Callable[[Canvas, int], None]
    top: float
    bottom: float
    page: int = 1
    y: float = 0
    notes: list[tuple[str, str]] = field(default_factory=list)
    note_marks: int = 0
    pages: dict[str, int] = field(default_factory=dict)
    """Page on which each named paragraph began."""

    def __post_init__(self) -> None:
        """Begin the first page."""
        self.y = self.top
        self.headers_and_footers(self.canvas, self.page)

    def turn(self) -> None:
        """Finish this page, with its footnotes, and begin the next."""
        self._print_notes()
        self.canvas.showPage()
        self.page += 1
        self.y = self.top
        self.headers_and_footers(self.canvas, self.page)

    def finish(self) -> None:
        """Finish the last page."""
        self._print_notes()
        self.canvas.showPage()

    def paragraph(self, text: str, style: Style, number: str = "", key: str | None = None) -> None:
        """Set one paragraph; a number is printed at `style.first`, the words begin at `style.tab`."""
        font = font_name(style)
        first = style.left if style.first is None else style.first
        start = style.tab if number else first
        if number:
            start = max(start, first + stringWidth(number, font, style.size) + 6)
        self.y -= style.before if self.y < self.top else 0
        self._room_for(style.leading * style.keep)
        for k, line in enumerate(lines := lines_of(text, style, font, start)):
            self._room_for(style.leading, [note for word in line for note in word.notes])
            if k == 0:
                self._remember(key)
            self.y -= style.leading
            if k == 0 and number:
                self._draw(number, first, self.y, font_name(style, style.number_bold), style.size)
            edge = start if k == 0 else style.left
            self._line(line, style, font, edge, stretch=k < len(lines) - 1)
        self.y -= style.after

    def table(
        self, rows: Sequence[Row], edges: Sequence[float], style: Style, ruled: bool, keys: Sequence[str]
    ) -> None:
        """Set rows of cells between the given vertical edges; the first row is repeated on each page when ruled."""
        header = rows[0] if ruled else None
        for row, key in zip(rows, keys, strict=True):
            height = self._row_height(row, edges, style)
            if self.y - height < self.bottom:
                self.turn()
                if header and row is not header:
                    self._row(header, edges, style, ruled)
            self._remember(key)
            self._row(row, edges, style, ruled)
        self.y -= style.after

    def _row_lines(self, row: Row, edges: Sequence[float], style: Style) -> list[list[list[Word]]]:
        font = font_name(style, row.bold)
        cells = []
        for text, left, right in zip(row.cells, edges, edges[1:], strict=False):
            cell = Style(left=left + 4, right=right - 4, size=style.size, align="left")
            cells.append([line for part in text.split("\n") for line in lines_of(part, cell, font, left + 4)])
        return cells

    def _row_height(self, row: Row, edges: Sequence[float], style: Style) -> float:
        return max(map(len, self._row_lines(row, edges, style))) * style.leading + 7

    def _row(self, row: Row, edges: Sequence[float], style: Style, ruled: bool) -> None:
        height = self._row_height(row, edges, style)
        for left, lines in zip(edges, self._row_lines(row, edges, style), strict=False):
            for k, line in enumerate(lines):
                y = self.y - (k + 1) * style.leading
                self._draw(printed(line), left + 4, y, font_name(style, row.bold), style.size)
        if ruled:
            self.canvas.setLineWidth(0.4)
            self.canvas.grid(list(edges), [self.y, self.y - height])
        self.y -= height

    def _remember(self, key: str | None) -> None:
        if key:
            self.pages.setdefault(key, self.page)

    def _room_for(self, height: float, notes: Sequence[str] = ()) -> None:
        taken = sum(len(self._note_lines(text)) * NOTE_LEADING + 2 for _, text in self.notes)
        wanted = sum(len(self._note_lines(text)) * NOTE_LEADING + 2 for text in notes)
        rule = 14 if self.notes or notes else 0
        if self.y - height < self.bottom + taken + wanted + rule:
            self.turn()

    def _line(self, line: list[Word], style: Style, font: str, left: float, stretch: bool) -> None:
        width = stringWidth(printed(line), font, style.size)
        spaces = sum(word.spaced for word in line[1:])
        if style.align == "centre":
            left = (left + style.right - width) / 2
        gap = (style.right - left - width) / spaces if stretch and style.align == "justify" and spaces else 0
        text = self.canvas.beginText(left, self.y)
        text.setWordSpace(gap)
        run = ""
        for k, word in enumerate(line):
            run += (" " if word.spaced and k else "") + word.text
            if word.notes:
                text.setFont(font, style.size)
                text.textOut(run)
                run = ""
                text.setRise(MARK_RISE)
                text.setFont(font_name(style, bold=False), 6)
                text.textOut(" ".join(map(self._new_mark, word.notes)))
                text.setRise(0)
        text.setFont(font, style.size)
        text.textOut(run)
        self.canvas.drawText(text)

    def _new_mark(self, note: str) -> str:
        """The mark of a footnote: the next number, or the stars with which its text begins."""
        stars = re.match(r"\*+", note)
        if not stars:
            self.note_marks += 1
        mark = stars[0] if stars else str(self.note_marks)
        self.notes.append((mark, note.lstrip("* ")))
        return mark

    def _note_lines(self, text: str) -> list[list[Word]]:
        style = Style(left=130, right=510, size=NOTE_SIZE)
        return lines_of(text, style, "Times-Roman", 130)

    def _print_notes(self) -> None:
        if not self.notes:
            return
        y = self.bottom + sum(len(self._note_lines(text)) * NOTE_LEADING + 2 for _, text in self.notes)
        self.canvas.setLineWidth(0.5)
        self.canvas.line(113, y + 4, 190, y + 4)
        for mark, text in self.notes:
            for k, line in enumerate(self._note_lines(text)):
                y -= NOTE_LEADING
                if k == 0:
                    self._draw(mark, 119, y + 2.5, "Times-Roman", 5.5)
                self._draw(printed(line), 130, y, "Times-Roman", NOTE_SIZE)
            y -= 2
        self.notes = []

    def _draw(self, text: str, x: float, y: float, font: str, size: float) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, y, text)
