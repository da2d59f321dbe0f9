"""A review: who reports what on each recommendation, what it is compared with, and the drafts that it replaced."""

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import NotFound

from models.messages.message import Message
from models.records.records import review_id
from models.reviews.states import State
from search import FollowUp
from search.catalogue.drafts import replaced_drafts
from search.progress.follow_up import follow_up_of
from web.files.office_files import as_attachment
from web.reviews.compared import earlier_sessions, reviews_compared, two_sessions
from web.reviews.files import DOWNLOADS
from web.reviews.follow_up_table import PARAMETER_OF, TableQuery, follow_up_table
from web.site.served_index import coverage_on, served_index
from web.states.pages import state_at, state_named
from web.words.progress_words import REPORTER_NAMES, REPORTING_WORDS, WHAT_IS_TOLD, not_indexed

review_pages = Blueprint("reviews", __name__)

DRAFT_CHANGES = {
    "number": Message("Paragraph"),
    "words": Message("Words"),
    "States": Message("States"),
    "position": Message("Position"),
}
"""What may be another than in a draft."""


@review_pages.get("/state/<code>/review/<int:session>")
def review(code: str, session: int) -> str:
    """The review; a State's name, or a code in small letters, leads to the code.

    What is compared stands beneath the whole table alone: it is long, and no filter is for it.
    """
    query = TableQuery.from_args(request.args)
    earlier = request.args.get("earlier")
    state = state_at(code, **query.parameters, earlier=earlier)
    follow_up = _follow_up(state, session)
    before = earlier_sessions(state.code, session)
    return render_template(
        "review.html",
        state=state,
        coverage=coverage_on(state.code),
        table=follow_up_table(follow_up, query),
        parameters=PARAMETER_OF,
        reporter_names=REPORTER_NAMES,
        reporting_words=REPORTING_WORDS,
        what_is_told=WHAT_IS_TOLD,
        not_indexed=not_indexed(follow_up),
        files=[extension for extension in DOWNLOADS if extension != "json"],
        before=before,
        compared=reviews_compared(state.code, before, session, earlier) if before and not query.parameters else None,
        drafts=replaced_drafts(served_index().snapshot.connection, follow_up.review),
        draft_changes=DRAFT_CHANGES,
    )


@review_pages.get("/state/<code>/review/<int:session>/<any('follow-up', draft):section>")
def section(code: str, session: int, section: str) -> ResponseReturnValue:
    """What had an address of its own is part of the review's page."""
    state = state_named(code)
    anchor = "draft" if section == "draft" else None
    parts = TableQuery.from_args(request.args).parameters
    return redirect(url_for("reviews.review", code=state.code, session=session, _anchor=anchor, **parts), 301)


@review_pages.get("/state/<code>/compare")
def compare(code: str) -> ResponseReturnValue:
    """Two reviews side by side are part of the later one's page."""
    state = state_named(code)
    chosen = two_sessions(request.args, state.code)
    if chosen is None:
        return redirect(url_for("states.state", code=state.code), 301)
    earlier, later = chosen
    address = url_for("reviews.review", code=state.code, session=later, earlier=earlier, _anchor="compared")
    return redirect(address, 301)


@review_pages.get("/state/<code>/review/<int:session>/follow-up.<extension>")
def download(code: str, session: int, extension: str) -> Response:
    """All rows of the table that the same filters leave, as a file."""
    if extension not in DOWNLOADS:
        raise NotFound
    follow_up = _follow_up(state_named(code), session)
    rows = TableQuery.from_args(request.args).rows_of(follow_up.rows)
    return as_attachment(DOWNLOADS[extension](follow_up, rows), extension, f"follow-up-{follow_up.review}")


def _follow_up(state: State, session: int) -> FollowUp:
    return follow_up_of(served_index().snapshot, review_id(state.code, session))
