"""What can be cited, each at its permanent address: recommendations, voluntary commitments, observations, reports."""

from datetime import date
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from models.errors import RecordMoved
from models.records.records import Observation, Recommendation
from models.vocabularies.instruments import instruments
from search import LinksWanted, Listing, ParagraphsWanted, StateCoverage
from search.answer.referred_comments import referred_comments
from search.catalogue.treaties_to_join import ratifications_asked
from search.observations.find import observations_on_record
from search.progress.follow import paragraph_with_recommendations, progress_on_commitment, progress_on_record
from web.records.timeline import reported_since, timeline_of
from web.site.served_index import coverage_on, is_invented, is_invented_state, served_index, state_name
from web.words.citation import citation, commitment_citation, observation_citation
from web.words.commitment_words import when_committed
from web.words.progress_words import not_indexed, reported_citation

record_pages = Blueprint("records", __name__)

SIMILAR_SHOWN = 5
OBSERVED_SHOWN = 5
THREAD_PER_REVIEW = 10


@record_pages.errorhandler(RecordMoved)
def lead_on(moved: RecordMoved) -> Response:
    """An old address leads to the same record's address of today."""
    return redirect(url_for(request.endpoint or "", record_id=moved.new_id), 301)


@record_pages.get("/recommendation/<record_id>")
def recommendation(record_id: str) -> str:
    """The recommendation, with what was found by comparing it with others."""
    record = served_index().record(record_id)
    invented = is_invented(record)
    coverage = coverage_on(record.state_under_review)
    return render_template(
        "record.html",
        kind="recommendation",
        record=record,
        invented=invented,
        citation_to_copy=citation(record, state_name(record.state_under_review), invented),
        ratifications=ratifications_asked(record.text, record.state_under_review),
        instruments=instruments(),
        coverage=coverage,
        referred=referred_comments(served_index().snapshot.connection, record),
        compared=None if served_index().vectors_being_made else _compared(record, coverage),
    )


def _compared(record: Recommendation, coverage: StateCoverage) -> dict[str, Any]:
    """What was found by comparing the words of a recommendation with others'."""
    index, answer = served_index(), record.position_source
    observed = observations_on_record(index.snapshot, record.id, ParagraphsWanted(OBSERVED_SHOWN))
    thread = index.thread(record.id, THREAD_PER_REVIEW)
    progress = progress_on_record(index.snapshot, record.id, LinksWanted(related=False))
    document = index.document(answer.symbol) if answer else None
    issued = date.fromisoformat(document.date) if document and document.date else None
    return {
        "thread": thread,
        "observed": observed,
        "timeline": timeline_of(record, thread, progress, observed, issued, coverage),
        "similar": index.similar(record.id, Listing(limit=SIMILAR_SHOWN, by_paragraph=True)),
    }


@record_pages.get("/commitment/<record_id>")
def commitment(record_id: str) -> str:
    """The commitment, and what was reported on it since."""
    record = served_index().commitment(record_id)
    invented, coverage = is_invented(record), coverage_on(record.state_under_review)
    progress = progress_on_commitment(served_index().snapshot, record.id)
    return render_template(
        "record.html",
        kind="commitment",
        record=record,
        coverage=coverage,
        since=reported_since(progress, coverage),
        not_indexed=not_indexed(progress.of_review),
        invented=invented,
        when=when_committed(record, served_index().document(record.place.symbol)),
        citation_to_copy=commitment_citation(record, state_name(record.state_under_review), invented),
    )


@record_pages.get("/observation/<record_id>")
def observation(record_id: str) -> str:
    """The paragraph of a treaty body with its heading and sub-paragraphs, and where it stands."""
    record = served_index().observation(record_id)
    invented = is_invented_observation(record)
    is_copy = served_index().document(record.place.symbol) is None
    addressee = state_name(record.entity) if record.entity else None
    return render_template(
        "record.html",
        kind="observation",
        record=record,
        invented=invented,
        written_in=record.language,
        is_copy=is_copy,
        addressee=addressee,
        citation_to_copy=observation_citation(record, addressee, invented=invented, is_copy=is_copy),
    )


@record_pages.get("/reported/<record_id>")
def reported(record_id: str) -> str:
    """The paragraph of a document before a review, and the recommendations that it reports on."""
    answer = paragraph_with_recommendations(served_index().snapshot, record_id)
    record = answer.record
    state, invented = state_name(record.state), is_invented_state(record.state)
    return render_template(
        "record.html",
        kind="reported",
        record=record.text,
        answer=answer,
        written_in=record.language,
        coverage=coverage_on(record.state),
        state=state,
        invented=invented,
        citation_to_copy=reported_citation(record, state, invented),
    )


def is_invented_observation(record: Observation) -> bool:
    """Whether it speaks to a State of a sample."""
    return is_invented_state(record.entity or "")
