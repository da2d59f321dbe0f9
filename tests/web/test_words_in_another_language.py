"""On pages in French, Spanish and Arabic, words in English are marked as such, or as of no known language."""

import pytest
from flask.testing import FlaskClient
from flask_babel import force_locale

from models.records.enums import Position, Qualified
from models.records.records import Conflict, Label, Origin, Place, Sponsor
from tests.web.conftest import site_over
from tests.web.english_on_pages import in_english
from tests.web.inspect_page import page_of, parse, text_of
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import NORM, OBSERVATION, PLEDGE, REPORTED, recommendation
from web.states.partners import translated_source

GROUP = "Amber Coast Group"
"""Of the invented States."""
UNKNOWN_THEME = "Rights of the fishermen and of their guests"
"""No list has it, so that no language has words for it."""
QUALIFIED = recommendation(
    labels=(Label("uhri", UNKNOWN_THEME, Origin.SOURCE), Label("uhri", "24. Right to health", Origin.SOURCE)),
    sponsors=(Sponsor("XAB", "Brenmark"),),
    position=Position.NOTED,
    qualified=Qualified.PART,
    position_words="accepts the first half of the sentence",
    comment="We stand for the rights of the child.",
    comment_source=Place("A/HRC/920/1/Add.1", "9", 4),
    conflicts=(Conflict(Place("A/HRC/920/1", "3", 2), Position.SUPPORTED, "supports most of the asks"),),
)
PATHS = [
    "/",
    "/about",
    "/states",
    "/state/XAA",
    "/themes",
    "/themes/detention",
    "/browse?under_review=XAA",
    f"/recommendation/{QUALIFIED.id}",
    f"/commitment/{PLEDGE.id}",
    f"/observation/{OBSERVATION.id}",
    f"/observation/{NORM.id}",
    f"/reported/{REPORTED.id}",
    "/find",
    "/uptake",
    "/list",
    "/nowhere",
]
FORMS = [
    ("/match", {"text": "girls", "state": "XAA"}),
    ("/match", {"text": "shelters", "state": "XAA", "to": "reported"}),
]


@pytest.fixture(scope="module")
def client() -> FlaskClient:
    return site_over(InventedIndex([QUALIFIED])).test_client()


@pytest.mark.parametrize("language", ["fr", "es", "ar"])
def test_nothing_english_is_said_to_be_in_the_language_of_the_page(client: FlaskClient, language: str) -> None:
    found = {}
    for path, form in [*((path, None) for path in PATHS), *FORMS]:
        address = f"/{language}{path}"
        answer = client.get(address) if form is None else client.post(address, data=form)
        assert answer.status_code == (404 if path == "/nowhere" else 200), address
        page = page_of(answer)
        if texts := list(in_english(page, language, f"{GROUP} {form['text'] if form else ''}")):
            found[path] = texts
    assert found == {}


def test_a_theme_with_the_number_of_its_list_is_in_the_language_of_the_page(client: FlaskClient) -> None:
    page = text_of(page_of(client.get(f"/fr/recommendation/{QUALIFIED.id}")))
    assert "24. Droit à la santé" in page
    assert UNKNOWN_THEME in page


def test_words_of_a_list_that_coded_a_position_are_marked_in_its_language() -> None:
    place = Place("UPR Info", "", 0)
    record = recommendation(position_source=place, position=Position.NOTED, position_words="Not accepted")
    page = site_over(InventedIndex([record])).test_client().get(f"/fr/recommendation/{record.id}")
    text = page.get_data(as_text=True)
    assert 'codée «\xa0<bdi lang="en">Not accepted</bdi>\xa0» par' in text
    assert "mots de Vellania" in text


def test_words_in_common_are_in_the_language_of_what_was_found(client: FlaskClient) -> None:
    page = client.post("/es/match", data={"text": "girls", "state": "XAA"}).get_data(as_text=True)
    assert 'palabras en común: <bdi lang="en">girls</bdi>' in page


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        pytest.param("fr", "WTOP News, «\xa0{}\xa0»", id="French"),
        pytest.param("ar", "WTOP News، «{}»", id="Arabic"),
    ],
)
def test_title_that_stays_in_a_source_is_marked(language: str, shown: str) -> None:
    title = '<span lang="en" dir="ltr">5 United Nations Agencies You Need to Know</span>'
    app = site_over(InventedIndex([QUALIFIED]))
    with app.app_context(), force_locale(language):
        assert translated_source("WTOP News, “5 United Nations Agencies You Need to Know”") == shown.format(title)


def test_words_between_quotation_marks_that_are_translated_are_not_marked() -> None:
    app = site_over(InventedIndex([QUALIFIED]))
    with app.app_context(), force_locale("fr"):
        assert translated_source("Office of the High Commissioner, About the mandate") == (
            "Haut-Commissariat, page «\xa0À propos du mandat\xa0»"
        )


def test_english_that_is_not_marked_is_seen() -> None:
    page = parse(
        '<!doctype html><html lang="fr"><head><title>Your list</title></head><body>'
        '<p>Le <bdi>Office of the Ombudsman</bdi> et <bdi lang="en">the other of them</bdi> ; '
        'droits de l’homme <button title="Copy">3</button> <i>noted</i>, July 2031</p></body></html>'
    )
    assert set(in_english(page, "fr")) == {"Your list", "Office of the Ombudsman", "Copy", "noted", ", July 2031"}


def test_what_is_the_same_in_both_languages_is_not_english() -> None:
    page = parse(
        '<!doctype html><html lang="fr"><head><title>Recommandations - UPR Follow-up</title></head><body>'
        "<p>Position, article 3 ; www.ohchr.org, mots AND autres</p></body></html>"
    )
    assert list(in_english(page, "fr")) == []
