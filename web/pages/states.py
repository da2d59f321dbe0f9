"""A State: its reviews, documents and commitments; what it was asked and what it asks of others, in numbers."""

from datetime import date

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from models.errors import UnknownState
from models.records.enums import Position
from models.reviews.next_review import reviews_after
from models.reviews.states import State
from search import Role
from web.site.language import translated
from web.site.served_index import known_states, served_index
from web.views.search_form import SearchForm

state_pages = Blueprint("states", __name__)

ISSUES_SHOWN = 12
ROWS_SHOWN = 40


@state_pages.get("/state/<code>")
def state(code: str) -> str | Response:
    """What the index holds on a State; a name, or a code in small letters, leads to the code."""
    found = state_at(code)
    if found.code != code:
        return redirect(url_for("states.state", code=found.code), 301)
    index = served_index()
    reviews = index.state_reviews(found.code)
    last_review = max((review.session for review in reviews), default=None)
    return render_template(
        "state.html",
        state=found,
        reviews=reviews,
        tally=index.tally(found.code, "under_review"),
        issues_shown=ISSUES_SHOWN,
        threads=index.thread_summary(found.code),
        told=index.observing_documents(found.code),
        last_review=last_review,
        later_reviews=reviews_after(last_review, date.today()) if last_review else (),
        form=SearchForm(state=found.code),
        states=known_states().values(),
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


def _tally_page(code: str, role: Role) -> ResponseReturnValue:
    state = state_at(code)
    if state.code != code:
        return redirect(url_for("states.asked" if role == "under_review" else "states.requests", code=state.code), 301)
    counted = served_index().tally(code, role)
    sessions = [review.session for review in served_index().reviews(code)]
    return render_template(
        "tally.html",
        state=state,
        role=role,
        tally=counted,
        rows_shown=ROWS_SHOWN,
        positions=list(Position),
        last_review=max(sessions, default=None),
        later_reviews=reviews_after(max(sessions), date.today()) if sessions else (),
    )
