"""What the documents before the next review report on a review, out of the catalogue."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from models.errors import UnknownRecord
from models.index_folder.stored_records import record_from_text
from models.messages.message import Message
from models.records.documents import DocumentKind
from models.records.reported import ReportedParagraph, Stated
from search.catalogue.connection import CatalogueConnection
from search.datamodel.progress import ReportedParagraphRecord, ReportedText, ReportingDocument, StatedIn

# Documents have no index by symbol: it is looked for once for each document, not for each of its paragraphs.
_DOCUMENTS = """
WITH written AS (
    SELECT symbol, min(document_kind) AS document_kind, min(reported.review) AS review
    FROM reported JOIN entry USING (id) WHERE reported_on = ? GROUP BY symbol
)
SELECT symbol, document_kind, session, (SELECT min(date) FROM document WHERE document.symbol = written.symbol)
FROM written JOIN review ON review.id = review ORDER BY symbol
"""
_REPORTED = """
SELECT content, text, row FROM reported JOIN entry USING (id) JOIN text ON sha256 = entry.text_sha256
JOIN text_vector ON text_vector.text_sha256 = sha256
WHERE reported_on = ? ORDER BY number
"""
_PASSAGES = """
SELECT reported, row FROM reported_passage JOIN reported ON reported.id = reported
JOIN text_vector USING (text_sha256) WHERE reported_on = ? ORDER BY reported, "order"
"""
_STATED = """
SELECT recommendation, reported, stated, printed, holds_below, points_elsewhere, basis, certainty
FROM stated_link JOIN reported ON reported.id = reported
WHERE {} = ? ORDER BY recommendation, reported, "order"
"""
_STATED_OF_REVIEW, _STATED_OF_RECOMMENDATION = _STATED.format("reported_on"), _STATED.format("recommendation")
_PARAGRAPH = """
SELECT reported.review, reported_on, (SELECT session FROM review WHERE id = reported_on), entry.state,
       entry.source_language, content, text, document_kind, session,
       (SELECT min(date) FROM document WHERE document.symbol = entry.symbol)
FROM reported JOIN entry USING (id) JOIN text ON sha256 = text_sha256 JOIN review ON review.id = reported.review
WHERE reported.id = ?
"""
_BY_NUMBER = """
SELECT number, entry.state, entry.source_language, document_kind, session, content, text FROM entry
JOIN reported USING (id) JOIN text ON sha256 = text_sha256 JOIN review ON review.id = reported.review
WHERE number IN (SELECT value FROM json_each(?))
"""
_DATES = """
SELECT symbol, min(date) FROM document WHERE symbol IN (SELECT value FROM json_each(?)) GROUP BY symbol
"""
_PASSAGES_BY_ID = """
SELECT reported, row FROM reported_passage JOIN text_vector USING (text_sha256)
WHERE reported IN (SELECT value FROM json_each(?)) ORDER BY reported, "order"
"""
# By review first, of which there is an index: a document has some hundred paragraphs, an index a hundred thousand.
_NEIGHBOURS = """
SELECT (SELECT id FROM reported JOIN entry USING (id) WHERE reported.review = ? AND symbol = ? AND number < ?
        ORDER BY number DESC LIMIT 1),
       (SELECT id FROM reported JOIN entry USING (id) WHERE reported.review = ? AND symbol = ? AND number > ?
        ORDER BY number LIMIT 1)
"""
_REVIEW = "SELECT state, session FROM review WHERE id = ?"
_DOCUMENTED = """
SELECT session FROM review WHERE state = ?
AND EXISTS (SELECT 1 FROM recommendation WHERE review = review.id) ORDER BY session
"""

StatedLinks = Mapping[tuple[str, str], Sequence[StatedIn]]
"""Recommendation and paragraph → how the document names it there, as printed."""


@dataclass(frozen=True, slots=True, eq=False)
class ReportedTexts:
    """The paragraphs of all documents on one review."""

    documents: tuple[ReportingDocument, ...]
    texts: tuple[ReportedText, ...]
    rows: NDArray[np.int64]
    """Text row of each."""
    passages: Mapping[str, NDArray[np.int64]]
    """Paragraph → text rows of its neighbouring sentences, in order; none of short paragraphs."""
    stated: StatedLinks


def session_of_review(connection: CatalogueConnection, review: str) -> tuple[str, int]:
    """State (by code) and session of a review.

    Raises:
        UnknownRecord: the index has no such review.
    """
    found = connection.rows(_REVIEW, review)
    if not found:
        raise UnknownRecord(
            Message(
                "There is no review %(review)s in this index: name it by State and session, as in SVN-20.",
                review=review[:80],
            )
        )
    state, session = found[0]
    return state, session


def documented_sessions(connection: CatalogueConnection, state: str) -> tuple[int, ...]:
    """The sessions of a State's reviews whose recommendations are in this index, ascending."""
    return tuple(int(session) for (session,) in connection.rows(_DOCUMENTED, state))


def reported_on(connection: CatalogueConnection, review: str, recommendation: str | None = None) -> ReportedTexts:
    """What is reported on a review; with the id of one of its recommendations, what is stated of that one alone.

    A document names each of its recommendations for dozens of paragraphs: thousands of links a review.
    """
    documents = {row[0]: _document(*row) for row in connection.rows(_DOCUMENTS, review)}
    rows = connection.rows(_REPORTED, review)
    records = [record_from_text(ReportedParagraph, stored, text=text) for stored, text, _ in rows]
    passages: dict[str, list[int]] = defaultdict(list)
    for reported, row in connection.rows(_PASSAGES, review):
        passages[reported].append(row)
    stated_rows = (
        connection.rows(_STATED_OF_REVIEW, review)
        if recommendation is None
        else connection.rows(_STATED_OF_RECOMMENDATION, recommendation)
    )
    stated: dict[tuple[str, str], list[StatedIn]] = defaultdict(list)
    for recommendation, reported, how, printed, below, elsewhere, *read_by in stated_rows:
        named = StatedIn(Stated(how), printed, bool(below), bool(elsewhere), *read_by)
        stated[recommendation, reported].append(named)
    return ReportedTexts(
        documents=tuple(documents.values()),
        texts=tuple(_text(record, documents[record.place.symbol]) for record in records),
        rows=np.array([row for *_, row in rows], dtype=np.int64),
        passages={reported: np.array(of_paragraph, dtype=np.int64) for reported, of_paragraph in passages.items()},
        stated=stated,
    )


def reported_paragraph(connection: CatalogueConnection, record_id: str) -> ReportedParagraphRecord:
    """One paragraph with what its document says of it.

    Raises:
        UnknownRecord: the index has no such paragraph.
    """
    number = connection.number_of(record_id, "report")
    (row,) = connection.rows(_PARAGRAPH, record_id)
    review, reported_on, reviewed, state, language, stored, text, kind, session, issued = row
    record = record_from_text(ReportedParagraph, stored, text=text)
    symbol = record.place.symbol
    ((before, after),) = connection.rows(_NEIGHBOURS, *(review, symbol, number) * 2)
    return ReportedParagraphRecord(
        text=_text(record, _document(symbol, kind, session, issued)),
        state=state,
        review=review,
        reported_on=reported_on,
        reviewed=reviewed,
        language=language,
        printed=tuple(dict.fromkeys(reference.printed for reference in record.references)),
        before=before,
        after=after,
    )


@dataclass(frozen=True, slots=True, eq=False)
class ReportedEntry:
    """A paragraph with what is searched of it."""

    text: ReportedText
    state: str
    """Code of the State that it reports on."""
    language: str
    passages: NDArray[np.int64]
    """Text rows of its neighbouring sentences, in order; none of a short paragraph."""


def reported_by_number(connection: CatalogueConnection, numbers: Iterable[int]) -> dict[int, ReportedEntry]:
    """The paragraphs with these entry numbers."""
    rows = [
        (record_from_text(ReportedParagraph, stored, text=text), *row)
        for *row, stored, text in connection.rows(_BY_NUMBER, list(numbers))
    ]
    passages: dict[str, list[int]] = defaultdict(list)
    for reported, row in connection.rows(_PASSAGES_BY_ID, [record.id for record, *_ in rows]):
        passages[reported].append(row)
    dates: dict[str, str | None] = dict(connection.rows(_DATES, sorted({record.place.symbol for record, *_ in rows})))
    found = {}
    for record, number, state, language, kind, session in rows:
        symbol = record.place.symbol
        text = _text(record, _document(symbol, kind, session, dates.get(symbol)))
        found[number] = ReportedEntry(text, state, language, np.array(passages[record.id], dtype=np.int64))
    return found


def _document(symbol: str, kind: str, session: int, issued: str | None) -> ReportingDocument:
    return ReportingDocument(symbol, DocumentKind(kind), session, date.fromisoformat(issued) if issued else None)


def _text(record: ReportedParagraph, document: ReportingDocument) -> ReportedText:
    return ReportedText(record.id, document, record.place, record.headings, record.contributors, record.text)
