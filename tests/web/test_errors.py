import pytest

from tests.web.conftest import site_over
from tests.web.inspect_page import parse, text_of
from tests.web.invented_index import InventedIndex
from web.site.settings import Settings


@pytest.mark.parametrize(
    ("method", "path", "status", "title"),
    [
        ("GET", "/nowhere", 404, "Not found"),
        ("DELETE", "/", 405, "Not allowed"),
        ("GET", "/static/../settings.py", 404, "Not found"),
        ("GET", "/recommendation/a/b", 404, "Not found"),
    ],
)
def test_failure_is_a_page_that_helps(client, method, path, status, title):
    response = client.open(path, method=method)
    page = parse(response.get_data(as_text=True))
    assert response.status_code == status
    assert text_of(page.find(".//h1")) == title
    assert page.find(".//main//a[@href='/']") is not None


def test_unknown_filter_is_named(client):
    response = client.post("/match", data={"text": "girls", "position": "rejected"})
    assert response.status_code == 400
    assert "There is no position “rejected”: choose from" in response.get_data(as_text=True)


def test_cycle_that_is_no_number_is_named(client):
    response = client.post("/match", data={"text": "girls", "cycle": "two"})
    assert response.status_code == 400
    assert "Cycle: choose a number from the list." in response.get_data(as_text=True)


@pytest.mark.parametrize(("path", "sent"), [("/match", "data"), ("/find", "data"), ("/api/match", "json")])
def test_too_large_a_request_is_refused(path, sent):
    client = site_over(InventedIndex(), Settings(max_request_bytes=2_000)).test_client()
    response = client.post(path, **{sent: {"text": "x" * 3_000}})
    assert response.status_code == 413
    assert "too long" in response.get_data(as_text=True)


def test_longest_text_in_any_script_fits_into_a_request(client):
    assert client.post("/match", data={"text": "权" * 10_000}).status_code == 200
