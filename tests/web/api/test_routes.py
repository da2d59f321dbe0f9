import pytest

from models.records.records import Sponsor
from search.datamodel.question import Filters
from tests.web.invented_records import MOVED, MOVED_TO, recommendation


def test_match_groups_own_state_first(client):
    answer = client.post("/api/match", json={"text": "marriage of girls", "own_state": "XAA", "limit": 3}).get_json()
    assert (answer["total"], answer["own_total"], answer["own_state"]) == (16, 5, "XAA")
    assert [hit["group"] for hit in answer["hits"]] == ["own"] * 3
    assert answer["own_reviews"][0]["symbols"] == ["A/HRC/907/1", "A/HRC/907/1/Add.1"]
    hit = answer["hits"][0]
    assert hit["rank"] == 1
    assert hit["invented"] is True
    assert hit["symbol"] == "A/HRC/907/1"
    assert hit["recommending_states"] == ["XAB", "XBA"]
    start, end = hit["highlights"][0]
    assert hit["quoted"][start:end] in hit["words_in_common"]
    assert answer["facets"]["cycle"][0]["count"] == 6


def test_filters_and_offset_are_passed_on(client, index):
    body = {"text": "girls", "filters": {"cycle": [2], "position": ["noted"]}, "limit": 1, "offset": 1}
    answer = client.post("/api/match", json=body).get_json()
    assert (index.questions[-1].text, index.questions[-1].own_state) == ("girls", None)
    assert index.questions[-1].filters == Filters(cycle=(2,), position=("noted",))
    assert [hit["rank"] for hit in answer["hits"]] == [2]


def test_near_identical_ones_are_members_of_one_line(client_over):
    twice = [recommendation(paragraph="115.1"), recommendation(paragraph="115.2", sponsors=(Sponsor("XCB", "S"),))]
    client = client_over(*twice)
    answer = client.post("/api/match", json={"text": "girls"}).get_json()
    assert (answer["total"], answer["lines"]) == (2, 1)
    (hit,) = answer["hits"]
    assert [member["paragraph"] for member in hit["members"]] == ["115.1", "115.2"]
    assert [member["recommending_states"] for member in hit["members"]] == [["XAB", "XBA"], ["XCB"]]
    for path in ("/api/match", "/api/find"):
        flat = client.post(path, json={"text": "girls", "folded": False}).get_json()
        assert [(hit["paragraph"], hit["members"]) for hit in flat["hits"]] == [("115.1", []), ("115.2", [])]


def test_find(client):
    answer = client.post("/api/find", json={"text": '"quarries'}).get_json()
    assert answer["total"] == 8
    assert answer["notes"] == ["The keywords were read as plain words, because a quotation mark is not closed."]


def test_record_and_similar(client):
    record = client.get("/api/recommendation/XAB-20-115.1-1").get_json()
    assert (record["id"], record["invented"]) == ("XAB-20-115.1-1", True)
    similar = client.get("/api/recommendation/XAB-20-115.1-1/similar").get_json()
    assert "XAB-20-115.1-1" not in [hit["id"] for hit in similar["hits"]]
    assert similar["hits"]


@pytest.mark.parametrize("tail", ["", "/similar?limit=3", "/thread", "/observations"])
def test_old_id_leads_to_the_id_of_today(client, tail):
    response = client.get(f"/api/recommendation/{MOVED}{tail}")
    assert response.status_code == 301
    assert response.location == f"/api/recommendation/{MOVED_TO}{tail}"


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "kind", "words"),
    [
        ("GET", "/api/recommendation/x", None, 404, "UnknownRecord", "no record x"),
        ("GET", "/api/nothing", None, 404, "NotFound", "nothing at this address"),
        ("GET", "/api/match", None, 405, "MethodNotAllowed", "does not answer"),
        ("POST", "/api/match", {}, 400, "BadRequest", "“text” is missing"),
        ("POST", "/api/find", {"text": "a", "own_state": "XAA"}, 400, "BadRequest", "unknown field “own_state”"),
        ("POST", "/api/match", {"text": "girls", "filters": {"position": ["x"]}}, 400, "UnknownFilter", "“x”"),
        ("POST", "/api/find", {"text": "girls", "filters": {"session": [-5]}}, 400, "UnknownFilter", "“-5”"),
    ],
)
def test_every_failure_has_one_shape(client, method, path, body, status, kind, words):
    response = client.open(path, method=method, json=body)
    assert response.status_code == status
    assert status != 405 or sorted(response.allow) == ["OPTIONS", "POST"]
    assert response.mimetype == "application/json"
    error = response.get_json()["error"]
    assert set(error) == {"status", "kind", "message", "field"}
    assert (error["status"], error["kind"]) == (status, kind)
    assert words in error["message"]


def test_observations_on_an_issue(client):
    answer = client.post(
        "/api/observations", json={"text": "marriage of girls", "own_state": "XAA", "limit": 3}
    ).get_json()
    assert (answer["state"], answer["total"]) == ("XAA", 1)
    (hit,) = answer["hits"]
    assert (hit["id"], hit["paragraph"], hit["parts"], hit["heading"]) == (
        "CRC.C.XAA.CO.900-24",
        "24",
        ["b"],
        "Harmful <practices>",
    )
    assert hit["text"].split("\n")[0] == "The State party should:"
    assert hit["invented"] is True
    assert answer["documents"] == [
        {
            "committee": "CRC",
            "mechanism": "treaty body",
            "symbol": "CRC/C/XAA/CO/900",
            "date": "2021-05-07",
            "observations": 1,
        }
    ]
    (norm,) = answer["general_comments"]
    assert (norm["observation_kind"], norm["state"], norm["committee"]) == ("general comment", None, "CRC, CMW")
    assert (hit["kind"], norm["kind"]) == ("observation", "general comment")


def test_observations_without_a_state_are_general_comments(client):
    answer = client.post("/api/observations", json={"text": "marriage of girls"}).get_json()
    assert (answer["state"], answer["hits"], len(answer["general_comments"])) == (None, [], 1)


def test_observations_on_a_recommendation(client_over):
    record = recommendation("XAA", text="End the early marriage of girls")
    answer = client_over(record).get(f"/api/recommendation/{record.id}/observations").get_json()
    assert [hit["id"] for hit in answer["hits"]] == ["CRC.C.XAA.CO.900-24"]


def test_one_observation(client):
    one = client.get("/api/observation/CRC.C.XAA.CO.900-24").get_json()
    assert (one["symbol"], one["state"], one["date"], one["invented"]) == (
        "CRC/C/XAA/CO/900",
        "XAA",
        "2021-05-07",
        True,
    )
    missing = client.get("/api/observation/CRC.C.XAA.CO.900-25")
    assert (missing.status_code, missing.get_json()["error"]["kind"]) == (404, "UnknownRecord")
