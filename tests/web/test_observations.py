"""Treaty body recommendations a State stands on pages of recommendations and of matches, with its exact source."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from indexer.datamodel.document_extract import DocumentExtract
from indexer.runs.build_index import index_extracts
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.records import Place
from models.reviews.states import StateTable
from search import open_index
from tests.invented_records import TODAY
from tests.web.conftest import site_over
from tests.web.invented_records import COPIED, OBSERVATION, STATES, recommendation

ASKED = {"text": "marriage of girls", "to": "told"}


def told(page: str) -> str:
    """The section on treaty bodies, or the timeline that has them, without tags."""
    section = page.split('through-time">' if "through-time" in page else ' observations"', 1)[1].split("</section>")[0]
    return " ".join(re.sub(r"<[^>]*>", " ", section).split())


def test_record_page_shows_what_was_told(client_over: Callable[..., FlaskClient]) -> None:
    record = recommendation("XAA", text="End the early marriage of girls")
    shown = told(client_over(record).get(f"/recommendation/{record.id}").get_data(as_text=True))
    assert "Committee on the Rights of the Child, 2021" in shown
    assert "CRC/C/XAA/CO/900, paragraph 24, page 6 (b)" in shown
    assert "Under Harmful &lt;practices&gt;" in shown
    assert "(b) End the marriage of girls &amp; boys." in shown
    assert "What it is Recommendation" in shown
    assert "R&amp;D" not in shown, "a list of words helps nobody"
    assert "Date 7 May 2021" in shown


def test_nothing_found_says_what_was_searched(client_over: Callable[..., FlaskClient]) -> None:
    record = recommendation("XAA", text="Repair all bridges")
    shown = told(client_over(record).get(f"/recommendation/{record.id}").get_data(as_text=True))
    assert "Nothing on this was found in CRC/C/XAA/CO/900." in shown


def test_nothing_indexed_says_so(client_over: Callable[..., FlaskClient]) -> None:
    record = recommendation("XAB", text="End child marriage")
    shown = told(client_over(record).get(f"/recommendation/{record.id}").get_data(as_text=True))
    assert "; concluding observations on Brenmark." in shown


def test_match_shows_it_for_the_own_state_only(client: FlaskClient) -> None:
    page = client.post("/match", data=ASKED | {"state": "XAA"}).get_data(as_text=True)
    assert "CRC/C/XAA/CO/900" in told(page)
    page = client.post("/match", data=ASKED).get_data(as_text=True)
    assert "Recommendations of treaty bodies" not in page


def test_words_of_a_sample_do_not_link_to_the_united_nations(client: FlaskClient) -> None:
    page = client.post("/match", data=ASKED | {"state": "XAA"}).get_data(as_text=True)
    assert "undocs.org/CRC" not in page


def section(page: str, heading: str) -> str:
    """The section under a heading, without tags."""
    return " ".join(re.sub(r"<[^>]*>", " ", page.split(heading, 1)[1].split("</section>")[0]).split())


def test_general_comments_stand_apart(client: FlaskClient) -> None:
    page = client.post("/match", data=ASKED | {"state": "XAA"}).get_data(as_text=True)
    shown = section(page, "What general comments and thematic reports say on it")
    assert "Committee on the Rights of the Child and Committee on Migrant Workers, 2020" in shown
    assert "Girls &amp; boys decide on their marriage themselves." in shown
    assert "Source CRC/C/GC/900, CMW/C/GC/901, paragraph 7" in shown
    assert "Title Joint general comment No. 900: &lt;weddings&gt;" in shown
    assert "What it is" not in shown
    assert "General comment" not in client.post("/match", data=ASKED | {"text": "quarries"}).get_data(as_text=True)


def test_an_observation_has_a_page_to_cite(client: FlaskClient) -> None:
    listed = client.post("/match", data=ASKED | {"state": "XAA"}).get_data(as_text=True)
    assert 'href="/observation/CRC.C.XAA.CO.900-24"' in listed
    page = client.get("/observation/CRC.C.XAA.CO.900-24").get_data(as_text=True)
    assert "<p>(b) End the marriage of girls &amp; boys.</p>" in page
    assert "Universal Human Rights Index gives them" not in page
    citation = page.split('id="citation"')[1].split(">", 1)[1].split("</textarea>")[0]
    assert citation.strip().split("\n")[:3] == [
        "Invented sample: no document of the United Nations",
        "Committee on the Rights of the Child to Vellania, 7 May 2021",
        "CRC/C/XAA/CO/900, paragraph 24, page 6, under “Harmful &lt;practices&gt;”",
    ]


def test_a_general_comment_has_a_page_that_names_no_state(client: FlaskClient) -> None:
    page = client.get("/observation/CRC.C.GC.900.CMW.C.GC.901-no900-7").get_data(as_text=True)
    assert "<dd>All States</dd>" in page
    assert "/state/" not in page.split("<main")[1].split("</main>")[0]
    assert "Committee on Migrant Workers, Joint general comment No. 900: &lt;weddings&gt;, 2 January 2020" in page


def test_words_that_only_an_export_has_are_said_to_be_a_copy(client: FlaskClient) -> None:
    page = client.get(f"/observation/{COPIED.id}").get_data(as_text=True)
    assert "the document itself is not indexed: compare before you quote" in page
    assert "words as given by the Universal Human Rights Index" in page


def test_an_observation_that_is_not_there(client: FlaskClient) -> None:
    assert client.get("/observation/CRC.C.XAA.CO.900-99").status_code == 404


@pytest.mark.parametrize("path", ["/", "/find", "/about", "/state/XAA", "/healthz", "/themes"])
def test_an_index_of_observations_alone_is_served(tmp_path: Path, path: str) -> None:
    issued = OBSERVATION.date
    identity = DocumentIdentity("CRC/C/XAA/CO/900", DocumentKind.CONCLUDING_OBSERVATIONS, "en", "XAA", None, issued)
    document = DocumentExtract("observations.pdf", "c0ffee", identity, observations=(OBSERVATION,))
    index_extracts([document], tmp_path, "letters", StateTable.from_states(STATES), TODAY)
    client = site_over(open_index(tmp_path)).test_client()
    response = client.get(path)
    assert response.status_code == 200
    if path == "/":
        page = response.get_data(as_text=True)
        assert "No recommendation is in this index, only what treaty bodies say." in page
        assert '<option value="XAA">Vellania</option>' in page
        found = client.post("/match", data=ASKED | {"state": "XAA", "to": "own"}).get_data(as_text=True)
        assert "No recommendation is in this index, only what treaty bodies say." in found
        found = client.post("/match", data=ASKED | {"state": "XAA"}).get_data(as_text=True)
        assert "CRC/C/XAA/CO/900, paragraph 24" in told(found)


def test_a_state_page_lists_the_documents(client: FlaskClient) -> None:
    shown = section(client.get("/state/XAA").get_data(as_text=True), "Treaty body recommendations")
    assert "CRC/C/XAA/CO/900 Committee on the Rights of the Child, 7 May 2021, 1 paragraph" in shown
    assert "Treaty body recommendations" not in client.get("/state/XAB").get_data(as_text=True)
    (document,) = client.get("/api/state/XAA").get_json()["observations"]
    assert (document["committee"], document["symbol"]) == ("CRC", "CRC/C/XAA/CO/900")


@pytest.fixture
def visited(tmp_path: Path) -> FlaskClient:
    """A site over what a special rapporteur said after a visit, and to all States."""
    place, on_visits = Place("A/HRC/935/25/Add.1", "80", None), "SR huts, doors and gates"
    told = replace(OBSERVATION, committee=on_visits, place=place)
    to_all = replace(told, entity=None, place=Place("A/HRC/935/25", "90", None), heading="")
    identity = DocumentIdentity(
        "Universal Human Rights Index", DocumentKind.RIGHTS_INDEX_EXPORT, "en", date=date(2022, 9, 14)
    )
    export = DocumentExtract("export.json", "c0ffee", identity, observations=(OBSERVATION, told, to_all))
    index_extracts([export], tmp_path, "letters", StateTable.from_states(STATES), TODAY)
    return site_over(open_index(tmp_path)).test_client()


def test_a_special_procedure_has_its_name_its_report_and_its_own_lists(visited: FlaskClient) -> None:
    state = visited.get("/state/XAA").get_data(as_text=True)
    shown = section(state, 'id="special-procedure">')
    assert "Recommendations of special procedures" in state
    assert "A/HRC/935/25/Add.1" in shown
    assert "Special Rapporteur on huts, doors and gates, 7 May 2021" in shown
    assert "A/HRC/935/25/Add.1" not in section(state, 'id="treaty-body">')
    page = visited.get("/observation/A.HRC.935.25.Add.1-XAA-80").get_data(as_text=True)
    assert "Special Rapporteur on huts, doors and gates to Vellania" in page
    assert "Report Report on a country visit" in re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page))
    page = visited.get("/observation/A.HRC.935.25-90").get_data(as_text=True)
    assert "Special Rapporteur on huts, doors and gates to all States" in page
    assert "Thematic report" in page
    assert "what the norm means" not in page
    found = visited.post("/match", data=ASKED | {"state": "XAA"}).get_data(as_text=True)
    assert "A/HRC/935/25/Add.1, paragraph 80" in told(found)


AS_OF = "The Universal Human Rights Index (UHRI) is here as of 14 September 2022, the day of its newest record."


@pytest.mark.parametrize("path", ["/", "/states", "/state/XAA", "/observation/CRC.C.XAA.CO.900-24"])
def test_pages_say_of_which_day_the_rights_index_is(visited: FlaskClient, path: str) -> None:
    assert AS_OF in visited.get(path).get_data(as_text=True)


def test_without_an_export_nothing_is_said_of_its_day(tmp_path: Path) -> None:
    identity = DocumentIdentity("CRC/C/XAA/CO/900", DocumentKind.CONCLUDING_OBSERVATIONS, "en", "XAA")
    document = DocumentExtract("observations.pdf", "c0ffee", identity, observations=(OBSERVATION,))
    index_extracts([document], tmp_path, "letters", StateTable.from_states(STATES), TODAY)
    assert "as of" not in site_over(open_index(tmp_path)).test_client().get("/").get_data(as_text=True)


@pytest.mark.parametrize("mechanism", ["treaty body", "special procedure"])
def test_the_api_asks_one_mechanism(visited: FlaskClient, mechanism: str) -> None:
    question = {"text": "marriage of girls", "own_state": "XAA", "mechanism": mechanism}
    answer = visited.post("/api/observations", json=question).get_json()
    assert [hit["mechanism"] for hit in answer["hits"]] == [mechanism]
    assert [document["mechanism"] for document in answer["documents"]] == [mechanism]
