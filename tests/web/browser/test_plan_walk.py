"""From a list to a plan in a real browser: by keyboard alone, without scripts, and against another site."""

import http.server
import threading
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.web.browser.chromium import By, Keys, WebDriver, by_css, follow, go, heading, press, tab_to
from tests.web.browser.page_types import CHOSEN, PLAN, without_list


def counted(browser: WebDriver) -> str:
    return browser.find_element(*by_css("header a[href='/list']")).text


def test_keyboard_alone_leads_from_a_record_to_a_plan_that_is_filled_in(browser: WebDriver, address: str) -> None:
    without_list(browser, address)
    tab_to(browser, "Put on your list, ")
    place = browser.switch_to.active_element.get_attribute("id")
    go(browser, lambda: press(browser, Keys.ENTER))
    assert counted(browser) == "Your list (1)"
    # The browser is where the record is, not at the head of the page.
    assert urlsplit(browser.current_url).fragment == place
    assert urlsplit(browser.current_url).query == "under_review=XAA"
    tab_to(browser, "On your list: take off")
    browser.get(f"{address}/list")
    tab_to(browser, "title")
    press(browser, "Plan of the rowers")
    tab_to(browser, "Make a follow-up plan of it")
    go(browser, lambda: press(browser, Keys.ENTER))
    assert heading(browser) == "Plan of the rowers"
    tab_to(browser, "Edit")
    go(browser, lambda: press(browser, Keys.ENTER))
    tab_to(browser, "partners")
    press(browser, "The ferry pilots")
    press(browser, Keys.TAB)
    press(browser, Keys.ARROW_DOWN)
    tab_to(browser, "Save")
    go(browser, lambda: press(browser, Keys.ENTER))
    card = browser.find_element(*by_css(".plan .hit")).text
    assert "The ferry pilots" in card
    assert "not started" in card


def test_choosing_needs_no_script(browser: WebDriver, address: str) -> None:
    without_list(browser, address)
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        CHOSEN(browser, address)
        assert counted(browser).startswith("Your list (")
        follow(browser, "form[action='/plan'] .primary")
        assert "/plan/" in browser.current_url
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.fixture
def stranger(address: str) -> Iterator[str]:
    """The address of another site, whose page sends forms to this one."""
    forms = "".join(
        f'<form id="{place}" action="{address}{path}" method="post"><input name="add" value="XAA-17-23.1-1">'
        f'<input name="token" value="x"><button>{place}</button></form>'
        for place, path in (("add", "/list"), ("forget", "/list/forget"), ("plan", "/plan"))
    )

    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(f"<!doctype html><title>Stranger</title>{forms}".encode())

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize("form", ["add", "forget", "plan"])
def test_a_form_on_the_page_of_a_stranger_changes_nothing(
    browser: WebDriver, address: str, stranger: str, form: str
) -> None:
    """Even of one at the same name, to which browsers send the cookie: only ports differ."""
    CHOSEN(browser, address)
    before = counted(browser)
    browser.get(stranger)
    follow(browser, f"#{form} button")
    assert heading(browser) == "Not done"
    browser.get(f"{address}/list")
    assert counted(browser) == before


def test_what_somebody_wrote_is_there_after_two_changed_it(browser: WebDriver, address: str) -> None:
    PLAN(browser, address)
    follow(browser, "a[href*='/item/']")
    mine, item = browser.current_window_handle, browser.current_url
    browser.switch_to.new_window("tab")
    browser.get(item)
    browser.find_element(By.ID, "notes").send_keys("by her")
    go(browser, browser.find_element(*by_css(".plan-form .primary")).click)
    browser.switch_to.window(mine)
    browser.find_element(By.ID, "notes").send_keys("by him")
    go(browser, browser.find_element(*by_css(".plan-form .primary")).click)
    assert browser.find_element(*by_css("main .note h2")).text == "Somebody changed the plan meanwhile."
    go(browser, browser.find_element(*by_css("main .note .primary")).click)
    card = browser.find_element(*by_css(".plan .hit")).text
    assert "by her\nby him" in card
