"""A letterhead out of a Word file: what is harmless is taken over, all else is refused or left behind."""

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from PIL import Image

from models.errors import UnusablePlan
from web.files.letterhead import read_letterhead
from web.files.word_document import docx_file, new_document

RELATION = (
    '<Relationship Id="rId99" TargetMode="External" Target="https://example.org/a" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
)


def picture() -> io.BytesIO:
    stream = io.BytesIO()
    Image.new("RGB", (40, 20), "navy").save(stream, "PNG")
    stream.seek(0)
    return stream


def field(paragraph, instruction: str) -> None:
    simple = OxmlElement("w:fldSimple")
    simple.set(qn("w:instr"), instruction)
    simple.append(paragraph.add_run("1")._r)
    paragraph._p.append(simple)


def letter(change: Callable[[object], None] = lambda _: None) -> bytes:
    """A letterhead with a picture, a page number and a body that nobody is to see."""
    document = Document()
    section = document.sections[0]
    section.left_margin = Cm(3.5)
    paragraph = section.header.paragraphs[0]
    paragraph.add_run("Rowers’ Club").bold = True
    paragraph.add_run().add_picture(picture(), Cm(2))
    footer = section.footer.paragraphs[0]
    footer.add_run("Harbour Street 1")
    field(footer, " PAGE ")
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x80, 0, 0)
    document.styles["Normal"].font.size = Pt(12)
    document.add_paragraph("A secret letter")
    document.core_properties.author = "Somebody"
    change(document)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def changed(content: bytes, files: dict[str, Callable[[bytes], bytes]]) -> bytes:
    """A package with some of its files changed, or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, files[name](old.read(name)) if name in files else old.read(name))
        for name in files.keys() - set(old.namelist()):
            new.writestr(name, files[name](b""))
    return stream.getvalue()


def related(kind: str) -> Callable[[bytes], bytes]:
    return lambda xml: xml.replace(b"</Relationships>", RELATION.format(kind=kind).encode() + b"</Relationships>")


def test_header_footer_margins_and_styles_lie_under_a_paper() -> None:
    paper = Document(io.BytesIO(docx_file(new_document("Statement", "our head", read_letterhead(letter())))))
    section = paper.sections[0]
    assert section.header.paragraphs[0].text == "Rowers’ Club"
    assert section.header.paragraphs[0].runs[0].bold
    assert len(section.header.part.package.image_parts) == 1
    assert list(section.header._element.iter(qn("a:blip")))
    assert section.footer.paragraphs[0].text.startswith("Harbour Street 1")
    assert [each.get(qn("w:instr")) for each in section.footer._element.iter(qn("w:fldSimple"))] == [" PAGE "]
    assert round(section.left_margin.cm, 1) == 3.5
    assert paper.styles["Heading 1"].font.color.rgb == RGBColor(0x80, 0, 0)
    assert paper.styles["Normal"].font.size == Pt(12)
    assert paper.styles["Table Text"].font.name is None, "as in the letterhead"
    assert paper.styles["Gap"].font.color.rgb, "which a letterhead lacks"
    assert [paragraph.text for paragraph in paper.paragraphs] == ["Statement"]
    assert paper.core_properties.author == ""
    assert round(section.page_width.cm, 1) == 21.0


def test_nothing_else_of_the_file_is_kept() -> None:
    def add(document) -> None:
        footer = document.sections[0].footer.paragraphs[0]
        field(footer, ' INCLUDEPICTURE "https://example.org/x.png" ')
        link = OxmlElement("w:hyperlink")
        link.set(
            qn("r:id"), footer.part.relate_to("https://example.org", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        )
        link.append(footer.add_run("our page")._r)
        footer._p.append(link)

    made = read_letterhead(changed(letter(add), {"word/_rels/settings.xml.rels": lambda _: (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + RELATION.format(kind="attachedTemplate").encode() + b"</Relationships>")}))  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(made)) as files:
        whole = b"".join(files.read(name) for name in files.namelist())
    for gone in (b"example.org", b"INCLUDEPICTURE", b"A secret letter", b"Somebody", b"attachedTemplate"):
        assert gone not in whole
    assert b"our page" in whole


HOSTILE = {
    "no file of Word": lambda: b"%PDF-1.7",
    "nothing": lambda: b"PK",
    "macros": lambda: changed(letter(), {"word/vbaProject.bin": lambda _: b"x"}),
    "macros by another name": lambda: changed(
        letter(), {"[Content_Types].xml": lambda xml: xml.replace(b"ml.document.main", b"macroEnabled.main")}
    ),
    "an embedded object": lambda: changed(letter(), {"word/embeddings/sheet.xlsx": lambda _: b"x"}),
    "a picture elsewhere": lambda: changed(letter(), {"word/_rels/header1.xml.rels": related("image")}),
    "a part elsewhere": lambda: changed(letter(), {"word/_rels/document.xml.rels": related("subDocument")}),
    "entities": lambda: changed(
        letter(), {"word/header1.xml": lambda xml: b'<!DOCTYPE a [<!ENTITY b "c">]>' + xml.partition(b"?>")[2]}
    ),
    "a bomb": lambda: changed(letter(), {"word/media/a.xml": lambda _: b"<a>" + b" " * 21_000_000 + b"</a>"}),
    "many tags": lambda: changed(letter(), {"word/media/a.xml": lambda _: b"<a/>" * 2_000_001}),
    "broken XML": lambda: changed(letter(), {"word/header1.xml": lambda xml: xml[:-30]}),
    "more than a megabyte": lambda: b"PK" + b"x" * 1_000_001,
}  # fmt: skip


@pytest.mark.parametrize("make", HOSTILE.values(), ids=list(HOSTILE))
def test_what_acts_leads_elsewhere_or_is_too_large_is_refused(make: Callable[[], bytes]) -> None:
    with pytest.raises(UnusablePlan):
        read_letterhead(make())
