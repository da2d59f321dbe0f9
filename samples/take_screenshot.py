"""Writes docs/screenshot.png: `python -m samples.take_screenshot` serves the demonstration and asks it a question.

It needs Chromium and its driver (Debian: chromium, chromium-driver).
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from selenium import webdriver
from selenium.webdriver.common.by import By

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "screenshot.png"
UPR = Path(sys.executable).with_name("upr")
PORT = 8765
ISSUE = "In our rural districts girls of thirteen are still married off by their families"
STATE = "XAA"
WIDTH, HEIGHT = 1200, 1300
SECONDS_TO_START = 120


@contextmanager
def demonstration() -> Iterator[str]:
    """The address of the site over the sample documents, served while the block runs."""
    server = subprocess.Popen([str(UPR), "demo", "--port", str(PORT)])
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


def take_screenshot(address: str) -> None:
    """Ask the site and write what a reader sees first."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for argument in ("--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={WIDTH},{HEIGHT}"):
        options.add_argument(argument)
    browser = webdriver.Chrome(options, webdriver.ChromeService(shutil.which("chromedriver")))
    try:
        browser.get(address)
        browser.find_element(By.ID, "text").send_keys(ISSUE)
        browser.find_element(By.CSS_SELECTOR, f"#state option[value={STATE}]").click()
        browser.find_element(By.CSS_SELECTOR, "button.primary").click()
        browser.save_screenshot(str(PICTURE))
    finally:
        browser.quit()


def main() -> None:
    """Serve, ask, write."""
    with demonstration() as address:
        take_screenshot(address)


if __name__ == "__main__":
    main()
