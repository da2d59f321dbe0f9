"""Two looks of UN documents: the cover, what repeats on every page, and the styles of paragraphs.

"2008" is the look until 2009 ("Page 13" under the symbol, items numbered "1."), "2010" the look ever since.
Every page says that the document is an invented sample.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas

from samples.page_layout import PAGE_WIDTH, Style

INVENTED = "INVENTED SAMPLE: no real State, document or event"


@dataclass(frozen=True, slots=True)
class Layout:
    """The styles of one look."""

    body: Style
    letter: Style
    item: Style
    centre: Style
    part: Style
    """Headings such as "II. Conclusions and/or recommendations"."""
    section: Style
    top: float
    bottom: float


_OLD = Style(left=72, right=523, first=72, tab=100, size=12, leading=13.8, align="left", after=10, hyphenate=True)
_NEW = Style(left=113, right=510, first=113, tab=142, size=10, leading=12)
_NEW_HEADING = replace(_NEW, tab=113, bold=True, number_bold=True, align="left", keep=4)

LAYOUTS = {
    "2008": Layout(
        body=_OLD,
        letter=replace(_OLD, first=100, tab=128),
        item=replace(_OLD, left=126, first=99, tab=126, bold=True, number_bold=True),
        centre=replace(_OLD, align="centre", bold=True),
        part=replace(_OLD, align="centre", bold=True, before=6, keep=4),
        section=replace(_OLD, align="centre", bold=True, keep=4),
        top=762,
        bottom=72,
    ),
    "2010": Layout(
        body=_NEW,
        letter=replace(_NEW, first=142, tab=170),
        item=replace(_NEW, left=142, first=142, tab=180, bold=True),
        centre=replace(_NEW, align="centre", bold=True),
        part=replace(_NEW_HEADING, first=80, size=14, leading=17, before=14, after=10),
        section=replace(_NEW_HEADING, first=90, size=12, leading=14.5, before=10, after=8),
        top=740,
        bottom=92,
    ),
}


@dataclass(frozen=True, slots=True)
class Cover:
    """What the first page prints."""

    symbol: str
    date: str
    body: str
    """The organ: "Human Rights Council", and lines under it."""
    under_body: tuple[str, ...]
    title: tuple[str, ...]
    """Blocks one below the other; a block may have several lines."""
    note: str
    job_number: str


def headers_and_footers_2008(symbol: str) -> Callable[[Canvas, int], None]:
    """Symbol and page number above the text, on the left of even and the right of odd pages."""

    def draw(canvas: Canvas, page: int) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawCentredString(PAGE_WIDTH / 2, 30, INVENTED)
        if page == 1:
            return
        canvas.setFont("Times-Roman", 12)
        left = 72 if page % 2 == 0 else 440
        canvas.drawString(left, 794, symbol)
        canvas.drawString(left, 781, f"Page {page}")

    return draw


def headers_and_footers_2010(symbol: str) -> Callable[[Canvas, int], None]:
    """Symbol over a rule, page number at the foot, both on the outer edge."""

    def draw(canvas: Canvas, page: int) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawCentredString(PAGE_WIDTH / 2, 785, INVENTED)
        if page == 1:
            return
        outer = canvas.drawString if page % 2 == 0 else canvas.drawRightString
        edge = 57 if page % 2 == 0 else 538
        canvas.setFont("Times-Bold", 9)
        outer(edge, 770, symbol)
        outer(edge, 50, str(page))
        canvas.setLineWidth(0.8)
        canvas.line(57, 764, 538, 764)

    return draw


HEADERS_AND_FOOTERS = {"2008": headers_and_footers_2008, "2010": headers_and_footers_2010}


def draw_cover_2008(canvas: Canvas, cover: Cover) -> None:
    """The cover of the years until 2009."""
    _lines(canvas, ("UNITED", "NATIONS"), 77, 784, "Helvetica-Bold", 13, 13)
    canvas.setFont("Helvetica-Bold", 26)
    canvas.drawRightString(520, 772, "A")
    canvas.line(72, 764, 523, 764)
    _lines(canvas, ("General Assembly",), 150, 735, "Helvetica-Bold", 14, 14)
    right = ("Distr.", "GENERAL", "", cover.symbol, cover.date, "", "Original:  ENGLISH")
    _lines(canvas, right, 400, 730, "Times-Roman", 12, 13.5)
    canvas.setLineWidth(1.5)
    canvas.line(72, 640, 523, 640)
    _lines(canvas, (cover.body.upper(), *cover.under_body), 72, 620, "Times-Roman", 12, 13)
    for k, line in enumerate(cover.title):
        canvas.setFont("Times-Bold", 12)
        canvas.drawCentredString(PAGE_WIDTH / 2, 455 - 26 * k, line)
    canvas.setLineWidth(0.5)
    canvas.line(72, 180, 200, 180)
    _lines(canvas, (f"*  {cover.note}",), 90, 166, "Times-Roman", 11, 13)
    _lines(canvas, (cover.job_number,), 75, 110, "Times-Roman", 11, 13)


def draw_cover_2010(canvas: Canvas, cover: Cover) -> None:
    """The cover of the years since 2010."""
    _lines(canvas, ("United Nations",), 113, 760, "Times-Roman", 14, 14)
    head, tail = cover.symbol[0], cover.symbol[1:]
    canvas.setFont("Times-Roman", 10)
    canvas.drawRightString(538, 760, tail)
    width = canvas.stringWidth(tail, "Times-Roman", 10)
    canvas.setFont("Times-Roman", 20)
    canvas.drawRightString(538 - width, 760, head)
    canvas.line(57, 753, 538, 753)
    _lines(canvas, ("General Assembly",), 113, 730, "Times-Bold", 20, 20)
    _lines(canvas, ("Distr.: General", cover.date, "", "Original: English"), 390, 738, "Times-Roman", 10, 12)
    canvas.setLineWidth(1.2)
    canvas.line(57, 620, 538, 620)
    _lines(canvas, (cover.body,), 57, 605, "Times-Bold", 12, 12)
    _lines(canvas, cover.under_body[:1], 57, 592, "Times-Bold", 10, 12)
    _lines(canvas, cover.under_body[1:-1], 57, 580, "Times-Roman", 10, 12)
    _lines(canvas, cover.under_body[-1:], 57, 592 - 12 * (len(cover.under_body) - 1), "Times-Bold", 10, 12)
    y = 520.0
    for line in cover.title:
        _lines(canvas, tuple(line.split("\n")), 113, y, "Times-Bold", 14, 16)
        y -= 14 + 16 * len(line.split("\n"))
    canvas.setLineWidth(0.5)
    canvas.line(113, 130, 190, 130)
    _lines(canvas, (f"*  {cover.note}",), 119, 118, "Times-Roman", 8, 10)
    _lines(canvas, (cover.job_number,), 57, 92, "Times-Roman", 10, 12)


DRAW_COVER = {"2008": draw_cover_2008, "2010": draw_cover_2010}


def _lines(canvas: Canvas, lines: tuple[str, ...], x: float, y: float, font: str, size: float, leading: float) -> None:
    canvas.setFont(font, size)
    for k, line in enumerate(lines):
        canvas.drawString(x, y - k * leading, line)
