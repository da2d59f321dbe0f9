"""One site and one browser for all tests here; each test has a tab of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.browser.chromium import CHROMIUM, DRIVER, WebDriver, started_chromium
from tests.web.browser.sample_site import sample_site

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All tests of this folder need a browser."""
    missing = pytest.mark.skipif(not (CHROMIUM and DRIVER), reason="chromium and chromedriver are not installed")
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(missing)


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with sample_site(tmp_path_factory.mktemp("site") / "sample") as address:
        yield address


@pytest.fixture(scope="session")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the browser saves files."""
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory, downloads: Path) -> Iterator[WebDriver]:
    driver = started_chromium(tmp_path_factory.mktemp("profile"), downloads)
    yield driver
    driver.quit()


@pytest.fixture(scope="session")
def first_tab(chromium: WebDriver) -> str:
    """The tab that stays open."""
    return str(chromium.current_window_handle)


@pytest.fixture
def browser(chromium: WebDriver, first_tab: str) -> Iterator[WebDriver]:
    """The browser with a new tab, which emulates nothing and has no history; its logs are empty."""
    close_others(chromium, first_tab)  # what a test left whose page hung
    chromium.switch_to.new_window("tab")
    for log in ("browser", "performance"):
        chromium.get_log(log)
    yield chromium
    close_others(chromium, first_tab)


def close_others(chromium: WebDriver, first_tab: str) -> None:
    for handle in chromium.window_handles:
        if handle != first_tab:
            chromium.switch_to.window(handle)
            chromium.close()
    chromium.switch_to.window(first_tab)


@pytest.fixture
def saved(browser: WebDriver, downloads: Path) -> Path:
    """Where the browser saves files; empty."""
    for file in downloads.iterdir():
        file.unlink()
    browser.execute_cdp_cmd("Page.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(downloads)})
    return downloads
