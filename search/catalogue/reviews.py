"""What an index holds of each review of a State: its documents, and its recommendations by position."""

from datetime import date

from models.records.documents import SOURCE_NAMES, DocumentKind
from models.records.drafts import with_drafts
from models.records.enums import Position
from models.records.records import Place
from models.records.review_facts import FactKind, ReviewFact, ReviewFacts
from search.catalogue.connection import CatalogueConnection, rows_by_first
from search.datamodel.answer import IndexedDocument
from search.datamodel.coverage import ReviewCoverage

_REVIEWS = "SELECT id, session, reviewed FROM review WHERE state = ? ORDER BY session"
_DOCUMENTS = """
SELECT DISTINCT document_review.review, symbol, kind, date FROM document
JOIN document_review USING (digest)
JOIN review ON review.id = document_review.review
WHERE state = ? ORDER BY date NULLS FIRST, symbol
"""
# CROSS JOIN: SQLite by itself would go through all recommendations instead of from the State's few reviews.
_POSITIONS = """
SELECT review, position, count(*) FROM review CROSS JOIN recommendation ON review = review.id
WHERE state = ? GROUP BY review, position ORDER BY review, position
"""
_CODED = """
SELECT review, count(*) FROM review CROSS JOIN recommendation ON review = review.id
WHERE state = ? AND answered_in = ? GROUP BY review ORDER BY review
"""
_FACTS = """
SELECT review, role, words, symbol, paragraph, page FROM review CROSS JOIN review_fact ON review = review.id
WHERE state = ? ORDER BY review, role, "order"
"""
_KINDS = frozenset(FactKind)


def indexed_reviews(connection: CatalogueConnection, state: str) -> tuple[ReviewCoverage, ...]:
    """What the index holds of each review of a State (by code), ascending."""
    documents = rows_by_first(connection.rows(_DOCUMENTS, state))
    counts = rows_by_first(connection.rows(_POSITIONS, state))
    coded: dict[str, int] = dict(connection.rows(_CODED, state, SOURCE_NAMES[DocumentKind.RECOMMENDATION_TABLE]))
    facts = rows_by_first(connection.rows(_FACTS, state))
    return tuple(
        ReviewCoverage(
            session,
            held_on=date.fromisoformat(held_on) if held_on else None,
            documents=tuple(_document(connection, *document) for document in documents[review]),
            positions={Position(position): count for position, count in counts[review]},
            coded=coded.get(review, 0),
            facts=ReviewFacts(tuple(_fact(connection, *fact) for fact in facts[review] if fact[0] in _KINDS)),
        )
        for review, session, held_on in connection.rows(_REVIEWS, state)
    )


def _fact(
    connection: CatalogueConnection, role: str, words: str, symbol: str, paragraph: str | None, page: int | None
) -> ReviewFact:
    place = with_drafts(Place(symbol, paragraph, page), connection.drafts)
    return ReviewFact(FactKind(role), words, place or Place(symbol, paragraph, page))


def _document(connection: CatalogueConnection, symbol: str, kind: str, issued: str | None) -> IndexedDocument:
    draft = connection.drafts.get(symbol) if kind == DocumentKind.WORKING_GROUP_REPORT else None
    return IndexedDocument(symbol, kind, issued, draft)
