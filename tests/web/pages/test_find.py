import pytest

from search import open_index
from tests.search.invented_index import Request, build
from tests.web.conftest import site_over
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


def test_what_was_meant_is_one_button_away(tmp_path):
    index = open_index(build(tmp_path / "index", [Request("Visit prisons"), Request("Plant trees")]))
    client = site_over(index).test_client()
    page = parse(client.post("/find", data={"text": "prisonns"}, follow_redirects=True).get_data(as_text=True))
    assert "Did you mean prisons?" in text_of(page)
    button = page.find(".//button[@name='text']")
    assert text_of(button) == "Search for prisons"
    pressed = {"text": ["prisonns", button.get("value")]}
    found = client.post(button.get("formaction"), data=pressed, follow_redirects=True).get_data(as_text=True)
    assert "Visit prisons" in text_of(parse(found))
    answer = client.post("/api/v1/find", json={"text": "prisonns"}).get_json()
    assert (answer["did_you_mean"], answer["notes"]) == ("prisons", ["Did you mean prisons?"])


def test_the_citation_of_a_card_leads_back_to_its_record(tmp_path):
    index = open_index(build(tmp_path / "index", [Request("Visit prisons"), Request("Plant trees")]))
    client = site_over(index).test_client()

    def found_by(words: str):
        return parse(client.post("/find", data={"text": words}, follow_redirects=True).get_data(as_text=True))

    cited = text_of(found_by("prisons").find(".//*[@class='cite-line']"))
    page = found_by(cited)
    assert "1 recommendation matches" in text_of(page)
    assert [text_of(each) for each in page.iter("span") if each.get("class") == "cite-line"] == [cited]


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
