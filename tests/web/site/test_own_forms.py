"""What another site sends, or nobody's form, changes nothing."""

from time import time

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import site_over
from tests.web.inspect_page import page_of
from tests.web.invented_index import InventedIndex
from tests.web.own_forms import FROM_HERE, send, token_of

RECORD = "XAA-20-115.1-1"
WRITING = ["/list", "/list/keep", "/list/forget"]


def on_list(client: FlaskClient) -> bool:
    return f'value="{RECORD}"' in client.get("/list").get_data(as_text=True)


ELSEWHERE = (
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://localhost:8001"},
    {"Origin": "http://localhost.evil.example"},
    {"Origin": "http://evil.example/http://localhost"},
    {},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
)


@pytest.mark.parametrize("path", WRITING)
def test_a_form_of_another_site_changes_nothing(client, path):
    """Even with a token that is right."""
    send(client, "/list", {"add": RECORD})
    data = {"token": token_of(client.get("/list")), "add": "XAA-20-115.2-1", "remove": RECORD}
    for headers in ELSEWHERE:
        response = client.post(path, data=data, headers=headers)
        assert response.status_code == 403, headers
        assert "nothing was done" in response.get_data(as_text=True)
        assert on_list(client), headers


@pytest.mark.parametrize("headers", [FROM_HERE, {"Sec-Fetch-Site": "same-origin"}])
def test_a_form_of_this_site_changes_the_list(client, headers):
    data = {"token": token_of(client.get("/")), "add": RECORD}
    assert client.post("/list", data=data, headers=headers).status_code == 200
    assert on_list(client)


@pytest.mark.parametrize("path", WRITING)
def test_a_form_without_the_token_of_this_site_changes_nothing(client, path):
    send(client, "/list", {"add": RECORD})
    for token in ({}, {"token": ""}, {"token": "x"}, {"token": "x.y.z"}):
        assert client.post(path, data={"remove": RECORD, **token}, headers=FROM_HERE).status_code == 403, token
        assert on_list(client), token


@pytest.mark.parametrize("path", ["/list/keep", "/list/forget"])
def test_a_token_of_somebody_else_does_not_count(client, path):
    send(client, "/list", {"add": RECORD})
    other = client.application.test_client()
    without_list = token_of(other.get("/list"))
    send(other, "/list", {"add": RECORD})
    for token in (without_list, token_of(other.get("/list"))):
        assert client.post(path, data={"token": token}, headers=FROM_HERE).status_code == 403
    assert on_list(client)


def test_a_token_of_another_site_does_not_count(client):
    other = site_over(InventedIndex()).test_client()
    data = {"token": token_of(other.get("/")), "add": RECORD}
    assert client.post("/list", data=data, headers=FROM_HERE).status_code == 403


def test_pages_that_stood_open_before_the_first_choice_still_put_records_on_the_list(client):
    opened_before = token_of(client.get("/"))
    send(client, "/list", {"add": RECORD})
    response = client.post("/list", data={"token": opened_before, "add": "XAA-20-115.2-1"}, headers=FROM_HERE)
    assert response.status_code == 200


def test_a_token_ends_after_a_day(client, monkeypatch):
    token = token_of(client.get("/"))
    monkeypatch.setattr("itsdangerous.timed.time.time", lambda: time() + 24 * 3600 + 5)
    assert client.post("/list", data={"token": token, "add": RECORD}, headers=FROM_HERE).status_code == 403


def test_a_form_opened_too_long_ago_is_sent_again_with_all_that_was_filled_in(client):
    data = {"token": "too old", "add": [RECORD, "XAA-20-115.2-1"], "back": '"><script>alert(1)</script>'}
    page = client.post("/list", data=data, headers=FROM_HERE)
    assert "Please send the form again" in page.get_data(as_text=True)
    form = page_of(page).find(".//main//form")
    filled_in = [(each.get("name"), each.get("value")) for each in form.iter("input")]
    assert filled_in[1:] == [("add", RECORD), ("add", "XAA-20-115.2-1"), ("back", '"><script>alert(1)</script>')]
    again = {"token": filled_in[0][1], "add": [RECORD, "XAA-20-115.2-1"]}
    assert client.post(form.get("action"), data=again, headers=FROM_HERE).status_code == 200
    assert on_list(client)


def test_no_two_answers_have_one_token(client):
    assert token_of(client.get("/")) != token_of(client.get("/"))


@pytest.mark.parametrize("path", WRITING)
def test_a_link_changes_nothing(client, path):
    assert client.get(f"{path}?add={RECORD}").status_code in (200, 405)
    assert not on_list(client)
