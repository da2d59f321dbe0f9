"""The drafts of a review that others replaced, out of the catalogue."""

import json
from collections.abc import Sequence

from models.records.documents import draft_in
from models.records.enums import Position
from search.catalogue.connection import CatalogueConnection
from search.catalogue.reported import session_of_review
from search.datamodel.drafts import DraftRequest, NewRequest, ReplacedDraft

_HAS_REPLACED = "SELECT 1 FROM review_fact WHERE review = ? AND role = 'replaced' LIMIT 1"
_DRAFTS = """
SELECT replaced_draft.digest, replaced_draft.name, replaced_draft.symbol, draft, document.symbol FROM replaced_draft
JOIN document ON document.digest = used WHERE replaced_draft.review = ? ORDER BY draft DESC, replaced_draft.digest
"""
_REQUESTS = """
SELECT old_id, draft_request.paragraph, text, states, draft_request.position, recommendation, entry.paragraph, changed
FROM draft_request LEFT JOIN entry ON id = recommendation
WHERE draft = ? ORDER BY "order"
"""
_RECORDS = """
SELECT id, paragraph, text FROM entry JOIN text ON sha256 = text_sha256
WHERE review = ? AND kind = 'recommendation' AND paragraph IS NOT NULL ORDER BY number
"""


def replaced_drafts(connection: CatalogueConnection, review: str) -> tuple[ReplacedDraft, ...]:
    """What became of the drafts of a review ("SOM-52"), the latest first; none where none was replaced.

    Raises:
        UnknownRecord: the index has no such review.
    """
    session_of_review(connection, review)
    records = [NewRequest(*row) for row in connection.rows(_RECORDS, review)]
    return tuple(_draft(connection, review, records, *row) for row in connection.rows(_DRAFTS, review))


def has_replaced_drafts(connection: CatalogueConnection, review: str) -> bool:
    """Whether a draft of a review was replaced."""
    return bool(connection.rows(_HAS_REPLACED, review))


def _draft(
    connection: CatalogueConnection,
    review: str,
    records: Sequence[NewRequest],
    digest: str,
    name: str,
    symbol: str,
    draft: str,
    used: str,
) -> ReplacedDraft:
    requests = tuple(_request(*row) for row in connection.rows(_REQUESTS, digest))
    known = {request.id for request in requests}
    return ReplacedDraft(
        review=review,
        name=name,
        symbol=symbol,
        draft=draft_in(draft),
        used=used,
        used_draft=connection.drafts.get(used),
        requests=requests,
        new=tuple(record for record in records if record.id not in known),
    )


def _request(
    old_id: str,
    paragraph: str,
    text: str,
    states: str,
    position: str,
    record_id: str | None,
    paragraph_now: str | None,
    changed: str,
) -> DraftRequest:
    return DraftRequest(
        old_id=old_id,
        paragraph=paragraph,
        text=text,
        states=tuple(json.loads(states)),
        position=Position(position),
        id=record_id,
        paragraph_now=paragraph_now,
        changed=tuple(json.loads(changed)),
    )
