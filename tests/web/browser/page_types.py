"""Every type of page and how to get there: a page that is added to the site joins with one line."""

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.web.browser.chromium import ISSUE, WebDriver, ask, by_css, follow, go

Way = Callable[[WebDriver, str], None]
"""Shows a page of the site at the address."""


def at(path: str) -> Way:
    return lambda browser, address: browser.get(f"{address}{path}")


def then(way: Way, *selectors: str) -> Way:
    """Go one way, and on by links and buttons."""

    def go_on(browser: WebDriver, address: str) -> None:
        way(browser, address)
        for selector in selectors:
            follow(browser, selector)

    return go_on


def typed(path: str, words: str, *selectors: str) -> Way:
    """Type words into the form of a page, choose what the selectors say, and send it."""

    def send(browser: WebDriver, address: str) -> None:
        browser.get(f"{address}{path}")
        browser.find_element(*by_css("#text")).send_keys(words)
        for selector in selectors:
            browser.find_element(*by_css(selector)).click()
        go(browser, browser.find_element(*by_css("button.primary")).click)

    return send


def described(issue: str) -> Way:
    return lambda browser, address: ask(browser, address, issue)


RECORD = "/recommendation/XAA-17-23.1-1"
APPLY = ".filters-body button"
APPROACH = typed("/?to=approach", ISSUE, "#state option[value=XAA]")

SUBMISSION = typed("/uptake", ISSUE, "#state option[value=XAA]")


def before_a_review(browser: WebDriver, address: str) -> None:
    """The asks of a submission beside all that a State was told."""
    SUBMISSION(browser, address)
    browser.find_element(*by_css("#asks summary")).click()
    browser.find_element(*by_css("#review option[value=next]")).click()
    follow(browser, "#asks-form .primary")


def without_list(browser: WebDriver, address: str) -> None:
    """A page of recommendations, to somebody who put nothing on a list yet."""
    browser.get(f"{address}/browse?under_review=XAA")
    browser.delete_all_cookies()
    browser.refresh()


CHOSEN = then(without_list, ".choosing-all button", "header a[href$='/list']")
PLAN = then(CHOSEN, "form[action$='/plan'] .primary")


def plan_with_file(browser: WebDriver, address: str) -> None:
    """Give a plan back the file that another plan was downloaded as."""
    PLAN(browser, address)
    content = browser.execute_async_script(
        "const [done] = arguments; fetch(location.pathname + '/plan.json').then(answer => answer.text()).then(done)"
    )
    plan = json.loads(content)
    plan["items"][0]["notes"] = "Written offline"
    with TemporaryDirectory() as folder:
        file = Path(folder) / "plan.json"
        file.write_text(json.dumps(plan), encoding="utf-8")
        browser.find_element(*by_css("#file")).send_keys(str(file))
        follow(browser, "form[action$='/upload'] button")


def two_change_one_text(browser: WebDriver, address: str) -> None:
    """Somebody saves a text that somebody else saved meanwhile."""
    then(PLAN, "a[href*='/item/']")(browser, address)
    mine, item = browser.current_window_handle, browser.current_url
    browser.switch_to.new_window("tab")
    for words in ("by her", "by him"):
        if words == "by her":
            browser.get(item)
        browser.find_element(*by_css("#notes")).send_keys(words)
        go(browser, browser.find_element(*by_css(".plan-form .primary")).click)
        browser.switch_to.window(mine)


PAGE_TYPES: dict[str, Way] = {
    "start": at("/"),
    "how to read": at("/about"),
    "results": described(ISSUE),
    "results without any": described("zzz"),
    "results filtered": then(described(ISSUE), "input[name=position][value=supported]", APPLY),
    "results as a table": then(described(ISSUE), "a[href*='layout=table']"),
    "results deleted": then(described(ISSUE), "form[action$=delete] button"),
    "results that are gone": at(f"/results/{'a' * 32}.{'b' * 22}"),
    "issue missing": typed("/", ""),
    "keywords": at("/find"),
    "keyword results": typed("/find", "marriage"),
    "keyword results without any": typed("/find", "zebra"),
    "keywords missing": typed("/find", ""),
    "browsing": at("/browse?under_review=XAA&cycle=2&sort=date"),
    "browsing as a table": at("/browse?under_review=XAA&layout=table"),
    "browsing without any": at("/browse?under_review=XAB"),
    "recommendation": at(RECORD),
    "commitment": at("/commitment/XBA-34-c-A.HRC.WG.6.34.XBA.1-9(a)-1"),
    "observation": at("/observation/CRC.C.XAA.CO.900-3"),
    "reports on an issue": typed("/?to=reported", ISSUE),
    "treaty bodies on an issue": then(described(ISSUE), ".tabs a[href*=told]"),
    "reported paragraph": at("/reported/A.HRC.WG.6.34.XBA.1-1"),
    "no such recommendation": at("/recommendation/XAA-1-1-1"),
    "States": at("/states"),
    "State": at("/state/XAA"),
    "State on an issue": at("/state/XAA/issue/womens-rights"),
    "partners": at("/state/XAA/issue/womens-rights#partners"),
    "two reviews compared": at("/state/XAA/compare"),
    "State with a national report": at("/state/XBA"),
    "State that was not reviewed": at("/state/XAB"),
    "State, its dates": at("/state/XAA#calendar"),
    "review": at("/state/XBA/review/20"),
    "review, filtered": at("/state/XBA/review/20?position=supported"),
    "list without any": at("/list"),
    "list": CHOSEN,
    "plan": PLAN,
    "plan item": then(PLAN, "a[href*='/item/']"),
    "plan item that two changed": two_change_one_text,
    "plan and a file": plan_with_file,
    "plan news": then(PLAN, "nav a[href$='news=1']"),
    "plan papers": then(PLAN, "a[href$='/papers']"),
    "plan paper": then(PLAN, "a[href$='/papers']", "a[href*='/paper/oral-statement']"),
    "plan settings": then(PLAN, "a[href$='/settings']"),
    "plan deleted": then(PLAN, "a[href$='/settings#delete']", "form[action$='/delete'] button"),
    "no such plan": at(f"/plan/{'a' * 43}"),
    "States to approach, form": at("/?to=approach&label=Right+to+education"),
    "States to approach": APPROACH,
    "States to approach, evidence": then(APPROACH, ".target a[href*='behind=']"),
    "States to approach on a recommendation": at("/results?record=XAA-17-23.1-1&state=XAA"),
    "the same, evidence": at("/results?record=XAA-17-23.1-1&state=XAA&behind=:here"),
    "submission": at("/uptake"),
    "submission, what came of it": SUBMISSION,
    "submission, before a review": before_a_review,
    "issues": at("/themes"),
    "issue": at("/themes/womens-rights"),
    "API": at("/api/"),
    "no such page": at("/nowhere"),
}

ANSWERS_TO_FORMS = {
    "issue missing",
    "keywords missing",
    "plan item that two changed",
}
"""Pages that answer a form itself, so that a browser asks before it loads them again; all others have an address."""

NO_PAGES = {
    "/healthz": "for load balancers",
    "/readyz": "for load balancers",
    "/static/<path:filename>": "style sheets and scripts",
    "/match/download": "leads to the start page",
    "/find/download": "leads to the form",
    "/browse/download": "a file",
    "/states/find": "leads to the list",
    "/lobby": "leads to the start page or to results",
    "/lobby/download": "leads to the same",
    "/lobby/recommendations": "leads to results",
    "/results/<key>/recommendations": "leads to results",
    "/reported": "leads to the start page",
    "/uptake/asks": "leads to the form",
    "/uptake/download": "a file",
    "/plan/<key>/plan.xlsx": "a file",
    "/plan/<key>/plan.json": "a file",
    "/plan/<key>/plan.ics": "a file",
    "/plan/<key>/paper/<name>/for-you": "a file",
    "/list/list.docx": "a file",
    "/plans": "leads to the list",
    "/plan/deleted": "leads to the list",
    "/plan/<key>/<any(delete, news):before>": "leads to the plan, or its title and State",
    "/plan/<key>/<any(opened, upload):before>/<upload>": "leads to the plan",
    "/plan/<key>/paper/<name>.<extension>": "a file",
    "/plan/<key>/papers.zip": "a file",
    "/state/<code>/theme/<slug>": "the page of a State on an issue; the samples have no themes",
    "/state/<code>/calendar.ics": "a file",
    "/state/<code>/issue/<slug>/partners": "leads to the section of the issue's page",
    "/state/<code>/<any(documents, asked, asks, calendar):section>": "leads to the section of the State's page",
    "/state/<code>/compare": "leads to the page of the review that is compared",
    "/state/<code>/review/<int:session>/<any('follow-up', draft):section>": "leads to the page of the review",
    "/state/<code>/review/<int:session>/follow-up.<extension>": "a file",
}
"""Routes that answer GET without a page of their own, and why; those of the API for programs are left out."""
