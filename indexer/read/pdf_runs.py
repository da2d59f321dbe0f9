"""Runs of type and ruled lines of PDF pages, taken from pdfminer.six without its layout analysis.

pdfminer's own analysis (boxes of lines) puts a paragraph's number and its text into different boxes, and costs
more than half of the time. Here only its interpreter is used; indexer/read/pdf_layout.py makes the lines.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.utils import MATRIX_IDENTITY, Matrix, apply_matrix_pt, mult_matrix

WORD_GAP = 0.17
"""A gap wider than this many ems separates words; kerning moves letters by less."""
RUN_GAP = 1.2
"""A gap wider than this many ems ends a run: what follows may stand in another column."""
RULE_THICKNESS = 2.5
"""Filled boxes up to this height in points are rules."""
UNUSED_CODES = frozenset({127, 129, 141, 143, 144, 157})
"""Codes that WinAnsiEncoding leaves unused and viewers show as a bullet (PDF 32000-1, annex D.2)."""
BULLET, BULLET_WIDTH = "•", 0.35
SPACE = 32
GAP = "\0"
MAX_RUNS = 100_000
"""A page of dense text has about 2,000 runs."""
SLANT = 0.2
"""Text whose direction is further than this (radians) from a quarter turn is a stamp or a watermark."""


class PageTooLargeError(Exception):
    """A page holds more than any page of text does."""


@dataclass(slots=True)
class Run:
    """Letters of one font set side by side; lengths in points, `y` is the baseline's height above the page's foot."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool
    order: int
    """Place in the file's own order, which is the order of reading in nearly all files."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line."""

    x0: float
    x1: float
    y: float


@dataclass(slots=True)
class PrintedPage:
    """What a page shows, in the order of the file."""

    width: float
    height: float
    runs: dict[int, list[Run]] = field(default_factory=dict)
    """Quarter turns of the text (0 is upright) → its runs, in a frame where they read from left to right."""
    rules: list[Rule] = field(default_factory=list)
    has_image: bool = False

    def frame(self, turns: int) -> Matrix:
        """The matrix from the page to the frame of text turned by `turns` quarters."""
        width, height = self.width, self.height
        return (
            (1, 0, 0, 1, 0, 0),
            (0, -1, 1, 0, 0, width),
            (-1, 0, 0, -1, width, height),
            (0, 1, -1, 0, height, 0),
        )[turns]


class FontFace:
    """A font's letters and widths, each looked up once."""

    def __init__(self, font: PDFFont) -> None:
        """Keep `font`, so that its id stays its own."""
        self.font = font
        name = str(font.fontname).lower()
        self.bold = "bold" in name or "black" in name
        self.italic = "italic" in name or "oblique" in name
        self._letters: dict[int, tuple[str, float]] = {}

    def letter(self, code: int) -> tuple[str, float]:
        """The text of a character code ("(cid:7)" where the font does not say) and its width in ems."""
        found = self._letters.get(code)
        if found is None:
            found = self._letters[code] = self._look_up(code)
        return found

    def _look_up(self, code: int) -> tuple[str, float]:
        width = self.font.char_width(code)
        try:
            return self.font.to_unichr(code), width
        except PDFUnicodeNotDefined:
            if code in UNUSED_CODES and not self.font.is_multibyte():
                return BULLET, width or BULLET_WIDTH
            return f"(cid:{code})", width


class RunCollector(PDFTextDevice):
    """Device that pdfminer's interpreter draws on; `page` holds what the last page showed."""

    def __init__(self, resources: PDFResourceManager) -> None:
        """Share `resources` with the interpreter."""
        super().__init__(resources)
        self.page = PrintedPage(0, 0)
        self._faces: dict[int, FontFace] = {}

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Start an empty page."""
        x0, y0, x1, y1 = page.mediabox
        width, height = abs(x1 - x0), abs(y1 - y0)
        self.page = PrintedPage(height, width) if page.rotate in (90, 270) else PrintedPage(width, height)

    def render_string(
        self,
        textstate: PDFTextState,
        seq: Iterable[int | float | bytes],
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> None:
        """Note the runs of one text operator (PDF 32000-1, 9.4.4) and move the pen."""
        if textstate.font is None:
            return
        face = self._faces.get(id(textstate.font))
        if face is None:
            face = self._faces[id(textstate.font)] = FontFace(textstate.font)
        matrix = mult_matrix(textstate.matrix, self.ctm or MATRIX_IDENTITY)
        angle = math.atan2(matrix[1], matrix[0]) / (math.pi / 2)
        turns = round(angle)
        pen = Pen(face, textstate)
        pen.write(seq)
        if abs(angle - turns) > SLANT:
            return
        if turns:
            matrix = mult_matrix(matrix, self.page.frame(turns % 4))
        runs = self.page.runs.setdefault(turns % 4, [])
        for run in pen.runs(matrix, len(runs)):
            if not run.text.isspace():
                runs.append(run)
            elif runs and runs[-1].y == run.y and abs(runs[-1].x1 - run.x0) < run.size:
                runs[-1].text += " "
        if len(runs) > MAX_RUNS:
            raise PageTooLargeError

    def render_image(self, name: str, stream: object) -> None:
        """Note that the page shows an image; one without text is a scan."""
        self.page.has_image = True

    def paint_path(
        self, graphicstate: PDFGraphicState, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]
    ) -> None:
        """Note the parts of a path that are one horizontal line or one thin box."""
        if not (stroke or fill):
            return
        points: list[tuple[float, float]] = []
        for segment in (*path, ("m", 0.0, 0.0)):
            if segment[0] == "m":
                self._note_rule(points)
                points = []
            if len(segment) >= 3:
                points.append(apply_matrix_pt(self.ctm or MATRIX_IDENTITY, segment[-2:]))

    def _note_rule(self, points: list[tuple[float, float]]) -> None:
        if 2 <= len(points) <= 5:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            if max(ys) - min(ys) <= RULE_THICKNESS < max(xs) - min(xs):
                self.page.rules.append(Rule(min(xs), max(xs), min(ys)))


class Pen:
    """Sets the strings and offsets of one text operator, noting pieces of text between wide gaps."""

    def __init__(self, face: FontFace, state: PDFTextState) -> None:
        """Start where `state` left the pen."""
        self.face = face
        self.state = state
        self.scaling = state.scaling * 0.01
        self.em = abs(state.fontsize * self.scaling) or 1.0
        self.pieces: list[tuple[str, float, float]] = []
        """Text, and where it begins and ends in text space."""

    def write(self, seq: Iterable[int | float | bytes]) -> None:
        """Set all of `seq` and leave the pen behind it."""
        x, y = self.state.linematrix
        advance = self.state.fontsize * self.scaling
        letter_space = self.state.charspace * self.scaling
        word_space = 0.0 if self.face.font.is_multibyte() else self.state.wordspace * self.scaling
        letter, decode = self.face.letter, self.face.font.decode
        letters: list[str] = []
        start = end = x
        first = True
        for item in seq:
            if isinstance(item, (int, float)):
                x -= item * 0.001 * advance
                continue
            for code in decode(item):
                if not first:
                    x += letter_space
                first = False
                text, width = letter(code)
                # Spaced type has its letter space everywhere, unless offsets take it back: then letters touch.
                gap = min(abs(x - end), abs(x - end - letter_space)) / self.em if letters else 0.0
                if gap > RUN_GAP:
                    self.pieces.append((spaced(letters), start, end))
                    letters = []
                elif gap > WORD_GAP:
                    letters.append(GAP)
                if not letters:
                    start = x
                letters.append(text)
                x += width * advance
                if code == SPACE:
                    x += word_space
                end = x
        if letters:
            self.pieces.append((spaced(letters), start, end))
        self.state.linematrix = (x, y)

    def runs(self, matrix: Matrix, order: int) -> Iterator[Run]:
        """The pieces as runs, in the frame that `matrix` maps text space into; the first is the `order`-th."""
        a, b, c, d, e, f = matrix
        y = self.state.linematrix[1] + self.state.rise
        size = abs(self.state.fontsize) * math.hypot(c, d)
        bold, italic = self.face.bold, self.face.italic
        for place, (text, start, end) in enumerate(self.pieces, order):
            x0, x1 = sorted((a * start + c * y + e, a * end + c * y + e))
            yield Run(text, x0, x1, b * start + d * y + f, size, bold, italic, place)


def spaced(letters: list[str]) -> str:
    """The letters with a space for each gap; gaps between most of them are spaced type, not words."""
    text = "".join(letters)
    gaps = text.count(GAP)
    return text.replace(GAP, "" if 2 * gaps > len(text) - gaps else " ") if gaps else text
