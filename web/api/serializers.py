"""An answer of search as the JSON object of the API."""

from dataclasses import asdict
from typing import Any

from models.records.as_json import commitment_as_json, recommendation_as_json
from models.records.records import Commitment
from search.answer.text import hit_as_json
from search.catalogue.treaties_to_join import ratifications_asked
from search.datamodel.answer import Answer, Facet, Hit, Record, StateReview
from search.datamodel.lobbying import LobbyingList
from search.datamodel.observations import ObservationAnswer, ObservingDocument
from search.datamodel.threads import Thread
from search.lobbying.text import target_as_json
from search.observations.text import observation_hit_as_json
from search.threads.text import link_as_json


def answer_as_json(answer: Answer) -> dict[str, Any]:
    """Totals, the hits of this page, facets, and what the user should know."""
    return {
        "total": answer.total,
        "own_total": answer.own_total,
        "own_rest": answer.own_rest,
        "lines": answer.lines,
        "strengths": dict(answer.strengths),
        "own_strengths": dict(answer.own_strengths),
        "own_state": answer.own_state,
        "own_reviews": [asdict(review) for review in answer.own_reviews],
        "hits": [_hit_as_json(hit) for hit in answer.hits],
        "related": [_hit_as_json(hit) for hit in answer.related],
        "facets": {facet.field: _facet_as_json(facet) for facet in answer.facets},
        "language": answer.language,
        "notes": list(answer.notes),
    }


def state_review_as_json(review: StateReview) -> dict[str, Any]:
    """One review of a State; positions that do not occur are left out."""
    return {
        "review": review.review,
        "session": review.session,
        "cycle": review.cycle,
        "documents": [asdict(document) for document in review.documents],
        "recommendations": review.recommendations,
        "positions": {position.value: count for position, count in review.positions.items()},
        "commitments": [commitment_as_json(commitment) for commitment in review.commitments],
    }


def lobbying_list_as_json(listed: LobbyingList, limit: int, offset: int) -> dict[str, Any]:
    """The States in the order of their promise, `limit` of them, with what the list rests on."""
    return {
        "state": listed.state.code,
        "session": listed.session,
        "on_issue": listed.on_issue,
        "here": listed.here,
        "total": len(listed.targets),
        "targets": [target_as_json(target) for target in listed.targets[offset : offset + limit]],
        "wording": [recommendation_as_json(record) for record in listed.wording],
        "invented": listed.state.invented,
        "notes": list(listed.notes),
    }


def thread_as_json(thread: Thread) -> dict[str, Any]:
    """The other reviews of the State, each with the recommendations that are linked."""
    return {
        "id": thread.record.id,
        "total": thread.total,
        "invented": thread.invented,
        "reviews": [
            {
                "session": review.session,
                "cycle": review.cycle,
                "compared": review.compared,
                "total": review.total,
                "links": [link_as_json(thread, link) for link in review.links],
            }
            for review in thread.reviews
        ],
    }


def observation_answer_as_json(answer: ObservationAnswer) -> dict[str, Any]:
    """What a State was told, the documents that were searched, and what general comments say."""
    return {
        "state": answer.state,
        "total": answer.total,
        "hits": [observation_hit_as_json(hit) for hit in answer.hits],
        "documents": [observing_document_as_json(one) for one in answer.documents],
        "general_comments": [observation_hit_as_json(hit) for hit in answer.general_comments],
    }


def observing_document_as_json(document: ObservingDocument) -> dict[str, Any]:
    """A document in which a treaty body speaks to a State."""
    return {**asdict(document), "date": document.date and document.date.isoformat()}


def _hit_as_json(hit: Hit) -> dict[str, Any]:
    """The line that `upr match --json` prints, with what a page needs to show it."""
    return {
        **hit_as_json(hit),
        "highlights": [list(span) for span in hit.highlights],
        "ratifications": ratifications_as_json(hit.record),
        "invented": hit.invented,
    }


def ratifications_as_json(record: Record) -> list[dict[str, Any]]:
    """What the State under review had done about the treaties that a recommendation wants it to join."""
    if isinstance(record, Commitment):
        return []
    return [asdict(each) for each in ratifications_asked(record.text, record.state_under_review)]


def _facet_as_json(facet: Facet) -> list[dict[str, Any]]:
    return [asdict(value) for value in facet.values]
