"""On pages in French, Spanish and Arabic, words in English are marked as such, or as of no known language.

What is English is told by words that stand in every English text and in none of the others.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest
from flask.testing import FlaskClient

from models.records.enums import Position, Qualified
from models.records.records import Conflict, Label, Origin, Place, Sponsor
from tests.web.conftest import site_over
from tests.web.inspect_page import parse, text_of
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import NORM, OBSERVATION, PLEDGE, REPORTED, recommendation

ENGLISH = re.compile(r"\b(the|of|and|with|which|are|that|from|were|this|for)\b")
NOT_READ_ALOUD = {"script", "style", "code", "kbd", "title", "textarea"}
"""The last two can hold no tags."""
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
    "/state/XAA/documents",
    "/state/XAA/calendar",
    "/themes",
    "/themes/detention",
    "/browse?under_review=XAA",
    f"/recommendation/{QUALIFIED.id}",
    f"/commitment/{PLEDGE.id}",
    f"/observation/{OBSERVATION.id}",
    f"/observation/{NORM.id}",
    f"/reported/{REPORTED.id}",
    "/lobby",
    "/find",
    "/reported",
    "/uptake",
    "/list",
    "/nowhere",
]
FORMS = [("/match", {"text": "girls", "state": "XAA"}), ("/reported", {"text": "shelters", "state": "XAA"})]


def in_english(main: Element, language: str) -> Iterator[str]:
    """Texts with an English word that are said to be in the language of the page."""
    if main.tag in NOT_READ_ALOUD or (main.get("lang") not in (None, language)):
        return
    for text in (main.text, *(child.tail for child in main)):
        if text and ENGLISH.search(text):
            yield " ".join(text.split())
    for child in main:
        yield from in_english(child, language)


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
        page = parse(answer.get_data(as_text=True)).find(".//body")
        assert page is not None
        if texts := list(in_english(page, language)):
            found[path] = texts
    assert found == {}


def test_a_theme_with_the_number_of_its_list_is_in_the_language_of_the_page(client: FlaskClient) -> None:
    page = text_of(parse(client.get(f"/fr/recommendation/{QUALIFIED.id}").get_data(as_text=True)))
    assert "24. Droit à la santé" in page
    assert UNKNOWN_THEME in page


def test_english_that_is_not_marked_is_seen() -> None:
    page = parse(
        '<!doctype html><html lang="fr"><head><title>P</title></head><body>'
        '<p>Le <bdi>Office of the Ombudsman</bdi> et <bdi lang="en">the other of them</bdi> ; '
        "droits de l’homme</p></body></html>"
    )
    assert list(in_english(page.find(".//body"), "fr")) == ["Office of the Ombudsman"]
