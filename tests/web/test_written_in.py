"""The language that an issue is written in: found out, or chosen by the user."""

import pytest

from search.issue_language import READ_LANGUAGES
from tests.web.inspect_page import parse

FORMS = [("/", "search"), ("/lobby", "lobby")]


@pytest.mark.parametrize(("path", "form"), FORMS)
def test_every_language_that_is_read_can_be_chosen(client, path, form):
    page = parse(client.get(path).get_data(as_text=True))
    options = page.findall(f".//form[@id='{form}']//select[@id='written_in']/option")
    assert {option.get("value") for option in options} == {"", *READ_LANGUAGES}
    assert not any(option.get("selected") for option in options)


def test_the_choice_reaches_the_search_and_stays_on_the_page(client, index):
    page = client.post("/match", data={"text": "filles", "state": "XAA", "written_in": "fr"}).get_data(as_text=True)
    assert index.languages == ["fr"]
    assert parse(page).find(".//select[@id='written_in']/option[@selected]").get("value") == "fr"


@pytest.mark.parametrize("data", [{"text": "girls"}, {"text": "girls", "written_in": ""}])
def test_without_a_choice_it_is_found_out(client, index, data):
    client.post("/match", data=data)
    assert index.languages == [None]


def test_a_language_that_is_not_read_is_refused(client):
    assert client.post("/match", data={"text": "wasichana", "written_in": "sw"}).status_code == 400
    answer = client.post("/api/match", json={"text": "wasichana", "written_in": "sw"})
    assert (answer.status_code, answer.json["error"]["kind"]) == (400, "UnknownFilter")


def test_programs_choose_it_too(client, index):
    assert client.post("/api/match", json={"text": "filles", "written_in": "fr"}).status_code == 200
    assert index.languages == ["fr"]
    assert client.post("/api/match", json={"text": "filles", "written_in": 7}).status_code == 400
