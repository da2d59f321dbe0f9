"""What came of a submission, as JSON lines."""

from collections.abc import Iterator
from typing import Any

from models.as_json import record_as_json
from search import BeforeReview, OfReview, TakenUp, Uptake


def uptake_as_json(found: Uptake) -> Iterator[dict[str, Any]]:
    """A line for each ask, then one for the whole."""
    for of_ask in found.asks:
        yield {
            "kind": "ask",
            "number": of_ask.ask.number,
            "text": of_ask.ask.text,
            "heading": of_ask.ask.heading,
            "language": of_ask.language,
            "recommendations": [taken_up_as_json(each) for each in of_ask.now.found],
            "counted": [each.record.id for each in of_ask.counted],
            "earlier": [_review_as_json(review) for review in of_ask.earlier],
        }
    yield {
        "kind": "uptake",
        "state_under_review": found.state,
        "session": found.session,
        "indexed": found.extent.value,
        "rated": found.rated,
        "asks": len(found.asks),
        "came_back": found.came_back,
        "recommendations": [record.id for record in found.recommendations],
        "recommending_states": list(found.states),
        "positions": {position.value: count for position, count in sorted(found.positions.items())},
        "not_asked_for": [record.id for record in found.not_asked],
        "summary": found.summary,
        "cited_in": [
            {"id": text.id, "paragraph": text.place.paragraph, "page": text.place.page} for text in found.cited
        ],
    }


def before_as_json(found: BeforeReview) -> Iterator[dict[str, Any]]:
    """A line for each ask."""
    for of_ask in found.asks:
        wording = of_ask.wording
        yield {
            "kind": "ask",
            "number": of_ask.ask.number,
            "text": of_ask.ask.text,
            "language": of_ask.language,
            "reviews": [_review_as_json(review) for review in of_ask.reviews],
            "asked_before_by": list(of_ask.states),
            "wording": wording
            and {
                "parts": list(wording.parts),
                "of_someone": wording.is_of_someone,
                "measurable": wording.is_measurable,
            },
            "supported_elsewhere": [record_as_json(record) for record in of_ask.supported_elsewhere],
        }


def taken_up_as_json(each: TakenUp) -> dict[str, Any]:
    """A recommendation as it stands to an ask."""
    why = each.why
    return {
        "grade": each.grade,
        "relevance": each.relevance,
        "why": {
            "words": list(why.demand),
            "groups": list(why.groups),
            "instruments": list(why.instruments),
            "only_to_be_considered": why.weaker,
        },
        **record_as_json(each.record),
    }


def _review_as_json(review: OfReview) -> dict[str, Any]:
    return {
        "session": review.session,
        "same": [each.record.id for each in review.of_grade("same")],
        "part": [each.record.id for each in review.of_grade("part")],
    }
