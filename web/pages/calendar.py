"""The dates that follow-up in a State turns on, as a page and as a file for calendar programs."""

from datetime import date

from flask import Blueprint, Response, render_template

from models.reviews.calendar import EventKind, HowKnown
from web.pages.states import state_at
from web.papers.limits import limit_of
from web.site.language import translated
from web.site.served_index import coverage_on, name_of, served_index

calendar_pages = Blueprint("calendar", __name__)


@calendar_pages.get("/state/<code>/calendar")
def calendar(code: str) -> str:
    """Each date with how it is known."""
    state = state_at(code)
    today = date.today()
    events = served_index().calendar(code, today)
    return render_template(
        "calendar.html",
        state=state,
        coverage=coverage_on(code),
        limits=[limit_of("submission", joint) for joint in ("no", "yes")],
        SUBMISSIONS=EventKind.SUBMISSIONS,
        groups=[HowKnown.PUBLISHED, HowKnown.ESTIMATED, HowKnown.UNKNOWN],
        over=[event for event in events if event.last_day and event.last_day < today],
        coming=[event for event in events if not event.last_day or event.last_day >= today],
    )


@calendar_pages.get("/state/<code>/calendar.ics")
def as_file(code: str) -> Response:
    """The dates that have days, in the language of the page."""
    state = state_at(code)
    from search import calendar_as_icalendar

    events = served_index().calendar(code, date.today())
    response = Response(calendar_as_icalendar(events, name_of(state), code, translated), mimetype="text/calendar")
    response.headers.set("Content-Disposition", "attachment", filename=f"upr-calendar-{code.lower()}.ics")
    return response
