"""The list as a file: what it holds, and that words of others never act."""

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from flask.testing import FlaskClient
from openpyxl import load_workbook

from models.records.enums import Position
from models.reviews.review_history import ReviewBasis
from models.reviews.states import State, StateKind
from search import open_index
from search.catalogue.coverage import coverage_of
from search.datamodel.coverage import ReviewCoverage
from tests.lobbying_index import LABEL, build_lobbying_index
from tests.web.conftest import site_over

FORMULA = '=HYPERLINK("x")'
REASONS = [
    ["Order", "State", "Why"],
    [
        "1",
        "Brenmark",
        "asked Vellania for this in 2010 and 2014; speaks on it 1.7 times as often as the "
        "average State; same regional group",
    ],
    ["2", "France", "asked 2 other States for this"],
    [
        "3",
        "Slovenia",
        "asked Vellania for this in 2010; speaks on it 1.7 times as often as the average State",
    ],
    [
        "4",
        "Holy See",
        "asked 1 other State for this; speaks on it 1.7 times as often as the average State",
    ],
]

Download = Callable[..., bytes]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    index = open_index(build_lobbying_index(tmp_path_factory.mktemp("lobbying") / "index"))
    return site_over(index).test_client()


@pytest.fixture
def download(client: FlaskClient) -> Download:
    def download(kind: str, **data: str) -> bytes:
        response = client.post("/lobby/download", data={"state": "XAA", "format": kind} | (data or {"label": LABEL}))
        assert response.status_code == 200
        assert response.headers["Content-Disposition"] == f"attachment; filename=lobbying-XAA.{kind}"
        assert response.headers["Cache-Control"] == "no-store"
        return response.data

    return download


def test_csv_has_a_row_for_each_state_of_both_lists(download: Download) -> None:
    *rows, missing = csv.DictReader(StringIO(download("csv").decode("utf-8-sig")))
    assert missing["Suggested priority"].startswith("Not all is indexed: cycle 1: 1 of 3 States, session 7;")
    assert [row["ISO code"] for row in rows] == ["XAB", "SVN", "FRA", "VAT"]
    assert len(rows[0]) == 22
    brenmark = rows[0]
    assert brenmark["List"] == "Asked this State before"
    assert (brenmark["Recommendations to this State on the issue"], brenmark["In cycles"]) == ("2", "1, 2")
    assert brenmark["Last found to this State on the issue"] == "Oct – Nov 2014 (session 20)"
    assert brenmark["Same regional group"] == "yes"


def test_files_say_what_is_not_indexed(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Colleagues who get the file see no note of the page."""
    state = State("XAA", "Vellania", StateKind.MEMBER, None)
    held = coverage_of(state, [ReviewCoverage(7, positions={Position.NOTED: 3})], date(2012, 1, 1))
    later = replace(held, reviews=(*held.reviews, ReviewCoverage(20, basis=ReviewBasis.LISTED)))
    monkeypatch.setattr(client.application.extensions["upr_index"], "coverage", lambda code, today: later)
    again = "Vellania was reviewed again in October"
    for kind in ("csv", "docx"):
        content = client.post("/lobby/download", data={"state": "XAA", "format": kind, "label": LABEL}).data
        if kind == "csv":
            lines = [row[0] for row in csv.reader(StringIO(content.decode("utf-8-sig")))]
        else:
            lines = [part.text for part in Document(BytesIO(content)).paragraphs]
        assert any(line.startswith(again) for line in lines)


def test_workbook_has_states_recommendations_and_what_it_is(download: Download) -> None:
    book = load_workbook(BytesIO(download("xlsx")))
    assert book.sheetnames == ["States", "Recommendations", "About"]
    states = list(book["States"].values)
    assert [row[2] for row in states] == ["ISO code", "XAB", "SVN", "FRA", "VAT"]
    assert type(states[1][0]) is int
    requests = list(book["Recommendations"].values)
    assert [row[4] for row in requests[1:]] == [
        "Let judges visit prisons that are crowded (Brenmark);",
        "Let judges visit prisons (Brenmark, Slovenia);",
    ]
    about = list(book["About"].values)
    assert about[0] == ("What this is", "States to approach: Vellania")
    assert about[1][0] == "Documents indexed on"
    assert about[2][1] == "Invented sample: no State or document in this file is real."
    assert about[-1] == ("Source: A/HRC/933/19", "Invented sample: no document of the United Nations")
    assert [sheet.auto_filter.ref for sheet in book] == ["A1:V5", "A1:J3", None]
    assert [sheet.freeze_panes for sheet in book] == ["A2", "A2", None]


def test_document_names_states_wording_and_sources(download: Download) -> None:
    document = Document(BytesIO(download("docx")))
    headings = [part.text for part in document.paragraphs if part.style.name.startswith(("Heading", "Title"))]
    assert headings == [
        "States to approach: Vellania",
        "To approach first",
        "How to read this list",
        "Asked Vellania before",
        "Potential supporters",
        "Model wording",
        "Recommendations received by Vellania on the issue",
    ]
    _, asked, prospects = document.tables
    assert [row.cells[1].text for row in asked.rows] == ["State", "Brenmark", "Slovenia"]
    assert dict(zip(*([cell.text for cell in row.cells] for row in asked.rows[:2]), strict=True)) == {
        "Priority": "1",
        "State": "Brenmark",
        "To Vellania": "2; last in Oct\u2009–\u2009Nov 2014 (session 20)",
        "To others": "none found",
        "Share of its recommendations": "100.0%; compared with the average: 1.7 ×",
        "Specific": "0 of 2",
        "Response": "1 supported, 1 noted",
    }
    assert [row.cells[1].text for row in prospects.rows][1:] == ["France", "Holy See"]
    assert [row.cells[0].text for row in prospects.rows][1:] == ["1", "2"]
    assert [row.cells[2].text for row in prospects.rows][1:] == [
        "none found on this issue among 1 recommendation to Vellania",
        "no recommendation to Vellania is indexed",
    ]
    words = "\n".join(part.text for part in document.paragraphs)
    assert "Let judges visit prisons of the north" in words
    assert "paragraph 100.1, page 14" in words
    assert "Invented sample: no document of the United Nations" in words


def test_document_is_led_by_the_states_to_approach_first_each_with_its_reason(download: Download) -> None:
    first = Document(BytesIO(download("docx"))).tables[0]
    assert [[cell.text for cell in row.cells] for row in first.rows] == REASONS


def test_tables_of_states_lie_on_their_side(download: Download) -> None:
    document = Document(BytesIO(download("docx")))
    sizes = [(round(section.page_width.cm, 1), round(section.page_height.cm, 1)) for section in document.sections]
    assert sizes == [(21.0, 29.7), (29.7, 21.0), (21.0, 29.7)]
    first, on_its_side, _ = document.sections
    assert first.header.paragraphs[0].text.startswith("Vellania | Universal Periodic Review | documents indexed on ")
    assert on_its_side.header.is_linked_to_previous
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


@pytest.mark.parametrize("kind", ["csv", "xlsx", "docx"])
@pytest.mark.parametrize("question", [{"text": "zebras in prisons"}, {"label": LABEL}], ids=["text", "label"])
def test_issue_stands_in_a_file_only_where_it_is_wanted(
    download: Download, kind: str, question: dict[str, str]
) -> None:
    assert "Issue: " not in words_of(kind, download(kind, **question))
    wanted = words_of(kind, download(kind, with_question="1", **question))
    assert ("Issue: " in wanted) == (kind != "csv")


def words_of(kind: str, content: bytes) -> str:
    if kind == "csv":
        return content.decode()
    if kind == "xlsx":
        return "\n".join(str(cell) for sheet in load_workbook(BytesIO(content)) for row in sheet.values for cell in row)
    return "\n".join(paragraph.text for paragraph in Document(BytesIO(content)).paragraphs)


def test_issue_that_looks_like_a_formula_stays_text(download: Download) -> None:
    book = load_workbook(BytesIO(download("xlsx", text=FORMULA, with_question="1")))
    cells = [cell for row in book["About"].rows for cell in row]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    assert f"Issue: {FORMULA}" in [cell.value for cell in cells]


@pytest.mark.parametrize("kind", ["csv", "xlsx", "docx"])
def test_characters_that_no_office_file_may_hold_are_left_out(download: Download, kind: str) -> None:
    assert download(kind, text="prisons \x0b \uffff and judges")


def test_unknown_kind_of_file_is_refused(client: FlaskClient) -> None:
    response = client.post("/lobby/download", data={"state": "XAA", "label": LABEL, "format": "exe"})
    assert response.status_code == 400
