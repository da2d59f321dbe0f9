"""A State: its reviews with their documents, how it answered, and what it pledged; and one pledge by itself."""

from datetime import date

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response

from models.errors import RecordMoved, UnknownState
from models.reviews.next_review import reviews_after
from models.reviews.states import State
from web.site.served_index import is_invented, known_states, served_index, state_name
from web.views.search_form import SearchForm
from web.words.citation import commitment_citation

state_pages = Blueprint("state", __name__)

ISSUES_SHOWN = 12


@state_pages.get("/state/<code>")
def state(code: str) -> str | Response:
    """What the index holds on a State; a name, or a code in small letters, leads to the code."""
    found = state_at(code)
    if found.code != code:
        return redirect(url_for("state.state", code=found.code), 301)
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


@state_pages.get("/commitment/<record_id>")
def commitment(record_id: str) -> str | Response:
    """The commitment; an old address leads to the same commitment's address of today."""
    try:
        record = served_index().commitment(record_id)
    except RecordMoved as moved:
        return redirect(url_for("state.commitment", record_id=moved.new_id), 301)
    invented = is_invented(record)
    return render_template(
        "commitment.html",
        record=record,
        invented=invented,
        citation=commitment_citation(record, state_name(record.state_under_review), invented),
    )


def state_at(code: str) -> State:
    """The State that an address names.

    Raises:
        NotFound: it names none.
    """
    try:
        return served_index().state(code)
    except UnknownState as error:
        raise NotFound(str(error)) from error
