"""Cursors: every page once, none after the last, none of another question or index."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import replace

import pytest

from indexer.runs.build_index import index_extracts
from models.encoders.text_encoder import TEST_ENCODER
from search import open_index
from tests.invented_records import TODAY, documents_of
from tests.lobbying_index import LABEL, lobbying_index, lobbying_records
from tests.search.invented_index import STATES, Request, records_of
from tests.web.api.full_index import NORM, TOLD, treaty_document
from tests.web.conftest import site_over
from web.api.cursors import offset_of
from web.site.error_pages import RefusedField


def pages(client, path, question):
    """The answers from the first page to the last."""
    answers = [client.post(path, json=question).get_json()]
    while answers[-1]["next_cursor"] and len(answers) < 20:
        answers.append(client.post(path, json={**question, "cursor": answers[-1]["next_cursor"]}).get_json())
    return answers


@pytest.mark.parametrize("more", [{}, {"own_state": "XAA"}, {"own_state": "XAA", "all": True}, {"folded": False}])
def test_pages_of_match_hold_every_line_once(client, more):
    question = {"text": "early marriage of girls", **more}
    whole = client.post("/api/v1/match", json={**question, "limit": 100}).get_json()
    answers = pages(client, "/api/v1/match", {**question, "limit": 4})
    assert len(answers) > 2
    assert [hit["id"] for answer in answers for hit in answer["hits"]] == [hit["id"] for hit in whole["hits"]]
    assert whole["next_cursor"] is None


def test_pages_of_find(client):
    """Of eight found, two stand in the lines of others."""
    answers = pages(client, "/api/v1/find", {"text": "quarries", "limit": 4})
    assert [[hit["rank"] for hit in answer["hits"]] for answer in answers] == [[1, 2, 4, 5], [6, 8]]


@pytest.fixture(scope="module")
def real_client():
    return site_over(lobbying_index()).test_client()


def test_pages_of_similar(real_client):
    address = f"/api/v1/recommendation/{lobbying_records()[0].id}/similar"
    whole = real_client.get(address, query_string={"limit": 100}).get_json()
    first = real_client.get(address, query_string={"limit": 2}).get_json()
    second = real_client.get(address, query_string={"limit": 2, "cursor": first["next_cursor"]}).get_json()
    assert [first["hits"], second["hits"]] == [whole["hits"][:2], whole["hits"][2:4]]
    assert (len(second["hits"]), whole["next_cursor"]) == (2, None)


def test_pages_of_the_lobbying_list(real_client):
    question = {"state": "XAA", "label": LABEL}
    whole = real_client.post("/api/v1/lobby", json={**question, "limit": 100}).get_json()
    answers = pages(real_client, "/api/v1/lobby", {**question, "limit": 2})
    assert [target["rank"] for answer in answers for target in answer["targets"]] == [
        target["rank"] for target in whole["targets"]
    ]
    assert whole["next_cursor"] is None


@pytest.fixture(scope="module")
def told_client(tmp_path_factory):
    """A State that was told the same in three documents and reviews, and all States in one."""
    folder = tmp_path_factory.mktemp("told") / "index"
    requests = [Request(TOLD.text, session=20), *(Request(TOLD.text, session=34) for _ in range(3))]
    told = [replace(TOLD, place=replace(TOLD.place, symbol=f"CAT/C/XAA/CO/90{number}")) for number in range(3)]
    documents = [*documents_of(records_of(requests)), *map(treaty_document, [*told, NORM])]
    index_extracts(documents, folder, TEST_ENCODER, STATES, TODAY)
    return site_over(open_index(folder)).test_client()


def test_pages_of_observations_on_an_issue(told_client):
    question = {"text": "Let judges visit prisons and count the prisoners", "own_state": "XAA"}
    answers = pages(told_client, "/api/v1/observations", {**question, "limit": 2})
    assert [len(answer["hits"]) for answer in answers] == [2, 1]
    assert len({hit["id"] for answer in answers for hit in answer["hits"]}) == 3
    assert [len(answer["general_comments"]) for answer in answers] == [1, 0]
    at_once = told_client.post("/api/v1/observations", json={**question, "offset": 2, "limit": 2}).get_json()
    assert at_once == answers[1]


@pytest.mark.parametrize(
    ("what", "listed"),
    [
        ("observations", lambda answer: answer["hits"]),
        ("thread", lambda answer: [link for review in answer["reviews"] for link in review["links"]]),
    ],
)
def test_pages_of_lists_on_a_recommendation(told_client, what, listed):
    address = f"/api/v1/recommendation/XAA-20-100.1-1/{what}"
    whole = told_client.get(address, query_string={"limit": 3}).get_json()
    first = told_client.get(address, query_string={"limit": 2}).get_json()
    second = told_client.get(address, query_string={"limit": 2, "cursor": first["next_cursor"]}).get_json()
    assert (len(listed(whole)), whole["next_cursor"], second["next_cursor"]) == (3, None, None)
    assert [len(listed(first)), len(listed(second))] == [2, 1]
    ids = [each["id"] for answer in (first, second) for each in listed(answer)]
    assert sorted(ids) == sorted(each["id"] for each in listed(whole))
    elsewhere = address.replace("20-100.1", "34-100.1")
    assert "another question" in refused(told_client.get(elsewhere, query_string={"cursor": first["next_cursor"]}))


def test_page_may_have_another_length(client):
    first = client.post("/api/v1/find", json={"text": "quarries", "limit": 2}).get_json()
    body = {"text": "quarries", "limit": 5, "cursor": first["next_cursor"]}
    assert [hit["rank"] for hit in client.post("/api/v1/find", json=body).get_json()["hits"]] == [4, 5, 6, 8]


def test_facets_can_be_left_out_of_a_page(client):
    with_them = client.post("/api/v1/find", json={"text": "quarries", "limit": 2}).get_json()
    without = client.post("/api/v1/find", json={"text": "quarries", "limit": 2, "facets": False}).get_json()
    assert with_them["facets"]
    assert without == {**with_them, "facets": {}}
    body = {"text": "quarries", "facets": False, "cursor": with_them["next_cursor"]}
    assert client.post("/api/v1/find", json=body).get_json()["hits"][0]["rank"] == 4
    address = "/api/v1/recommendation/XAB-20-115.1-1/similar"
    assert client.get(address, query_string={"facets": "false"}).get_json()["facets"] == {}


def test_cursor_is_the_same_each_time_and_holds_no_word(client):
    cursors = {client.post("/api/v1/find", json={"text": "quarries"}).get_json()["next_cursor"] for _ in range(2)}
    cursors |= {client.post("/api/v1/find", json={"text": "quarries", "limit": 3}).get_json()["next_cursor"]}
    assert len(cursors) == 2
    for cursor in cursors - {None}:
        assert b"quarr" not in urlsafe_b64decode(cursor + "==")


def refused(response):
    error = response.get_json()["error"]
    return response.status_code == 400 and error["field"] == "cursor" and error["message"]


@pytest.mark.parametrize("cursor", ["", "é", "a" * 100_000, "=" * 9])
def test_what_no_cursor_looks_like_is_refused(client, cursor):
    assert "“cursor”" in refused(client.post("/api/v1/find", json={"text": "quarries", "cursor": cursor}))


@pytest.mark.parametrize("cursor", ["x", "Mi4w", "MTAuLg", "LTEuMDA"])
def test_forged_cursor_is_refused(client, cursor):
    assert "first page" in refused(client.post("/api/v1/find", json={"text": "quarries", "cursor": cursor}))
    address = "/api/v1/recommendation/XAB-20-115.1-1/similar"
    assert "first page" in refused(client.get(address, query_string={"cursor": cursor}))


@pytest.mark.parametrize("offset", ["-1", "1000001", "1e3", "", "١"])
def test_forged_offset_is_refused(offset):
    cursor = urlsafe_b64encode(f"{offset}.mark".encode()).decode()
    with pytest.raises(RefusedField):
        offset_of(cursor, "mark")
    assert offset_of(urlsafe_b64encode(b"1000000.mark").decode(), "mark") == 1_000_000


@pytest.mark.parametrize("change", [{"text": "girls"}, {"filters": {"cycle": [2]}}, {"folded": False}])
def test_cursor_of_another_question_is_refused(client, change):
    question = {"text": "quarries", "limit": 2}
    cursor = client.post("/api/v1/find", json=question).get_json()["next_cursor"]
    assert "another question" in refused(client.post("/api/v1/find", json={**question, **change, "cursor": cursor}))
    assert "another question" in refused(client.post("/api/v1/match", json={**question, "cursor": cursor}))


def test_cursor_of_an_older_index_is_refused(client, index, monkeypatch):
    question = {"text": "quarries", "limit": 2}
    cursor = client.post("/api/v1/find", json=question).get_json()["next_cursor"]
    newer = replace(index.overview(), built="2026-11-25T12:00:00+00:00")
    monkeypatch.setattr(index, "overview", lambda: newer)
    assert "built anew" in refused(client.post("/api/v1/find", json={**question, "cursor": cursor}))


def test_cursor_and_offset_are_not_given_together(client):
    question = {"text": "quarries", "limit": 2}
    cursor = client.post("/api/v1/find", json=question).get_json()["next_cursor"]
    assert "not both" in refused(client.post("/api/v1/find", json={**question, "offset": 2, "cursor": cursor}))
