"""Results at their own address: back, forward and reload, deleted ones, and a link to a search."""

from tests.web.browser.chromium import (
    ISSUE,
    STATE,
    By,
    Select,
    WebDriver,
    WebDriverWait,
    ask,
    go,
    titles_in_tab,
)


def shows_results(browser: WebDriver) -> bool:
    return titles_in_tab(browser)[0] == STATE


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
