"""The lobbying list as JSON."""

import pytest
from flask.testing import FlaskClient

from tests.lobbying_index import LABEL, lobbying_index
from tests.web.conftest import site_over
from web.api.questions import LobbyQuestion

ISSUE = "Let judges visit prisons"


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return site_over(lobbying_index()).test_client()


@pytest.mark.parametrize("issue", [{"text": ISSUE}, {"label": LABEL}], ids=["text", "label"])
@pytest.mark.parametrize(
    ("order", "field"),
    [({}, "place"), ({"order": "said"}, "place"), ({"order": "likely"}, "rank")],
    ids=["none", "said", "likely"],
)
def test_states_come_in_the_order_that_is_asked_for(client, issue, order, field):
    answer = client.post("/api/lobby", json={"state": "XAA", **order, **issue}).get_json()
    assert (answer["state"], answer["session"], answer["invented"]) == ("XAA", 34, True)
    targets = answer["targets"]
    assert [target[field] for target in targets] == list(range(1, answer["total"] + 1))
    assert {target["nearest"]["kind"] for target in targets} == {"recommendation"}
    assert "XAA" not in {target["state"] for target in targets}


def test_limit_and_offset_choose_a_part(client):
    asked = {"state": "Vellania", "label": LABEL}
    everyone = client.post("/api/lobby", json=asked).get_json()["targets"]
    part = client.post("/api/lobby", json={**asked, "limit": 2, "offset": 1}).get_json()["targets"]
    assert part == everyone[1:3]


def test_later_sessions_can_be_left_out(client):
    asked = {"state": "XAA", "label": LABEL}
    answer = client.post("/api/lobby", json={**asked, "before_session": 20}).get_json()
    assert (answer["session"], answer["here"]) == (20, 1)
    assert client.post("/api/lobby", json=asked).get_json()["here"] == 2


def test_chosen_recommendations_are_an_issue(client):
    hit = client.post("/api/find", json={"text": "crowded"}).get_json()["hits"][0]
    answer = client.post("/api/lobby", json={"state": "XBA", "records": [hit["id"]]}).get_json()
    assert answer["on_issue"] >= 1


@pytest.mark.parametrize(
    ("body", "status", "words"),
    [
        ([], 400, "JSON object"),
        ({"state": "XAA"}, 400, "one of the three"),
        ({"state": "XAA", "text": "a", "label": LABEL}, 400, "one of the three"),
        ({"text": "a"}, 400, "“state”"),
        ({"state": "QQQ", "text": "a"}, 400, "QQQ"),
        ({"state": "XAA", "label": "Dragons"}, 400, "Dragons"),
        ({"state": "XAA", "records": []}, 400, "“records”"),
        ({"state": "XAA", "records": ["none"]}, 404, "none"),
        ({"state": "XAA", "text": "a", "before_session": 0}, 400, "“before_session”"),
        ({"state": "XAA", "text": "a", "order": "points"}, 400, "“order”"),
        ({"state": "XAA", "text": "a", "sort": "care"}, 400, "unknown field “sort”"),
    ],
)
def test_slips_are_refused_in_one_sentence(client, body, status, words):
    response = client.post("/api/lobby", json=body)
    assert response.status_code == status
    assert words in response.get_json()["error"]["message"]


def test_record_that_is_named_twice_counts_once():
    question = LobbyQuestion(state="XAA", records=("XAA-20-1-1", "XAA-20-2-1", "XAA-20-1-1"))
    assert question.as_lobbying_question().records == ("XAA-20-1-1", "XAA-20-2-1")
