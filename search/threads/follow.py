"""A recommendation's thread: what the same State was told on it in its earlier and later reviews.

The nearest recommendations of each other review are compared with the record by search.threads.types. Reviews of one
session are one review; nothing is compared across States.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.encoders.calibration import needed
from models.records.enums import ThreadType
from search.catalogue.fields import Mask
from search.catalogue.recommendations import recommendations
from search.datamodel.threads import Thread, ThreadLink, ThreadReview
from search.semantic.vectors import cosines
from search.snapshot.snapshot import Snapshot
from search.threads.types import Comparison, ThreadNumbers, thread_numbers, threads_between
from search.threads.words import RequestWords, read_request

NEAREST = 60
"""Recommendations of a review that are compared: the nearest by meaning."""
_ORDER = list(ThreadType)


@dataclass(frozen=True, slots=True, eq=False)
class _Followed:
    """The recommendation that is followed."""

    words: RequestWords
    vector: NDArray[np.float32]
    session: int


def follow_thread(snapshot: Snapshot, record_id: str, per_review: int, offset: int = 0) -> Thread:
    """The thread of a recommendation, with at most `per_review` linked ones of each other review, from `offset` on."""
    number = snapshot.connection.number_of(record_id)
    (record,) = recommendations(snapshot.connection, [number])
    followed = _Followed(read_request(record.text), snapshot.vectors[snapshot.catalogue.rows[number]], record.session)
    fields, state = snapshot.catalogue.fields, record.state_under_review
    received = snapshot.catalogue.recommendations & fields["under_review"].holding([state])
    # Types of links go by words (search.threads.types), which say nothing from one language to another.
    received &= fields["language"].holding([record.language])
    return Thread(
        record=record,
        invented=snapshot.catalogue.states[state].invented,
        reviews=tuple(
            _follow_into(
                snapshot,
                followed,
                review.session,
                received & fields["session"].holding([review.session]),
                slice(offset, offset + max(per_review, 0)),
            )
            for review in snapshot.connection.reviews(state)
            if review.session != record.session and review.recommendations and thread_numbers(snapshot.calibration)
        ),
    )


def _follow_into(snapshot: Snapshot, followed: _Followed, session: int, received: Mask, page: slice) -> ThreadReview:
    """What is linked in one other review, of which `received` holds the recommendations."""
    linked = _linked(snapshot, followed, session, np.flatnonzero(received))
    shown = linked[page]
    records = recommendations(snapshot.connection, [number for number, _ in shown])
    links = tuple(ThreadLink(record, kind) for record, (_, kind) in zip(records, shown, strict=True))
    return ThreadReview(session, int(received.sum()), len(linked), links)


def _linked(
    snapshot: Snapshot, followed: _Followed, session: int, others: NDArray[np.intp]
) -> list[tuple[int, ThreadType]]:
    """Entry number and type of those linked, in the order in which they are shown."""
    numbers = needed(snapshot.calibration).numbers("threads", ThreadNumbers)
    rows = snapshot.catalogue.rows[others]
    cosine = cosines(snapshot.vectors[rows], followed.vector)
    nearest = np.argsort(-cosine, kind="stable")[:NEAREST].tolist()
    texts = snapshot.connection.texts(rows[nearest].tolist())
    pairs = []
    for index in nearest:
        words = read_request(texts[int(rows[index])])
        earlier, later = (words, followed.words) if session < followed.session else (followed.words, words)
        pairs.append(Comparison(earlier, later, float(cosine[index])))
    threads = threads_between(pairs, numbers.curve, numbers.sure)
    linked = [
        (_ORDER.index(kind), -probability, int(others[index]))
        for index, (kind, probability) in zip(nearest, threads, strict=True)
        if kind != ThreadType.NONE
    ]
    # By type and probability alone: those alike in both stay in the order of nearness.
    linked.sort(key=lambda found: found[:2])
    return [(number, _ORDER[place]) for place, _, number in linked]
