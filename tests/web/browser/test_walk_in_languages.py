"""The walk of somebody with an issue in each language that there is a catalogue for."""

import pytest

from tests.paths import REPOSITORY
from tests.web.browser.chromium import By, WebDriver, ask, follow, show_as, width_of

DIRECTIONS = {"fr": "ltr", "es": "ltr", "ar": "rtl"}


def spoken(browser: WebDriver) -> tuple[str | None, str | None]:
    """The language and direction of the page."""
    html = browser.find_element(By.TAG_NAME, "html")
    return html.get_attribute("lang"), html.get_attribute("dir")


@pytest.mark.parametrize("language", DIRECTIONS)
def test_walk_stays_in_the_language_until_another_is_chosen(browser: WebDriver, address: str, language: str) -> None:
    if not (REPOSITORY / "web" / "translations" / language / "LC_MESSAGES" / "messages.po").exists():
        pytest.skip(f"there is no catalogue of {language}")
    here = language, DIRECTIONS[language]
    ask(browser, f"{address}/{language}/")
    assert spoken(browser) == here
    results = browser.current_url
    assert results.startswith(f"{address}/{language}/results/")
    for width in (320, 1280):
        show_as(browser, width, "light")
        assert width_of(browser) == width
    button = browser.find_element(By.CSS_SELECTOR, ".hit button[name=add]")
    record = button.get_attribute("value")
    follow(browser, ".hit button[name=add]")
    assert browser.current_url.split("#")[0] == results
    follow(browser, f"a[href='/{language}/list']")
    assert spoken(browser) == here
    follow(browser, f"main a[href='/{language}/recommendation/{record}']")
    assert browser.current_url == f"{address}/{language}/recommendation/{record}"
    assert spoken(browser) == here
    follow(browser, ".languages a[lang=en]")
    assert browser.current_url == f"{address}/recommendation/{record}"
    assert spoken(browser) == ("en", "ltr")
    follow(browser, f".languages a[lang={language}]")
    assert browser.current_url == f"{address}/{language}/recommendation/{record}"
    assert spoken(browser) == here
