"""States: all of them, one with its reviews and documents, one issue of one State, two reviews of it compared, and what
it was told and recommends in numbers."""

from dataclasses import replace
from datetime import date
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from models.errors import UnknownState
from models.records.enums import Position
from models.reviews.calendar import next_review_of
from models.reviews.states import State
from models.vocabularies.treaty_bodies import TREATY_BODIES
from search import Role, by_change
from web.site.language import gettext, translated
from web.site.served_index import coverage_on, name_of, place_in_order, served_index
from web.views.begin_again import begin_again
from web.views.issue_of_state import IssueOfState, articles_of, goals_of, issue_at, theme_at
from web.views.position_bars import review_bars
from web.views.reviews_compared import chosen_reviews, compared, positions_of
from web.views.search_form import SearchForm
from web.views.state_list import ROWS, StateList, groups_of

state_pages = Blueprint("states", __name__)
begin_again(state_pages, "/states/find", "states.all_states")

ISSUES_SHOWN = 12
STATES_SHOWN = 12
ROWS_SHOWN = 15
"""Rows of a table that stand open; the others are folded behind them."""


@state_pages.get("/states")
def all_states() -> str:
    """All States that are reviewed, with their reviews, positions, and when the next review comes."""
    return _states_page({})


@state_pages.post("/states/find")
def find_state() -> ResponseReturnValue:
    """Lead to the State of a name, or say that there is none."""
    typed = request.form.get("state", "").strip()
    try:
        found = served_index().state(typed)
    except UnknownState as error:
        choose = gettext("No State of this name is listed: choose one from the list.")
        return _states_page({"state": translated(error.sentence) if typed else choose}), 400
    return redirect(url_for("states.state", code=found.code), 303)


def _states_page(problems: dict[str, str]) -> str:
    states = served_index().reviewed_states()
    groups = groups_of(states)
    asked = StateList.from_args(request.args, groups)
    lines = asked.listed(states, date.today())
    pages = [lines[first : first + ROWS] for first in range(0, len(lines), ROWS)] or [[]]
    asked = replace(asked, page=min(asked.page, len(pages)))
    return render_template(
        "states.html",
        asked=asked,
        problems=problems,
        groups=groups,
        names=[name_of(known.state) for known in sorted(states, key=lambda known: place_in_order(known.state))],
        lines=pages[asked.page - 1],
        pages=[(page[0], page[-1]) for page in pages if page],
        positions=[position for position in Position if any(known.positions[position] for known in states)],
        reviewed=sum(bool(known.sessions) for known in states),
        total=len(states),
    )


@state_pages.get("/state/<code>")
def state(code: str) -> str:
    """What the index holds on a State; a name, or a code in small letters, leads to the code."""
    found = state_at(code)
    index = served_index()
    reviews = index.state_reviews(found.code)
    return render_template(
        "state.html",
        state=found,
        reviews=reviews,
        bars=review_bars(reviews, under_review=found.code),
        tally=index.tally(found.code, "under_review"),
        issues_shown=ISSUES_SHOWN,
        states_shown=STATES_SHOWN,
        threads=index.thread_summary(found.code),
        told=index.observing_documents(found.code),
        form=SearchForm(state=found.code),
        **_calendar(found),
    )


@state_pages.get("/state/<code>/documents")
def documents(code: str) -> str:
    """Each review of the State with its documents and voluntary commitments, and what treaty bodies wrote to it."""
    found = state_at(code)
    index = served_index()
    return render_template(
        "state_documents.html",
        state=found,
        reviews=index.state_reviews(found.code),
        told=index.observing_documents(found.code),
        **_calendar(found),
    )


@state_pages.get("/state/<code>/issue/<slug>")
def issue(code: str, slug: str) -> str:
    """What is indexed on a State and one of the issues of the Issues pages."""
    return _issue_page(code, issue_at(slug))


@state_pages.get("/state/<code>/theme/<slug>")
def theme(code: str, slug: str) -> str:
    """The same for a theme of the Universal Human Rights Index."""
    return _issue_page(code, theme_at(slug, served_index().labels("theme")))


@state_pages.get("/state/<code>/compare")
def compare(code: str) -> str:
    """Two reviews of the State side by side, the last two unless the address names others."""
    found = state_at(code, earlier=request.args.get("earlier"), later=request.args.get("later"))
    index = served_index()
    sessions = [each.session for each in index.state_reviews(code) if each.recommendations]
    chosen = chosen_reviews(request.args, sessions)
    if chosen is None:
        return render_template("compare.html", state=found, sessions=sessions, chosen=None, **_calendar(found))
    earlier, later = (index.tally(code, "under_review", session) for session in chosen)
    summary = index.thread_summary(code, chosen)
    return render_template(
        "compare.html",
        state=found,
        sessions=sessions,
        chosen=chosen,
        earlier=earlier,
        later=later,
        positions=[positions_of(tally) for tally in (earlier, later)],
        labels=compared(earlier.labels, later.labels),
        counterparts=compared(earlier.counterparts, later.counterparts),
        threads=summary,
        changes=by_change(summary.same) if summary else {},
        **_calendar(found),
    )


@state_pages.get("/state/<code>/asked")
def asked(code: str) -> str:
    """What the State under review was asked: by whom, on which issues, and how it answered."""
    return _tally_page(code, "under_review")


@state_pages.get("/state/<code>/asks")
def requests(code: str) -> str:
    """What the State asks of others: of whom, on which issues, how specific, and how it fares."""
    return _tally_page(code, "recommending")


def state_at(code: str, **parameters: object) -> State:
    """The State of the page; an address with its name, or its code in small letters, leads to that with the code.

    `parameters` are those that the other address keeps.

    Raises:
        NotFound: there is no such State.
    """
    found = state_named(code)
    if found.code != code:
        parts = {**(request.view_args or {}), "code": found.code, **parameters}
        abort(redirect(url_for(request.endpoint or "", **parts), 301))
    return found


def state_named(code: str) -> State:
    """The State of a code or name.

    Raises:
        NotFound: there is none.
    """
    try:
        return served_index().state(code)
    except UnknownState as error:
        raise NotFound(translated(error.args[0])) from error


def _calendar(state: State) -> dict[str, Any]:
    """Which reviews took place, what is indexed of each, and when the next one comes."""
    coverage = coverage_on(state.code)
    return {"coverage": coverage, "next_review": next_review_of(coverage.history)}


def _issue_page(code: str, asked: IssueOfState | None) -> str:
    found = state_at(code)
    if asked is None:
        raise NotFound(gettext("There is no issue at this address: choose one from the list of all issues."))
    held = served_index().state_issue(code, asked.field, asked.labels)
    return render_template(
        "state_issue.html",
        state=found,
        asked=asked,
        held=held,
        bars=review_bars(held.reviews, under_review=code, **asked.filter),
        referred={
            record.id: served_index().referred_comments(record)
            for review in held.reviews
            for record in review.recommendations
            if record.comment
        },
        articles=articles_of(asked.issue) if asked.issue else [],
        goals=goals_of(asked.issue) if asked.issue else [],
        bodies=TREATY_BODIES,
        **_calendar(found),
    )


def _tally_page(code: str, role: Role) -> str:
    state = state_at(code)
    counted = served_index().tally(code, role)
    return render_template(
        "tally.html",
        state=state,
        role=role,
        tally=counted,
        rows_shown=ROWS_SHOWN,
        positions=list(Position),
        **_calendar(state),
    )
