"""A paper as a Word document on A4, with its sources; what its makers alone have to know is another.

What is still to be filled in is shaded, in brackets; words of others stand in quotation marks, and where they stand
behind them in grey.
"""

from typing import Any

from docx.shared import Pt

from web.files.office_files import Address, Gap, PositionWord
from web.files.word_document import (
    NO_LANGUAGE,
    STRONG,
    TABLE_TEXT,
    add_link,
    add_position,
    add_table,
    add_text,
    docx_file,
    new_document,
    turn_section,
)
from web.papers.paper import (
    Aside,
    Cell,
    Cited,
    Heading,
    Paper,
    Paragraph,
    Quoted,
    Strong,
    Style,
    Table,
    Words,
)
from web.site.language import gettext, side_by_side

SOURCE_WIDTHS = {False: (4.0, 5.0, 3.5, 4.5), True: (5.0, 7.5, 6.5, 6.7)}
"""In cm, for a sheet that stands upright, and for one on its side."""
SMALL_PRINT = "SmallPrint"
"""Id of a style."""
STYLE_NAMES = {
    Style.PLAIN: "Normal",
    Style.BULLET: "List Bullet",
    Style.NUMBERED: "List Number",
}


def write_document(paper: Paper, letterhead: bytes = b"") -> bytes:
    """The paper as DOCX, without what is for its makers alone; that it has blanks is a property of the file.

    Args:
        paper: what is written.
        letterhead: a Word file whose header, footer and styles it takes (web.files.letterhead); b"": ours.
    """
    document = new_document(paper.title, paper.head, letterhead)
    document.core_properties.content_status = "DRAFT" if paper.blanks else ""
    _set_sizes(document, paper)
    turn_section(document.sections[0], paper.landscape)
    _add_letterhead(document, paper)
    for part in paper.parts:
        match part:
            case Heading(text, level, new_page):
                heading = document.add_heading("", level)
                heading.paragraph_format.page_break_before = new_page
                add_text(heading, text)
            case Paragraph(words, style):
                add_words(document.add_paragraph(style=STYLE_NAMES[style]), words)
            case Table():
                _add_table(document, part)
    if paper.sources:
        _add_sources(document, paper)
    return docx_file(document)


def write_sheet(paper: Paper) -> bytes:
    """What those who hand the paper on have to know, as a DOCX of its own."""
    document = new_document(gettext("For you alone: %(paper)s", paper=paper.title), paper.head)
    for words in paper.notes:
        add_words(document.add_paragraph(style=STYLE_NAMES[Style.BULLET]), words)
    return docx_file(document)


def _add_letterhead(document: Any, paper: Paper) -> None:
    """Lines close to each other, with one rule below."""
    for name, words in paper.letterhead:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0 if paper.small else 1)
        add_words(paragraph, (Strong(name + gettext(": ")), *words))
    if paper.letterhead:
        paragraph.paragraph_format.space_after = Pt(6 if paper.small else 10)


def _set_sizes(document: Any, paper: Paper) -> None:
    if paper.landscape:
        document.styles[TABLE_TEXT].font.size = Pt(8.5)  # eleven columns on one sheet
    if paper.small:
        document.styles["Normal"].font.size = Pt(9.5)
        document.styles["Normal"].paragraph_format.space_after = Pt(3)
        document.styles["Heading 2"].paragraph_format.space_before = Pt(6)
        for name in ("List Bullet", "List Number"):
            document.styles[name].paragraph_format.space_after = Pt(2)


def add_words(paragraph: Any, words: Words) -> None:
    """Add pieces to a paragraph, each in the looks of its kind."""
    for piece in words:
        match piece:
            case Gap():
                add_text(paragraph, piece, style="Gap")
            case PositionWord():
                add_position(paragraph, piece)
            case Address():
                add_link(paragraph, piece)
            case Cited() | Aside():
                add_text(paragraph, piece, style=SMALL_PRINT)
            case Strong():
                add_text(paragraph, piece, style=STRONG)
            case Quoted():
                add_text(paragraph, piece, NO_LANGUAGE)
            case _:
                add_text(paragraph, piece)


def _add_table(document: Any, table: Table) -> None:
    """The columns that paper has room for, each group of rows under its heading; a part after the other."""
    parts: list[int | None] = [*sorted({column.part for column in table.columns if column.part is not None})]
    for part in parts or [None]:
        if part:
            document.add_paragraph()
        shown = [place for place, column in enumerate(table.columns) if column.width and column.part in (None, part)]
        columns = [table.columns[place] for place in shown]
        rows: list[list[Any]] = []
        for group in table.groups:
            rows += [[group.heading], *([row[place] for place in shown] for row in group.rows)]
        header, widths = [column.heading for column in columns], [column.width for column in columns]
        add_table(document, header, rows, widths, _fill_cell, may_split=True)


def _fill_cell(cell: Any, lines: Cell) -> None:
    """Each line in a paragraph of its own, for each may read in another direction; so may each line that it has."""
    paragraph = cell.paragraphs[0]
    style = paragraph._p.style
    for number, words in enumerate(line for each in lines for line in _lines(each)):
        if number:
            paragraph = cell.add_paragraph()
            paragraph._p.style = style
        add_words(paragraph, words)


def _lines(words: Words) -> list[Words]:
    """Words of one text are broken where their writer broke them."""
    if len(words) > 1 or type(words[0]) is not str:
        return [words]
    return [(line,) for line in words[0].splitlines() if line.strip()]


def _add_sources(document: Any, paper: Paper) -> None:
    add_text(document.add_heading("", 2), gettext("Sources"))
    header = (gettext("Document"), gettext("What it is"), gettext("Paragraphs cited"), gettext("Address"))
    rows: list[list[Cell]] = []
    for source in paper.sources:
        words = (source.symbol, source.about, side_by_side(source.paragraphs), Address(source.address or ""))
        rows.append([[(each,)] if each else [] for each in words])
    add_table(document, header, rows, SOURCE_WIDTHS[paper.landscape], _fill_cell, together=True)
