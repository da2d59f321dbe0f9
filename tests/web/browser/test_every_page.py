"""What holds of every type of page: accessible, from here alone, no complaint, there again after back and reload."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from werkzeug.routing import Map

from tests.web.browser.axe import violations
from tests.web.browser.chromium import WebDriver, heading, requests_made, show_as, wait_for
from tests.web.browser.page_types import ANSWERS_TO_FORMS, NO_PAGES, PAGE_TYPES
from tests.web.conftest import site_over
from tests.web.invented_index import InventedIndex

ALL_RULES: dict[str, Any] = {}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""All that a dark page may do worse than a light one."""


@dataclass(frozen=True)
class Visit:
    """What happened on the way to a page and on it."""

    path: str
    method: str
    """With which the browser asked for the page itself."""
    addresses: tuple[str, ...]
    complaints: tuple[str, ...]


@pytest.fixture(scope="module")
def visits() -> dict[str, Visit]:
    """Those made so far, by type of page."""
    return {}


@pytest.fixture
def visit(browser: WebDriver, address: str, visits: dict[str, Visit]) -> Iterator[Any]:
    def visit(name: str) -> Visit:
        if name not in visits:
            browser.get("about:blank")  # else a section of the page that is open would be gone to without a request
            requests_made(browser)
            PAGE_TYPES[name](browser, address)
            requests = requests_made(browser)
            pages = [each for each in requests if each["type"] == "Document"]
            complaints = tuple(entry["message"] for entry in browser.get_log("browser"))
            path = unquote(urlsplit(browser.current_url).path)
            addresses = tuple(each["address"] for each in requests)
            visits[name] = Visit(path, pages[-1]["method"], addresses, complaints)
        return visits[name]

    yield visit


@pytest.fixture(scope="module")
def routes() -> Map:
    return site_over(InventedIndex()).url_map


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_a_page_asks_this_site_alone_is_accessible_and_there_again(
    browser: WebDriver, visit: Any, address: str, name: str
) -> None:
    """The policy on content blocks nothing of ours, and nothing is missing but the page itself. Axe finds nothing."""
    visited = visit(name)
    assert [each for each in visited.addresses if not each.startswith((f"{address}/", "about:", "data:"))] == []
    statuses = {"no such": "404", "are gone": "410", "two changed": "409"}
    is_missing = next((status for words, status in statuses.items() if words in name), "400")
    expected = [text for text in visited.complaints if f"status of {is_missing}" in text]
    assert list(visited.complaints) == expected[:1]
    for width in (360, 1280):
        for scheme, rules in (("light", ALL_RULES), ("dark", CONTRAST)):
            show_as(browser, width, scheme)
            assert violations(browser, rules) == [], f"at {width} px, {scheme}"
    if name not in ANSWERS_TO_FORMS:
        assert_there_again(browser, address)


def assert_there_again(browser: WebDriver, address: str) -> None:
    """After back and reload, by its address."""
    words, page = heading(browser), browser.current_url
    requests_made(browser)
    browser.get(f"{address}/healthz")
    for again in (browser.back, browser.refresh):
        again()
        wait_for(browser, lambda: browser.current_url == page and heading(browser) == words)
    pages = [each for each in requests_made(browser) if each["type"] == "Document"]
    assert {each["method"] for each in pages} == {"GET"}
    assert len(pages) >= 2


def test_pages_have_addresses_save_those_that_answer_a_form(visit: Any) -> None:
    assert {name for name in PAGE_TYPES if visit(name).method == "POST"} == ANSWERS_TO_FORMS


def test_every_page_of_the_site_is_among_them(visit: Any, routes: Map) -> None:
    """A page that is added joins PAGE_TYPES, and with it all tests here."""
    adapter = routes.bind("127.0.0.1")
    visited = [visit(name) for name in PAGE_TYPES if name != "no such page"]
    reached = {adapter.match(each.path, each.method, return_rule=True)[0].rule for each in visited}
    shown = {rule.rule for rule in routes.iter_rules() if "GET" in (rule.methods or ())}
    assert {rule for rule in shown - reached if not rule.startswith("/api/")} == set(NO_PAGES)
