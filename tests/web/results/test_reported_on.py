"""The search of what was reported on an issue."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from indexer.runs.build_index import index_extracts
from models.reviews.states import StateTable
from search import open_index
from tests.calibrations import use
from tests.invented_records import TODAY, documents_of, pre_session, recommendation
from tests.web.conftest import site_over
from tests.web.inspect_page import page_of, parse, text_of, words_of
from tests.web.invented_records import REPORTED
from web.command_line import main


def words_of_answer(client, **data):
    response = client.post("/match", data=data | {"to": "reported"})
    return response, words_of(response)


def test_a_paragraph_found_stands_with_its_source(client):
    response, words = words_of_answer(client, text="shelters", state="XAA")
    assert "Found: 1." in words
    assert "Vellania 1 Vellania, National report, 2019, A/HRC/WG.6/34/XAA/1, paragraph 12, page 5" in words
    assert f"page 5 Invented sample {REPORTED.text}" in words, "no word between says how sure it is"
    assert "Source A/HRC/WG.6/34/XAA/1, paragraph 12, page 5 of the file" in words
    assert f'href="/reported/{REPORTED.id}"' in response.get_data(as_text=True)


def test_of_no_state_all_stand_together(client):
    _, words = words_of_answer(client, text="shelters")
    assert "Found: 1. Found by a computer" in words
    assert "All States Vellania, National report, 2019" in words


def test_of_an_own_state_that_has_none_it_is_said_before_those_on_others(client):
    response, words = words_of_answer(client, text="shelters", state="XAB")
    assert "Brenmark None in the documents indexed. Other States Vellania, National report, 2019" in words
    headings = [heading for heading in page_of(response).iter("h2") if text_of(heading) == "Other States"]
    assert [heading.get("class") for heading in headings] == [None]


def test_the_nearest_are_not_counted_as_found_where_nothing_says_how_sure_they_are(tmp_path, monkeypatch):
    use(monkeypatch, None)
    documents = [*documents_of([recommendation("Plant oaks")]), pre_session("SVN", 34, {"Oaks grow.": ()})]
    index_extracts(documents, tmp_path / "index", "letters", StateTable.built_in(), TODAY)
    _, words = words_of_answer(site_over(open_index(tmp_path / "index")).test_client(), text="ferries", state="SVN")
    assert "These are only the nearest: how sure they are is not known. Found by a computer" in words
    assert "Found: " not in words
    command = ["reported", "--index", str(tmp_path / "index"), "--state", "SVN", "ferries"]
    told = CliRunner().invoke(main, command).stdout
    assert told.startswith("These are only the nearest: how sure they are is not known.\n\n   1. Slovenia")


def test_nothing_found_is_said(client):
    _, words = words_of_answer(client, text="zebras")
    assert "Nothing found" in words


def test_an_issue_is_needed(client):
    response, words = words_of_answer(client, text="", state="QQQ")
    assert response.status_code == 400
    assert "There is no word to search for in this text: describe the issue in a sentence or two." in words
    assert "State under review: choose a value from the list." in words


def test_results_have_an_address_without_a_word_of_the_issue(client):
    data = {"text": "shelters", "state": "XAA", "to": "reported"}
    response = client.post("/match", data=data, follow_redirects=False)
    assert response.status_code == 303
    assert response.location.startswith("/results/")
    assert "shelters" not in response.location
    for _ in range(2):
        page = client.get(response.location).get_data(as_text=True)
        assert "Found: 1." in page
    assert f'action="{response.location.partition("?")[0]}/delete"' in page


def test_a_result_of_recommendations_leads_to_what_was_reported(client):
    page = page_of(client.post("/match", data={"text": "shelters", "state": "XAA"}))
    tab = next(link for link in page.iter("a") if text_of(link) == "What was reported")
    assert "Found: 1." in client.get(tab.get("href")).get_data(as_text=True)


@pytest.mark.parametrize(
    ("session", "sentence"),
    [
        pytest.param(
            34, "The recommendations of 2014 (session 20), on which it reports, are not in this index", id="missing"
        ),
        pytest.param(7, "It was written before the first review that is known of Slovenia", id="first"),
    ],
)
def test_a_paragraph_on_a_review_that_is_not_indexed_names_that_review(
    tmp_path: Path, session: int, sentence: str
) -> None:
    documents = [
        *documents_of([recommendation("Plant oaks", session=session)]),
        pre_session("SVN", session, {"Oaks grow.": ()}),
    ]
    index_extracts(documents, tmp_path / "index", "letters", StateTable.built_in(), TODAY)
    client = site_over(open_index(tmp_path / "index")).test_client()
    page = client.get(f"/reported/A.HRC.WG.6.{session}.SVN.1-1").get_data(as_text=True)
    assert sentence in text_of(parse(page).find(".//main"))
