"""The OpenAPI document and its page; entity tags; answers as commands give them."""

import inspect
import re
from dataclasses import replace

import pytest
from jsonschema_rs import validator_for

from models.records.as_json import Recommendation
from search.datamodel.observations import ObservationHit
from tests.web.conftest import site_over
from tests.web.inspect_page import page_of, text_of
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import WITHDRAWN
from tests.web.test_routes import ROUTES
from web.api.document import openapi_document
from web.site.settings import Settings


def schemas():
    return openapi_document()["components"]["schemas"]


def test_document_is_of_openapi_3_1_and_has_every_address(client):
    document = client.get("/api/v1/openapi.json").get_json()
    assert document["openapi"] == "3.1.0"
    routes = [route.split()[1] for route in ROUTES.splitlines() if "/api/v1/" in route]
    described = {re.sub(r"<(\w+)>", r"{\1}", route) for route in routes} - {"/api/v1/", "/api/v1/openapi.json"}
    assert set(document["paths"]) == described


@pytest.mark.parametrize("name", schemas())
def test_every_type_and_field_is_described(name):
    schema = schemas()[name]
    assert schema["description"][0].isupper()
    for field, described in schema.get("properties", {}).items():
        assert described["description"].rstrip(")").endswith((".", '"', "…")), field
        assert "models." not in described["description"], f"{field} is described in words of the field, not of the code"


def test_what_the_datamodel_says_of_a_field_is_not_said_again():
    said = "Ids of the paragraphs that belong together, itself among them"
    assert said in inspect.getsource(ObservationHit)
    fields = schemas()["FoundObservation"]["properties"]
    assert fields["passage"]["description"].startswith(said)
    # By its path through several types, and by a property.
    link = schemas()["ProgressLink"]["properties"]
    assert link["certainty"]["description"] == "Of that, 0 to 1."
    assert link["headings"]["description"] == "Those above the paragraph, the widest first."
    assert "null where there is no position" in fields_of("Recommendation")["position_confidence"]["description"]
    # What stands at the field itself counts before.
    assert fields_of("FoundReport")["reporter"]["description"].startswith("Whose words it brings")


def fields_of(name):
    return schemas()[name]["properties"]


def test_days_are_strings_and_all_fields_of_answers_are_there():
    assert fields_of("Commitment")["made_on"]["anyOf"] == [{"type": "string"}, {"type": "null"}]
    for name in ("ProgressLink", "FacetValue", "Label"):
        assert schemas()[name]["required"] == list(fields_of(name))
    assert "default" not in fields_of("Label")["confidence"]


def test_every_reference_leads_to_a_type():
    document = openapi_document()
    validator_for({"$ref": "#/components/schemas/MatchAnswer", "components": document["components"]})
    found = {part for part in repr(document).split("'") if part.startswith("#/components/schemas/")}
    assert {reference.rpartition("/")[2] for reference in found} <= set(schemas())


def test_questions_are_closed_and_answers_open_to_new_fields():
    assert schemas()["MatchQuestion"]["additionalProperties"] is False
    assert schemas()["Filters"]["additionalProperties"] is False
    assert "additionalProperties" not in schemas()["MatchAnswer"]


def test_limits_stand_in_the_document():
    fields = schemas()["MatchQuestion"]["properties"]
    assert (fields["limit"]["minimum"], fields["limit"]["maximum"], fields["limit"]["default"]) == (1, 100, 10)
    assert (fields["text"]["minLength"], fields["text"]["maxLength"]) == (1, 10_000)
    assert schemas()["LobbyQuestion"]["properties"]["limit"]["default"] == 20


def test_what_is_refused_stands_in_the_document():
    filters = schemas()["Filters"]["properties"]
    assert filters["position"]["items"]["enum"] == ["supported", "noted", "pending", "unknown"]
    assert filters["action_category"]["items"]["enum"] == [1, 2, 3, 4, 5]
    assert filters["under_review"]["items"]["pattern"] == "^[A-Z]{3}$"
    cursor, language = (schemas()["MatchQuestion"]["properties"][name]["anyOf"][0] for name in ("cursor", "written_in"))
    assert cursor["minLength"] == 1
    assert {"en", "fr", "es", "ar"} <= set(language["enum"])
    lobby = validator_for(
        {"$ref": "#/components/schemas/LobbyQuestion", "components": openapi_document()["components"]}
    )
    right = {"state": "XAA", "text": "prisons", "label": None}
    assert lobby.is_valid(right)
    for wrong in ({"label": "Justice"}, {"text": None}, {"cursor": "x", "offset": 1}, {"text": "a\0"}, {"text": " "}):
        assert not lobby.is_valid({**right, **wrong}), wrong


def test_what_an_address_may_leave_out_is_a_text_where_it_is_there():
    parameters = {
        parameter["name"]: parameter["schema"]["type"]
        for parameter in openapi_document()["paths"]["/api/v1/info"]["get"]["parameters"]
    }
    assert parameters == {"limit": "integer", "cursor": "string", "state": "string"}


def test_page_shows_each_operation_and_type(client):
    page = page_of(client.get("/api/v1/"))
    headings = [text_of(heading) for heading in page.iter("h3")]
    assert "POST /api/v1/match" in headings
    assert "GET /api/v1/state/{code}" in headings
    assert set(schemas()) <= set(headings)
    assert "Answer: a file (application/x-ndjson or text/csv)" in [text_of(item) for item in page.iter("li")]
    assert page.find(".//script") is None
    rows = [text_of(row) for row in page.iter("tr")]
    assert "limit whole number, 1 to 100; if left out: 10 Lines of a page." in rows
    assert "cursor text, 1 to 60 characters or null next_cursor of the page before, instead of offset." in rows
    assert any(row.startswith("highlights always list of pair of whole number ") for row in rows)


@pytest.mark.parametrize("address", ["/api", "/api/", "/api/v1"])
def test_guessed_addresses_lead_to_the_page(client, address):
    response = client.get(address, follow_redirects=True)
    assert (response.status_code, response.request.path) == (200, "/api/v1/")


@pytest.mark.parametrize(
    "address", ["recommendation/XAB-20-115.1-1", "state/XAA", "recommendation/XAB-20-115.1-1/similar"]
)
def test_entity_tag_spares_the_answer(client, address):
    first = client.get(f"/api/v1/{address}")
    again = client.get(f"/api/v1/{address}", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert client.get(f"/api/v1/{address}", headers={"If-None-Match": '"other"'}).data == first.data


def test_entity_tag_is_of_one_address_and_one_index(client, index, monkeypatch):
    tag = client.get("/api/v1/state/XAA").headers["ETag"]
    assert client.get("/api/v1/state/XAB", headers={"If-None-Match": tag}).status_code == 200
    assert client.get("/api/v1/recommendation/none", headers={"If-None-Match": "*"}).status_code == 404
    newer = replace(index.overview(), built="2026-11-25T12:00:00+00:00")
    monkeypatch.setattr(index, "overview", lambda: newer)
    assert client.get("/api/v1/state/XAA", headers={"If-None-Match": tag}).status_code == 200


def test_entity_tag_changes_with_what_a_list_shows():
    address = "/api/v1/recommendation/XAB-20-115.1-1/similar"
    tags = {
        site_over(InventedIndex(), Settings(results_per_page=number)).test_client().get(address).headers["ETag"]
        for number in (3, 4)
    }
    assert len(tags) == 2


def test_answers_to_questions_have_no_entity_tag_and_are_not_stored(client):
    response = client.post("/api/v1/match", json={"text": "girls"})
    assert "ETag" not in response.headers
    assert response.headers["Cache-Control"] == "no-store"


def test_record_is_what_commands_print(client, index):
    record = client.get("/api/v1/recommendation/XAB-20-115.1-1").get_json()
    printed = Recommendation.as_json(index.record("XAB-20-115.1-1"))
    assert {name: record[name] for name in printed} == printed


def test_withdrawn_record(client):
    response = client.get(f"/api/v1/recommendation/{WITHDRAWN}")
    assert (response.status_code, response.get_json()["error"]["field"]) == (410, "record_id")


def test_addresses_without_a_version_give_the_same(client):
    for address in ("recommendation/XAB-20-115.1-1", "state/XAA"):
        assert client.get(f"/api/{address}").data == client.get(f"/api/v1/{address}").data
    question = {"text": "quarries", "limit": 2}
    assert client.post("/api/find", json=question).data == client.post("/api/v1/find", json=question).data
