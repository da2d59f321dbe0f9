"""What a program must not send: one shape of error, one sentence, the name of the field."""

import pytest

from models.errors import IndexFolderError, RecordMoved, RecordWithdrawn
from tests.web.conftest import site_over
from tests.web.invented_index import InventedIndex


@pytest.mark.parametrize(
    ("body", "field", "words"),
    [
        (b'{"text": "girls \\ud800"}', None, "no JSON"),  # half of a surrogate pair
        (b'{"text": "girls", "filters": {"label": ["\\ud83d"]}}', None, "no JSON"),
        (b'{"text": "\xed\xa0\x80"}', None, "no JSON"),  # the same in bytes
        (b"[" * 60_000, None, "no JSON"),
        (b'{"text": "girls", "filters": ' + b'{"a":' * 20_000, None, "no JSON"),
        (b'{"text": "girls", "limit": ' + b"9" * 5_000 + b"}", None, "no JSON"),
        (b'{"text": NaN}', "text", "“text” must be a string"),
        (b"", None, "no JSON"),
        (b"null", None, "JSON object"),
        (b"[]", None, "JSON object"),
        (b'{"text": " "}', "text", "“text” must be a string"),
        (b'{"text": "%b"}' % (b"x" * 10_001), "text", "at most 10000 characters"),
        (b'{"text": "girls", "q": 1}', "q", "unknown field “q”"),
        (b'{"text": "girls", "own_state": 7}', "own_state", "“own_state”"),
        (b'{"text": "girls", "limit": 0}', "limit", "“limit” must be 1 or more"),
        (b'{"text": "girls", "limit": 101}', "limit", "“limit” must be 100 or less"),
        (b'{"text": "girls", "limit": true}', "limit", "“limit” must be a whole number"),
        (b'{"text": "girls", "folded": 1}', "folded", "“folded” must be true or false"),
        (b'{"text": "girls", "filters": []}', "filters", "“filters” must be a JSON object"),
        (
            b'{"text": "girls", "filters": {"position": "noted"}}',
            "filters.position",
            "“filters.position” must be a list",
        ),
        (b'{"text": "girls", "limit": 1e999}', "limit", "“limit” must be a whole number"),
        (b'{"text": "girls", "limit": "5"}', "limit", "“limit” must be a whole number"),
        (b'{"text": "girls", "filters": {"cycle": [true]}}', "filters.cycle", "Each value of “filters.cycle”"),
        (b'{"text": "girls", "filters": {"x": []}}', "filters.x", "unknown field “filters.x”"),
        (b'{"text": "girls", "filters": {"position": ["rejected"]}}', "filters", "there is no “rejected” here"),
        (b'{"text": "girls", "filters": {"label": ["Detenton"]}}', "filters", "this index has label:Detenton."),
        (b'{"text": "girls", "filters": {"group": ["Amber"]}}', "filters", "there is no “Amber” here"),
        (b'{"text": "girls", "own_state": "QQQ"}', "own_state", "“QQQ”"),
        (b'{"text": "girls", "offset": -1}', "offset", "“offset”"),
        (b'{"text": "girls", "written_in": "xx"}', "written_in", "“xx”"),
        (b'{"text": "girls", "all": null}', "all", "“all” must be true or false"),
    ],
)
def test_wrong_bodies(client, body, field, words):
    response = client.post("/api/v1/match", data=body, content_type="application/json")
    assert response.status_code == 400
    error = response.get_json()["error"]
    assert error["field"] == field
    assert words in error["message"]
    assert "girls" not in error["message"]


@pytest.mark.parametrize(
    "content_type", [None, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]
)
def test_what_is_not_sent_as_json(client, content_type):
    response = client.post("/api/v1/match", data='{"text": "girls"}', content_type=content_type)
    assert (response.status_code, response.get_json()["error"]["kind"]) == (415, "UnsupportedMediaType")


@pytest.mark.parametrize(
    ("address", "status", "field", "words"),
    [
        ("recommendation/XAB-20-115.1-1/similar?limit=0", 400, "limit", "“limit” must be 1 or more"),
        ("recommendation/XAB-20-115.1-1/similar?limit=101", 400, "limit", "“limit” must be 100 or less"),
        ("recommendation/XAB-20-115.1-1/similar?limit=ten", 400, "limit", "“limit” must be a whole number"),
        ("recommendation/XAB-20-115.1-1/similar?limit=1&limit=2", 400, "limit", "given 2 times"),
        ("recommendation/XAB-20-115.1-1/similar?offset=1", 400, "offset", "unknown field “offset”"),
        ("recommendation/XAB-20-115.1-1/thread?related=true", 400, "related", "unknown field “related”"),
        ("recommendation/XAB-20-115.1-1?limit=1", 400, "limit", "takes no parameter “limit”"),
        ("recommendation/%ED%A0%80", 404, "record_id", "no record"),
        ("commitment/none", 404, "record_id", "no record none"),
        ("state/Atlantis", 404, "code", "“Atlantis” names no State"),
    ],
)
def test_wrong_addresses(client, address, status, field, words):
    response = client.get(f"/api/v1/{address}")
    error = response.get_json()["error"]
    assert (response.status_code, error["status"], error["field"]) == (status, status, field)
    assert words in error["message"]


def test_words_of_a_question_stand_in_no_address(client, index):
    response = client.post("/api/v1/match?text=girls", json={"text": "girls"})
    assert (response.status_code, response.get_json()["error"]["field"]) == (400, "text")
    assert index.questions == []


class FailingIndex(InventedIndex):
    """Fails with a given error."""

    def __init__(self, failure):
        super().__init__()
        self.failure = failure

    def match(self, *question, **more):
        raise self.failure

    lobby = match


def test_unusable_index_is_no_fault_of_the_request():
    client = site_over(FailingIndex(IndexFolderError("index/ of girls is damaged"))).test_client()
    response = client.post("/api/v1/match", json={"text": "girls"})
    assert (response.status_code, response.get_json()["error"]["field"]) == (503, None)
    assert "girls" not in response.get_json()["error"]["message"]


@pytest.mark.parametrize(
    ("failure", "status", "words"),
    [
        (RecordMoved("XAA-7-1.1-1", "XAA-20-115.1-1"), 404, "is called XAA-20-115.1-1 now"),
        (RecordWithdrawn("XAA-7-1.1-1 was withdrawn."), 410, "withdrawn"),
    ],
)
def test_old_ids_in_a_question(failure, status, words):
    client = site_over(FailingIndex(failure)).test_client()
    response = client.post("/api/v1/lobby", json={"state": "XAA", "records": ["XAA-7-1.1-1"]})
    error = response.get_json()["error"]
    assert (response.status_code, error["field"]) == (status, "records")
    assert words in error["message"]


def test_a_missing_choice_is_named_with_what_can_be_chosen(client):
    error = client.get("/api/v1/export").get_json()["error"]
    assert (error["field"], error["message"]) == ("format", "“format” is missing: give “jsonl” or “csv”.")
