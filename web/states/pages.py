"""States: all of them, one with all that is indexed on it, and one issue of one State."""

from dataclasses import replace
from datetime import date

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from models.errors import UnknownState
from models.records.enums import Position
from models.reviews.calendar import next_review_of
from models.reviews.states import State
from models.vocabularies.crosswalk import issue_slug
from search.calendar.compose import state_calendar
from search.catalogue.observations import documents_on
from search.catalogue.tally import tally
from search.snapshot.describe import state_reviews
from search.threads.summary import summarise_threads
from web.papers.limits import limit_of
from web.site.language import gettext, translated
from web.site.leading_on import begin_again
from web.site.served_index import coverage_on, name_of, place_in_order, served_index
from web.states.issue_of_state import issue_at, theme_at
from web.states.issue_pages import issue_page
from web.states.position_bars import group_filters, group_name, occurring
from web.states.state_list import ROWS, StateList, groups_of

state_pages = Blueprint("states", __name__)
begin_again(state_pages, "/states/find", "states.all_states")

ISSUES_SHOWN = 12
"""In the table that stands open; the others are folded behind it."""


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
        choose = gettext("%(filter)s: choose a value from the list.", filter=gettext("State"))
        return _states_page({"state": translated(error.sentence) if typed else choose}), 400
    return redirect(url_for("states.state", code=found.code), 303)


def _states_page(problems: dict[str, str]) -> str:
    states = served_index().snapshot.reviewed_states
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
    found, today = state_at(code), date.today()
    snapshot, coverage = served_index().snapshot, coverage_on(found.code)
    events = state_calendar(snapshot, found.code, today)
    past = [event for event in events if event.last_day and event.last_day < today]
    return render_template(
        "state.html",
        state=found,
        reviews=state_reviews(snapshot.connection, found.code),
        received=tally(snapshot.catalogue, found.code, "under_review"),
        made=tally(snapshot.catalogue, found.code, "recommending"),
        issues_shown=ISSUES_SHOWN,
        threads=summarise_threads(snapshot, found.code),
        told=documents_on(snapshot.connection, found.code),
        coverage=coverage,
        next_review=next_review_of(coverage.history),
        slug_of=issue_slug,
        occurring=occurring,
        group_name=group_name,
        group_filters=group_filters,
        limits=[limit_of("submission", joint) for joint in ("no", "yes")],
        past=past,
        coming=[event for event in events if event not in past],
    )


@state_pages.get("/state/<code>/<any(documents, asked, asks, calendar):section>")
def section(code: str, section: str) -> ResponseReturnValue:
    """What had an address of its own is a section of the State's page."""
    return redirect(url_for("states.state", code=state_named(code).code, _anchor=section), 301)


@state_pages.get("/state/<code>/calendar.ics")
def calendar_file(code: str) -> Response:
    """The dates that have days, for calendar programs, in the language of the page."""
    from search.calendar.as_icalendar import calendar_as_icalendar

    state = state_at(code)
    events = state_calendar(served_index().snapshot, code, date.today())
    response = Response(calendar_as_icalendar(events, name_of(state), code, translated), mimetype="text/calendar")
    response.headers.set("Content-Disposition", "attachment", filename=f"upr-calendar-{code.lower()}.ics")
    return response


@state_pages.get("/state/<code>/issue/<slug>")
def issue(code: str, slug: str) -> str:
    """What is indexed on a State and one of the issues of the Issues pages."""
    return issue_page(issue_at(slug), state_at(code))


@state_pages.get("/state/<code>/theme/<slug>")
def theme(code: str, slug: str) -> str:
    """What is indexed on a State and a theme of the Universal Human Rights Index."""
    return issue_page(theme_at(slug, served_index().choices("theme")), state_at(code))


@state_pages.get("/state/<code>/issue/<slug>/partners")
def partners(code: str, slug: str) -> ResponseReturnValue:
    """What had an address of its own is a section of the issue's page."""
    return redirect(url_for("states.issue", code=state_named(code).code, slug=slug, _anchor="partners"), 301)


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
