"""What pages look like in a real browser: on narrow screens, in the dark, by keyboard and on paper."""

import re

import pytest

from tests.web.browser.chromium import ISSUE, By, Keys, WebDriver, ask, press
from tests.web.browser.page_types import PAGE_TYPES
from tests.web.test_style_sheets import contrast


def screen_of(browser: WebDriver, width: int) -> None:
    """A screen of that width, with all that is folded open."""
    screen = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    browser.execute_script("document.querySelectorAll('details').forEach(each => { each.open = true; })")


def too_wide(browser: WebDriver) -> list[str]:
    return browser.execute_script("""
        return [...document.querySelectorAll("body *")]
            .filter(each => each.getBoundingClientRect().right > 320.5 && !each.closest(".hidden"))
            .map(each => each.outerHTML.slice(0, 80));
    """)


def media(browser: WebDriver, kind: str = "", **features: str) -> None:
    pairs = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": kind, "features": pairs})


SMALL_TARGETS = """
const shown = each => each.checkVisibility({visibilityProperty: true}) && !each.closest(".hidden, .skip-link");
const targets = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
    .filter(shown).map(each => ({ each, box: (each.closest("label") ?? each).getBoundingClientRect() }));
const small = ({ box }) => box.width < 24 || box.height < 24;
const inSentence = ({ each }) => getComputedStyle(each).display.startsWith("inline")
    && [...each.parentElement.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 1);
const leadsTo = each => {
    const [path, ...query] = each.getAttribute("href").split(/[?&#]/);
    return [path, ...query.sort()].join("&");
};
const inTable = ({ each }) => each.matches('svg a[tabindex="-1"]') && [...document.querySelectorAll("a[href]")].some(
    other => other.tabIndex >= 0 && leadsTo(other) === leadsTo(each));
const apart = (one, other) => {
    const [x, y] = [one.box.x + one.box.width / 2, one.box.y + one.box.height / 2];
    if (small(other)) {
        const [right, below] = [other.box.x + other.box.width / 2, other.box.y + other.box.height / 2];
        return Math.hypot(x - right, y - below) >= 24;
    }
    const [near, nearer] = [Math.max(other.box.left, Math.min(x, other.box.right)),
        Math.max(other.box.top, Math.min(y, other.box.bottom))];
    return Math.hypot(x - near, y - nearer) >= 12;
};
return targets.filter(one => small(one) && !inSentence(one) && !inTable(one)
    && targets.some(other => other.each !== one.each && !apart(one, other)))
    .map(({ each, box }) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${each.outerHTML.slice(0, 90)}`);
"""
"""Targets under 24 pixels that are no link in a sentence, no part of a drawing whose link stands in the table beside it
too, and have too little space around (WCAG 2.2, 2.5.8)."""


@pytest.mark.parametrize("page", PAGE_TYPES)
def test_page_fits_a_narrow_screen_a_finger_and_paper(browser: WebDriver, address: str, page: str) -> None:
    PAGE_TYPES[page](browser, address)
    # 320 pixels are also what 1280 are at 400% (WCAG 2.2, 1.4.10).
    screen_of(browser, 320)
    assert browser.execute_script("return document.documentElement.scrollWidth") == 320, too_wide(browser)
    assert browser.execute_script(SMALL_TARGETS) == []
    screen_of(browser, 1280)
    assert browser.execute_script(SMALL_TARGETS) == []
    words = printed_words(browser)
    assert words.startswith("UPR Follow-up")
    assert "Made on " in words
    assert " from the index of " in words
    pressed = "nav:not(.paging), .paging a, form, .question, .filters, #keep, .primary, .secondary"
    controls = browser.find_elements(By.CSS_SELECTOR, pressed)
    assert not [each for each in controls if each.is_displayed()]


def hexadecimal(colour: str) -> str:
    """A colour as browsers say it ("rgb(1, 2, 3)", "rgba(1, 2, 3, 1)")."""
    red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
    return f"#{red:02x}{green:02x}{blue:02x}"


@pytest.mark.parametrize(("scheme", "paper"), [("light", "#ffffff"), ("dark", "#12191c")])
def test_focus_is_seen_in_light_and_dark(browser: WebDriver, address: str, scheme: str, paper: str) -> None:
    media(browser, prefers_color_scheme=scheme)
    browser.get(address)
    assert hexadecimal(browser.find_element(By.TAG_NAME, "body").value_of_css_property("background-color")) == paper
    for _ in range(10):
        press(browser, Keys.TAB)
        focused = browser.switch_to.active_element
        assert focused.value_of_css_property("outline-style") == "solid"
        assert focused.value_of_css_property("outline-width") == "3px"
        assert contrast(hexadecimal(focused.value_of_css_property("outline-color")), paper) > 10


def test_text_is_seen_where_colours_are_forced(browser: WebDriver, address: str) -> None:
    """Browsers lay the colour of the canvas behind all text there, whatever the background is."""
    ask(browser, address)
    media(browser, forced_colors="active", prefers_color_scheme="dark")
    press(browser, Keys.TAB)  # to a link
    canvas = hexadecimal(browser.find_element(By.TAG_NAME, "body").value_of_css_property("background-color"))
    for text in (*browser.find_elements(By.CSS_SELECTOR, ".primary, mark, .chip"), browser.switch_to.active_element):
        assert contrast(hexadecimal(text.value_of_css_property("color")), canvas) > 4.5


def test_bars_are_drawn_where_colours_are_forced(browser: WebDriver, address: str) -> None:
    media(browser, forced_colors="active", prefers_color_scheme="dark")
    browser.get(f"{address}/states")
    band, ground = (browser.find_element(By.CSS_SELECTOR, f".patterns .{name}") for name in ("full", "ground"))
    assert band.value_of_css_property("fill") != ground.value_of_css_property("fill")


def printed_words(browser: WebDriver) -> str:
    media(browser, "print")
    return str(browser.execute_script("return document.body.innerText"))


@pytest.mark.parametrize("page", ["results", "keyword results", "States to approach"])
def test_own_words_are_on_paper_only_where_the_box_is_ticked(
    browser: WebDriver,
    address: str,
    page: str,
) -> None:
    PAGE_TYPES[page](browser, address)
    words = "“marriage”" if page == "keyword results" else ISSUE
    browser.execute_script("document.getElementById('link-to-search').open = true")
    printed = printed_words(browser)
    assert words not in printed
    assert "Link to this search" not in printed, "it holds them"
    media(browser)
    browser.find_element(By.ID, "print-question").click()
    assert words in printed_words(browser)


def test_words_in_common_are_not_marked_on_paper_unless_it_carries_the_question(
    browser: WebDriver,
    address: str,
) -> None:
    ask(browser, address)
    media(browser, "print")
    mark = browser.find_element(By.CSS_SELECTOR, ".hit mark")
    assert mark.value_of_css_property("background-color") == "rgba(0, 0, 0, 0)"


def test_addresses_of_documents_are_on_paper(browser: WebDriver, address: str) -> None:
    browser.get(f"{address}/state/XAA")
    media(browser, "print")
    links = browser.find_elements(By.CSS_SELECTOR, "a[href^='https://undocs.org/']")
    shown = "return getComputedStyle(arguments[0], '::after').content"
    assert all(link.get_attribute("href") in browser.execute_script(shown, link) for link in links)
