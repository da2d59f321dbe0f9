"""States: all of them, one with its reviews and documents, one issue of one State, two reviews of it compared, and what
it was told and recommends in numbers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from models.errors import UnknownState
from models.records.enums import Position, ThreadType
from models.reviews.calendar import next_review_of
from models.reviews.states import State
from models.vocabularies.treaty_bodies import TREATY_BODIES
from search import Role
from web.site.language import gettext, translated
from web.site.served_index import coverage_on, known_states, name_of, place_in_order, served_index
from web.views.issue_of_state import IssueOfState, articles_of, goals_of, issue_at, theme_at
from web.views.position_bars import review_bars
from web.views.reviews_compared import again_after, chosen_reviews, compared, positions_of
from web.views.search_form import SearchForm
from web.views.state_list import ROWS, StateList, groups_of

state_pages = Blueprint("states", __name__)

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
    try:
        found = served_index().state(request.form.get("state", "").strip())
    except UnknownState:
        return _states_page({"state": gettext("No State of this name is listed: choose one from the list.")}), 400
    return redirect(url_for("states.state", code=found.code), 303)


@state_pages.get("/states/find")
def find_state_without_name() -> Response:
    """The address that names are posted to: the list."""
    return redirect(url_for("states.all_states"), 303)


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
def state(code: str) -> str | Response:
    """What the index holds on a State; a name, or a code in small letters, leads to the code."""
    found = state_at(code)
    if found.code != code:
        return redirect(url_for("states.state", code=found.code), 301)
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
        states=known_states().values(),
        **_calendar(found),
    )


@state_pages.get("/state/<code>/documents")
def documents(code: str) -> str | Response:
    """Each review of the State with its documents and voluntary commitments, and what treaty bodies wrote to it."""
    found = state_at(code)
    if found.code != code:
        return redirect(url_for("states.documents", code=found.code), 301)
    index = served_index()
    return render_template(
        "state_documents.html",
        state=found,
        reviews=index.state_reviews(found.code),
        told=index.observing_documents(found.code),
        **_calendar(found),
    )


@state_pages.get("/state/<code>/issue/<slug>")
def issue(code: str, slug: str) -> ResponseReturnValue:
    """What is indexed on a State and one of the issues of the Issues pages."""
    return _issue_page(code, slug, "states.issue", issue_at)


@state_pages.get("/state/<code>/theme/<slug>")
def theme(code: str, slug: str) -> ResponseReturnValue:
    """The same for a theme of the Universal Human Rights Index."""
    return _issue_page(code, slug, "states.theme", lambda slug: theme_at(slug, served_index().labels("theme")))


@state_pages.get("/state/<code>/compare")
def compare(code: str) -> ResponseReturnValue:
    """Two reviews of the State side by side, the last two unless the address names others."""
    found = state_at(code)
    if found.code != code:
        named = (request.args.get("earlier"), request.args.get("later"))
        return redirect(url_for("states.compare", code=found.code, earlier=named[0], later=named[1]), 301)
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
        again=again_after(summary) if summary else [],
        ThreadType=ThreadType,
        **_calendar(found),
    )


@state_pages.get("/state/<code>/asked")
def asked(code: str) -> ResponseReturnValue:
    """What the State under review was asked: by whom, on which issues, and how it answered."""
    return _tally_page(code, "under_review")


@state_pages.get("/state/<code>/asks")
def requests(code: str) -> ResponseReturnValue:
    """What the State asks of others: of whom, on which issues, how specific, and how it fares."""
    return _tally_page(code, "recommending")


def state_at(code: str) -> State:
    """The State that an address names.

    Raises:
        NotFound: it names none.
    """
    try:
        return served_index().state(code)
    except UnknownState as error:
        raise NotFound(translated(error.args[0])) from error


def _calendar(state: State) -> dict[str, Any]:
    """Which reviews took place, what is indexed of each, and when the next one comes."""
    coverage = coverage_on(state.code)
    return {"coverage": coverage, "next_review": next_review_of(coverage.history)}


def _issue_page(
    code: str, slug: str, endpoint: str, issue_of: Callable[[str], IssueOfState | None]
) -> ResponseReturnValue:
    found = state_at(code)
    if found.code != code:
        return redirect(url_for(endpoint, code=found.code, slug=slug), 301)
    asked = issue_of(slug)
    if asked is None:
        raise NotFound(gettext("There is no issue at this address: choose one from the list of all issues."))
    held = served_index().state_issue(code, asked.field, asked.labels)
    return render_template(
        "state_issue.html",
        state=found,
        asked=asked,
        held=held,
        referred={
            record.id: served_index().referred_comments(record)
            for review in held.reviews
            for record in review.recommendations
            if record.comment
        },
        articles=articles_of(asked.issue) if asked.issue else [],
        goals=goals_of(asked.issue) if asked.issue else [],
        bodies=TREATY_BODIES,
        ThreadType=ThreadType,
        **_calendar(found),
    )


def _tally_page(code: str, role: Role) -> ResponseReturnValue:
    state = state_at(code)
    if state.code != code:
        return redirect(url_for("states.asked" if role == "under_review" else "states.requests", code=state.code), 301)
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
