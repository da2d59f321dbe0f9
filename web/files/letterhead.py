"""An organisation's letterhead out of a Word file: its header, footer, margins and styles, and nothing else of it.

The file is hostile until it was read here. It is not cleaned but built anew: what is known to be harmless is copied
into a document of ours (text, its looks, pictures, page numbers); whatever else a package may hold stays behind.
Files with macros, embedded objects or links to what is elsewhere are refused, for their makers want them to do
something; addresses behind words in a footer become plain words.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree  # type: ignore[import-untyped]

from models.errors import UnreadableDocument, UnusablePlan
from models.files.office_archive import check_office_file
from models.messages.message import Message

NO_WORD_FILE = Message("This is no Word file (.docx), or it is damaged: save it anew.")
TOO_LARGE = Message("This letterhead is too large, or its pictures are: at most 1 MB.")
ACTS = Message("This Word file holds macros or objects of other programs: save it without them.")
MOST_BYTES = 1_000_000
MOST_UNPACKED = 20_000_000
MOST_KEPT = 300_000
"""Bytes of what is kept with the plan."""
STYLES = ("Normal", "Title", "Heading 1", "Heading 2", "List Bullet", "List Number", "Header", "Footer")
"""Those whose looks are taken over."""
_HARMLESS_LINKS = {
    RELATIONSHIP_TYPE.HYPERLINK,
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
}
"""To what is elsewhere: neither is copied."""
_ACTIVE = re.compile(r"vbaProject|vbaData|activeX|embeddings/|oleObject|\.bin$|customUI", re.IGNORECASE)
_KEPT = {
    "w": """
        p r t tab br cr pPr rPr pStyle jc ind spacing tabs pBdr top bottom left right between shd keepNext b bCs i iCs u
        color sz szCs rFonts caps smallCaps vertAlign lang rtl bidi noProof sym tbl tblPr tblGrid gridCol tr trPr tc
        tcPr tblW tcW tblBorders tcBorders insideH insideV tblLayout tblLook tblInd tblCellMar start end vAlign gridSpan
        trHeight drawing fldSimple hyperlink smartTag sdt sdtContent
    """,
    "wp": """
        inline anchor extent effectExtent docPr cNvGraphicFramePr simplePos positionH positionV posOffset align wrapNone
        wrapSquare wrapTopAndBottom wrapTight wrapThrough wrapPolygon start lineTo
    """,
    "a": "graphic graphicFrameLocks graphicData blip stretch fillRect srcRect xfrm off ext prstGeom avLst noFill ln",
    "pic": "pic nvPicPr cNvPr cNvPicPr blipFill spPr",
}
"""Elements of WordprocessingML and DrawingML that are copied: text, its looks, tables and pictures."""
_UNWRAPPED = {"hyperlink", "smartTag", "sdt", "sdtContent"}
"""What stands around words that are kept."""
_TAGS = {qn(f"{prefix}:{name}"): name for prefix, names in _KEPT.items() for name in names.split()}
_PAGE_FIELD = re.compile(r"\s*(PAGE|NUMPAGES)\s*(\\\*\s*\w+\s*)*")
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def read_letterhead(content: bytes) -> bytes:
    """The letterhead of a Word file as a document of ours, without text; read where limits of time and memory hold.

    Raises:
        UnusablePlan: it is no Word file, holds what acts or leads elsewhere, or is too large.
    """
    if len(content) > MOST_BYTES:
        raise UnusablePlan(TOO_LARGE)
    with opened_safely(content) as theirs:
        made = _built(theirs)
    if len(made) > MOST_KEPT:
        raise UnusablePlan(TOO_LARGE)
    return made


@contextmanager
def opened_safely(content: bytes) -> Iterator[Any]:
    """A Word file to work on, after it was looked through.

    Raises:
        UnusablePlan: it is none, damaged, acts, leads elsewhere, or is far larger than it looks.
    """
    try:
        _look_through(content)
        yield Document(BytesIO(content))
    except (UnreadableDocument, BadZipFile, OpcError, KeyError, ValueError, etree.XMLSyntaxError, OSError) as error:
        raise UnusablePlan(NO_WORD_FILE) from error


def _look_through(content: bytes) -> None:
    check_office_file(BytesIO(content), "word/document.xml", MOST_UNPACKED)
    with ZipFile(BytesIO(content)) as files:
        names = files.namelist()
        if any(map(_ACTIVE.search, names)):
            raise UnusablePlan(ACTS)
        for name in names:
            if name.endswith((".xml", ".rels")):
                _look_into(files.read(name), name)


def _look_into(xml: bytes, name: str) -> None:
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or b"macroEnabled" in xml:
        raise UnusablePlan(ACTS)
    if not name.endswith(".rels"):
        return
    for relation in etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True)):
        if relation.get("TargetMode") == "External" and relation.get("Type") not in _HARMLESS_LINKS:
            raise UnusablePlan(
                Message("This Word file links to a picture or file elsewhere: put it into the file, or take it out.")
            )


def _built(theirs: Any) -> bytes:
    ours = Document()
    section, of_theirs = ours.sections[0], theirs.sections[0]
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin", "header_distance", "footer_distance"):
        setattr(section, side, getattr(of_theirs, side))
    parts = ["header", "footer"]
    if of_theirs.different_first_page_header_footer:
        section.different_first_page_header_footer = True
        parts += ["first_page_header", "first_page_footer"]
    for name in parts:
        _copy(getattr(of_theirs, name), getattr(section, name))
    for name in STYLES:
        _copy_looks(theirs, ours, name)
    stream = BytesIO()
    ours.save(stream)
    return stream.getvalue()


def _copy(theirs: Any, ours: Any) -> None:
    """Copy a header or footer with its pictures."""
    if theirs.is_linked_to_previous:
        return
    ours.is_linked_to_previous = False
    for old in list(ours._element):
        ours._element.remove(old)
    for element in theirs._element:
        for copied in _harmless(element):
            ours._element.append(copied)
    for blip in list(ours._element.iter(qn("a:blip"))):
        _copy_picture(blip, theirs.part, ours.part)
    if not len(ours._element):
        ours.add_paragraph()


def _harmless(element: Any) -> list[Any]:
    """An element with what is known to be harmless in it; what stands around such is left out."""
    name = _TAGS.get(element.tag)
    if name is None or (name == "fldSimple" and not _PAGE_FIELD.fullmatch(element.get(qn("w:instr"), ""))):
        return []
    children = [copied for child in element for copied in _harmless(child)]
    if name in _UNWRAPPED:
        return children
    made = deepcopy(element)
    for child in list(made):
        made.remove(child)
    for attribute in list(made.attrib):
        if attribute.startswith(_R) and attribute != qn("r:embed"):
            del made.attrib[attribute]
    made.extend(children)
    return [made]


def _copy_picture(blip: Any, theirs: Any, ours: Any) -> None:
    """Put the picture of a header into ours; take out the drawing where there is none that is known."""
    part = theirs.related_parts.get(blip.get(qn("r:embed"), ""))
    try:
        identifier, _ = ours.get_or_add_image(BytesIO(part.blob))
        blip.set(qn("r:embed"), identifier)
    except (AttributeError, UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError):
        drawing = next(blip.iterancestors(qn("w:drawing")))
        drawing.getparent().remove(drawing)


def _copy_looks(theirs: Any, ours: Any, name: str) -> None:
    """Font, size, colour and spacing of a style."""
    if name not in theirs.styles:
        return
    source, target = theirs.styles[name], ours.styles[name]
    fonts = target.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # which go before a name
        fonts.attrib.pop(qn(f"w:{attribute}"), None)
    for attribute in ("name", "size", "bold", "italic", "all_caps", "small_caps"):
        value = getattr(source.font, attribute)
        if value is not None:
            setattr(target.font, attribute, value)
    if source.font.color is not None and source.font.color.rgb is not None:
        target.font.color.rgb = source.font.color.rgb
    for attribute in ("space_before", "space_after", "line_spacing", "alignment"):
        value = getattr(source.paragraph_format, attribute, None)
        if value is not None:
            setattr(target.paragraph_format, attribute, value)
