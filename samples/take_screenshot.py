"""Writes the pictures of docs/: `python -m samples.take_screenshot` serves the demonstration, asks it a question, and
makes a plan of what it finds.

It needs Chromium and its driver (Debian: chromium, chromium-driver), and for the picture of a paper LibreOffice and
pdftoppm (libreoffice-writer-nogui, poppler-utils).
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.ui import WebDriverWait

DOCS = Path(__file__).resolve().parent.parent / "docs"
UPR = Path(sys.executable).with_name("upr")
PORT = 8765
ISSUE = "In our rural districts girls of thirteen are still married off by their families"
STATE = "XAA"
TITLE = "No girl is married off in our districts"
FILLED_IN = {
    "expected_result": "Eighteen is the least age of marriage in every district, without exception.",
    "partners": "The union of teachers; the midwives of the lake districts",
    "next_step": "Ask the ministry of justice for the draft, by the end of May.",
}
RECOMMENDING = "XCB"
WIDTH, HEIGHT = 1200, 1300
PAPER_DPI = 80
SECONDS_TO_START = 120


@contextmanager
def demonstration() -> Iterator[str]:
    """The address of the site over the sample documents, served while the block runs."""
    with TemporaryDirectory() as folder:
        environment = {**os.environ, "UPR_PLANS": f"{folder}/plans.sqlite"}
        server = subprocess.Popen([str(UPR), "demo", "--port", str(PORT)], env=environment)
        address = f"http://127.0.0.1:{PORT}"
        try:
            _wait_for(f"{address}/healthz", server)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=60)


def _wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    give_up = time.monotonic() + SECONDS_TO_START
    while server.poll() is None and time.monotonic() < give_up:
        try:
            urlopen(address, timeout=5).close()  # noqa: S310 - our own server
            return
        except OSError:
            time.sleep(0.5)
    sys.exit("The demonstration did not start: try `make demo`.")


def take_pictures(address: str) -> None:
    """Ask the site, choose what it finds, make a plan of it, and write what a reader sees on the way."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in ("--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={WIDTH},{HEIGHT}"):
        options.add_argument(argument)
    browser = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
    try:
        browser.get(address)
        _save(browser, "start")
        browser.find_element(By.ID, "text").send_keys(ISSUE)
        browser.find_element(By.CSS_SELECTOR, f"#state option[value={STATE}]").click()
        _press(browser, "#search .primary")
        _save(browser, "screenshot")
        results = browser.current_url
        dark = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", dark)
        _save(browser, "results-dark")
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
        best = browser.find_element(By.CSS_SELECTOR, "h3 a[href^='/recommendation/']")
        browser.get(best.get_attribute("href") or address)
        _save(browser, "record")
        browser.get(results)
        _press(browser, ".choosing-all button")
        browser.get(f"{address}/list")
        browser.find_element(By.ID, "title").send_keys(TITLE)
        browser.execute_script("window.scrollTo(0, 0)")
        _save(browser, "plan-list")
        _press(browser, "form[action='/plan'] .primary")
        _fill_in(browser)
        _save(browser, "plan")
        _picture_brief(browser.current_url.split("#")[0])
    finally:
        browser.quit()


def _press(browser: webdriver.Chrome, button: str) -> None:
    """Press what a selector names, and wait until the next page is there."""
    page = browser.find_element(By.TAG_NAME, "html")
    browser.find_element(By.CSS_SELECTOR, button).click()
    WebDriverWait(browser, SECONDS_TO_START).until(staleness_of(page))


def _fill_in(browser: webdriver.Chrome) -> None:
    """Fill in the first item of the plan."""
    browser.find_element(By.CSS_SELECTOR, "a[href*='/item/']").click()
    for column, words in FILLED_IN.items():
        browser.find_element(By.ID, column).send_keys(words)
    browser.find_element(By.CSS_SELECTOR, "[name=status][value='some steps']").click()
    browser.execute_script("document.documentElement.scrollTop = 0")
    _save(browser, "plan-item")
    _press(browser, ".plan-form .primary")
    browser.execute_script("window.scrollTo(0, 0)")


def _picture_brief(plan: str) -> None:
    """The first page of the brief for one State, as a reader prints it."""
    with TemporaryDirectory() as folder:
        paper = Path(folder, "brief.docx")
        with urlopen(f"{plan}/paper/embassy-brief.docx?state={RECOMMENDING}") as answer:  # noqa: S310 - our own server
            paper.write_bytes(answer.read())
        subprocess.run([*"soffice --headless --convert-to pdf --outdir".split(), folder, paper], check=True)
        draw = f"pdftoppm -png -singlefile -r {PAPER_DPI}".split()
        subprocess.run([*draw, paper.with_suffix(".pdf"), DOCS / "brief"], check=True)


def _save(browser: webdriver.Chrome, name: str) -> None:
    browser.save_screenshot(str(DOCS / f"{name}.png"))


def main() -> None:
    """Serve, ask, write."""
    with demonstration() as address:
        take_pictures(address)


if __name__ == "__main__":
    main()
