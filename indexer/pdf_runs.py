"""Runs of type and ruled lines of PDF pages, taken from pdfminer.six without its layout analysis.

pdfminer's own analysis (boxes of lines) puts a paragraph's number and its text into different boxes, and costs
more than half of the time. Here only its interpreter is used; indexer/pdf_layout.py makes the lines.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.utils import Matrix, apply_matrix_pt, mult_matrix

WORD_GAP = 0.17
"""A gap wider than this many ems separates words; kerning moves letters by less."""
RUN_GAP = 1.2
"""A gap wider than this many ems ends a run: what follows may stand in another column."""
RULE_THICKNESS = 2.5
"""Filled boxes up to this height in points are rules."""
SLANT = 0.2
"""Text whose direction is further than this (radians) from a quarter turn is a stamp or a watermark."""


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
        self.font = font
        name = str(font.fontname).lower()
        self.bold = "bold" in name or "black" in name
        self.italic = "italic" in name or "oblique" in name
        self._letters: dict[int, tuple[str, float]] = {}

    def letter(self, code: int) -> tuple[str, float]:
        """The text of a character code ("(cid:7)" where the font does not say) and its width in ems."""
        found = self._letters.get(code)
        if found is None:
            try:
                text = self.font.to_unichr(code)
            except PDFUnicodeNotDefined:
                text = f"(cid:{code})"
            found = self._letters[code] = (text, self.font.char_width(code))
        return found


class RunCollector(PDFTextDevice):  # type: ignore[misc]
    """Device that pdfminer's interpreter draws on; `page` holds what the last page showed."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.page = PrintedPage(0, 0)
        self._faces: dict[int, FontFace] = {}

    def begin_page(self, page: PDFPage, ctm: Matrix) -> None:
        """Start an empty page."""
        x0, y0, x1, y1 = page.mediabox
        width, height = abs(x1 - x0), abs(y1 - y0)
        self.page = PrintedPage(height, width) if page.rotate in (90, 270) else PrintedPage(width, height)

    def render_string(
        self, textstate: PDFTextState, seq: Sequence[Any], ncs: object, graphicstate: PDFGraphicState
    ) -> None:
        """Note the runs of one text operator (PDF 32000-1, 9.4.4) and move the pen."""
        face = self._faces.get(id(textstate.font))
        if face is None:
            face = self._faces[id(textstate.font)] = FontFace(textstate.font)
        matrix = mult_matrix(textstate.matrix, self.ctm)
        angle = math.atan2(matrix[1], matrix[0]) / (math.pi / 2)
        turns = round(angle)
        pen = Pen(face, textstate)
        pen.write(seq)
        if abs(angle - turns) > SLANT:
            return
        if turns:
            matrix = mult_matrix(matrix, self.page.frame(turns % 4))
        self.page.runs.setdefault(turns % 4, []).extend(pen.runs(matrix))

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
                points.append(apply_matrix_pt(self.ctm, segment[-2:]))

    def _note_rule(self, points: list[tuple[float, float]]) -> None:
        if 2 <= len(points) <= 5:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            if max(ys) - min(ys) <= RULE_THICKNESS < max(xs) - min(xs):
                self.page.rules.append(Rule(min(xs), max(xs), min(ys)))


class Pen:
    """Sets the strings and offsets of one text operator, noting pieces of text between wide gaps."""

    def __init__(self, face: FontFace, state: PDFTextState) -> None:
        self.face = face
        self.state = state
        self.scaling = state.scaling * 0.01
        self.em = abs(state.fontsize * self.scaling) or 1.0
        self.pieces: list[tuple[str, float, float]] = []
        """Text, and where it begins and ends in text space."""

    def write(self, seq: Sequence[Any]) -> None:
        """Set all of `seq` and leave the pen behind it."""
        state, face, em = self.state, self.face, self.em
        x, y = state.linematrix
        advance = state.fontsize * self.scaling
        letter_space = state.charspace * self.scaling
        word_space = 0.0 if face.font.is_multibyte() else state.wordspace * self.scaling
        letters: list[str] = []
        start = end = x
        spaced = False
        for item in seq:
            if isinstance(item, (int, float)):
                x -= item * 0.001 * advance
                spaced = True
                continue
            for code in face.font.decode(item):
                if spaced:
                    x += letter_space
                spaced = True
                text, width = face.letter(code)
                gap = abs(x - end - letter_space) if letters else 0.0
                if gap > RUN_GAP * em:
                    self.pieces.append(("".join(letters), start, end))
                    letters = []
                elif gap > WORD_GAP * em:
                    letters.append(" ")
                if not letters:
                    start = x
                letters.append(text)
                x = end = x + width * advance
                if code == 32 and word_space:
                    x += word_space
                    end = x
        if letters:
            self.pieces.append(("".join(letters), start, end))
        state.linematrix = (x, y)

    def runs(self, matrix: Matrix) -> Iterator[Run]:
        """The pieces as runs, in the frame that `matrix` maps text space into."""
        a, b, c, d, e, f = matrix
        y = self.state.linematrix[1] + self.state.rise
        size = abs(self.state.fontsize) * math.hypot(c, d)
        for text, start, end in self.pieces:
            x0, x1 = sorted((a * start + c * y + e, a * end + c * y + e))
            yield Run(text, x0, x1, b * start + d * y + f, size, self.face.bold, self.face.italic)
