"""What axe finds wrong with the page that a browser shows."""

from typing import Any

from axe_core_python.base import AXE_SCRIPT

from tests.web.browser.chromium import WebDriver

OPEN_FOLDED = "document.querySelectorAll('details').forEach(each => { each.open = true; })"
RUN_AXE = """
const [rules, done] = arguments;
axe.run(document, {resultTypes: ["violations"], ...rules}).then(
  found => done(found.violations.map(each => [each.id, each.nodes.map(node => node.target.join(" "))])),
  error => done([["axe failed", [String(error)]]]));
"""


def violations(browser: WebDriver, rules: dict[str, Any]) -> list[list[Any]]:
    """Each rule that is broken and the elements that do, in what is folded, too; axe's options say which rules."""
    browser.execute_script(OPEN_FOLDED)
    browser.execute_script(f"window.axe || (() => {{{AXE_SCRIPT}}})()")
    return list(browser.execute_async_script(RUN_AXE, rules))
