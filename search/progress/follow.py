"""What the documents before the next review report on the recommendations of a review."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from models.records.documents import EXPECTED_KINDS, PRE_SESSION_KINDS
from models.records.records import Recommendation
from models.reviews.review_history import next_sessions
from search.catalogue.records import commitments_by_number, recommendations
from search.catalogue.reported import (
    ReportedTexts,
    documented_sessions,
    reported_on,
    reported_paragraph,
    session_of_review,
)
from search.datamodel.progress import (
    ALL_LINKS,
    CommitmentProgress,
    LinksWanted,
    RecommendationProgress,
    ReportedParagraphAnswer,
    ReviewProgress,
)
from search.progress.ranking import RankedReports
from search.snapshot.snapshot import Snapshot


def progress_on_review(snapshot: Snapshot, review: str, links: LinksWanted = ALL_LINKS) -> ReviewProgress:
    """What the documents before the next review report on each recommendation of a review ("SVN-20"), in catalogue
    order.

    Raises:
        UnknownRecord: the index has no such review.
    """
    reported = reported_on(snapshot.connection, review)
    return _progress(snapshot, review, recommendations_of(snapshot, review), reported, links)


def progress_on_record(snapshot: Snapshot, record_id: str, links: LinksWanted = ALL_LINKS) -> ReviewProgress:
    """What they report on one recommendation.

    Raises:
        UnknownRecord: the index has no such recommendation; RecordMoved and RecordWithdrawn tell an old id.
    """
    number = snapshot.connection.number_of(record_id)
    (record,) = recommendations(snapshot.connection, [number])
    reported = reported_on(snapshot.connection, record.review, record.id)
    return _progress(snapshot, record.review, [number], reported, links)


def progress_on_commitment(snapshot: Snapshot, record_id: str) -> CommitmentProgress:
    """What is reported on one voluntary commitment: by meaning alone, as documents name recommendations.

    Raises:
        UnknownRecord: the index has no such commitment; RecordMoved and RecordWithdrawn tell an old id.
    """
    number = snapshot.connection.number_of(record_id, "commitment")
    record = commitments_by_number(snapshot.connection, [number])[number]
    reported = reported_on(snapshot.connection, record.review, record.id)
    ranked = RankedReports(snapshot, [number], [record], reported)
    return CommitmentProgress(review_progress(snapshot, record.review, reported), ranked.links(0, related=False))


def paragraph_with_recommendations(snapshot: Snapshot, record_id: str) -> ReportedParagraphAnswer:
    """The paragraph with an id, and the recommendations of the review before that it names or likely reports on.

    Raises:
        UnknownRecord: the index has no such paragraph.
    """
    record = reported_paragraph(snapshot.connection, record_id)
    if record.reported_on is None:
        return ReportedParagraphAnswer(record, (), ())
    numbers = recommendations_of(snapshot, record.reported_on)
    reported = reported_on(snapshot.connection, record.reported_on)
    ranked = RankedReports(snapshot, numbers, recommendations(snapshot.connection, numbers), reported)
    found = ranked.on(record_id)
    return ReportedParagraphAnswer(
        record,
        stated=tuple(each for each in found if each.link.stated),
        by_meaning=tuple(each for each in found if not each.link.stated),
    )


def recommendations_of(snapshot: Snapshot, review: str) -> list[int]:
    """The entry numbers of the recommendations of a review.

    Raises:
        UnknownRecord: the index has no such review.
    """
    state, session = session_of_review(snapshot.connection, review)
    fields = snapshot.catalogue.fields
    received = snapshot.catalogue.recommendations & fields["under_review"].holding([state])
    return np.flatnonzero(received & fields["session"].holding([session])).tolist()


def _progress(
    snapshot: Snapshot, review: str, numbers: Sequence[int], reported: ReportedTexts, links: LinksWanted
) -> ReviewProgress:
    ranked = RankedReports(snapshot, numbers, recommendations(snapshot.connection, numbers), reported)
    total = sum(ranked.counts(related=links.related))
    return review_progress(snapshot, review, reported, _page_of(ranked, links), total)


def _page_of(ranked: RankedReports[Recommendation], links: LinksWanted) -> Iterator[RecommendationProgress]:
    """The recommendations with those of their links that are wanted; of a page, those that have any on it."""
    before = 0
    for row, count in enumerate(ranked.counts(related=links.related)):
        first = max(links.offset - before, 0)
        end = count if links.limit is None else min(count, links.offset + links.limit - before)
        if links.limit is None or first < end:
            found = ranked.links(row, related=links.related, first=first, end=end)
            yield RecommendationProgress(ranked.records[row], found)
        before += count


def review_progress(
    snapshot: Snapshot,
    review: str,
    reported: ReportedTexts,
    found: Iterable[RecommendationProgress] = (),
    total: int = 0,
) -> ReviewProgress:
    """What was found on recommendations of a review, with the documents that there are and those that are missing."""
    state, session = session_of_review(snapshot.connection, review)
    indexed = {document.kind for document in reported.documents}
    known = {*documented_sessions(snapshot.connection, state), *_before_the_next(reported)}
    return ReviewProgress(
        review=review,
        state=state,
        session=session,
        sessions=next_sessions(state, session, known),
        documents=reported.documents,
        missing=tuple(kind for kind in EXPECTED_KINDS if kind not in indexed),
        recommendations=tuple(found),
        total=total,
    )


def _before_the_next(reported: ReportedTexts) -> set[int]:
    """The session before which the documents were written that report on the review."""
    return {document.session for document in reported.documents if document.kind in PRE_SESSION_KINDS}
