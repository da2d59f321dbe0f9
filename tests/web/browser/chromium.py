"""Debian's Chromium, driven without a window, and what a person does in it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")

from selenium.common.exceptions import WebDriverException  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402
from selenium.webdriver.remote.webdriver import WebDriver  # noqa: E402
from selenium.webdriver.support.expected_conditions import staleness_of  # noqa: E402
from selenium.webdriver.support.ui import Select, WebDriverWait  # noqa: E402

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
    "--hide-scrollbars",
]
ISSUE = "The minimum age of marriage of girls must be 18 years"
STATE = "Vellania"


def started_chromium(profile: Path, downloads: Path) -> WebDriver:
    """A browser that keeps a log of all that it asks of a network."""
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in [*QUIET, f"--user-data-dir={profile}", "--window-size=1280,900"]:
        options.add_argument(argument)
    options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    driver.set_page_load_timeout(60)
    driver.set_script_timeout(60)
    return driver


def requests_made(browser: WebDriver) -> list[dict[str, Any]]:
    """What was asked of a network since the last call: method, address, type ("Document", "Image", …)."""
    events = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    sent = [event["params"] for event in events if event["method"] == "Network.requestWillBeSent"]
    return [
        {"method": each["request"]["method"], "address": each["request"]["url"], "type": each["type"]} for each in sent
    ]


def show_as(browser: WebDriver, width: int, scheme: str) -> None:
    """Show the page on a screen of that width, for eyes that prefer "light" or "dark"."""
    screen = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 768}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    preference = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "screen", "features": preference})


def width_of(browser: WebDriver) -> int:
    return int(browser.execute_script("return document.documentElement.scrollWidth"))


def by_css(selector: str) -> tuple[str, str]:
    return By.CSS_SELECTOR, selector


def heading(browser: WebDriver) -> str:
    return browser.find_element(By.TAG_NAME, "h1").text


def wait_for(browser: WebDriver, is_so: Callable[[], bool]) -> None:
    """Wait until something is so, while a page may be on its way."""
    WebDriverWait(browser, 60, ignored_exceptions=[WebDriverException]).until(lambda _: is_so())


def go(browser: WebDriver, action: Callable[[], None]) -> None:
    """Do what leads to another page, and wait for that page."""
    page = browser.find_element(By.TAG_NAME, "html")
    action()
    # In between, the driver may say that the element belongs to no document before it calls it stale.
    WebDriverWait(browser, 60, ignored_exceptions=[WebDriverException]).until(staleness_of(page))


def follow(browser: WebDriver, selector: str) -> None:
    """Tick the first such box, open the first such link or press the first such button, in whatever tab it opens."""
    found = browser.find_element(By.CSS_SELECTOR, selector)
    browser.execute_script("arguments[0].closest('details')?.setAttribute('open', '')", found)
    if found.get_attribute("type") == "checkbox":
        found.click()
    elif found.get_attribute("target") == "_blank":
        found.click()
        browser.switch_to.window(browser.window_handles[-1])
    else:
        go(browser, found.click)


def ask(browser: WebDriver, address: str, issue: str = ISSUE, state: str = STATE) -> None:
    """Describe an issue on the start page."""
    browser.get(address)
    browser.find_element(By.ID, "text").send_keys(issue)
    Select(browser.find_element(By.ID, "state")).select_by_visible_text(state)
    go(browser, browser.find_element(By.CSS_SELECTOR, "button.primary").click)


def press(browser: WebDriver, *keys: str) -> None:
    browser.switch_to.active_element.send_keys(*keys)


def focused_words(browser: WebDriver) -> str:
    element = browser.switch_to.active_element
    if element.tag_name == "body":
        return ""  # between the end of a page and its beginning nothing has the focus
    words = [element.get_attribute(name) for name in ("textContent", "value", "id")]
    return next((word.strip() for word in words if word and word.strip()), "")


def tab_to(browser: WebDriver, words: str, back: bool = False) -> None:
    """Press Tab, or Shift and Tab to go back, until the control with these words has the focus."""
    for _ in range(150):
        press(browser, *([Keys.SHIFT] if back else []), Keys.TAB)
        if words in focused_words(browser):
            return
    pytest.fail(f"Tab never reached “{words}”")


def saved_file(browser: WebDriver, folder: Path, name: str) -> Path:
    """A file that the browser is saving, when it is there."""
    wait_for(browser, lambda: (folder / name).exists())
    return folder / name


def titles_in_tab(browser: WebDriver) -> tuple[str, list[str]]:
    """which tab of the results is shown ("Vellania"), and the titles of its results."""
    tab = browser.find_element(By.CSS_SELECTOR, ".tabs [aria-current]")
    count = tab.find_element(By.CSS_SELECTOR, ".count").text
    titles = [link.text for link in browser.find_elements(By.CSS_SELECTOR, ".hit h3 a") if link.is_displayed()]
    return tab.text.removesuffix(count).strip(), titles
