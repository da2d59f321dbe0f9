"""The discrepancies that a catalogue holds, review by review: some in a few reviews, so they are read at once."""

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from models.index_folder.catalogue_schema import Query
from models.records.enums import Position
from models.records.records import Discrepancy, Place

_DISCREPANCIES = """
SELECT discrepancy.review, symbol, paragraph, page, position, stated, "read", missing, words, doubts FROM discrepancy
JOIN review ON review.id = discrepancy.review ORDER BY state, session, "order"
"""


def stored_discrepancies(rows: Query) -> Mapping[str, tuple[Discrepancy, ...]]:
    """By review, in the order of States and sessions; `rows` gives those of a query to the catalogue."""
    found: dict[str, list[Discrepancy]] = defaultdict(list)
    for review, *row in rows(_DISCREPANCIES):
        found[review].append(_discrepancy(*row))
    return {review: tuple(of_review) for review, of_review in found.items()}


def _discrepancy(symbol: str, paragraph: str | None, page: int | None, position: str | None, *row: Any) -> Discrepancy:
    stated, read, missing, words, doubts = row
    counted = Position(position) if position else None
    return Discrepancy(Place(symbol, paragraph, page), counted, stated, read, tuple(json.loads(missing)), words, doubts)
