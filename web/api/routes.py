"""The JSON API: the same answers as the pages. Questions come by POST, so that no address holds their words."""

from typing import Any

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue

from models.errors import RecordMoved
from models.records.as_json import observation_as_json
from search.answer.text import record_as_json, referred_comment_as_json
from search.datamodel.question import Filters
from web.api.questions import ApiLobbyingQuestion, ApiQuestion
from web.api.serializers import (
    answer_as_json,
    lobbying_list_as_json,
    observation_answer_as_json,
    observing_document_as_json,
    ratifications_as_json,
    state_review_as_json,
    thread_as_json,
)
from web.api.state_numbers import state_numbers_as_json
from web.pages.observations import is_invented_observation
from web.pages.state import state_at
from web.site.served_index import is_invented, served_index, settings

api = Blueprint("api", __name__, url_prefix="/api")


@api.post("/match")
def match() -> dict[str, Any]:
    """Recommendations on an issue: {"text", "written_in", "own_state", "all", "filters", "folded", "limit", …}."""
    asked = _question(("text", "written_in", "own_state", "all", "filters", "folded", "limit", "offset"))
    index = served_index()
    return answer_as_json(
        index.match(
            asked.text,
            asked.own_state,
            asked.filters,
            asked.limit,
            asked.offset,
            all_own=asked.all_own,
            grouped=asked.grouped,
            written_in=asked.written_in,
        )
    )


@api.post("/find")
def find() -> dict[str, Any]:
    """Recommendations that hold words: {"text", "filters", "folded", "limit", "offset"}."""
    asked = _question(("text", "filters", "folded", "limit", "offset"))
    return answer_as_json(
        served_index().find(asked.text, asked.filters, asked.limit, asked.offset, grouped=asked.grouped)
    )


@api.post("/lobby")
def lobby() -> dict[str, Any]:
    """States to approach: {"state", "text" or "label" or "records", "written_in", "before_session", "limit", …}."""
    asked = ApiLobbyingQuestion.from_json(request.get_json(silent=True))
    return lobbying_list_as_json(served_index().lobby(asked.question), asked.limit, asked.offset)


@api.get("/recommendation/<record_id>")
def recommendation(record_id: str) -> ResponseReturnValue:
    """One record; an old id leads to the id of today."""
    try:
        record = served_index().record(record_id)
    except RecordMoved as moved:
        return redirect(url_for("api.recommendation", record_id=moved.new_id), 301)
    return {
        **record_as_json(record),
        "referred_comments": [referred_comment_as_json(each) for each in served_index().referred_comments(record)],
        "ratifications": ratifications_as_json(record),
        "invented": is_invented(record),
    }


@api.get("/recommendation/<record_id>/similar")
def similar(record_id: str) -> ResponseReturnValue:
    """The recommendations nearest to one record."""
    try:
        answer = served_index().similar(record_id, Filters(), settings().results_per_page)
    except RecordMoved as moved:
        return redirect(url_for("api.similar", record_id=moved.new_id), 301)
    return answer_as_json(answer)


@api.get("/recommendation/<record_id>/thread")
def thread(record_id: str) -> ResponseReturnValue:
    """What the same State was told on the same thing in its other reviews."""
    try:
        followed = served_index().thread(record_id, settings().results_per_page)
    except RecordMoved as moved:
        return redirect(url_for("api.thread", record_id=moved.new_id), 301)
    return thread_as_json(followed)


@api.post("/observations")
def observations() -> dict[str, Any]:
    """What treaty bodies told a State, and all States, on an issue: {"text", "written_in", "own_state", "limit"}."""
    asked = _question(("text", "written_in", "own_state", "limit"))
    told = served_index().observations(asked.text, asked.own_state, asked.limit, written_in=asked.written_in)
    return observation_answer_as_json(told)


@api.get("/recommendation/<record_id>/observations")
def observations_on(record_id: str) -> ResponseReturnValue:
    """What treaty bodies told the State under review on the thing that a recommendation asks for."""
    try:
        answer = served_index().observations_on(record_id, settings().results_per_page)
    except RecordMoved as moved:
        return redirect(url_for("api.observations_on", record_id=moved.new_id), 301)
    return observation_answer_as_json(answer)


@api.get("/observation/<record_id>")
def observation(record_id: str) -> dict[str, Any]:
    """One paragraph of a treaty body."""
    record = served_index().observation(record_id)
    return {**observation_as_json(record), "invented": is_invented_observation(record)}


@api.get("/commitment/<record_id>")
def commitment(record_id: str) -> ResponseReturnValue:
    """One voluntary commitment; an old id leads to the id of today."""
    try:
        record = served_index().commitment(record_id)
    except RecordMoved as moved:
        return redirect(url_for("api.commitment", record_id=moved.new_id), 301)
    return {**record_as_json(record), "invented": is_invented(record)}


@api.get("/state/<code>")
def state(code: str) -> dict[str, Any]:
    """A State: its reviews with documents, positions and commitments; issues, what was asked again, the next review."""
    found, index = state_at(code), served_index()
    reviews = index.state_reviews(found.code)
    last_review = max((review.session for review in reviews), default=None)
    return {
        "code": found.code,
        "name": found.name,
        "reviews": [state_review_as_json(review) for review in reviews],
        "observations": [observing_document_as_json(one) for one in index.observing_documents(found.code)],
        **state_numbers_as_json(index.tally(found.code, "under_review"), index.thread_summary(found.code), last_review),
    }


def _question(allowed: tuple[str, ...]) -> ApiQuestion:
    return ApiQuestion.from_json(request.get_json(silent=True), allowed)
