"""Every page that a test fetches is inspected here, so that a new page is covered the day it is written."""

import csv
from collections import Counter
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from search import FILTER_FIELDS
from tests.paths import REPOSITORY
from tests.web.strict_html import parse


def addresses_of_tables() -> set[str]:
    """All addresses in the tables of partners that come with the program."""
    found: set[str] = set()
    for table in (REPOSITORY / "models" / "partners").glob("*.csv"):
        for row in csv.DictReader(table.read_text(encoding="utf-8").splitlines()):
            found |= {row["address"], row.get("page") or ""}
    return found - {""}


SITE_NAME = " - UPR Follow-up"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
ADDRESSES = ("href", "src", "action", "formaction", "poster", "data", "srcset", "ping", "cite")
UN_DOCUMENTS = (
    "https://undocs.org/",
    "https://www.ohchr.org/en/hr-bodies/",
    "https://tbinternet.ohchr.org/",
    "https://worldconference.ilga.org/upr-deadlines",
)
OF_PARTNERS = ("https://treaties.un.org/", "https://example.org/", *addresses_of_tables())
"""What the tables of partners name, and those of tests."""
OF_PAGES = """
    page sort order struck per_page layout format state record show behind remove earlier later
    by_state by_un by_stakeholders again later_position readers moment occasion evidence pace status joint stays to
    news upload deleted
    """
PARAMETERS = {*FILTER_FIELDS, *OF_PAGES.split()}
"""What may stand in the query of an address: values from lists, numbers, codes and ids; no words of a user."""
LANGUAGES = {"", "ar", "en", "es", "fr", "ru", "zh"}
POSITION_CHIPS = {
    "To check",
    "Supported",
    "Noted",
    "Pending",
    "Unknown",
    "Invented sample",
    "Voluntary commitment",
    *(
        f"Coded {position} by {coder}"
        for position in ("supported", "noted", "pending", "unknown")
        for coder in ("UPR Info", "OHCHR in its thematic list", "the Universal Human Rights Index")
    ),
}


def inspect_page(response: TestResponse) -> None:
    """Fail on anything that no page of the site may have."""
    page = parse(response.get_data(as_text=True))
    check_headers(response)
    check_robots(response)
    check_document(page, response.request.path)
    check_headings(page)
    check_landmarks(page)
    check_ids(page)
    check_controls(page)
    check_addresses(page)
    check_nothing_inline(page)
    if page.get("lang") == "en":
        check_chips(page)
    check_links_of_results(page)


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def page_of(response: TestResponse) -> Element:
    return parse(response.get_data(as_text=True))


def main_of(response: TestResponse) -> Element:
    """What a page holds beside navigation and footer."""
    main = page_of(response).find(".//main")
    assert main is not None
    return main


def words_of(response: TestResponse) -> str:
    return text_of(main_of(response))


def main_at(client: FlaskClient, address: str) -> Element:
    """What a page that is there holds."""
    response = client.get(address)
    assert response.status_code == 200, address
    return main_of(response)


def words_at(client: FlaskClient, address: str) -> str:
    return text_of(main_at(client, address))


def check_headers(response: TestResponse) -> None:
    policy = response.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "Set-Cookie" not in response.headers
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(response.headers["Permissions-Policy"].split(", "))
    assert response.headers["Cache-Control"] == "no-store"


def check_robots(response: TestResponse) -> None:
    """Pages whose address is all that protects them are listed by no search engine; one that is not there hides
    nothing."""
    if response.status_code == 404:
        return
    path = f"/{response.request.path.strip('/')}/"
    if "/results/" in path or "/plan/" in path:
        assert "noindex" in response.headers["X-Robots-Tag"]


def check_document(page: Element, path: str) -> None:
    assert page.get("lang") in ("en", path.split("/")[1]), "nothing but the address chooses a language"
    assert page.get("dir") == ("rtl" if page.get("lang") == "ar" else "ltr")
    titles = page.findall("./head/title")
    assert len(titles) == 1
    assert text_of(titles[0]).removesuffix(SITE_NAME) != text_of(titles[0]), "the title ends with the site's name"
    assert page.find("./head/meta[@name='viewport']") is not None
    for element in page.iter():
        assert element.get("lang", "en") in LANGUAGES
        assert element.get("dir", "ltr") in ("ltr", "rtl", "auto")


def check_headings(page: Element) -> None:
    levels = [int(element.tag[1]) for element in page.iter() if element.tag in HEADINGS]
    assert levels.count(1) == 1
    assert levels[0] == 1
    for before, after in pairwise(levels):
        assert after <= before + 1, f"an h{after} follows an h{before}"
    assert all(text_of(element) for element in page.iter() if element.tag in HEADINGS)


def check_landmarks(page: Element) -> None:
    body = page.find("./body")
    assert body is not None
    skip_links = body.findall("./a")
    assert [child.tag for child in body] == [*["a"] * len(skip_links), "header", "main", "footer"]
    assert len(skip_links) in (1, 2)
    assert body[0].get("href") == "#main", "the skip link comes first"
    assert body.find("./main").get("id") == "main"
    labels = [element.get("aria-label") for element in page.iter("nav")]
    assert all(labels)
    assert len(labels) == len(set(labels))


def check_ids(page: Element) -> None:
    ids = [element.get("id") for element in page.iter() if element.get("id") is not None]
    assert not [found for found, times in Counter(ids).items() if times > 1], "ids are unique"
    for element in page.iter():
        for attribute in ("for", "form", "aria-labelledby", "aria-describedby"):
            missing = set((element.get(attribute) or "").split()) - set(ids)
            assert not missing, f"{attribute} names {missing}"
        if (element.get("href") or "").startswith("#"):
            assert element.get("href")[1:] in ids


def check_controls(page: Element) -> None:
    labelled = {label.get("for") for label in page.iter("label")}
    wrapped = {id(control) for label in page.iter("label") if text_of(label) for control in label.iter()}
    for element in page.iter():
        if element.tag in ("input", "select", "textarea") and element.get("type") != "hidden":
            assert id(element) in wrapped or element.get("id") in labelled, f"{element.attrib} has a label"
        if element.tag in ("a", "button", "summary", "legend", "label"):
            assert text_of(element), f"a {element.tag} has words"
        if element.tag == "details":
            assert element[0].tag == "summary"
        if element.tag == "fieldset":
            assert element[0].tag == "legend"
        if element.tag == "form" and element.get("method") != "post":
            names = {control.get("name") for control in controls_of(page, element)}
            assert names <= {None, *PARAMETERS}, "no word of a user stands in an address"


def controls_of(page: Element, form: Element) -> list[Element]:
    """The controls that belong to a form, inside of it or not."""
    inside = {id(element) for element in form.iter()}
    controls = [element for element in page.iter() if element.tag in ("input", "select", "textarea", "button")]
    form_id = form.get("id")
    return [each for each in controls if id(each) in inside or (form_id and each.get("form") == form_id)]


def check_addresses(page: Element) -> None:
    for element in page.iter():
        for attribute in ADDRESSES:
            address = element.get(attribute)
            if address is None or (element.tag == "a" and address.startswith((*UN_DOCUMENTS, *OF_PARTNERS))):
                continue
            assert address.startswith(("/", "#")), f"{attribute}={address} leads elsewhere"
            assert not address.startswith("//"), f"{attribute}={address} leads elsewhere"
            unexpected = set(parse_qs(urlsplit(address).query)) - PARAMETERS
            assert not unexpected, f"{attribute}={address} has {unexpected} in its query"


def check_nothing_inline(page: Element) -> None:
    assert page.find(".//style") is None
    for script in page.iter("script"):
        assert script.get("src")
        assert not text_of(script)
    for element in page.iter():
        assert not [name for name in element.attrib if name.startswith("on") or name == "style"]


def check_chips(page: Element) -> None:
    for element in page.iter("span"):
        if "chip" in (element.get("class") or "").split():
            assert text_of(element) in POSITION_CHIPS


def check_links_of_results(page: Element) -> None:
    """On a page of results, what leads to different places is told apart by its words."""
    if page.find(".//h2[@id='results']") is None:
        return
    places: dict[str, set[str | None]] = {}
    for link in page.iter("a"):
        places.setdefault(text_of(link), set()).add(link.get("href"))
    assert {words: hrefs for words, hrefs in places.items() if len(hrefs) > 1} == {}
