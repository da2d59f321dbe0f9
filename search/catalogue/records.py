"""Recommendations, commitments and observations out of the catalogue, when an answer shows them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from models.index_folder.stored_records import Kind, record_from_text
from models.records.drafts import commitment_with_drafts, recommendation_with_drafts
from models.records.records import Commitment, Observation, Recommendation
from search.catalogue.connection import CatalogueConnection, rows_by_first

_RECORDS = """
SELECT {by}, id, content, text, language, action_category, action_origin, action_verb FROM entry
JOIN text ON sha256 = text_sha256 WHERE kind = ? AND {by} IN (SELECT value FROM json_each(?))
"""
_LABELS = """
SELECT record, scheme, label, origin, confidence FROM label
WHERE record IN (SELECT value FROM json_each(?)) ORDER BY record, scheme, label, origin
"""
_WORDINGS = """
SELECT record, wording.language, text, quoted, composed, symbol, paragraph, page FROM wording
JOIN text ON sha256 = text_sha256
WHERE record IN (SELECT value FROM json_each(?)) ORDER BY record, wording.language
"""
_OF_STATE = "SELECT number FROM entry WHERE kind = 'commitment' AND state = ? ORDER BY number"


def recommendations_by_number(connection: CatalogueConnection, numbers: Sequence[int]) -> dict[int, Recommendation]:
    """The recommendations among the entries with these numbers."""
    found = _records(connection, Recommendation, "recommendation", "number", numbers)
    return {
        number: recommendation_with_drafts(_with_discrepancies(connection, record), connection.drafts)
        for number, record in found.items()
    }


def recommendations(connection: CatalogueConnection, numbers: Sequence[int]) -> list[Recommendation]:
    """The recommendations with these entry numbers, in their order."""
    by_number = recommendations_by_number(connection, numbers)
    return [by_number[number] for number in numbers]


def commitments_by_number(connection: CatalogueConnection, numbers: Sequence[int]) -> dict[int, Commitment]:
    """The commitments among the entries with these numbers."""
    found = _records(connection, Commitment, "commitment", "number", numbers)
    return {number: commitment_with_drafts(record, connection.drafts) for number, record in found.items()}


def commitments_of_state(connection: CatalogueConnection, state: str) -> list[Commitment]:
    """All that a State pledged, in catalogue order."""
    numbers = [number for (number,) in connection.rows(_OF_STATE, state)]
    found = commitments_by_number(connection, numbers)
    return [found[number] for number in numbers]


def observations_by_number(connection: CatalogueConnection, numbers: Sequence[int]) -> dict[int, Observation]:
    """The observations among the entries with these numbers."""
    return _records(connection, Observation, "observation", "number", numbers)


def observations_by_id(connection: CatalogueConnection, ids: Iterable[str]) -> dict[str, Observation]:
    """The observations with these ids."""
    return _records(connection, Observation, "observation", "id", list(ids))


def _records(
    connection: CatalogueConnection, kind: type[Kind], name: str, by: str, wanted: Iterable[Any]
) -> dict[Any, Kind]:
    """The records of one kind, whose name entries have, `by` the column of entries in which something is wanted."""
    rows = connection.rows(_RECORDS.format(by=by), name, list(wanted))
    if not rows:
        return {}
    ids = [record_id for _, record_id, *_ in rows]
    labels, wordings = (rows_by_first(connection.rows(query, ids)) for query in (_LABELS, _WORDINGS))
    return {
        key: record_from_text(
            kind,
            stored,
            text=text,
            language=language,
            action=None if action[0] is None else _named(("category", "origin", "verb"), action),
            labels=[_named(("scheme", "label", "origin", "confidence"), label) for label in labels[record_id]],
            wordings=[_wording(*wording) for wording in wordings[record_id]],
        )
        for key, record_id, stored, text, language, *action in rows
    }


def _wording(language: str, text: str, quoted: str, composed: int, *place: Any) -> dict[str, Any]:
    where = _named(("symbol", "paragraph", "page"), place)
    return {"language": language, "text": text, "quoted": quoted, "composed": composed, "place": where}


def _named(names: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    return dict(zip(names, values, strict=True))


def _with_discrepancies(connection: CatalogueConnection, record: Recommendation) -> Recommendation:
    of_review = connection.discrepancies.get(record.review, ())
    concerning = tuple(discrepancy for discrepancy in of_review if discrepancy.concerns(record.position_source))
    return replace(record, discrepancies=concerning) if concerning else record
