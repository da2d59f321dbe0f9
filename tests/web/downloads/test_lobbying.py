"""The list as a file: what it holds, and that words of others never act."""

import csv
from collections.abc import Callable
from io import BytesIO, StringIO

import pytest
from docx import Document
from flask.testing import FlaskClient
from openpyxl import load_workbook

from search import open_index
from tests.lobbying_index import LABEL, build_lobbying_index
from tests.web.conftest import site_over

FORMULA = '=HYPERLINK("x")'

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
    rows = list(csv.DictReader(StringIO(download("csv").decode("utf-8-sig"))))
    assert [row["ISO code"] for row in rows] == ["XAB", "SVN", "FRA", "VAT"]
    assert len(rows[0]) == 21
    brenmark = rows[0]
    assert brenmark["List"] == "Asked this State before"
    assert (brenmark["Recommendations to this State on the issue"], brenmark["In cycles"]) == ("2", "1, 2")
    assert brenmark["Last found to this State on the issue"] == "Oct 2014 (session 20)"
    assert brenmark["Same regional group"] == "yes"


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
    about = [row[0] for row in book["About"].values]
    assert f"Issue: label “{LABEL}”" in about
    assert about[1].startswith("Invented sample")


def test_document_names_states_wording_and_sources(download: Download) -> None:
    document = Document(BytesIO(download("docx")))
    headings = [part.text for part in document.paragraphs if part.style.name.startswith(("Heading", "Title"))]
    assert headings == [
        "States to approach: Vellania",
        "Asked Vellania before",
        "Potential supporters",
        "Model wording",
        "Recommendations received by Vellania on the issue",
    ]
    asked, prospects = document.tables
    assert [row.cells[1].text for row in asked.rows] == ["State", "Brenmark", "Slovenia"]
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


def test_issue_that_looks_like_a_formula_stays_text(download: Download) -> None:
    book = load_workbook(BytesIO(download("xlsx", text=FORMULA)))
    cells = [cell for row in book["About"].rows for cell in row]
    assert all(cell.data_type == "s" for cell in cells)
    assert f"Issue: {FORMULA}" in [cell.value for cell in cells]


@pytest.mark.parametrize("kind", ["csv", "xlsx", "docx"])
def test_characters_that_no_office_file_may_hold_are_left_out(download: Download, kind: str) -> None:
    assert download(kind, text="prisons \x0b \uffff and judges")


def test_unknown_kind_of_file_is_refused(client: FlaskClient) -> None:
    response = client.post("/lobby/download", data={"state": "XAA", "label": LABEL, "format": "exe"})
    assert response.status_code == 400
