"""The asks of a submission with the nearest recommendations, as JSON lines."""

from collections.abc import Iterator
from typing import Any

from models.records.as_json import record_as_json
from search import Uptake


def uptake_as_json(found: Uptake) -> Iterator[dict[str, Any]]:
    """A line for each ask, then one for the whole."""
    for of_ask in found.asks:
        yield {
            "kind": "ask",
            "number": of_ask.ask.number,
            "text": of_ask.ask.text,
            "heading": of_ask.ask.heading,
            "language": of_ask.language,
            "to_read": of_ask.to_read,
            "nearest": [record_as_json(record) for record in of_ask.nearest],
        }
    yield {
        "kind": "uptake",
        "state_under_review": found.state,
        "session": found.session,
        "indexed": found.extent.value,
        "asks": len(found.asks),
        "compared": found.compared,
        "summary": found.summary,
        "cited_in": [
            {"id": text.id, "paragraph": text.place.paragraph, "page": text.place.page} for text in found.cited
        ],
    }
