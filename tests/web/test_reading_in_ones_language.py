"""A reader sees a record in the words of the edition in their language, where that is indexed, and cites that."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from docx import Document
from flask.testing import FlaskClient

from models.records.records import Place, Wording
from search import printed_request_of, request_of, words_of
from tests.web.conftest import site_over
from tests.web.inspect_page import page_of, text_of
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import PLEDGE, recommendation, symbol_of
from tests.web.own_forms import send
from tests.web.plans.plan_site import made
from tests.web.words_in_files import rows_of_csv
from web.files.office_files import address_of_words
from web.plans.plan_store import PlanStore
from web.site.settings import Settings

ENGLISH = "Plant oaks (Tamurin); Open shelters for girls (Brenmark);"
FRENCH = "Planter des chênes (Tamurin) ; Ouvrir des foyers pour les filles (Brenmark) ;"
ARABIC = "فتح ملاجئ للفتيات (برينمارك)؛"
PLEDGED = "La Vellanie ouvrira des foyers"
SYMBOL = symbol_of("SVN", 20)
SHELTERS = recommendation(
    "SVN",
    text="Open shelters for girls",
    quoted=ENGLISH,
    wordings=(
        Wording("ar", "فتح ملاجئ للفتيات", ARABIC, False, Place(SYMBOL, "115.1", 19)),
        Wording("fr", "Ouvrir des foyers pour les filles", FRENCH, False, Place(SYMBOL, "115.1", 17)),
    ),
)
PROMISED = replace(
    PLEDGE,
    text="Vellania will open shelters",
    wordings=(
        Wording(
            "fr",
            "La Vellanie ouvrira des foyers",
            "La Vellanie ouvrira des foyers",
            False,
            Place("A/HRC/907/1", "117", 23),
        ),
    ),
)
GIVEN_BY_AN_EXPORT = recommendation(
    text="Open shelters for girls",
    wordings=(
        Wording("es", "Abrir albergues", "Abrir albergues", False, Place("Universal Human Rights Index", None, None)),
    ),
)


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    return site_over(InventedIndex([SHELTERS]), Settings(plans=str(tmp_path / "plans.sqlite"))).test_client()


def main_of(client: FlaskClient, path: str, **form: str) -> Element:
    answer = client.post(path, data=form) if form else client.get(path)
    return page_of(answer).find(".//main")


def quoted(main: Element) -> list[tuple[str | None, str]]:
    """Language and words of each quotation, in their order."""
    return [(each.get("lang"), text_of(each)) for each in main.iter("blockquote")]


@pytest.mark.parametrize(
    ("code", "language", "words", "direction", "press"),
    [
        ("/fr", "fr", FRENCH, "ltr", "En anglais"),
        ("/ar", "ar", ARABIC, "rtl", "بالإنكليزية"),
    ],
)
def test_a_result_shows_the_readers_edition_and_english_at_one_press(
    client: FlaskClient, code: str, language: str, words: str, direction: str, press: str
) -> None:
    main = main_of(client, f"{code}/match", text="girls", state="SVN")
    (card,) = main.iterfind(".//section[@class='group']/ol[@class='hits']/li")
    assert quoted(card)[:2] == [(language, words), ("en", ENGLISH)]
    assert card.find(".//blockquote").get("dir") == direction
    folded = next(each for each in card.iter("details") if "edition" in each.get("class", ""))
    assert "open" not in folded.attrib
    assert text_of(folded.find("summary")).startswith(press)
    assert text_of(folded.find("blockquote")) == ENGLISH


def test_an_english_or_spanish_reader_sees_english_and_nothing_to_press(client: FlaskClient) -> None:
    for code in ("", "/es"):
        main = main_of(client, f"{code}/match", text="girls", state="SVN")
        (card,) = main.iterfind(".//section[@class='group']/ol[@class='hits']/li")
        assert quoted(card) == [("en", ENGLISH)]
        assert not [each for each in card.iter("details") if "edition" in each.get("class", "")]


def test_the_request_is_told_apart_in_the_edition_too(client: FlaskClient) -> None:
    quotation = main_of(client, "/fr/match", text="girls", state="SVN").find(".//ol[@class='hits']/li//blockquote")
    assert [text_of(rest) for rest in quotation.iterfind(".//span[@class='rest']")] == [
        "Planter des chênes (Tamurin) ;",
        "(Brenmark) ;",
    ]


@pytest.mark.parametrize(
    ("address", "typed", "marked"),
    [("/find", "girls", ["girls"]), ("/fr/find", "girls", []), ("/fr/find", "foyers", ["foyers"])],
)
def test_words_that_were_typed_are_marked_in_the_edition_that_is_shown(
    client: FlaskClient, address: str, typed: str, marked: list[str]
) -> None:
    quotation = main_of(client, address, text=typed).find(".//ol[@class='hits']/li//blockquote")
    assert [mark.text for mark in quotation.iter("mark")] == marked


def test_a_citation_names_the_page_of_the_edition(client: FlaskClient) -> None:
    card = main_of(client, "/fr/match", text="girls", state="SVN").find(".//ol[@class='hits']/li")
    assert f"{SYMBOL}, paragraphe 115.1, page 17" in text_of(card.find(".//p[@class='cite']"))
    record = main_of(client, "/fr/recommendation/SVN-20-115.1-1")
    citation = text_of(record.find(".//textarea"))
    assert f"{SYMBOL}, paragraphe 115.1, page 17" in citation
    assert f"« {FRENCH} »" in citation.replace("\u202f", " ").replace("\xa0", " ")
    assert "page 14" not in citation


def test_a_record_links_the_edition_and_lists_the_others(client: FlaskClient) -> None:
    record = main_of(client, "/fr/recommendation/SVN-20-115.1-1")
    assert quoted(record)[0] == ("fr", FRENCH)
    links = [link.get("href") for link in record.iter("a") if "undocs" in link.get("href", "")]
    assert links[0] == f"https://undocs.org/fr/{SYMBOL}"
    others = record.find(".//section[@class='wordings']")
    assert quoted(others) == [("en", ENGLISH), ("ar", ARABIC)]
    assert "page 14 du fichier" in text_of(others)


def test_the_list_and_a_plan_show_the_edition(client: FlaskClient) -> None:
    send(client, "/list", {"add": SHELTERS.id})
    assert quoted(main_of(client, "/fr/list")) == [("fr", FRENCH), ("en", ENGLISH)]
    plan = made(client, SHELTERS.id, state="SVN")
    for code, first in (("/fr", ("fr", FRENCH)), ("", ("en", ENGLISH))):
        main = main_of(client, code + plan)
        assert quoted(main)[0] == first
        assert not [each for each in main.iter("p") if each.get("class") == "remembered"]


def test_a_plan_made_in_french_differs_in_no_language(client: FlaskClient) -> None:
    send(client, "/list", {"add": SHELTERS.id})
    response = send(client, "/fr/plan", {"title": "Filles", "state": "SVN"})
    plan = response.request.path
    store: PlanStore = client.application.extensions["upr_plan_store"]
    (item,) = store.get(plan.rpartition("/")[2]).plan.items
    assert item.quoted == FRENCH
    assert "remembered" not in client.get(plan.removeprefix("/fr")).get_data(as_text=True)


def test_files_quote_the_edition_with_its_page_and_address(client: FlaskClient) -> None:
    form = {"text": "girls", "state": "SVN"}
    (row, *_) = rows_of_csv(client.post("/fr/match/download", data={**form, "format": "csv"}).data)
    assert row["Tel qu’imprimé"] == FRENCH
    assert FRENCH not in row["Dans d’autres langues"]
    assert ENGLISH in row["Dans d’autres langues"]
    assert row["Page du fichier"] == "17"
    document = Document(BytesIO(client.post("/fr/match/download", data={**form, "format": "docx"}).data))
    words = [paragraph.text for paragraph in document.paragraphs]
    assert FRENCH in words
    assert any("page 17" in line for line in words)


def test_addresses_in_files_are_those_of_the_edition(client: FlaskClient) -> None:
    in_french = client.application.test_request_context("/", environ_overrides={"upr.language": "fr"})
    with in_french:
        assert address_of_words(SHELTERS) == f"https://undocs.org/fr/{SYMBOL}"
        assert address_of_words(GIVEN_BY_AN_EXPORT) == "https://undocs.org/A/HRC/920/1"
        # What no edition in French has stays as it is in English.
        assert address_of_words(recommendation()) == "https://undocs.org/A/HRC/920/1"


def test_papers_quote_the_request_in_the_edition() -> None:
    asked = "Ouvrir des foyers pour les filles"
    assert (request_of(SHELTERS, "fr").words, printed_request_of(SHELTERS, "fr").words) == (asked, asked)
    assert request_of(SHELTERS, "fr").place == Place(SYMBOL, "115.1", 17)
    assert request_of(SHELTERS, "es").words == "Open shelters for girls"
    assert words_of(SHELTERS, "ar").words == ARABIC


def test_json_is_the_same_in_all_languages(client: FlaskClient) -> None:
    answer = client.get("/api/v1/recommendation/SVN-20-115.1-1", headers={"Accept-Language": "fr"}).get_json()
    assert (answer["language"], answer["quoted"]) == ("en", ENGLISH)


def test_a_pledge_is_read_in_ones_language() -> None:
    main = main_of(site_over(InventedIndex([], pledge=PROMISED)).test_client(), f"/fr/commitment/{PLEDGE.id}")
    assert quoted(main)[0] == ("fr", PLEDGED)
    assert "page 23" in text_of(main.find(".//textarea"))


def test_words_of_an_export_are_said_to_be_its_own(client_over) -> None:
    client = client_over(GIVEN_BY_AN_EXPORT)
    card = main_of(client, "/es/match", text="girls", state="XAA").find(".//ol[@class='hits']/li")
    assert quoted(card)[0] == ("es", "Abrir albergues")
    cited = text_of(card.find(".//p[@class='cite']"))
    assert "A/HRC/920/1, párrafo 115.1; texto según el Índice Universal de Derechos Humanos" in cited
    assert "página 14" not in cited


@pytest.mark.parametrize(
    ("encoder", "right"),
    [
        ("all-MiniLM-L6-v2", {"/fr": "331", "/es": "344", "/ar": "216"}),
        ("all-mpnet-base-v2", {"/fr": "563", "/es": "588", "/ar": "517"}),
        ("letters", {}),
    ],
)
def test_how_often_words_were_right_is_said_of_the_model_and_of_the_language_of_the_page(
    index: InventedIndex, monkeypatch: pytest.MonkeyPatch, encoder: str, right: dict[str, str]
) -> None:
    overview = replace(index.overview(), encoder=encoder)
    monkeypatch.setattr(index, "overview", lambda: overview)
    client = site_over(index).test_client()
    words = {code: text_of(main_of(client, f"{code}/about")) for code in ("/fr", "/es", "/ar", "")}
    for code, figure in right.items():
        assert [other for other in words if figure in words[other]] == [code, ""]
    nothing = "For the language model of this index nothing was measured." in words[""]
    assert nothing == (not right)
