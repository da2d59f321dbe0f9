"""An answer of search as the JSON object of the API."""

from dataclasses import asdict
from typing import Any

from models.records_as_json import recommendation_as_json
from search.results import Answer, Facet, Hit


def answer_as_json(answer: Answer) -> dict[str, Any]:
    """Totals, the hits of this page, facets, and what the user should know."""
    return {
        "total": answer.total,
        "own_total": answer.own_total,
        "own_state": answer.own_state,
        "own_reviews": [asdict(review) for review in answer.own_reviews],
        "hits": [hit_as_json(hit) for hit in answer.hits],
        "related": [hit_as_json(hit) for hit in answer.related],
        "facets": {facet.field: _facet_as_json(facet) for facet in answer.facets},
        "notes": list(answer.notes),
    }


def hit_as_json(hit: Hit) -> dict[str, Any]:
    """One hit: why it was found, and the record."""
    return {
        "rank": hit.rank,
        "group": hit.group,
        "relevance": hit.relevance,
        "strength": hit.strength,
        "words_in_common": list(hit.words_in_common),
        "highlights": [list(span) for span in hit.highlights],
        "invented": hit.invented,
        "record": recommendation_as_json(hit.record),
    }


def _facet_as_json(facet: Facet) -> list[dict[str, Any]]:
    return [asdict(value) for value in facet.values]
