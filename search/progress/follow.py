"""What the documents before the next review report on the recommendations of a review."""

from collections.abc import Iterator, Sequence

import numpy as np

from models.records.documents import PRE_SESSION_KINDS
from models.reviews.next_review import next_review_sessions
from search.catalogue.recommendations import recommendations
from search.catalogue.reported import ReportedTexts, later_session, reported_on, session_of_review
from search.datamodel.progress import ProgressLink, RecommendationProgress, ReviewProgress
from search.progress.relevance import (
    WordWeights,
    evidence_of,
    most_direct,
    probability,
    stems_of,
)
from search.progress.sentence import sentence_that_matters
from search.ranking_numbers import REPORTS
from search.semantic.vectors import cosines
from search.snapshot.snapshot import Snapshot

NO_PASSAGES = np.empty(0, dtype=np.int64)


def progress_on_review(snapshot: Snapshot, review: str) -> ReviewProgress:
    """What is reported on each recommendation of a review, in catalogue order.

    Raises:
        UnknownRecord: the index has no such review.
    """
    state, session = session_of_review(snapshot.connection, review)
    fields = snapshot.catalogue.fields
    told = snapshot.catalogue.recommendations & fields["under_review"].holding([state])
    return _progress(snapshot, review, np.flatnonzero(told & fields["session"].holding([session])).tolist())


def progress_on_record(snapshot: Snapshot, record_id: str) -> ReviewProgress:
    """What is reported on one recommendation.

    Raises:
        UnknownRecord: the index has no such recommendation under this id.
    """
    number = snapshot.connection.number_of(record_id)
    (record,) = recommendations(snapshot.connection, [number])
    return _progress(snapshot, record.review, [number])


def _progress(snapshot: Snapshot, review: str, numbers: Sequence[int]) -> ReviewProgress:
    state, session = session_of_review(snapshot.connection, review)
    reported = reported_on(snapshot.connection, review)
    indexed = {document.kind for document in reported.documents}
    later = later_session(snapshot.connection, state, session)
    held = {document.session for document in reported.documents} or ({later} if later else set())
    return ReviewProgress(
        review=review,
        state=state,
        sessions=tuple(sorted(held)) or next_review_sessions(session),
        documents=reported.documents,
        missing=tuple(kind for kind in PRE_SESSION_KINDS if kind not in indexed),
        recommendations=tuple(_of_recommendations(snapshot, numbers, reported)),
    )


def _of_recommendations(
    snapshot: Snapshot, numbers: Sequence[int], reported: ReportedTexts
) -> Iterator[RecommendationProgress]:
    records = recommendations(snapshot.connection, numbers)
    vectors = snapshot.vectors[snapshot.catalogue.rows[list(numbers)]]
    scores = evidence_of(records, vectors, reported, snapshot.vectors).scores()
    weight_of = WordWeights([stems_of(text.text) for text in reported.texts])
    for record, vector, of_record in zip(records, vectors, scores, strict=True):
        wanted = stems_of(record.text)
        links = []
        for rank, place in enumerate(np.argsort(-of_record, kind="stable").tolist(), 1):
            text = reported.texts[place]
            passages = reported.passages.get(text.id, NO_PASSAGES)
            nearness = cosines(snapshot.vectors[passages], vector).tolist()
            likely = probability(float(of_record[place]))
            links.append(
                ProgressLink(
                    report=text,
                    rank=rank,
                    relevance=round(likely, 4),
                    strength=REPORTS.strength_of(likely),
                    stated=most_direct(reported.stated.get((record.id, text.id), ())),
                    sentence=sentence_that_matters(text.text, wanted, weight_of, nearness),
                )
            )
        yield RecommendationProgress(record, tuple(links))
