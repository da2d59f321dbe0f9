"""Records of whatever kind by id or place, and what the index holds."""

import pytest

from tests.lobbying_index import lobbying_records
from tests.web.api.full_index import NORM, PLEDGE, RECOMMENDATION, REPORTED_ID, TOLD, full_index
from tests.web.conftest import site_over
from tests.web.invented_records import MOVED, MOVED_TO, WITHDRAWN

PLACE = lobbying_records()[1].place


@pytest.fixture(scope="module")
def site():
    return site_over(full_index()).test_client()


def records(site, **question):
    return site.get("/api/v1/records", query_string=question).get_json()["records"]


@pytest.mark.parametrize(
    ("record_id", "kind", "address"),
    [
        (RECOMMENDATION, "recommendation", "recommendation"),
        (PLEDGE.id, "commitment", "commitment"),
        (TOLD.id, "observation", "observation"),
        (NORM.id, "general comment", "observation"),
        (REPORTED_ID, "report", "reported"),
    ],
)
def test_an_id_gives_its_record_of_whatever_kind(site, record_id, kind, address):
    (record,) = records(site, id=record_id)
    assert (record["id"], record["kind"]) == (record_id, kind)
    assert record == site.get(f"/api/v1/{address}/{record_id}").get_json()


@pytest.mark.parametrize(
    ("symbol", "paragraph", "ids"),
    [
        (PLACE.symbol, PLACE.paragraph, [RECOMMENDATION]),
        (f" {PLACE.symbol.lower()} ", f"{PLACE.paragraph}.", [RECOMMENDATION]),
        (PLEDGE.place.symbol, "117", [PLEDGE.id]),
        ("CAT/C/XAA/CO/900", "24", [TOLD.id]),
        ("A/HRC/WG.6/34/XAA/1", "1", [REPORTED_ID]),
    ],
)
def test_a_place_gives_what_stands_there(site, symbol, paragraph, ids):
    assert [record["id"] for record in records(site, symbol=symbol, paragraph=paragraph)] == ids


def test_an_old_id_gives_the_record_of_today(client):
    (record,) = records(client, id=MOVED)
    assert record["id"] == MOVED_TO


@pytest.mark.parametrize(
    ("question", "status", "kind", "words"),
    [
        ({}, 400, "BadRequest", "Give either “id”, or “symbol” and “paragraph”"),
        ({"symbol": "A/HRC/1"}, 400, "BadRequest", "Give either"),
        ({"id": "x", "symbol": "A/HRC/1", "paragraph": "2"}, 400, "BadRequest", "Give either"),
        ({"id": "none"}, 404, "UnknownRecord", "no record none"),
        ({"id": WITHDRAWN}, 410, "RecordWithdrawn", "withdrawn"),
        ({"symbol": "A/HRC/28/99", "paragraph": "2"}, 404, "UnknownRecord", "not in this index"),
    ],
)
def test_what_is_not_there(client, question, status, kind, words):
    response = client.get("/api/v1/records", query_string=question)
    error = response.get_json()["error"]
    assert (response.status_code, error["kind"]) == (status, kind)
    assert words in error["message"]


def test_a_document_that_is_not_indexed_is_told_from_a_paragraph_without_a_record(site):
    symbols = (PLACE.symbol, "A/HRC/777/7")
    absent = [site.get("/api/v1/records", query_string={"symbol": symbol, "paragraph": "9"}) for symbol in symbols]
    assert [response.status_code for response in absent] == [404, 404]
    held, unknown = (response.get_json()["error"]["message"] for response in absent)
    assert f"Paragraph 9 of {PLACE.symbol} holds no record" in held
    assert "A/HRC/777/7 is not in this index, which is no sign of what it says" in unknown


def test_what_the_index_holds(site):
    held = site.get("/api/v1/info").get_json()
    assert held["invented"] is True
    assert (held["observations"], held["total"], held["next_cursor"]) == (2, len(held["states"]), None)
    state = next(each for each in held["states"] if each["code"] == "XAA")
    assert state["name"] == "Vellania"
    assert PLACE.symbol in [symbol for review in state["reviews"] for symbol in review["symbols"]]
    assert [document["symbol"] for document in state["treaty_bodies"]] == ["CAT/C/XAA/CO/900"]
    assert site.get("/api/v1/info?state=Vellania").get_json()["states"] == [state]


def test_what_the_index_holds_comes_in_pages(site):
    whole = site.get("/api/v1/info").get_json()
    first = site.get("/api/v1/info?limit=1").get_json()
    second = site.get("/api/v1/info", query_string={"limit": 1, "cursor": first["next_cursor"]}).get_json()
    assert [*first["states"], *second["states"]] == whole["states"][:2]


def test_reviews_that_are_not_indexed_are_told(site):
    (france,) = site.get("/api/v1/info?state=FRA").get_json()["states"]
    assert (france["name"], france["reviews"]) == ("France", [])
    assert france["missing"].startswith("France: its reviews of 2008, 2013")
    assert france["published_at"] == "https://www.ohchr.org/en/hr-bodies/upr/fr-index"
    unknown = site.get("/api/v1/info?state=Atlantis").get_json()["error"]
    assert (unknown["kind"], unknown["field"]) == ("UnknownState", "state")
