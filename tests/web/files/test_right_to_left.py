"""Files in Arabic begin at the right: columns of tables and sheets, and their bold letters are bold."""

from collections.abc import Iterator
from io import BytesIO

import openpyxl
import pytest
from docx import Document
from docx.enum.table import WD_TABLE_DIRECTION
from docx.oxml.ns import qn

from models.plans.plan import Plan
from tests.web.conftest import site_over
from tests.web.invented_index import InventedIndex
from web.files.record_in_document import add_fact
from web.files.word_document import add_table, docx_file, new_document
from web.files.workbook import xlsx_file
from web.plans.write_workbook import plan_workbook
from web.site.language import gettext
from web.site.language_prefix import LANGUAGE


@pytest.fixture(params=["ar", "fr"])
def right_to_left(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Whether what is written is read from the right, in the language of a page."""
    with site_over(InventedIndex()).test_request_context(environ_overrides={LANGUAGE: request.param}):
        yield request.param == "ar"


def test_columns_of_a_document(right_to_left: bool) -> None:
    document = new_document("قائمة", "")
    add_table(document, ["الدولة", "Paragraph"], [["فرنسا", "12"]], [3, 3])
    (table,) = Document(BytesIO(docx_file(document))).tables
    assert table.table_direction == (WD_TABLE_DIRECTION.RTL if right_to_left else None)


def test_bold_letters_of_a_right_to_left_script() -> None:
    document = new_document("قائمة", "")
    add_table(document, ["الدولة", "Paragraph"], [], [3, 3])
    (table,) = Document(BytesIO(docx_file(document))).tables
    arabic, latin = (cell.paragraphs[0] for cell in table.rows[0].cells)
    assert [(line.style.font.cs_bold, line.runs[0].font.rtl) for line in (arabic, latin)] == [
        (True, True),
        (True, None),
    ]


def test_styles_are_the_same_in_both_directions() -> None:
    looks = [style.element.rPr for style in new_document("", "").styles if style.element.rPr is not None]
    for name in ("b", "i", "sz"):
        with_look = [properties for properties in looks if properties.find(qn(f"w:{name}")) is not None]
        assert with_look
        assert all(properties.find(qn(f"w:{name}Cs")) is not None for properties in with_look)


def test_a_fact_begins_where_its_name_does(right_to_left: bool) -> None:
    document = new_document("قائمة", "")
    add_fact(document, gettext("The State’s comment"), "“It is so.” (A/HRC/1/2)")
    paragraph = Document(BytesIO(docx_file(document))).paragraphs[-1]
    assert bool(paragraph._p.pPr.findall(".//{*}bidi")) == right_to_left


def test_sheets_of_a_workbook(right_to_left: bool) -> None:
    files = (
        xlsx_file([("Sheet", ["Heading"], [["Words"]])], []),
        plan_workbook(Plan(title="", state="", items=()), None),
    )
    for content in files:
        sheets = [sheet for sheet in openpyxl.load_workbook(BytesIO(content)) if sheet.sheet_state == "visible"]
        assert len(sheets) >= 2
        assert {bool(sheet.sheet_view.rightToLeft) for sheet in sheets} == {right_to_left}
