"""Results in a real browser: their privacy, without scripts, on paper."""

import re

from tests.web.browser.chromium import STATE, By, WebDriver, ask, by_css, titles_in_tab


def test_text_is_in_no_address_and_no_title(browser: WebDriver, address: str) -> None:
    ask(browser, address)
    assert re.fullmatch(rf"{address}/results/[\w.-]{{55}}", browser.current_url)
    assert "marriage" not in browser.current_url
    assert "marriage" not in browser.title


def test_site_works_without_scripts(browser: WebDriver, address: str) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    ask(browser, address)
    assert titles_in_tab(browser)[0] == STATE
    assert not browser.find_element(By.ID, "link-to-search").is_displayed()
    assert not browser.find_element(*by_css(".copy-line")).is_displayed()
    assert browser.find_element(*by_css(".cite-line")).value_of_css_property("user-select") == "all", "by one press"
    browser.get(str(browser.find_element(By.CSS_SELECTOR, ".hit h3 a").get_attribute("href")))
    assert not browser.find_element(By.ID, "copy-citation").is_displayed()
    assert browser.find_element(By.ID, "citation").is_displayed()


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
