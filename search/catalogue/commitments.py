"""Voluntary commitments out of the catalogue."""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from models.records.records import ActionCategory, Commitment, Label, Origin, Place

if TYPE_CHECKING:
    from search.catalogue.records import RecordReader

_COMMITMENTS = """
SELECT number, entry.id, entry.state, session, symbol, paragraph, page, "order", text, language,
       action_category, action_origin, action_verb
FROM entry
JOIN commitment USING (id)
JOIN review ON review.id = entry.review
JOIN text ON sha256 = text_sha256
WHERE number IN (SELECT value FROM json_each(?))
"""
_LABELS = """
SELECT record, scheme, label, origin, confidence FROM label
WHERE record IN (SELECT value FROM json_each(?)) ORDER BY record, scheme, label, origin
"""
_OF_STATE = "SELECT number FROM entry JOIN commitment USING (id) WHERE state = ? ORDER BY number"


def commitments_by_number(records: "RecordReader", numbers: Sequence[int]) -> dict[int, Commitment]:
    """The commitments among the entries with these numbers."""
    rows = records.rows(_COMMITMENTS, json.dumps(numbers))
    labels: dict[str, list[Label]] = defaultdict(list)
    for record, scheme, label, origin, confidence in records.rows(_LABELS, json.dumps([row[1] for row in rows])):
        labels[record].append(Label(scheme, label, Origin(origin), confidence))
    return {number: _commitment(row, labels[record_id]) for number, record_id, *row in rows}


def commitments_of_state(records: "RecordReader", state: str) -> list[Commitment]:
    """All that a State pledged, in catalogue order."""
    numbers = [number for (number,) in records.rows(_OF_STATE, state)]
    found = commitments_by_number(records, numbers)
    return [found[number] for number in numbers]


def _commitment(row: Sequence[Any], labels: Sequence[Label]) -> Commitment:
    state, session, symbol, paragraph, page, order, text, language, category, origin, verb = row
    return Commitment(
        state_under_review=state,
        session=session,
        place=Place(symbol, paragraph, page),
        order=order,
        text=text,
        language=language,
        labels=tuple(labels),
        action=ActionCategory(category, Origin(origin), verb) if category is not None else None,
    )
