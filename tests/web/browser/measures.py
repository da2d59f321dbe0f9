"""Where things stand on a page, in pixels: `python -m tests.web.browser.measures ADDRESS STATE ISSUE…`, for a site that
runs, asks each issue and prints where its results stand; exit code 1 where one of the bars is not met.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.web.browser.chromium import WebDriver, by_css, go, started_chromium

LONGEST = 5_000
"""The height of a page, with what is folded closed."""
PLACES = """
return [...document.querySelectorAll(".hit")].filter(each => each.checkVisibility()).map(each => {
  const box = each.getBoundingClientRect();
  return [Math.round(box.top + scrollY), Math.round(box.bottom + scrollY)];
});
"""


@dataclass(frozen=True)
class Screen:
    """A window, and how many results are wholly to be seen in it before anybody scrolls."""

    width: int
    height: int
    first: int
    """Where the first begins at the latest."""
    whole: int


SCREENS = (Screen(1280, 900, 320, 3), Screen(400, 800, 525, 1))


def show_on(browser: WebDriver, width: int, height: int) -> None:
    """Show the page in a window of that size, from its top."""
    screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 768}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    browser.execute_script("scrollTo(0, 0)")


def places_of_results(browser: WebDriver) -> list[tuple[int, int]]:
    """Top and bottom of each result that is shown."""
    return [(top, bottom) for top, bottom in browser.execute_script(PLACES)]


def missed(places: list[tuple[int, int]], screen: Screen) -> list[str]:
    """What is not as it should be; of fewer results than a screen shows, all are to be seen."""
    first, last = places[0], places[: screen.whole][-1]
    found = []
    if first[0] > screen.first:
        found.append(f"the first result begins at {first[0]}, not {screen.first}")
    if last[1] > screen.height:
        found.append(f"result {min(screen.whole, len(places))} ends at {last[1]}, not {screen.height}")
    return found


def height_of(browser: WebDriver) -> int:
    return int(browser.execute_script("return document.documentElement.scrollHeight"))


def _asked(browser: WebDriver, address: str, state: str, issue: str) -> None:
    browser.get(address)
    fill = "document.getElementById('text').value = arguments[0]; document.getElementById('state').value = arguments[1]"
    browser.execute_script(fill, issue, state)
    go(browser, browser.find_element(*by_css("#search .primary")).click)


def _measures(browser: WebDriver) -> Iterator[tuple[str, list[str]]]:
    for screen in SCREENS:
        show_on(browser, screen.width, screen.height)
        places, height = places_of_results(browser), height_of(browser)
        too_long = [f"the page has {height} px, not {LONGEST}"] if height > LONGEST else []
        yield f"{screen.width} x {screen.height}: {places[:3]}, {height} px", missed(places, screen) + too_long


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address")
    parser.add_argument("state")
    parser.add_argument("issues", nargs="+")
    given, failed = parser.parse_args(), False
    with TemporaryDirectory() as folder:
        browser = started_chromium(Path(folder), Path(folder))
        try:
            for issue in given.issues:
                _asked(browser, given.address, given.state, issue)
                for words, misses in _measures(browser):
                    print(f"{issue[:40]}: {words}", *misses, sep="\n  ")
                    failed |= bool(misses)
        finally:
            browser.quit()
    sys.exit(failed)


if __name__ == "__main__":
    main()
