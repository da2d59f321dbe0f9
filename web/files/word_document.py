"""Word documents on A4: running head, page numbers, tables, citations."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

from babel import Locale
from babel.core import get_global
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_DIRECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from web.files.office_files import PositionWord, printable
from web.site.language import SOURCE_LANGUAGE, gettext, is_right_to_left, page_language

A4 = Cm(21), Cm(29.7)
HEADER_SHADE = "EDEDED"
TEMPLATE = Path(__file__).with_name("template.docx")
"""How documents look: sheet, margins and styles, to be changed in a word processor. Their names stand below."""
TABLE_TEXT = "Table Text"
LINES = "Lines"
"""Of a table."""
TABLE_HEADING, STRONG, HYPERLINK = "TableHeading", "Strong", "Hyperlink"
"""Ids of styles: python-docx looks at all styles each time that one is set by its name."""

_AFTER_BIDI = ("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:rPr")
"""Properties of a paragraph that stand after its direction: their order is fixed."""
_AFTER_LANGUAGE = ("w:eastAsianLayout", "w:specVanish", "w:oMath")
"""Properties of a run that stand after its language."""
NO_LANGUAGE = "x-none"
"""Of words as a document has them, in whatever language: they are not checked, and read aloud in no other."""
_FIELD = re.compile(r"\{(PAGE|NUMPAGES)\}")


def new_document(title: str, running_head: str, letterhead: bytes = b"") -> Any:
    """An empty document on A4 under a title; its properties name neither its maker nor the issue.

    With a letterhead, a Word file that was checked, it has the header, footer, styles and margins of that.
    """
    document = Document(BytesIO(letterhead) if letterhead else str(TEMPLATE))
    _set_properties(document)
    section = document.sections[0]
    if letterhead:
        section.page_width, section.page_height = A4
        _add_styles(document)
    else:
        add_text(section.header.paragraphs[0], running_head)
        _add_page_number(section.footer.paragraphs[0])
    add_text(document.add_heading("", 0), title)
    return document


def _add_styles(document: Any) -> None:
    """Those of ours that a letterhead lacks."""
    theirs = {style.style_id for style in document.styles}
    for style in Document(str(TEMPLATE)).styles:
        if style.style_id not in theirs:
            document.styles.element.append(style.element)


def _set_properties(document: Any) -> None:
    properties = document.core_properties
    properties.author, properties.last_modified_by, properties.comments, properties.title = "", "", "", ""
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None)
    properties.language = page_language().language
    _set_language(document)


def turn_section(section: Any, landscape: bool) -> None:
    """Let the sheets of a section stand upright or lie on their side."""
    short, long = sorted((section.page_width, section.page_height))
    section.page_width, section.page_height = (long, short) if landscape else (short, long)
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT


def docx_file(document: Any) -> bytes:
    """A Word document as bytes."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def add_text(paragraph: Any, text: str, language: str = "", style: str | None = None) -> Any:
    """Add text to a paragraph and return the run; text in a right-to-left script is set so.

    Args:
        paragraph: where it is added.
        text: what is added.
        language: where that is not the document's: a code (ISO 639-1), or NO_LANGUAGE.
        style: the id of its style; None: that of the paragraph.
    """
    text = printable(text)
    run = paragraph.add_run(text)
    if style:
        run._r.style = style
    if _reads_right_to_left(text):
        properties = paragraph._p.get_or_add_pPr()
        if properties.find(qn("w:bidi")) is None:
            properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)
        run.font.rtl = True
    if language:
        _name_language(run, language if language == NO_LANGUAGE else _tag(Locale(language)))
    return run


def _name_language(run: Any, tag: str) -> None:
    element = OxmlElement("w:lang")
    for attribute in ("w:val", "w:bidi"):
        element.set(qn(attribute), tag)
    run._r.get_or_add_rPr().insert_element_before(element, *_AFTER_LANGUAGE)


def _tag(language: Locale) -> str:
    """A language with its usual country, as word processors name it ("fr-FR")."""
    usual = get_global("likely_subtags").get(language.language, "").split("_")
    country = language.territory or usual[-1]
    return f"{language.language}-{country}" if country else str(language.language)


def add_position(paragraph: Any, word: PositionWord) -> None:
    """Add a position, shaded in its colours."""
    add_text(paragraph, f" {word} ", style=f"Position{word.position}")


def add_link(paragraph: Any, address: str) -> None:
    """Add an address that can be clicked and read on paper."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    link.append(add_text(paragraph, address, style=HYPERLINK)._r)
    paragraph._p.append(link)


Value = TypeVar("Value")


def add_table(
    document: Any,
    header: Sequence[str],
    rows: Sequence[Sequence[Value]],
    widths: Sequence[float],
    fill: Callable[[Any, Value], object] | None = None,
    *,
    together: bool = False,
    may_split: bool = False,
) -> None:
    """Add a table; its header stands on each page and never alone.

    Args:
        document: where it is added.
        header: the names of the columns.
        rows: the values of the cells; a row with one value is a heading across all columns.
        widths: in cm.
        fill: writes a value into a cell, in its first paragraph, which is empty; None: values are texts.
        together: whether the table goes to the next page as a whole where it does not fit, if a page holds it.
        may_split: whether the end of a page may cut a row in two, as rows that are taller than a page must be.
    """
    table = document.add_table(rows=1 + len(rows), cols=len(header), style=LINES)
    table.autofit = False
    if is_right_to_left():
        table.table_direction = WD_TABLE_DIRECTION.RTL
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    text_style = document.styles[TABLE_TEXT].style_id
    for number, (row, values) in enumerate(zip(table.rows, [header, *rows], strict=True)):
        row_properties = row._tr.get_or_add_trPr()
        if not may_split or number == 0 or len(values) < len(header):
            row_properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            row_properties.append(OxmlElement("w:tblHeader"))
        cells = row.cells
        for cell, width in zip(cells, widths, strict=True):
            cell.width = Cm(width)
            cell.paragraphs[0]._p.style = text_style
            if together and number < len(rows):
                cell.paragraphs[0].paragraph_format.keep_with_next = True
        if number == 0 or len(values) < len(header):
            _fill_heading(cells, values)
            continue
        for cell, value in zip(cells, values, strict=True):
            (fill or _fill_text)(cell, value)  # type: ignore[arg-type] # without `fill`, values are texts


def _fill_text(cell: Any, value: str) -> None:
    add_text(cell.paragraphs[0], value)


def _fill_heading(cells: Sequence[Any], values: Sequence[Any]) -> None:
    """Bold and shaded; a single value goes across all columns."""
    if len(values) == 1 and len(cells) > 1:
        cells[0].merge(cells[-1])
        for empty in cells[0].paragraphs[1:]:
            empty._p.getparent().remove(empty._p)
    for cell, value in zip(cells, values, strict=False):
        cell.paragraphs[0]._p.style = TABLE_HEADING
        add_text(cell.paragraphs[0], value)
        shade = OxmlElement("w:shd")
        for attribute, colour in (("val", "clear"), ("color", "auto"), ("fill", HEADER_SHADE)):
            shade.set(qn(f"w:{attribute}"), colour)
        cell._tc.get_or_add_tcPr().append(shade)


def _set_language(document: Any) -> None:
    """That of the page; what is written from left to right in a document that is not, a symbol or a name, is none."""
    (default,) = document.styles.element.xpath("w:docDefaults//w:lang")
    tag = _tag(page_language())
    default.set(qn("w:val"), _tag(SOURCE_LANGUAGE) if is_right_to_left() else tag)
    if is_right_to_left():
        default.set(qn("w:bidi"), tag)


def _add_page_number(paragraph: Any) -> None:
    """ "Page 1 of 3" in the language of the page; the word processor counts."""
    words = gettext("Page %(number)s of %(all)s", number="{PAGE}", all="{NUMPAGES}")
    for number, words_or_field in enumerate(_FIELD.split(words)):
        if number % 2 == 0:
            add_text(paragraph, words_or_field)
            continue
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), words_or_field)
        field.append(add_text(paragraph, "1")._r)
        paragraph._p.append(field)


def _reads_right_to_left(text: str) -> bool:
    """By its first letter that has a direction, as in a browser."""
    directions = (unicodedata.bidirectional(character) for character in text)
    return next((each for each in directions if each in ("L", "R", "AL")), "L") != "L"
