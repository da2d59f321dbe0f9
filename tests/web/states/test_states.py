"""A State's page, its voluntary commitments, and the choice of what to search in."""

from pathlib import Path

import pytest

from indexer.runs.build_index import index_extracts
from models.encoders.text_encoder import TEST_ENCODER
from models.reviews.states import StateTable
from search import open_index
from search.datamodel.question import Filters
from tests.invented_records import TODAY, documents_of
from tests.search.invented_index import Request, records_of
from tests.web.conftest import site_over
from tests.web.inspect_page import parse, text_of, words_at, words_of
from tests.web.invented_records import PLEDGE, recommendation
from web.words.citation import commitment_citation


def test_state_page_shows_reviews_documents_answers_and_commitments(client_over):
    client = client_over(recommendation(), recommendation(session=7))
    words = words_at(client, "/state/XAA")
    assert "Vellania in the Universal Periodic Review Invented sample" in words
    assert "2014 (session 20) 1 1" in words
    assert "2010 (session 7), cycle 1" in words
    assert "A/HRC/920/1 Working Group report, 10 December 2014" in words
    assert f"Voluntary commitments 1 {PLEDGE.text} A/HRC/907/1, paragraph 117" in words
    assert "None in the documents indexed. The national report of this review is not indexed here." in words


@pytest.mark.parametrize("address", ["/state/xaa", "/state/Vellania"])
def test_state_has_one_address(client, address):
    response = client.get(address)
    assert (response.status_code, response.location) == (301, "/state/XAA")


def test_state_without_a_review_says_so(client):
    assert "No review of Sainte-Ormée is in this index." in words_at(client, "/state/XCB")


@pytest.mark.parametrize("address", ["/state/QQQ", "/api/state/QQQ", "/commitment/none", "/api/commitment/none"])
def test_unknown_address_is_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/", "/recommendation/XAB-20-115.1-1", f"/commitment/{PLEDGE.id}"])
def test_pages_lead_to_the_state(client, address):
    assert 'href="/state/XA' in client.get(address).get_data(as_text=True)


def test_results_lead_to_the_own_state(client):
    page = client.post("/match", data={"text": "early marriage", "state": "XAA"}).get_data(as_text=True)
    assert 'href="/state/XAA"' in page


def test_commitment_has_a_page_and_a_citation(client):
    words = words_at(client, f"/commitment/{PLEDGE.id}")
    assert "Document A/HRC/907/1, paragraph 117, page 19 of the file" in words
    assert commitment_citation(PLEDGE, "Vellania", invented=False) == (
        "Universal Periodic Review of Vellania, Working Group session 7 (cycle 1)\n"
        "Voluntary commitment: A/HRC/907/1, paragraph 117, page 19\n"
        "“Vellania will open a shelter in each district”"
    )


@pytest.mark.parametrize("address", ["/match", "/find"])
def test_commitments_are_searched_when_chosen(client, index, address):
    page = client.post(address, data={"text": "shelters district", "kind": "commitment"}).get_data(as_text=True)
    assert index.questions[-1].filters == Filters(kind=("commitment",))
    words = text_of(parse(page).find(".//main"))
    assert "1 voluntary commitment" in words
    assert "Recommendations 0 Voluntary commitments 1" in words, "both words stand in the pledge alone"
    assert f'href="/commitment/{PLEDGE.id}"' in page


@pytest.mark.parametrize("address", ["/match", "/find"])
def test_removing_all_filters_keeps_what_is_searched(client, index, address):
    data = {"text": "shelters district", "kind": "commitment", "cycle": "2", "remove": "all"}
    client.post(address, data=data)
    assert index.questions[-1].filters == Filters(kind=("commitment",))


def test_nothing_pledged_is_said_in_the_words_of_the_kind(client):
    data = {"text": "quarries", "kind": "commitment", "state": "XAA"}
    words = words_of(client.post("/match", data=data))
    assert "Nothing found" in words


def test_api_gives_a_state_and_a_commitment(client):
    state = client.get("/api/state/XAA").get_json()
    assert (state["code"], state["name"]) == ("XAA", "Vellania")
    review = next(each for each in state["reviews"] if each["session"] == 7)
    assert review["recommendations"] == sum(review["positions"].values())
    assert [each["id"] for each in review["commitments"]] == [PLEDGE.id]
    found = client.get(f"/api/commitment/{PLEDGE.id}").get_json()
    assert (found["kind"], found["paragraph"], found["invented"]) == ("commitment", "117", True)
    hits = client.post("/api/find", json={"text": "district", "filters": {"kind": ["commitment"]}}).get_json()["hits"]
    assert [hit["id"] for hit in hits] == [PLEDGE.id]


def test_documents_before_a_review_that_is_not_indexed_are_linked_for_a_browser(tmp_path: Path) -> None:
    """Slovenia was reviewed in sessions 7, 20, 34 and 48; only the second is indexed here."""
    records = records_of([Request("Mend the huts.", "SVN", 20, by=("FRA",))])
    index_extracts(documents_of(records), tmp_path, TEST_ENCODER, StateTable.built_in(), TODAY)
    page = site_over(open_index(tmp_path)).test_client().get("/state/SVN").get_data(as_text=True)
    assert 'href="https://undocs.org/A/HRC/WG.6/7/SVN/1"' in page
    assert 'href="https://undocs.org/A/HRC/WG.6/34/SVN/3"' in page
    assert "A/HRC/WG.6/20/SVN/1" not in page
