"""What an index holds on one State: its reviews, with their documents, answers and commitments."""

from collections import defaultdict
from collections.abc import Iterable

from models.records.enums import Position
from search.catalogue.commitments import commitments_of_state
from search.catalogue.records import RecordReader, Row
from search.datamodel.answer import IndexedDocument, StateReview

_REVIEWS = "SELECT id, session, cycle FROM review WHERE state = ? ORDER BY session"
_DOCUMENTS = """
SELECT DISTINCT document_review.review, symbol, kind, date FROM document
JOIN document_review USING (digest)
JOIN review ON review.id = document_review.review
WHERE state = ? ORDER BY date, symbol
"""
# CROSS JOIN: SQLite by itself would go through all recommendations instead of from the State's few reviews.
_POSITIONS = """
SELECT review, position, count(*) FROM review CROSS JOIN recommendation ON review = review.id
WHERE state = ? GROUP BY review, position
"""


def state_reviews(records: RecordReader, state: str) -> tuple[StateReview, ...]:
    """The reviews of a State (by code), earliest first."""
    documents = _by_review(records.rows(_DOCUMENTS, state))
    counts = _by_review(records.rows(_POSITIONS, state))
    commitments = commitments_of_state(records, state)
    return tuple(
        StateReview(
            review=review,
            session=session,
            cycle=cycle,
            documents=tuple(IndexedDocument(*document) for document in documents[review]),
            positions={Position(position): count for position, count in counts[review]},
            commitments=tuple(each for each in commitments if each.review == review),
        )
        for review, session, cycle in records.rows(_REVIEWS, state)
    )


def _by_review(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows by their first column, which they lose."""
    found: dict[str, list[Row]] = defaultdict(list)
    for review, *row in rows:
        found[review].append(tuple(row))
    return found
