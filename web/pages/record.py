"""A recommendation at its permanent address."""

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from models.errors import RecordMoved
from models.vocabularies.instruments import instruments
from search import Filters, ratifications_asked
from web.site.served_index import is_invented, served_index, state_name
from web.words.citation import citation

record_pages = Blueprint("record", __name__)

SIMILAR_SHOWN = 5
OBSERVED_SHOWN = 5
THREAD_PER_REVIEW = 10


@record_pages.get("/recommendation/<record_id>")
def recommendation(record_id: str) -> str | Response:
    """The record; an old address leads to the same request's address of today."""
    try:
        record = served_index().record(record_id)
    except RecordMoved as moved:
        return redirect(url_for("record.recommendation", record_id=moved.new_id), 301)
    invented = is_invented(record)
    return render_template(
        "recommendation.html",
        record=record,
        invented=invented,
        citation=citation(record, state_name(record.state_under_review), invented),
        ratifications=ratifications_asked(record.text, record.state_under_review),
        instruments=instruments(),
        thread=served_index().thread(record.id, THREAD_PER_REVIEW),
        observed=served_index().observations_on(record.id, OBSERVED_SHOWN),
        referred=served_index().referred_comments(record),
        similar=served_index().similar(record.id, Filters(), SIMILAR_SHOWN, by_paragraph=True),
    )
