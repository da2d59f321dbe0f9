import pytest

from tests.web.inspect_page import parse, text_of


def test_form_explains_the_query_language(client):
    page = client.get("/find").get_data(as_text=True)
    assert "Words to look for" in page
    assert "birth registration" in page


def test_words_are_found_and_kept_in_the_box(client):
    page = client.post("/find", data={"text": 'quarries "labour inspectors"'}).get_data(as_text=True)
    assert "8 recommendations match “" in page
    assert parse(page).find(".//input[@id='text']").get("value") == 'quarries "labour inspectors"'


def test_notes_of_search_are_shown(client):
    page = client.post("/find", data={"text": '"quarries'}).get_data(as_text=True)
    assert "The query could not be parsed and was searched as words." in text_of(parse(page))


def test_query_in_the_address_is_ignored(client):
    page = client.get("/find?text=quarries").get_data(as_text=True)
    assert "quarries" not in page


def test_nothing_found_gives_next_steps(client):
    page = client.post("/find", data={"text": "zzz"}).get_data(as_text=True)
    assert "No recommendation matches “" in page
    assert "join them with OR" in page


@pytest.mark.parametrize(("text", "words"), [("", "Type the words to look for."), ("x" * 10_001, "Shorten the text")])
def test_problem_is_named(client, text, words):
    response = client.post("/find", data={"text": text})
    assert response.status_code == 400
    assert words in response.get_data(as_text=True)
