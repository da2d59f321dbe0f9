import pytest
from flask import abort

from tests.web.conftest import site_over
from tests.web.inspect_page import page_of, text_of
from tests.web.invented_index import InventedIndex
from web.site.language import gettext
from web.site.settings import Settings


@pytest.mark.parametrize(
    ("method", "path", "status", "title"),
    [
        ("GET", "/nowhere", 404, "Not found"),
        ("DELETE", "/", 405, "Not done"),
        ("GET", "/static/../settings.py", 404, "Not found"),
        ("GET", "/recommendation/a/b", 404, "Not found"),
    ],
)
def test_failure_is_a_page_that_helps(client, method, path, status, title):
    response = client.open(path, method=method)
    page = page_of(response)
    assert response.status_code == status
    assert text_of(page.find(".//h1")) == title
    assert page.find(".//main//a[@href='/']") is not None


def test_unknown_filter_is_named(client):
    response = client.post("/match", data={"text": "girls", "position": "rejected"})
    assert response.status_code == 400
    assert "Position: there is no “rejected” here; choose from" in response.get_data(as_text=True)


@pytest.mark.parametrize(("path", "sent"), [("/match", "data"), ("/find", "data"), ("/api/match", "json")])
def test_too_large_a_request_is_refused(path, sent):
    client = site_over(InventedIndex(), Settings(max_request_bytes=2_000)).test_client()
    response = client.post(path, **{sent: {"text": "x" * 3_000}})
    assert response.status_code == 413
    assert "too long" in response.get_data(as_text=True)
    assert sent == "data" or response.get_json()["error"]["kind"] == "RequestEntityTooLarge"


def test_longest_text_in_any_script_fits_into_a_request(client):
    assert client.post("/match", data={"text": "权" * 10_000}).status_code == 200


@pytest.mark.parametrize("language", ["ar", "es", "fr"])
@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nowhere", 404),
        ("/state/XXX", 404),
        ("/state/XAA/review/99", 404),
        ("/state/XAA/issue/none", 404),
        ("/browse?position=rejected", 400),
        ("/recommendation/XAA-1-9.9-1", 404),
        ("/plan/" + "a" * 43, 404),
    ],
)
def test_failure_is_told_in_the_language_of_the_page(client, language, path, status):
    response = client.get(f"/{language}{path}")
    assert response.status_code == status
    (sentence,) = page_of(response).findall(".//p[@class='lead']")
    assert text_of(sentence)
    assert sentence.find(".//*[@lang]") is None


def test_a_sentence_without_a_translation_is_marked_as_english(client):
    client.application.add_url_rule("/odd", view_func=lambda: abort(400, gettext("Nobody has put this into Arabic.")))
    page = page_of(client.get("/ar/odd"))
    (english,) = page.findall(".//p[@class='lead']/span[@lang='en']")
    assert text_of(english) == "Nobody has put this into Arabic."


@pytest.mark.parametrize(
    ("prefix", "words"),
    [
        ("", "(file is not a database)"),
        ("/fr", "(ce fichier n’est pas une base de données)"),
        ("/ar", "(هذا الملف ليس قاعدة بيانات)"),
    ],
)
def test_why_plans_cannot_be_kept_is_told_in_the_language_of_the_page(tmp_path, prefix, words):
    plans = tmp_path / "plans.sqlite"
    client = site_over(InventedIndex(), Settings(plans=str(plans))).test_client()
    plans.write_text("Somebody saved a text here. " * 100, encoding="utf-8")
    response = client.get(f"{prefix}/plan/{'a' * 43}")
    assert response.status_code == 503
    assert words in text_of(page_of(response))
