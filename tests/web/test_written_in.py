"""The language that an issue is written in: detected, or chosen by the user."""

import pytest

from search.query.detect_language import READ_LANGUAGES
from tests.web.inspect_page import page_of


def searched(client, data):
    """The page of results."""
    return page_of(client.post("/match", data=data))


def test_the_language_is_not_asked_for_before_a_text_was_read(client):
    assert page_of(client.get("/")).find(".//*[@name='written_in']") is None


def languages_asked(index):
    return [question.written_in for question in index.questions]


def test_the_choice_reaches_the_search_and_stays_on_the_page(client, index):
    page = searched(client, {"text": "filles", "state": "XAA", "written_in": "fr"})
    assert languages_asked(index) == ["fr"]
    assert page.find(".//form[@id='search']//input[@name='written_in']").get("value") == "fr"


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        pytest.param("Girls are married early", "Read as English · Edit", id="English"),
        pytest.param("Les filles sont mariées trop jeunes", "Read as French · Edit", id="another language"),
        pytest.param(
            "Wasichana wanaozwa wakiwa na umri mdogo sana na wazazi wao",
            "This seems to be Swahili · Edit",
            id="a language that is not read",
        ),
    ],
)
def test_beside_the_text_stands_how_it_was_read(client, text, read_as):
    page = searched(client, {"text": text})
    summary = page.find(".//form[@id='search']//details[@class='read-as']/summary")
    assert " ".join("".join(summary.itertext()).split()) == read_as
    # The form is a child of the same box as the text, and there is no other control for it.
    assert page.find(".//div[@class='field']/textarea/../details[@class='read-as']") is not None
    assert page.find(".//select[@id='written_in']") is None


def test_one_press_reads_the_same_text_in_another_language(client, index):
    text = "Las niñas se casan a una edad temprana"
    page = searched(client, {"text": text, "state": "XAA", "cycle": "2"})
    buttons = page.findall(".//form[@id='search']//button[@name='written_in']")
    assert {button.get("value") for button in buttons} == {"", *READ_LANGUAGES}
    assert [button.text for button in buttons if button.get("aria-current")] == ["Spanish"]
    assert all(button.get("formaction") is None for button in buttons)  # they post the whole form, text included
    # A browser sends the hidden field, which comes first, and the button that was pressed.
    searched(client, {"text": "tortura", "written_in": ["", "pt"]})
    searched(client, {"text": "tortura", "written_in": ["pt", ""]})
    assert languages_asked(index) == [None, "pt", None]


@pytest.mark.parametrize("written_in", ["", "fr"])
def test_enter_in_the_form_changes_no_language(client, written_in):
    # Browsers then press the first button of the form.
    page = searched(client, {"text": "tortura", "written_in": written_in})
    assert page.find(".//form[@id='search']//button").get("value") == written_in


def test_without_a_language_read_it_can_be_chosen(client):
    choice = searched(client, {"text": "A/HRC/907/1"}).find(".//select[@id='written_in']")
    assert {option.get("value") for option in choice.iter("option")} == {"", *READ_LANGUAGES}


@pytest.mark.parametrize("data", [{"text": "girls"}, {"text": "girls", "written_in": ""}])
def test_without_a_choice_it_is_detected(client, index, data):
    client.post("/match", data=data)
    assert languages_asked(index) == [None]


def test_a_language_that_is_not_read_is_refused(client):
    assert client.post("/match", data={"text": "wasichana", "written_in": "sw"}).status_code == 400
    answer = client.post("/api/match", json={"text": "wasichana", "written_in": "sw"})
    assert (answer.status_code, answer.json["error"]["kind"]) == (400, "UnknownFilter")


def test_programs_choose_it_too(client, index):
    assert client.post("/api/match", json={"text": "filles", "written_in": "fr"}).status_code == 200
    assert languages_asked(index) == ["fr"]
    assert client.post("/api/match", json={"text": "filles", "written_in": 7}).status_code == 400


@pytest.mark.parametrize(
    ("address", "data", "asked"),
    [
        pytest.param("/fr/match", {"text": "réfugiés"}, "fr", id="a word that may be of the page's language"),
        pytest.param("/match", {"text": "réfugiés"}, None, id="on an English page"),
        pytest.param("/fr/match", {"text": "prison overcrowding"}, None, id="English"),
        pytest.param("/fr/match", {"text": "réfugiés", "written_in": "es"}, "es", id="chosen"),
    ],
)
def test_a_few_words_are_read_in_the_language_of_the_page(client, index, address, data, asked):
    assert client.post(address, data=data, follow_redirects=True).status_code == 200
    assert set(languages_asked(index)) == {asked}
