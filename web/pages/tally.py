"""What a State was asked, and what it asks of others, in numbers and charts."""

from datetime import date

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from models.records.enums import Position
from models.reviews.next_review import reviews_after
from search import Role
from web.pages.state import state_at
from web.site.served_index import served_index
from web.views.position_bars import position_bars

tally_pages = Blueprint("tally", __name__)

ROWS_SHOWN = 40


@tally_pages.get("/state/<code>/asked")
def asked(code: str) -> ResponseReturnValue:
    """What the State under review was asked: by whom, on which issues, and how it answered."""
    return _tally_page(code, "under_review")


@tally_pages.get("/state/<code>/asks")
def requests(code: str) -> ResponseReturnValue:
    """What the State asks of others: of whom, on which issues, how specific, and how it fares."""
    return _tally_page(code, "recommending")


def _tally_page(code: str, role: Role) -> ResponseReturnValue:
    state = state_at(code)
    if state.code != code:
        return redirect(url_for("tally.asked" if role == "under_review" else "tally.requests", code=state.code), 301)
    counted = served_index().tally(code, role)
    sessions = [review.session for review in served_index().reviews(code)]
    return render_template(
        "tally.html",
        state=state,
        role=role,
        tally=counted,
        bars=position_bars((cycle.label, cycle.positions) for cycle in counted.cycles),
        rows_shown=ROWS_SHOWN,
        positions=list(Position),
        last_review=max(sessions, default=None),
        later_reviews=reviews_after(max(sessions), date.today()) if sessions else (),
    )
