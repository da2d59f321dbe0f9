"""The language of a page is what its address says; links, forms, redirects and errors stay in it."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from flask.testing import FlaskClient

from models.records.records import Sponsor
from models.reviews.states import StateTable
from search.datamodel.answer import StateInIndex
from search.snapshot.snapshot import Snapshot
from tests.web.conftest import site_over
from tests.web.inspect_page import ADDRESSES, page_of, parse, text_of
from tests.web.invented_index import InventedIndex
from tests.web.invented_records import PLEDGE, STATES, recommendation
from tests.web.own_forms import FROM_HERE, send, token_of
from web.site.language import prepare_language

PRISONS = "Let judges visit prisons"
RECORD = "/recommendation/XAA-20-115.1-1"
FRENCH = {
    "Describe an issue": "Décrire une question",
    "Not found": "Introuvable",
    "Language": "Langue",
    "Position": "Réponse",
    "Not done": "Cela n’a pas été fait",
}
PAGES = ["/", "/about", "/browse", "/find", "/list", "/states", "/themes", "/state/XAA", RECORD]


def write_catalogue(folder: Path, language: str, messages: dict[str, str], doubtful: dict[str, str]) -> None:
    catalogue = Catalog(locale=language)
    for message, translation in messages.items():
        catalogue.add(message, translation)
    for message, translation in doubtful.items():
        catalogue.add(message, translation, flags=["fuzzy"])
    path = folder / language / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_po(file, catalogue)


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("translations")
    write_catalogue(folder, "fr", FRENCH, {"Search by keyword": "Chercher par mot"})
    write_catalogue(folder, "ar", {"Describe an issue": "صف مسألة"}, {})
    return folder


@pytest.fixture
def client(catalogues: Path) -> FlaskClient:
    app = site_over(InventedIndex())
    prepare_language(app, catalogues)
    return app.test_client()


def language_links(html: str) -> dict[str, str]:
    """Where the links to other languages lead, by what they say."""
    navigation = parse(html).find(".//nav[@class='languages']")
    return {} if navigation is None else {text_of(link): link.get("href", "") for link in navigation.iter("a")}


@pytest.mark.parametrize(
    ("path", "language", "words"),
    [
        ("/", "en", "Describe an issue"),
        ("/fr/", "fr", "Décrire une question"),
        ("/fr", "fr", "Décrire une question"),
        ("/ar/", "ar", "صف مسألة"),
        ("/fr/nowhere", "fr", "Introuvable"),
        ("/fr/state/Atlantis", "fr", "Introuvable"),
        ("/fr/about", "fr", "Search by keyword"),
    ],
)
def test_a_page_is_in_the_language_of_its_address(client: FlaskClient, path: str, language: str, words: str) -> None:
    html = client.get(path, headers={"Accept-Language": "es, fr;q=0.9"}).get_data(as_text=True)
    assert parse(html).get("lang") == language
    assert words in html


@pytest.mark.parametrize(
    "path",
    "/de/ /es/ /en/ /FR/ /fr/fr/ /fr/ar/states /fr/api/ /fr/healthz /fr/static/style.css /frstates".split(),
)
def test_no_other_address_is_added(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", PAGES)
def test_all_links_and_forms_of_a_page_stay_in_its_language(client: FlaskClient, path: str) -> None:
    page = page_of(client.get(f"/fr{path}"))
    switches = {id(link) for link in page.find(".//nav[@class='languages']").iter("a")}
    addresses = {
        element.get(attribute, "")
        for element in page.iter()
        for attribute in ADDRESSES
        if id(element) not in switches and element.get(attribute, "").startswith("/")
    }
    leading_out = {each for each in addresses if not each.startswith("/fr/")}
    assert all(each.startswith(("/static/", "/api/")) for each in leading_out)
    assert any(each.startswith("/static/") for each in leading_out)
    for address in leading_out:
        assert client.get(address, follow_redirects=True).status_code == 200


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/fr/match", "/fr/"),
        ("/fr/state/xaa", "/fr/state/XAA"),
        ("/fr/find/download", "/fr/find"),
        ("/state/xaa", "/state/XAA"),
    ],
)
def test_redirects_stay_in_the_language(client: FlaskClient, path: str, leads_to: str) -> None:
    response = client.get(path)
    assert response.status_code in (301, 303)
    assert response.headers["Location"] == leads_to


def test_a_search_is_made_in_the_language_and_looked_at_in_another(client: FlaskClient) -> None:
    response = client.post("/fr/match", data={"text": PRISONS}, follow_redirects=False)
    assert response.status_code == 303
    found = response.headers["Location"]
    assert found.startswith("/fr/results/")
    links = language_links(client.get(f"{found}?layout=table").get_data(as_text=True))
    assert links["English"] == f"{found.removeprefix('/fr')}?layout=table"
    assert page_of(client.get(links["English"])).get("lang") == "en"


def test_a_form_that_lacks_something_is_shown_in_the_language(client: FlaskClient) -> None:
    response = client.post("/fr/match", data={"text": ""})
    assert response.status_code == 400
    html = response.get_data(as_text=True)
    assert "Décrire une question" in html
    assert language_links(html)["English"] == "/match"
    assert client.get("/match").headers["Location"] == "/"


def test_a_file_speaks_the_language(client: FlaskClient) -> None:
    for prefix, heading in (("", "Position"), ("/fr", "Réponse")):
        response = client.post(f"{prefix}/match/download", data={"text": PRISONS, "format": "csv"})
        header = next(csv.reader(response.data.decode("utf-8-sig").splitlines()))
        assert heading in header


def test_the_list_is_one_in_all_languages(client: FlaskClient) -> None:
    token = token_of(client.get("/fr/list"))
    data = {"token": token, "add": PLEDGE.id, "back": "/browse"}
    from_page = {**FROM_HERE, "Referer": "http://localhost/fr/browse?position=noted"}
    response = client.post("/fr/list", data=data, headers=from_page, follow_redirects=False)
    assert response.headers["Location"].startswith("/fr/browse?position=noted#")
    assert PLEDGE.id in client.get("/list").get_data(as_text=True)
    assert send(client, "/fr/list/forget").request.path == "/fr/list"


def test_a_form_sent_again_stays_in_the_language(client: FlaskClient) -> None:
    response = client.post("/fr/list/keep", data={"token": "old"}, headers=FROM_HERE)
    assert response.status_code == 403
    form = page_of(response).find(".//main//form")
    assert form is not None
    assert form.get("action") == "/fr/list/keep"


@pytest.mark.parametrize(
    ("path", "path_in_all"),
    [
        ("/", "/"),
        ("/browse?under_review=XAA&position=noted&position=supported", None),
        ("/browse?group=Amber+Coast+Group&position=noted", None),
        ("/browse?position=noted&words=of+a+stranger", "/browse?position=noted"),
        ("/state/XAA/review/20?by_stakeholders=silent&later_position=noted", None),
        ("/recommendation/none", "/recommendation/none"),
        ("/nowhere/for%20you", "/"),
        ("/api/v1/", "/"),
    ],
)
def test_a_page_links_to_itself_in_each_language(client: FlaskClient, path: str, path_in_all: str | None) -> None:
    expected = path_in_all or path
    links = language_links(client.get(path).get_data(as_text=True))
    assert links == {"English": expected, "Français": f"/fr{expected}", "العربية": f"/ar{expected}"}
    assert list(links) == ["English", "Français", "العربية"]
    if not path.startswith("/api/"):
        assert language_links(client.get(f"/fr{path}").get_data(as_text=True)) == links


def test_the_links_say_their_language_and_where_one_is(client: FlaskClient) -> None:
    page = page_of(client.get("/fr/about"))
    links = page.findall(".//nav[@class='languages']//a")
    assert [link.get("lang") for link in links] == ["en", "fr", "ar"]
    assert [link.get("hreflang") for link in links] == ["en", "fr", "ar"]
    assert [link.get("dir") for link in links] == ["ltr", "ltr", "rtl"]
    assert [link.get("rel") for link in links] == ["alternate"] * 3
    assert [link.get("aria-current") for link in links] == [None, "true", None]
    nowhere = page_of(client.get("/fr/nowhere"))
    assert [link.get("rel") for link in nowhere.findall(".//nav[@class='languages']//a")] == [None] * 3


def test_one_language_needs_no_links(tmp_path: Path) -> None:
    app = site_over(InventedIndex())
    prepare_language(app, tmp_path)
    client = app.test_client()
    assert language_links(client.get("/").get_data(as_text=True)) == {}
    assert client.get("/fr/").status_code == 404


def test_the_api_speaks_english(client: FlaskClient) -> None:
    answer = client.get("/api/v1/recommendation/none", headers={"Accept-Language": "fr"}).get_json()
    assert answer["error"]["message"].startswith("There is no")
    assert page_of(client.get("/api/v1/")).get("lang") == "en"


def test_states_have_their_names_in_the_language_and_its_order(catalogues: Path) -> None:
    class Index(InventedIndex):
        @property
        def snapshot(self) -> Snapshot:
            real = [StateTable.built_in()[code] for code in ("DEU", "EGY", "CHE")]
            states = tuple(StateInIndex(state, 1, 5, 5) for state in (*real, *STATES[:1]))
            return replace(super().snapshot, states_in_index=states)

    app = site_over(Index())
    prepare_language(app, catalogues)
    client = app.test_client()
    for prefix, names in (
        ("", ["Egypt", "Germany", "Switzerland", "Vellania"]),
        ("/fr", ["Allemagne", "Égypte", "Suisse", "Vellania"]),
        ("/ar", ["Vellania", "ألمانيا", "سويسرا", "مصر"]),
    ):
        page = page_of(client.get(f"{prefix}/"))
        options = page.findall(".//select[@id='state']/option")
        assert [text_of(option) for option in options if option.get("value")] == names


def test_recommending_states_have_their_names_in_the_language(catalogues: Path) -> None:
    record = recommendation(sponsors=(Sponsor("ESP", "Spain"), Sponsor("XAB", "Brenmark")))
    app = site_over(InventedIndex([record]))
    prepare_language(app, catalogues)
    client = app.test_client()
    for prefix, names in (("", "Spain, Brenmark"), ("/fr", "Espagne, Brenmark")):
        page = page_of(client.get(f"{prefix}/recommendation/{record.id}"))
        assert names in text_of(page.find(".//main"))
        data = {"text": "shelters for girls", "format": "csv"}
        content = client.post(f"{prefix}/match/download", data=data).data.decode("utf-8-sig")
        assert names.replace(", ", "; ") in content
