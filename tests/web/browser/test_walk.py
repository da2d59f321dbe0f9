"""The whole walk of somebody with an issue, from a description to a file for colleagues, by mouse and by keyboard."""

import zipfile
from pathlib import Path

from tests.web.browser.chromium import (
    ISSUE,
    STATE,
    By,
    Keys,
    Select,
    WebDriver,
    ask,
    focused_words,
    follow,
    go,
    heading,
    press,
    saved_file,
    tab_to,
    titles_in_tab,
)


def test_from_an_issue_to_states_to_approach(browser: WebDriver, address: str, saved: Path) -> None:
    ask(browser, address)
    results = browser.current_window_handle
    assert STATE in heading(browser)
    assert "marri" in browser.find_element(By.CSS_SELECTOR, ".hit blockquote").text

    follow(browser, ".hit h3 a")
    assert "/recommendation/XAA-" in browser.current_url
    assert "A/HRC/9" in str(browser.find_element(By.ID, "citation").get_attribute("value"))
    assert browser.find_elements(By.CSS_SELECTOR, ".through-time")
    assert browser.find_elements(By.CSS_SELECTOR, ".similar")

    follow(browser, "main a[href='/state/XAA']")
    assert heading(browser).startswith(STATE)

    browser.switch_to.window(results)
    follow(browser, ".tabs a[href*='to=approach']")
    assert heading(browser) == f"States to approach: {STATE}"
    browser.find_element(By.CSS_SELECTOR, "button[value=docx]").click()
    assert zipfile.is_zipfile(saved_file(browser, saved, "lobbying-XAA.docx"))
    follow(browser, ".target a[href*='behind=']")
    assert "marri" in browser.find_element(By.TAG_NAME, "blockquote").text


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
    assert titles_in_tab(browser)[0] == STATE
    tab_to(browser, "supported")
    press(browser, Keys.SPACE)
    tab_to(browser, "Apply filters")
    go(browser, lambda: press(browser, Keys.ENTER))
    chips = browser.find_elements(By.CSS_SELECTOR, ".hit .chip:not(.sample)")
    assert {chip.text for chip in chips if chip.is_displayed()} == {"Supported"}
    tab_to(browser, "Position: Supported", back=True)  # what is chosen stands above the results
    go(browser, lambda: press(browser, Keys.ENTER))
    assert not browser.find_elements(By.CSS_SELECTOR, ".chosen-filter")
    title = browser.find_element(By.CSS_SELECTOR, ".hit h3 a").text.splitlines()[0]
    tab_to(browser, title)
    press(browser, Keys.ENTER)
    browser.switch_to.window(browser.window_handles[-1])
    assert "/recommendation/XAA-" in browser.current_url
    tab_to(browser, STATE)


def test_keyboard_reaches_states_to_approach_and_its_files(browser: WebDriver, address: str, saved: Path) -> None:
    browser.get(f"{address}/?to=approach")
    tab_to(browser, "text")
    press(browser, ISSUE)
    tab_to(browser, "No State chosen")
    press(browser, STATE)
    assert Select(browser.find_element(By.ID, "state")).first_selected_option.text == STATE
    tab_to(browser, "Find recommendations")
    go(browser, lambda: press(browser, Keys.ENTER))
    browser.find_element(By.ID, "keep").find_element(By.NAME, "with_question").send_keys("")
    press(browser, Keys.SPACE)
    tab_to(browser, "Workbook (XLSX)")
    press(browser, Keys.ENTER)
    with zipfile.ZipFile(saved_file(browser, saved, "lobbying-XAA.xlsx")) as book:
        assert ISSUE in book.read("xl/sharedStrings.xml").decode()
