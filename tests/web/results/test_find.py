import pytest

from search import open_index
from tests.search.invented_index import Request, build
from tests.web.conftest import site_over
from tests.web.inspect_page import main_of, page_of, parse, text_of


def test_form_explains_the_query_language(client):
    page = client.get("/find").get_data(as_text=True)
    assert "Words to look for" in page
    assert "birth registration" in page


def test_words_are_found_and_kept_in_the_box(client):
    page = client.post("/find", data={"text": 'quarries "labour inspectors"'}).get_data(as_text=True)
    assert "8 recommendations: “" in page
    assert parse(page).find(".//input[@id='text']").get("value") == 'quarries "labour inspectors"'


def test_notes_of_search_are_shown(client):
    page = client.post("/find", data={"text": '"quarries'}).get_data(as_text=True)
    assert "The keywords were read as plain words, because" in text_of(parse(page))


def client_of(folder, *requests):
    """A client of a site over these requests, or texts of some."""
    each = [text if isinstance(text, Request) else Request(text) for text in requests]
    return site_over(open_index(build(folder, each))).test_client()


def test_what_was_meant_is_one_button_away(tmp_path):
    client = client_of(tmp_path, "Visit prisons", "Plant trees")
    page = page_of(client.post("/find", data={"text": "prisonns"}, follow_redirects=True))
    assert "Did you mean prisons?" in text_of(page)
    button = page.find(".//button[@name='text']")
    assert text_of(button) == "Search for prisons"
    pressed = {"text": ["prisonns", button.get("value")]}
    found = client.post(button.get("formaction"), data=pressed, follow_redirects=True).get_data(as_text=True)
    assert "Visit prisons" in text_of(parse(found))
    answer = client.post("/api/v1/find", json={"text": "prisonns"}).get_json()
    assert (answer["did_you_mean"], answer["notes"]) == ("prisons", ["Did you mean prisons?"])


def test_the_citation_of_a_card_leads_back_to_its_record(tmp_path):
    client = client_of(tmp_path, "Visit prisons", "Plant trees")

    def found_by(words: str):
        return page_of(client.post("/find", data={"text": words}, follow_redirects=True))

    cited = text_of(found_by("prisons").find(".//*[@class='cite-line']"))
    page = found_by(cited)
    assert "1 recommendation: “" in text_of(page)
    assert [text_of(each) for each in page.iter("span") if each.get("class") == "cite-line"] == [cited]


def test_query_in_the_address_is_ignored(client):
    page = client.get("/find?text=quarries").get_data(as_text=True)
    assert "quarries" not in page


def test_nothing_found_gives_next_steps(client):
    page = client.post("/find", data={"text": "zzz"}).get_data(as_text=True)
    assert "Nothing found: “" in page
    assert "join them with OR" in page


@pytest.mark.parametrize(
    ("text", "words"),
    [("", "Type at least one word to look for."), ("x" * 10_001, "Shorten the text")],
)
def test_problem_is_named(client, text, words):
    response = client.post("/find", data={"text": text})
    assert response.status_code == 400
    assert words in response.get_data(as_text=True)


TEXTS = {
    "en": [
        "Allow birth registration where women gave birth to children in a prison",
        "Punish traffickers, end torture and FGM by order of the Government, whatever the threat of death",
    ],
    "fr": [
        "Abolir la peine de mort, qui est une peine mort-née",
        "Punir la torture, la MGF et toute discrimination des travailleuses par le gouvernement",
        "Apprendre à lire aux enfants en prison",
    ],
    "es": [
        "Abolir la pena de muerte, pena muerte ya en sus leyes",
        "Castigar la tortura, la MGF y toda discriminación de las trabajadoras por el gobierno",
        "Enseñar a leer a los niños en la cárcel",
    ],
    "ar": [
        "إلغاء عقوبة الإعدام",
        "منع التعذيب ومكافحة الإيدز وإنهاء التمييز ضد العائلات من قبل الحكومة",
        "تعليم القراءة لجميع الأطفال في السجن",
    ],
}
"""Invented, with the words of the examples in whatever forms these are to find."""


def examples_on(page) -> list[tuple[str | None, str]]:
    """What is typed in the examples, and in which language where it is another than the page's."""
    return [(each.get("lang"), text_of(each)) for each in page.iter("kbd")]


@pytest.fixture(scope="module", params=["fr", "es", "ar"])
def in_language(request, tmp_path_factory):
    """A language, a site with texts in English alone and one with texts in both."""
    folder = tmp_path_factory.mktemp(request.param)
    own = [Request(text, language=request.param) for text in TEXTS[request.param]]
    return request.param, client_of(folder / "one", *TEXTS["en"]), client_of(folder / "two", *TEXTS["en"], *own)


def test_examples_are_in_the_language_of_texts_and_find_some(in_language):
    language, english_alone, both = in_language
    for client, is_english in ((english_alone, True), (both, False)):
        page = page_of(client.get(f"/{language}/find"))
        examples = examples_on(page)
        assert len(examples) > 10
        assert ("en" in {lang for lang, _ in examples}) == is_english
        for _, query in examples:
            assert client.post("/api/v1/find", json={"text": query}).get_json()["total"], query


def test_the_languages_of_the_texts_are_said_where_they_are_not_that_of_the_page(in_language):
    language, english_alone, both = in_language
    name = {"fr": "anglais", "es": "inglés", "ar": "الإنكليزية"}[language]
    for client in (english_alone, both):
        form = page_of(client.get(f"/{language}/find"))
        nothing = client.post(f"/{language}/find", data={"text": "zzz"}, follow_redirects=True).get_data(as_text=True)
        assert name in text_of(form.find(".//main"))
        assert name in text_of(parse(nothing).find(".//main"))
    assert "The texts indexed here" not in english_alone.get("/find").get_data(as_text=True)
    assert "The texts indexed here" in both.get("/find").get_data(as_text=True)


@pytest.fixture(scope="module")
def in_other_languages(tmp_path_factory):
    texts = ["Abolish the death penalty", "Commute the death penalties of sailors", "Abolir la peine de mort"]
    texts += ["Ratify the Convention against Torture", "Plant trees"]
    return client_of(tmp_path_factory.mktemp("languages"), *texts)


def found_in(client, language: str, words: str):
    answer = client.post(f"{language}/find", data={"text": words}, follow_redirects=True)
    return main_of(answer)


@pytest.mark.parametrize(
    ("language", "typed", "offered"),
    [
        pytest.param("/fr", "peine de mort", "Death penalty", id="found in one French text"),
        pytest.param("/es", "Pena de muerte", "Death penalty", id="found in none"),
        pytest.param("/ar", "عقوبة الإعدام", "Death penalty", id="Arabic"),
        pytest.param("/fr", "peine de mort NOT marins", None, id="more than the name of an issue"),
        pytest.param("/fr", "Death penalty", None, id="typed in English"),
        pytest.param("/fr", "Liberté de circulation", None, id="an issue of which no text is"),
        pytest.param("", "peine de mort", None, id="a page in English"),
    ],
)
def test_english_words_of_an_issue_are_offered_where_they_find_more(
    in_other_languages, language, typed, offered
) -> None:
    buttons = found_in(in_other_languages, language, typed).iterfind(".//p[@class='next-step own-words']/button")
    assert [button.get("value") for button in buttons] == ([offered] if offered else [])


def test_offered_words_are_searched_by_one_press(in_other_languages) -> None:
    page = found_in(in_other_languages, "/fr", "peine de mort")
    assert "Abolir la peine de mort" in text_of(page)
    assert "Commute the death" not in text_of(page)
    button = page.find(".//p[@class='next-step own-words']/button")
    assert button.find("bdi").get("lang") == "en"
    pressed = {"text": ["peine de mort", button.get("value")]}
    found = in_other_languages.post(button.get("formaction"), data=pressed, follow_redirects=True)
    assert "Commute the death penalties of sailors" in text_of(page_of(found))


@pytest.mark.parametrize("language", ["/fr", "/es", "/ar"])
def test_results_say_in_which_languages_texts_are(in_other_languages, language: str) -> None:
    said = {"/fr": "Langue des textes indexés ici : anglais", "/es": "inglés", "/ar": "الإنكليزية"}[language]
    assert said in text_of(found_in(in_other_languages, language, "trees")).replace("\xa0", " ")


def test_a_treaty_by_its_title_in_another_language_is_found(in_other_languages) -> None:
    page = text_of(found_in(in_other_languages, "/fr", "Convention contre la torture"))
    assert "Ratify the Convention against Torture" in page
    assert "a aussi été cherché sous" in page


@pytest.mark.parametrize("language", ["fr", "es", "ar"])
def test_names_that_a_note_tells_are_marked_in_their_language(tmp_path, language):
    client = client_of(tmp_path, "Ratify the Convention on the Rights of the Child")
    typed = {"text": "Convention relative aux droits de l’enfant"}
    page = page_of(client.post(f"/{language}/find", data=typed, follow_redirects=True))
    (note,) = page.findall(".//details[@class='coverage-line notes own-words']/summary")
    isolated = [(text_of(words), words.get("lang")) for words in note.iter("bdi")]
    assert isolated[0] == (typed["text"], "")
    assert ("Convention on the Rights of the Child", "en") in isolated
    assert "“" not in text_of(note) or language == "es"


def test_what_is_typed_stands_escaped_in_a_note(tmp_path):
    client = client_of(tmp_path, "Visit prisons")
    sent = {"text": "pris* <i>x</i>*"}
    page = page_of(client.post("/find", data=sent, follow_redirects=True))
    assert page.findall(".//details//i") == []
