"""What is seen before anybody scrolls, and how long pages are."""

import pytest

from tests.web.browser.chromium import ISSUE, Keys, WebDriver, ask, by_css, follow, go, press, tab_to, titles_in_tab
from tests.web.browser.measures import LONGEST, SCREENS, Screen, height_of, missed, places_of_results, show_on
from tests.web.browser.page_types import PAGE_TYPES

LINES = "const style = getComputedStyle(arguments[0]); return arguments[0].clientHeight / parseFloat(style.lineHeight)"
LONG_TEXT = "arguments[0].prepend('A long preamble that says much before it says what is asked. '.repeat(12))"


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: str(screen.width))
@pytest.mark.parametrize("language", ["", "/fr", "/es", "/ar"])
def test_results_begin_at_the_top(browser: WebDriver, address: str, language: str, screen: Screen) -> None:
    ask(browser, f"{address}{language}/")
    show_on(browser, screen.width, screen.height)
    assert missed(places_of_results(browser), screen) == []


@pytest.mark.parametrize("page", ["results", "keyword results", "browsing"])
def test_a_long_text_is_cut_to_three_lines_and_opened_by_one_press(browser: WebDriver, address: str, page: str) -> None:
    PAGE_TYPES[page](browser, address)
    text = browser.find_element(*by_css(".hit blockquote p"))
    browser.execute_script(LONG_TEXT, text)
    assert 2.9 < browser.execute_script(LINES, text) < 3.1
    browser.find_element(*by_css(".card-rest summary")).click()
    assert browser.execute_script(LINES, text) > 6


def test_a_card_says_its_text_once(browser: WebDriver, address: str) -> None:
    ask(browser, address)
    for card in browser.find_elements(*by_css(".hit")):
        words = card.find_element(*by_css("blockquote")).text.split("(")[0].strip(" ;.")
        assert card.text.count(words[:40]) == 1


def test_a_citation_is_copied_by_one_press(browser: WebDriver, address: str) -> None:
    permissions = {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"], "origin": address}
    browser.execute_cdp_cmd("Browser.grantPermissions", permissions)
    ask(browser, address)
    cited = browser.find_element(*by_css(".cite-line")).text
    browser.find_element(*by_css(".copy-line")).click()
    copied = browser.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
    assert copied == cited
    assert "A/HRC/" in copied
    assert browser.find_element(*by_css(".copy-line")).text.startswith("Copied")


def test_each_group_of_states_has_an_address(browser: WebDriver, address: str) -> None:
    ask(browser, address)
    tab, own = titles_in_tab(browser)
    assert tab == "Vellania"
    go(browser, browser.find_element(*by_css(".tabs a:not([aria-current])")).click)
    tab, others = titles_in_tab(browser)
    assert tab == "Other States"
    assert all(title.startswith("Vellania 20") for title in own)
    assert not any(title.startswith("Vellania") for title in others)
    go(browser, browser.refresh)
    assert browser.find_element(*by_css(".tabs [aria-current]")).text.startswith("Other States")


def test_the_question_is_changed_by_keyboard(browser: WebDriver, address: str) -> None:
    ask(browser, address)
    assert not browser.find_element(*by_css("#text")).is_displayed()
    tab_to(browser, "Edit")
    press(browser, Keys.ENTER)
    tab_to(browser, ISSUE)
    press(browser, Keys.END, " and prisons")
    tab_to(browser, "Search")
    go(browser, lambda: press(browser, Keys.ENTER))
    assert browser.find_element(*by_css(".asked-words")).text.endswith("and prisons")


def test_all_of_the_own_state_is_another_page(browser: WebDriver, address: str) -> None:
    ask(browser, address)
    follow(browser, "button[name=all_own]")
    every = browser.find_element(*by_css("h1")).text
    follow(browser, ".list-note button")
    assert browser.find_element(*by_css("h1")).text != every


@pytest.mark.parametrize("page", PAGE_TYPES)
def test_no_page_is_too_long(browser: WebDriver, address: str, page: str) -> None:
    PAGE_TYPES[page](browser, address)
    heights = {}
    for screen in SCREENS:
        show_on(browser, screen.width, screen.height)
        heights[screen.width] = height_of(browser)
    assert not {width: height for width, height in heights.items() if height > LONGEST}
