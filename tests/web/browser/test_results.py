"""Results in a real browser: their order, their privacy, without scripts, on paper."""

import re
from pathlib import Path

import pytest

from tests.web.browser.chromium import STATE, By, WebDriver, ask, show_as, titles_in_tab, width_of
from tests.web.browser.sample_site import sample_site

OWN_WORDS = "In our rural north, families still make wives of thirteen-year-olds"


def test_own_state_comes_first_and_a_record_opens(browser: WebDriver, address: str) -> None:
    ask(browser, address)
    words = browser.find_element(By.TAG_NAME, "h1").text
    assert re.fullmatch(rf"\d+ recommendations to {STATE}(; \d+ perhaps)?", words)
    tab, titles = titles_in_tab(browser)
    assert tab == STATE
    assert all(title.startswith(f"{STATE} 20") for title in titles)
    first = browser.find_element(By.CSS_SELECTOR, ".hit")
    assert "marri" in first.find_element(By.TAG_NAME, "blockquote").text
    assert "Invented sample" in first.text
    first.find_element(By.CSS_SELECTOR, "h3 a").click()
    browser.switch_to.window(browser.window_handles[-1])
    assert "/recommendation/XAA-" in browser.current_url
    assert STATE in browser.find_element(By.TAG_NAME, "h1").text


def test_some_record_found_has_similar_ones(browser: WebDriver, address: str) -> None:
    ask(browser, address)
    links = browser.find_elements(By.CSS_SELECTOR, ".hit h3 a")
    assert any(has_similar(browser, link) for link in [str(link.get_attribute("href")) for link in links])


def has_similar(browser: WebDriver, address: str) -> bool:
    browser.get(address)
    return bool(browser.find_elements(By.CSS_SELECTOR, ".similar .hit"))


@pytest.mark.encoder
def test_issue_in_own_words_is_found_by_its_meaning(browser: WebDriver, tmp_path: Path) -> None:
    with sample_site("all-MiniLM-L6-v2", tmp_path / "sample") as address:
        ask(browser, address, OWN_WORDS)
        first = browser.find_element(By.CSS_SELECTOR, ".group .hit")
        assert titles_in_tab(browser)[1]
        assert "marri" in first.find_element(By.TAG_NAME, "blockquote").text


def test_text_is_in_no_address_and_no_title(browser: WebDriver, address: str) -> None:
    ask(browser, address)
    assert re.fullmatch(rf"{address}/results/[\w.-]{{55}}", browser.current_url)
    assert "marriage" not in browser.current_url
    assert "marriage" not in browser.title


def test_site_works_without_scripts(browser: WebDriver, address: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    ask(browser, address)
    assert titles_in_tab(browser)[0] == STATE
    browser.get(str(browser.find_element(By.CSS_SELECTOR, ".hit h3 a").get_attribute("href")))
    assert not browser.find_element(By.ID, "copy-citation").is_displayed()
    assert browser.find_element(By.ID, "citation").is_displayed()


def test_open_filters_do_not_scroll_a_telephone_sideways(browser: WebDriver, address: str) -> None:
    show_as(browser, 360, "light")
    ask(browser, address)
    browser.find_element(By.CSS_SELECTOR, ".filters summary").click()
    assert width_of(browser) == 360


def test_paper_shows_what_is_folded_on_the_screen(browser: WebDriver, address: str) -> None:
    ask(browser, address)
    script = """
        const folded = document.createElement("details");
        folded.id = "folded";
        folded.innerHTML = "<summary>2 States</summary><p>Second</p>";
        document.querySelector(".found").append(folded);
        return folded.getBoundingClientRect().height;
    """
    on_screen = browser.execute_script(script)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    on_paper = "return document.getElementById('folded').getBoundingClientRect().height"
    assert browser.execute_script(on_paper) > on_screen
