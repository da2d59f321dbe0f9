"""A recommendation's thread: what the same State was told on it in its earlier and later reviews.

Reviews of one session are one review; nothing is compared across States.
"""

import numpy as np

from models.records.enums import ThreadType
from search.catalogue.records import recommendations
from search.datamodel.threads import Thread, ThreadLink, ThreadReview
from search.snapshot.snapshot import Snapshot
from search.threads.between_reviews import Found, found_between, received_by_session
from search.threads.types import thread_numbers


def follow_thread(snapshot: Snapshot, record_id: str, per_review: int, offset: int = 0) -> Thread:
    """The thread of a recommendation, with at most `per_review` linked ones of each other review, from `offset` on."""
    number = snapshot.connection.number_of(record_id)
    (record,) = recommendations(snapshot.connection, [number])
    state = record.state_under_review
    received = received_by_session(snapshot, state, record.language)
    nobody = np.array([], dtype=np.intp)
    others = [
        (review.session, received.get(review.session, nobody))
        for review in snapshot.connection.reviews(state)
        if review.session != record.session and review.recommendations and thread_numbers(snapshot.calibration)
    ]
    page = slice(offset, offset + max(per_review, 0))
    return Thread(
        record=record,
        invented=snapshot.catalogue.states[state].invented,
        reviews=tuple(
            _review(snapshot, session, len(there), found_between(snapshot, np.array([number]), there)[0], page)
            for session, there in others
        ),
    )


def _review(snapshot: Snapshot, session: int, compared: int, found: list[Found], page: slice) -> ThreadReview:
    """What is linked in one other review, of which so many recommendations were compared."""
    records = recommendations(snapshot.connection, [number for number, _ in found[page]])
    links = tuple(ThreadLink(record, kind) for record, (_, kind) in zip(records, found[page], strict=True))
    return ThreadReview(session, compared, len(found), sum(kind is ThreadType.SAME for _, kind in found), links)
