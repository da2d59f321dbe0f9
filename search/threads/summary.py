"""The recommendations of one review of a State beside those of an earlier one: what there is like each."""

import numpy as np
from numpy.typing import NDArray

from search.catalogue.records import recommendations, recommendations_by_number
from search.datamodel.threads import SimilarInReview, ThreadLink, ThreadSummary
from search.snapshot.snapshot import Snapshot
from search.threads.between_reviews import found_between, received_by_session
from search.threads.types import thread_numbers

MOST_COMPARED = 1000
"""Recommendations of two reviews that can be compared in the time of a page; no State was told so many yet."""


def summarise_threads(snapshot: Snapshot, state: str, sessions: tuple[int, int] | None = None) -> ThreadSummary | None:
    """The threads of the last review of a State (by code), or those between two sessions, the earlier first.

    None where there are no two reviews that can be compared, nothing is known of how near linked ones lie, or the first
    vectors are still being made.
    """
    if thread_numbers(snapshot.calibration) is None or not snapshot.manifest.has_vectors:
        return None
    received = received_by_session(snapshot, state)
    compared = list(received)[-2:] if sessions is None else [each for each in sessions if each in received]
    if len(compared) < 2:
        return None
    before, last = (received[session] for session in compared)
    if len(before) + len(last) > MOST_COMPARED:
        return None
    return ThreadSummary(compared[1], compared[0], similar_in(snapshot, last, before, compared[0]))


def similar_in(
    snapshot: Snapshot, own: NDArray[np.intp], others: NDArray[np.intp], session: int
) -> tuple[SimilarInReview, ...]:
    """What is like each of some recommendations among those of another review, that of a session; all by number."""
    found = found_between(snapshot, own, others)
    linked = recommendations_by_number(snapshot.connection, sorted({number for each in found for number, _ in each}))
    records = recommendations(snapshot.connection, own.tolist())
    return tuple(
        SimilarInReview(record, session, tuple(ThreadLink(linked[number], kind) for number, kind in each))
        for record, each in zip(records, found, strict=True)
    )
