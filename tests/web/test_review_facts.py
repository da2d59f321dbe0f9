"""How a review was held, as its report says: on the State's page, in JSON and in the calendar."""

from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from indexer.datamodel.document_extract import DocumentExtract
from indexer.runs.build_index import index_extracts
from indexer.sources.document import read_document
from models.reviews.states import StateTable
from search import open_index
from tests.indexer.invented_word import word_file
from tests.web.conftest import site_over
from tests.web.inspect_page import words_at

STATES = StateTable.built_in()
DRAFT = (
    "United Nations",
    "A/HRC/910/7",
    "Distr.: General",
    "12 May 2026",
    "Sixty-third session",
    "7 September–9 October 2026",
    "Universal periodic review",
    "Report of the Working Group on the Universal Periodic Review",
    "Chile",
    "1. The Working Group on the Universal Periodic Review held its fifty-second session from 4 to 15 May 2026. The "
    "review of Chile was held at the 9th meeting, on 8 May 2026. The delegation of Chile was headed by A. B. Quayle. "
    "At its 14th meeting, the Working Group adopted the report.",
    "2. The Council selected the following group of rapporteurs (troika) for the review: Fiji, Peru and Togo.",
    "3. Documents were issued.",
    "4. During the interactive dialogue, 104 delegations made statements.",
    "II. Conclusions and/or recommendations",
    "5. The following recommendations will be examined by Chile, which will provide responses no later than the "
    "sixty-third session of the Human Rights Council:",
    "5.1 Mend the ferries (Peru);",
    "5.2 Paint the ferries (Fiji).",
)
PLACE = "A/HRC/910/7 (draft of 12 May 2026; numbers may change in the final report), paragraph"


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    path = word_file(tmp_path, DRAFT)
    extract = read_document(path, path.name, STATES)
    assert isinstance(extract, DocumentExtract)
    for _ in range(2):  # the second time nothing is merged anew
        index_extracts([extract], tmp_path / "index", "letters", STATES, date(2026, 6, 1))
    return site_over(open_index(tmp_path / "index")).test_client()


def test_the_page_of_a_state_says_how_the_review_was_held(client: FlaskClient) -> None:
    page = words_at(client, "/state/CHL")
    assert "Date 8 May 2026" in page
    assert f"Troika Fiji, Peru, Togo {PLACE} 2" in page
    assert f"Head of the delegation A. B. Quayle {PLACE} 1" in page
    assert f"Delegations that spoke 104 {PLACE} 4" in page
    due = "session 63 of the Human Rights Council (7 Sept – 9 Oct 2026)"
    assert f"The State’s answer to its recommendations is due {due} {PLACE} 5" in page


def test_the_calendar_has_the_day_until_which_the_state_answers(client: FlaskClient) -> None:
    page = words_at(client, "/state/CHL")
    assert "The State’s answer to its recommendations is due" in page
    assert "7 Sept – 9 Oct 2026" in page
    assert "No later than session 63 of the Human Rights Council, says the report: A/HRC/910/7, paragraph 5." in page


def test_json_has_it(client: FlaskClient) -> None:
    (review,) = client.get("/api/v1/state/CHL").json["reviews"]
    due = {"council_session": 63, "first_day": "2026-09-07", "last_day": "2026-10-09", "is_month": False}
    assert {
        name: review[name] for name in ("troika", "head_of_delegation", "delegations", "answer_due", "held_on")
    } == {
        "troika": ["FJI", "PER", "TGO"],
        "head_of_delegation": "A. B. Quayle",
        "delegations": 104,
        "answer_due": due,
        "held_on": "2026-05-08",
    }
    assert review["stated_in"]["delegations"] == {"symbol": "A/HRC/910/7", "paragraph": "4", "page": None}
    covered = client.get("/api/v1/info?state=CHL").json["states"][0]["coverage"]["reviews"][-1]
    assert covered["answer_due"] == due
