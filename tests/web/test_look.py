"""What pages look like in a real browser: on narrow screens, in the dark, by keyboard and on paper."""

import re
from collections.abc import Callable, Iterator

import pytest

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")

from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.remote.webdriver import WebDriver  # noqa: E402
from selenium.webdriver.support.ui import Select  # noqa: E402

from tests.web.test_browser import CHROMIUM, DRIVER, QUIET, STATE, ask, go, press, sample_site  # noqa: E402
from tests.web.test_style_sheets import contrast  # noqa: E402

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium and chromedriver are not installed"),
]

Open = Callable[[WebDriver, str], None]
WORDS = "marriage of girls under lanterns"


def at(path: str) -> Open:
    return lambda browser, address: browser.get(f"{address}{path}")


def results(browser: WebDriver, address: str) -> None:
    ask(browser, address, WORDS)


def first_of(link: str) -> Open:
    """What a link of the results leads to."""

    def open_page(browser: WebDriver, address: str) -> None:
        results(browser, address)
        browser.get(str(browser.find_element(By.CSS_SELECTOR, link).get_attribute("href")))

    return open_page


def keywords(browser: WebDriver, address: str, words: str = "marriage") -> None:
    browser.get(f"{address}/find")
    browser.find_element(By.ID, "text").send_keys(words)
    go(browser, browser.find_element(By.CSS_SELECTOR, "button.primary").click)


def nothing_found(browser: WebDriver, address: str) -> None:
    keywords(browser, address, "zxqvw")


def states_to_approach(browser: WebDriver, address: str) -> None:
    browser.get(f"{address}/lobby")
    browser.find_element(By.ID, "text").send_keys(WORDS)
    Select(browser.find_element(By.ID, "state")).select_by_visible_text(STATE)
    go(browser, browser.find_element(By.CSS_SELECTOR, "button.primary").click)


def evidence(browser: WebDriver, address: str) -> None:
    states_to_approach(browser, address)
    go(browser, browser.find_element(By.CSS_SELECTOR, ".behind").click)


def commitment(browser: WebDriver, address: str) -> None:
    browser.get(f"{address}/state/XBA")
    browser.get(str(browser.find_element(By.CSS_SELECTOR, "a[href*='/commitment/']").get_attribute("href")))


def form_to_mend(browser: WebDriver, address: str) -> None:
    browser.get(address)
    go(browser, browser.find_element(By.CSS_SELECTOR, "button.primary").click)


PAGES: dict[str, Open] = {
    "start": at("/"),
    "keyword form": at("/find"),
    "results": results,
    "keyword results": keywords,
    "nothing found": nothing_found,
    "recommendation": first_of(".hit h3 a"),
    "commitment": commitment,
    "State": at("/state/XAA"),
    "received": at("/state/XAA/asked"),
    "made": at("/state/XAB/asks"),
    "approach": at("/lobby"),
    "approach list": states_to_approach,
    "evidence": evidence,
    "issues": at("/themes"),
    "issue": at("/themes/womens-rights"),
    "about": at("/about"),
    "API": at("/api/v1/"),
    "not found": at("/nowhere"),
    "form to mend": form_to_mend,
}
"""One of each type."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with sample_site("letters", tmp_path_factory.mktemp("site") / "index") as address:
        yield address


@pytest.fixture(scope="module")
def one_chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebDriver]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in [*QUIET, "--hide-scrollbars", f"--user-data-dir={tmp_path_factory.mktemp('chromium')}"]:
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    driver.set_page_load_timeout(60)
    yield driver
    driver.quit()


@pytest.fixture
def chromium(one_chromium: WebDriver) -> WebDriver:
    """The one browser, with a screen like most, in the light."""
    media(one_chromium, prefers_color_scheme="light")
    screen_of(one_chromium, 1280)
    return one_chromium


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
return targets.filter(one => small(one) && !inSentence(one)
    && targets.some(other => other.each !== one.each && !apart(one, other)))
    .map(({ each, box }) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${each.outerHTML.slice(0, 90)}`);
"""
"""Targets under 24 pixels that are no link in a sentence and have too little space around (WCAG 2.2, 2.5.8)."""


@pytest.mark.parametrize("page", PAGES)
def test_page_fits_a_narrow_screen_a_finger_and_paper(chromium: WebDriver, site: str, page: str) -> None:
    PAGES[page](chromium, site)
    # 320 pixels are also what 1280 are at 400% (WCAG 2.2, 1.4.10).
    screen_of(chromium, 320)
    assert chromium.execute_script("return document.documentElement.scrollWidth") == 320, too_wide(chromium)
    assert chromium.execute_script(SMALL_TARGETS) == []
    screen_of(chromium, 1280)
    assert chromium.execute_script(SMALL_TARGETS) == []
    words = printed_words(chromium)
    assert words.startswith("UPR Follow-up")
    assert "Made on " in words
    assert " from the index of " in words
    controls = chromium.find_elements(By.CSS_SELECTOR, "nav, form, .question, .filters, #keep, .primary, .secondary")
    assert not [each for each in controls if each.is_displayed()]


def hexadecimal(colour: str) -> str:
    """A colour as browsers say it ("rgb(1, 2, 3)", "rgba(1, 2, 3, 1)")."""
    red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
    return f"#{red:02x}{green:02x}{blue:02x}"


@pytest.mark.parametrize(("scheme", "paper"), [("light", "#ffffff"), ("dark", "#12191c")])
def test_focus_is_seen_in_light_and_dark(chromium: WebDriver, site: str, scheme: str, paper: str) -> None:
    media(chromium, prefers_color_scheme=scheme)
    chromium.get(site)
    assert hexadecimal(chromium.find_element(By.TAG_NAME, "body").value_of_css_property("background-color")) == paper
    for _ in range(10):
        press(chromium, Keys.TAB)
        focused = chromium.switch_to.active_element
        assert focused.value_of_css_property("outline-style") == "solid"
        assert contrast(hexadecimal(focused.value_of_css_property("outline-color")), paper) > 10


def test_text_is_seen_where_colours_are_forced(chromium: WebDriver, site: str) -> None:
    """Browsers lay the colour of the canvas behind all text there, whatever the background is."""
    results(chromium, site)
    media(chromium, forced_colors="active", prefers_color_scheme="dark")
    press(chromium, Keys.TAB)  # to a link
    canvas = hexadecimal(chromium.find_element(By.TAG_NAME, "body").value_of_css_property("background-color"))
    for text in (*chromium.find_elements(By.CSS_SELECTOR, ".primary, mark, .chip"), chromium.switch_to.active_element):
        assert contrast(hexadecimal(text.value_of_css_property("color")), canvas) > 4.5


def test_bars_are_drawn_where_colours_are_forced(chromium: WebDriver, site: str) -> None:
    media(chromium, forced_colors="active", prefers_color_scheme="dark")
    chromium.get(f"{site}/state/XAA/asked")
    band, ground = (chromium.find_element(By.CSS_SELECTOR, f".patterns .{name}") for name in ("full", "ground"))
    assert band.value_of_css_property("fill") != ground.value_of_css_property("fill")


def printed_words(browser: WebDriver) -> str:
    media(browser, "print")
    return str(browser.execute_script("return document.body.innerText"))


@pytest.mark.parametrize("page", ["results", "keyword results", "approach list"])
def test_own_words_are_on_paper_only_where_the_box_is_ticked(
    chromium: WebDriver,
    site: str,
    page: str,
) -> None:
    PAGES[page](chromium, site)
    words = "“marriage”" if page == "keyword results" else WORDS
    assert words not in printed_words(chromium)
    media(chromium)
    chromium.find_element(By.ID, "print-question").click()
    assert words in printed_words(chromium)


def test_words_in_common_are_not_marked_on_paper_unless_it_carries_the_question(
    chromium: WebDriver,
    site: str,
) -> None:
    results(chromium, site)
    media(chromium, "print")
    mark = chromium.find_element(By.CSS_SELECTOR, ".hit mark")
    assert mark.value_of_css_property("background-color") == "rgba(0, 0, 0, 0)"


def test_addresses_of_documents_are_on_paper(chromium: WebDriver, site: str) -> None:
    chromium.get(f"{site}/state/XAA")
    media(chromium, "print")
    links = chromium.find_elements(By.CSS_SELECTOR, "a[href^='https://undocs.org/']")
    shown = "return getComputedStyle(arguments[0], '::after').content"
    assert all(link.get_attribute("href") in chromium.execute_script(shown, link) for link in links)
