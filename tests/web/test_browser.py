"""The site in a real browser, over the sample documents, built and served by the real commands."""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.paths import REPOSITORY

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")

from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.remote.webdriver import WebDriver  # noqa: E402
from selenium.webdriver.support.expected_conditions import staleness_of  # noqa: E402
from selenium.webdriver.support.ui import Select, WebDriverWait  # noqa: E402

SAMPLES = REPOSITORY / "samples"
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ISSUE = "The minimum age of marriage of girls must be 18 years"
OWN_WORDS = "In our rural north, families still make wives of thirteen-year-olds"
STATE = "Vellania"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium and chromedriver are not installed"),
]


def upr(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-c", "from web.command_line import main; main()", *map(str, arguments)]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert server.poll() is None, "the server ended"
        try:
            urlopen(f"{address}/healthz", timeout=5).close()  # noqa: S310 - our own server
            return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the server did not answer within a minute")


@contextmanager
def sample_site(encoder: str, folder: Path) -> Iterator[str]:
    """The address of the site over the sample documents."""
    arguments = ["index", SAMPLES / "documents", "--to", folder, "--states", SAMPLES / "states.csv"]
    subprocess.run(upr(*arguments, "--encoder", encoder), check=True)
    port = free_port()
    server = subprocess.Popen(upr("serve", "--index", folder, "--port", port))
    try:
        wait_for(f"http://127.0.0.1:{port}", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=60)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with sample_site("letters", tmp_path_factory.mktemp("site") / "index") as address:
        yield address


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[WebDriver]:
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in [*QUIET, f"--user-data-dir={tmp_path}", "--window-size=1280,900"]:
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    driver.set_page_load_timeout(60)
    yield driver
    driver.quit()


def go(browser: WebDriver, action: Callable[[], None]) -> None:
    """Do what leads to another page, and wait for that page."""
    page = browser.find_element(By.TAG_NAME, "html")
    action()
    WebDriverWait(browser, 60).until(staleness_of(page))


def press(browser: WebDriver, *keys: str) -> None:
    browser.switch_to.active_element.send_keys(*keys)


def ask(browser: WebDriver, address: str, issue: str = ISSUE) -> None:
    browser.get(address)
    browser.find_element(By.ID, "text").send_keys(issue)
    Select(browser.find_element(By.ID, "state")).select_by_visible_text(STATE)
    go(browser, browser.find_element(By.CSS_SELECTOR, "button.primary").click)


def titles_by_group(browser: WebDriver) -> dict[str, list[str]]:
    """Titles of hits by the heading of their group."""
    return {
        group.find_element(By.TAG_NAME, "h2").text.rstrip("0123456789 "): [
            link.text for link in group.find_elements(By.CSS_SELECTOR, "h3 a")
        ]
        for group in browser.find_elements(By.CSS_SELECTOR, ".group")
    }


def focused_words(browser: WebDriver) -> str:
    element = browser.switch_to.active_element
    words = [element.get_attribute(name) for name in ("textContent", "value", "id")]
    return next((word.strip() for word in words if word and word.strip()), "")


def tab_to(browser: WebDriver, words: str) -> None:
    """Press Tab until the control with these words has the focus."""
    for _ in range(120):
        press(browser, Keys.TAB)
        if words in focused_words(browser):
            return
    pytest.fail(f"Tab never reached “{words}”")


def test_own_state_comes_first_and_a_record_opens(browser: WebDriver, address: str) -> None:
    ask(browser, address)
    heading = browser.find_element(By.TAG_NAME, "h1").text
    assert re.fullmatch(rf"\d+ recommendations to {STATE}; \d+ to other States", heading)
    groups = titles_by_group(browser)
    assert list(groups)[:2] == [f"To {STATE}", "To other States"]
    assert all(title.startswith(f"{STATE} 20") for title in groups[f"To {STATE}"])
    assert not any(title.startswith(f"{STATE} 20") for title in groups["To other States"])
    first = browser.find_element(By.CSS_SELECTOR, ".hit")
    assert "marri" in first.find_element(By.TAG_NAME, "blockquote").text
    assert "Invented sample" in first.text
    first.find_element(By.CSS_SELECTOR, "h3 a").click()
    browser.switch_to.window(browser.window_handles[-1])
    assert f"{STATE}, paragraph" in browser.find_element(By.TAG_NAME, "h1").text
    assert "/recommendation/XAA-" in browser.current_url
    assert "A/HRC/9" in browser.find_element(By.ID, "citation").get_attribute("value")


def test_some_record_found_has_similar_ones(browser: WebDriver, address: str) -> None:
    ask(browser, address)
    links = browser.find_elements(By.CSS_SELECTOR, ".hit h3 a")
    assert any(has_similar(browser, link) for link in [str(link.get_attribute("href")) for link in links])


def has_similar(browser: WebDriver, address: str) -> bool:
    browser.get(address)
    return bool(browser.find_elements(By.CSS_SELECTOR, ".similar .hit"))


@pytest.mark.encoder
def test_issue_in_own_words_is_found_by_its_meaning(browser: WebDriver, tmp_path: Path) -> None:
    with sample_site("all-MiniLM-L6-v2", tmp_path / "index") as address:
        ask(browser, address, OWN_WORDS)
        first = browser.find_element(By.CSS_SELECTOR, ".group .hit")
        assert titles_by_group(browser)[f"To {STATE}"]
        assert "marri" in first.find_element(By.TAG_NAME, "blockquote").text


def test_text_is_in_no_address_and_no_title(browser: WebDriver, address: str) -> None:
    ask(browser, address)
    assert re.fullmatch(rf"{address}/results/[\w.-]{{55}}", browser.current_url)
    assert "marriage" not in browser.current_url
    assert "northern" not in browser.title


def test_keyboard_alone_is_enough(browser: WebDriver, address: str) -> None:
    browser.get(address)
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    assert focused_words(browser) == "Skip to the main content"
    press(browser, Keys.ENTER)
    tab_to(browser, "text")
    press(browser, ISSUE)
    tab_to(browser, "No State chosen")
    press(browser, STATE)
    tab_to(browser, "Find recommendations")
    go(browser, lambda: press(browser, Keys.ENTER))
    assert f"To {STATE}" in titles_by_group(browser)
    tab_to(browser, "supported")
    press(browser, Keys.SPACE)
    tab_to(browser, "Apply filters")
    go(browser, lambda: press(browser, Keys.ENTER))
    assert {chip.text for chip in browser.find_elements(By.CSS_SELECTOR, ".hit .chip:first-child")} == {"Supported"}
    tab_to(browser, "Position: Supported")
    go(browser, lambda: press(browser, Keys.ENTER))
    assert not browser.find_elements(By.CSS_SELECTOR, ".chosen-filter")
    tab_to(browser, f"{STATE} 20")
    press(browser, Keys.ENTER)
    browser.switch_to.window(browser.window_handles[-1])
    assert "/recommendation/XAA-" in browser.current_url


def test_focus_is_visible(browser: WebDriver, address: str) -> None:
    browser.get(address)
    for _ in range(8):
        press(browser, Keys.TAB)
        assert browser.switch_to.active_element.value_of_css_property("outline-width") == "3px"


def test_site_works_without_scripts(browser: WebDriver, address: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    ask(browser, address)
    assert f"To {STATE}" in titles_by_group(browser)
    browser.get(browser.find_element(By.CSS_SELECTOR, ".hit h3 a").get_attribute("href"))
    assert not browser.find_element(By.ID, "copy-citation").is_displayed()
    assert browser.find_element(By.ID, "citation").is_displayed()


def test_nothing_scrolls_sideways_on_a_telephone(browser: WebDriver, address: str) -> None:
    screen = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
    ask(browser, address)
    record = browser.find_element(By.CSS_SELECTOR, ".hit h3 a").get_attribute("href")
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    assert width_of(browser) == 360
    browser.find_element(By.CSS_SELECTOR, ".filters summary").click()
    assert width_of(browser) == 360
    for path in (
        "/",
        "/find",
        "/about",
        "/nowhere",
        "/themes",
        "/themes/womens-rights",
        "/state/XAA",
        "/state/XAA/asked",
        "/states",
        "/state/XAA/issue/detention",
        "/state/XAA/compare",
        "/browse?under_review=XAA&position=noted",
        "/browse?layout=table",
        "/lobby?state=XAA&label=Detention",
        "/results/deleted",
    ):
        browser.get(f"{address}{path}")
        assert width_of(browser) == 360, path
    browser.get(record)
    assert width_of(browser) == 360


def width_of(browser: WebDriver) -> int:
    return int(browser.execute_script("return document.documentElement.scrollWidth"))


def test_browser_complains_about_nothing(browser: WebDriver, address: str) -> None:
    """The Content-Security-Policy blocks nothing of ours, and nothing is missing."""
    ask(browser, address)
    browser.get(browser.find_element(By.CSS_SELECTOR, ".hit h3 a").get_attribute("href"))
    assert [entry["message"] for entry in browser.get_log("browser")] == []


def test_paper_shows_what_is_folded_on_the_screen(browser: WebDriver, address: str) -> None:
    ask(browser, address)
    script = """
        const folded = document.createElement("details");
        folded.innerHTML = "<summary>2 States</summary><p>Second</p>";
        document.querySelector(".found").append(folded);
        return folded.getBoundingClientRect().height;
    """
    on_screen = browser.execute_script(script)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    on_paper = "return document.querySelector('.found > details').getBoundingClientRect().height"
    assert browser.execute_script(on_paper) > on_screen
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def shows_results(browser: WebDriver) -> bool:
    return f"To {STATE}" in titles_by_group(browser)


def test_results_survive_reload_back_and_forward(browser: WebDriver, address: str) -> None:
    """Where a form had been sent for them, the browser would ask whether to send it again, and show no page."""
    ask(browser, address)
    results = browser.current_url
    go(browser, browser.refresh)
    assert shows_results(browser)
    browser.get(f"{address}/about")
    browser.back()
    assert browser.current_url == results
    assert shows_results(browser)
    browser.back()
    assert browser.find_element(By.TAG_NAME, "h1").text == "What was your State asked to do about your issue?"
    browser.forward()
    assert browser.current_url == results
    assert shows_results(browser)


def test_back_leads_to_the_results_without_the_filter(browser: WebDriver, address: str) -> None:
    ask(browser, address)
    before = browser.find_element(By.TAG_NAME, "h1").text
    browser.execute_script("document.querySelector('input[name=position][value=noted]').checked = true")
    go(browser, lambda: browser.execute_script("document.querySelector('.filters button').click()"))
    assert browser.find_element(By.CSS_SELECTOR, ".chosen-filter").text.startswith("Position: Noted")
    browser.back()
    assert not browser.find_elements(By.CSS_SELECTOR, ".chosen-filter")
    assert browser.find_element(By.TAG_NAME, "h1").text == before
    browser.forward()
    assert browser.find_elements(By.CSS_SELECTOR, ".chosen-filter")


def test_a_deleted_search_cannot_be_gone_back_to(browser: WebDriver, address: str) -> None:
    """Though browsers keep pages in memory to go back to, even those that are not to be stored."""
    ask(browser, address)
    go(browser, browser.find_element(By.XPATH, "//button[text()='Delete this search']").click)
    assert browser.find_element(By.TAG_NAME, "h1").text == "Your search is deleted"
    browser.back()
    assert browser.find_element(By.TAG_NAME, "h1").text == "These results are no longer here"
    assert ISSUE not in browser.page_source


def test_a_link_to_a_search_fills_the_form_and_searches_nothing(browser: WebDriver, address: str) -> None:
    ask(browser, address)
    assert not browser.find_element(By.ID, "search-link").is_displayed()
    browser.find_element(By.CSS_SELECTOR, "#link-to-search summary").click()
    link = WebDriverWait(browser, 10).until(lambda _: browser.find_element(By.ID, "search-link").get_attribute("value"))
    assert link.startswith(f"{address}/#text=The+minimum+age")
    browser.get("about:blank")
    browser.get(link)
    assert browser.current_url == f"{address}/"
    assert browser.find_element(By.ID, "text").get_attribute("value") == ISSUE
    assert Select(browser.find_element(By.ID, "state")).first_selected_option.text == STATE
    assert "Nothing has been searched yet" in browser.find_element(By.ID, "filled-from-link").text
    go(browser, browser.find_element(By.CSS_SELECTOR, "button.primary").click)
    assert shows_results(browser)


def test_without_scripts_no_link_to_a_search_is_offered(browser: WebDriver, address: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    ask(browser, address)
    assert not browser.find_element(By.ID, "link-to-search").is_displayed()
    assert "can be made with JavaScript only" in browser.find_element(By.TAG_NAME, "main").text
