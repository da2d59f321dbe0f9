"""The follow-up table of a review: who reports what on each recommendation; as a page and as files."""

from flask import Blueprint, Response, render_template, request
from werkzeug.exceptions import NotFound

from models.records.records import review_id
from models.reviews.states import State
from search import FollowUp
from web.downloads.follow_up import DOWNLOADS
from web.downloads.office_files import as_attachment
from web.pages.states import state_at, state_named
from web.site.served_index import coverage_on, served_index
from web.views.follow_up import PARAMETER_OF, REPORTING_CODES, TableQuery, follow_up_table
from web.words.progress_words import REPORTER_NAMES, REPORTING_WORDS, not_indexed, what_is_told

follow_up_pages = Blueprint("follow_up", __name__)


@follow_up_pages.get("/state/<code>/review/<int:session>/follow-up")
def table(code: str, session: int) -> str:
    """The table; a State's name, or a code in small letters, leads to the code."""
    query = TableQuery.from_args(request.args)
    state = state_at(code, **query.parameters)
    follow_up = _follow_up(state, session)
    return render_template(
        "follow_up.html",
        state=state,
        coverage=coverage_on(state.code),
        table=follow_up_table(follow_up, query),
        parameters=PARAMETER_OF,
        reporter_names=REPORTER_NAMES,
        reporting_words=REPORTING_WORDS,
        reporting_kinds={REPORTING_CODES[reporting]: words for reporting, words in REPORTING_WORDS.items()},
        what_is_told=what_is_told(follow_up),
        not_indexed=not_indexed(follow_up),
        files=DOWNLOADS,
    )


@follow_up_pages.get("/state/<code>/review/<int:session>/follow-up.<extension>")
def download(code: str, session: int, extension: str) -> Response:
    """All rows of the table that the same filters leave, as a file."""
    if extension not in DOWNLOADS:
        raise NotFound
    follow_up = _follow_up(state_named(code), session)
    rows = TableQuery.from_args(request.args).rows_of(follow_up.rows)
    return as_attachment(DOWNLOADS[extension](follow_up, rows), extension, f"follow-up-{follow_up.review}")


def _follow_up(state: State, session: int) -> FollowUp:
    return served_index().follow_up(review_id(state.code, session))
