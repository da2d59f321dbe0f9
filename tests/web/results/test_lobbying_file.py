"""The list as a file: what it holds, and that words of others never act."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from flask.testing import FlaskClient
from openpyxl import load_workbook

from models.records.enums import Position
from models.reviews.review_history import ReviewBasis
from models.reviews.states import State, StateKind
from search.datamodel.coverage import ReviewCoverage
from search.snapshot.coverage import coverage_of
from tests.lobbying_index import LABEL, lobbying_index
from tests.web.conftest import site_over
from tests.web.words_in_files import WORDS_OF, rows_of_csv

FORMULA = '=HYPERLINK("x")'
Download = Callable[..., bytes]


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return site_over(lobbying_index()).test_client()


@pytest.fixture
def download(client: FlaskClient) -> Download:
    def download(kind: str, **data: str) -> bytes:
        response = client.post("/lobby/download", data={"state": "XAA", "format": kind} | (data or {"label": LABEL}))
        assert response.status_code == 200
        assert response.headers["Content-Disposition"] == f"attachment; filename=lobbying-XAA.{kind}"
        assert response.headers["Cache-Control"] == "no-store"
        return response.data

    return download


def test_csv_has_a_row_for_each_state_with_its_words_and_the_numbers_behind_the_order(download: Download) -> None:
    *rows, missing = rows_of_csv(download("csv"))
    assert missing["By what they said"].startswith("Not all is indexed: cycle 1: 1 of 3 States, session 7;")
    assert [row["ISO code"] for row in rows] == ["XAB", "SVN", "FRA", "VAT"]
    brenmark = rows[0]
    assert brenmark["As printed"] == "Let judges visit prisons that are crowded (Brenmark);"
    assert (brenmark["State under review"], brenmark["Year"]) == ("Vellania", "2014")
    assert brenmark["Found to the State under review"] == "2"
    assert float(brenmark["Points"]) > 0


def test_states_struck_out_are_in_no_file(client: FlaskClient) -> None:
    data = {"state": "XAA", "label": LABEL, "struck": ["XAB", "VAT"]}
    content = client.post("/lobby/download", data=data | {"format": "csv"}).data
    assert [row["ISO code"] for row in rows_of_csv(content)[:-1]] == ["SVN", "FRA"]
    content = client.post("/lobby/download", data=data | {"format": "docx"}).data
    headings = [part.text for part in Document(BytesIO(content)).paragraphs if part.style.name == "Heading 2"]
    assert headings == ["Slovenia", "France"]


def test_files_say_what_is_not_indexed(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """Colleagues who get the file see no note of the page."""
    state = State("XAA", "Vellania", StateKind.MEMBER, None)
    held = coverage_of(state, [ReviewCoverage(7, positions={Position.NOTED: 3})], date(2012, 1, 1))
    later = replace(held, reviews=(*held.reviews, ReviewCoverage(20, basis=ReviewBasis.LISTED)))
    monkeypatch.setattr("web.site.served_index.state_coverage", lambda *_: later)
    again = "Vellania was reviewed again in October"
    for kind in ("csv", "docx"):
        content = client.post("/lobby/download", data={"state": "XAA", "format": kind, "label": LABEL}).data
        assert any(words.startswith(again) for words in WORDS_OF[kind](content))


def test_workbook_has_states_recommendations_and_what_it_is(download: Download) -> None:
    book = load_workbook(BytesIO(download("xlsx")))
    assert book.sheetnames == ["States", "Recommendations", "About"]
    states = list(book["States"].values)
    assert [row[3] for row in states] == ["ISO code", "XAB", "SVN", "FRA", "VAT"]
    assert type(states[1][0]) is int
    requests = list(book["Recommendations"].values)
    assert [row[5] for row in requests[1:]] == [
        "Let judges visit prisons that are crowded (Brenmark);",
        "Let judges visit prisons (Brenmark, Slovenia);",
    ]
    about = list(book["About"].values)
    assert about[0] == ("What it is", "States to approach: Vellania")
    assert about[1][0] == "Documents indexed on"
    assert about[2][1] == "Invented sample: no document of the United Nations"
    assert about[-1] == ("Source: A/HRC/933/19", "Invented sample: no document of the United Nations")
    assert [sheet.auto_filter.ref for sheet in book] == ["A1:W5", "A1:K3", None]
    assert [sheet.freeze_panes for sheet in book] == ["A2", "A2", None]


def test_document_quotes_what_each_state_said(download: Download) -> None:
    document = Document(BytesIO(download("docx")))
    headings = [part.text for part in document.paragraphs if part.style.name.startswith(("Heading", "Title"))]
    assert headings == [
        "States to approach: Vellania",
        "By what they said",
        "Brenmark",
        "Slovenia",
        "France",
        "Holy See",
    ]
    words = "\n".join(part.text for part in document.paragraphs)
    assert "Let judges visit prisons of the north" in words
    assert "recommended to Upper Tamurin in 2019 (supported)" in words
    assert "paragraph 100.1, page 14" in words
    assert "Invented sample: no document of the United Nations" in words
    for said_no_more in ("asked Vellania", "times as often", "Model wording"):
        assert said_no_more not in words


@pytest.mark.parametrize("kind", ["csv", "xlsx", "docx"])
@pytest.mark.parametrize("question", [{"text": "zebras in prisons"}, {"label": LABEL}], ids=["text", "label"])
def test_issue_stands_in_a_file_only_where_it_is_wanted(
    download: Download, kind: str, question: dict[str, str]
) -> None:
    assert "Issue: " not in str(WORDS_OF[kind](download(kind, **question)))
    wanted = WORDS_OF[kind](download(kind, with_question="1", **question))
    assert ("Issue: " in str(wanted)) == (kind != "csv")


def test_issue_that_looks_like_a_formula_stays_text(download: Download) -> None:
    book = load_workbook(BytesIO(download("xlsx", text=FORMULA, with_question="1")))
    cells = [cell for row in book["About"].rows for cell in row]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    assert f"Issue: {FORMULA}" in [cell.value for cell in cells]


def test_unknown_kind_of_file_is_refused(client: FlaskClient) -> None:
    response = client.post("/lobby/download", data={"state": "XAA", "label": LABEL, "format": "exe"})
    assert response.status_code == 400
