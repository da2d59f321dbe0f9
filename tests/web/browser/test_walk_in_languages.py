"""The walk of somebody with an issue in each language: from its description to a file, mirrored where that is so."""

import csv
from pathlib import Path

import pytest

from tests.web.browser.axe import violations
from tests.web.browser.chromium import ISSUE, By, WebDriver, ask, follow, heading, saved_file, show_as, width_of
from tests.web.browser.page_types import ANSWERS_TO_FORMS, PAGE_TYPES
from tests.web.browser.sample_site import SAMPLES
from tests.web.english_on_pages import in_english
from tests.web.strict_html import parse_built

DIRECTIONS = {"en": "ltr", "fr": "ltr", "es": "ltr", "ar": "rtl"}
COLUMNS = {
    "en": ("Paragraph", "Position"),
    "fr": ("Paragraphe", "Position"),
    "es": ("Párrafo", "Posición"),
    "ar": ("الفقرة", "الموقف"),
}
"""Of the table that is downloaded, in its order."""
POSITIONS = {"en": "Supported", "fr": "Adhésion recueillie", "es": "Apoyada", "ar": "حظيت بالتأييد"}
ENGLISH_ALONE = {"API"}
"""Types of page that are in English whatever the language of the site."""
PAGES = [name for name in PAGE_TYPES if name not in ENGLISH_ALONE]
with (SAMPLES / "states.csv").open(encoding="utf-8", newline="") as table:
    ROWS = list(csv.DictReader(table))
STATES = [name for row in ROWS for name in (row["name"], *row["names"].split(";"))]
GROUPS = [row["regional_group"] for row in ROWS]
TYPED = ("marriage", "zebra", "Written offline", "by her", "by him", "Plan de suivi")
"""What the walks typed; the title of a plan that was made in French."""
BROKEN_WORDS = """
const found = [], headings = document.createTreeWalker(document.querySelector(".hit-table"), NodeFilter.SHOW_TEXT);
while (headings.nextNode()) {
  for (const word of headings.currentNode.data.matchAll(/\\p{L}+/gu)) {
    const range = document.createRange();
    range.setStart(headings.currentNode, word.index);
    range.setEnd(headings.currentNode, word.index + word[0].length);
    if (new Set([...range.getClientRects()].map(each => each.top)).size > 1) found.push(word[0]);
  }
}
return found;
"""
"""Words that are on two lines."""
NAMES = " ".join((ISSUE, *STATES, *GROUPS, *TYPED))
"""Of States that are invented, so that no language has its own, and of groups; and what pages were asked."""


def home_in(address: str, language: str) -> str:
    """What stands before all paths in a language."""
    return address if language == "en" else f"{address}/{language}"


def spoken(browser: WebDriver) -> tuple[str | None, str | None]:
    """The language and direction of the page."""
    html = browser.find_element(By.TAG_NAME, "html")
    return html.get_attribute("lang"), html.get_attribute("dir")


def from_the_start(browser: WebDriver, direction: str, *selectors: str) -> list[int]:
    """How far the first such elements begin from where lines do, in whole pixels."""
    rects = [browser.find_element(By.CSS_SELECTOR, selector).rect for selector in selectors]
    if direction == "ltr":
        return [round(each["x"]) for each in rects]
    return [round(width_of(browser) - each["x"] - each["width"]) for each in rects]


@pytest.mark.parametrize("language", DIRECTIONS)
def test_from_an_issue_to_a_file(browser: WebDriver, address: str, saved: Path, language: str) -> None:
    home, here = home_in(address, language), (language, DIRECTIONS[language])
    ask(browser, f"{home}/")
    browser.delete_all_cookies()
    assert spoken(browser) == here
    assert browser.current_url.startswith(f"{home}/results/")
    results = browser.current_window_handle
    follow(browser, "input[name=position][value=supported]")
    follow(browser, ".filters-body button")
    chips = browser.find_elements(By.CSS_SELECTOR, ".hit .chip:not(.sample)")
    assert {chip.text for chip in chips if chip.is_displayed()} == {POSITIONS[language]}

    follow(browser, ".hit h3 a")
    assert spoken(browser) == here
    assert browser.current_url.startswith(f"{home}/recommendation/XAA-")
    quotation = browser.find_element(By.CSS_SELECTOR, ".record > blockquote")
    assert (quotation.get_attribute("lang"), quotation.get_attribute("dir")) == ("en", "ltr")
    follow(browser, "button[name=add]")
    assert browser.find_elements(By.CSS_SELECTOR, "button[name=remove]")
    follow(browser, f"a[href='{home.removeprefix(address)}/list']")
    assert len(browser.find_elements(By.CSS_SELECTOR, "main a[href*='/recommendation/XAA-']")) == 1
    browser.back()

    follow(browser, f"main a[href='{home.removeprefix(address)}/state/XAA']")
    assert spoken(browser) == here
    assert "Vellania" in heading(browser)

    browser.switch_to.window(results)
    browser.find_element(By.CSS_SELECTOR, "button[value=csv]").click()
    with saved_file(browser, saved, "recommendations-XAA.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    paragraph, position = COLUMNS[language]
    assert {row[position] for row in rows} == {POSITIONS[language].lower()}
    assert all(row[paragraph] for row in rows)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_pages_are_mirrored_where_lines_are(browser: WebDriver, address: str, language: str) -> None:
    direction = DIRECTIONS[language]
    PAGE_TYPES["results"](browser, home_in(address, language))
    show_as(browser, 360, "light")
    assert width_of(browser) == 360
    show_as(browser, 1280, "light")
    logo, languages = from_the_start(browser, direction, ".site-name", ".languages")
    filters, found = from_the_start(browser, direction, ".filters", ".found")
    assert logo < languages
    assert filters < found
    assert filters == logo
    follow(browser, "a[href*='layout=table']")
    state, request, choice = from_the_start(
        browser, direction, ".hit-table th:first-child", ".hit-table th:nth-child(4)", ".hit-table th:last-child"
    )
    assert state < request < choice


@pytest.mark.parametrize("name", PAGES)
def test_page_is_accessible_in_each_language(browser: WebDriver, address: str, name: str) -> None:
    """Axe finds nothing, nothing is wider than the screen, and no English is read aloud as another language.

    The page is walked to once; its address leads to it in the other languages.
    """
    path = None
    for language in ("fr", "es", "ar"):
        home = home_in(address, language)
        if path is None or name in ANSWERS_TO_FORMS:
            PAGE_TYPES[name](browser, home)
            path = browser.current_url.removeprefix(home)
        else:
            browser.get(f"{home}{path}")
        assert spoken(browser) == (language, DIRECTIONS[language])
        show_as(browser, 360, "light")
        assert width_of(browser) == 360, language
        assert violations(browser, {}) == [], language
        assert sorted(in_english(parse_built(browser.page_source), language, NAMES)) == [], language


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("language", DIRECTIONS)
def test_no_word_of_the_table_of_results_is_broken(browser: WebDriver, address: str, language: str, width: int) -> None:
    PAGE_TYPES["results as a table"](browser, home_in(address, language))
    show_as(browser, width, "light")
    assert browser.execute_script(BROKEN_WORDS) == []


@pytest.mark.parametrize("language", ["fr", "es", "ar"])
def test_the_same_page_is_there_in_english_and_back(browser: WebDriver, address: str, language: str) -> None:
    path = "/recommendation/XAA-17-23.1-1"
    browser.get(f"{address}/{language}{path}")
    follow(browser, ".languages a[lang=en]")
    assert browser.current_url == f"{address}{path}"
    assert spoken(browser) == ("en", "ltr")
    follow(browser, f".languages a[lang={language}]")
    assert browser.current_url == f"{address}/{language}{path}"
    assert spoken(browser) == (language, DIRECTIONS[language])


@pytest.mark.parametrize(("language", "sideways"), [("en", True), ("ar", False)])
def test_arabic_headings_of_columns_are_not_read_sideways_on_a_telephone(
    browser: WebDriver, address: str, language: str, sideways: bool
) -> None:
    browser.get(f"{home_in(address, language)}/state/XAA")
    show_as(browser, 320, "light")
    headings = browser.find_elements(By.CSS_SELECTOR, ".counts thead .number")
    modes = {heading.value_of_css_property("writing-mode") for heading in headings}
    assert modes == {"vertical-rl" if sideways else "horizontal-tb"}
    assert width_of(browser) == 320
