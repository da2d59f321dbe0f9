"""What became of the drafts of a report: which recommendation is which today."""

from flask import Blueprint, render_template

from models.records.records import review_id
from web.pages.states import state_at
from web.site.language import lazy_gettext
from web.site.served_index import coverage_on, served_index

draft_pages = Blueprint("drafts", __name__)

CHANGES = {
    "number": lazy_gettext("number"),
    "words": lazy_gettext("words"),
    "States": lazy_gettext("States"),
    "position": lazy_gettext("position"),
}
"""What may be another than in a draft."""


@draft_pages.get("/state/<code>/review/<int:session>/draft")
def table(code: str, session: int) -> str:
    """The table; a State's name, or a code in small letters, leads to the code."""
    state = state_at(code)
    return render_template(
        "draft.html",
        state=state,
        session=session,
        coverage=coverage_on(state.code),
        drafts=served_index().replaced_drafts(review_id(state.code, session)),
        changes=CHANGES,
    )
