"""Voluntary commitments out of the catalogue."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from models.records.drafts import commitment_with_drafts
from models.records.records import ActionCategory, Commitment, Label, Origin, Place, Wording
from search.catalogue.connection import CatalogueConnection

_COMMITMENTS = """
SELECT number, entry.id, entry.state, session, commitment.symbol, commitment.paragraph, commitment.page,
       commitment."order", text, language,
       action_category, action_origin, action_verb, day.words
FROM entry
JOIN commitment USING (id)
JOIN review ON review.id = entry.review
JOIN text ON sha256 = text_sha256
LEFT JOIN source AS day ON record = entry.id AND role = 'day'
WHERE number IN (SELECT value FROM json_each(?))
"""
_OF_STATE = "SELECT number FROM entry JOIN commitment USING (id) WHERE state = ? ORDER BY number"


def commitments_by_number(connection: CatalogueConnection, numbers: Sequence[int]) -> dict[int, Commitment]:
    """The commitments among the entries with these numbers."""
    rows = connection.rows(_COMMITMENTS, list(numbers))
    ids = [row[1] for row in rows]
    labels, wordings = connection.labels(ids), connection.wordings(ids)
    return {
        number: commitment_with_drafts(
            _commitment(row, labels.get(record_id, ()), wordings.get(record_id, ())), connection.drafts
        )
        for number, record_id, *row in rows
    }


def commitments_of_state(connection: CatalogueConnection, state: str) -> list[Commitment]:
    """All that a State pledged, in catalogue order."""
    numbers = [number for (number,) in connection.rows(_OF_STATE, state)]
    found = commitments_by_number(connection, numbers)
    return [found[number] for number in numbers]


def _commitment(row: Sequence[Any], labels: tuple[Label, ...], wordings: tuple[Wording, ...]) -> Commitment:
    state, session, symbol, paragraph, page, order, text, language, category, origin, verb, made_on = row
    return Commitment(
        state_under_review=state,
        session=session,
        place=Place(symbol, paragraph, page),
        order=order,
        text=text,
        language=language,
        labels=labels,
        wordings=wordings,
        action=ActionCategory(category, Origin(origin), verb) if category is not None else None,
        made_on=date.fromisoformat(made_on) if made_on else None,
    )
