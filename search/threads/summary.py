"""How the recommendations of one review of a State follow up what it was told in an earlier one.

Each is counted once, by its closest thread to that review. Its own page compares more, and all reviews.
"""

import numpy as np
from numpy.typing import NDArray

from search.catalogue.recommendations import recommendations
from search.datamodel.threads import EarlierLink, ThreadSummary
from search.snapshot.snapshot import Snapshot
from search.threads.closest import NEAREST, closest_threads, received_by_session
from search.threads.types import thread_numbers

MOST_COMPARED = 1000
"""Recommendations of two reviews that can be compared in the time of a page; no State was told so many yet."""


def summarise_threads(snapshot: Snapshot, state: str, sessions: tuple[int, int] | None = None) -> ThreadSummary | None:
    """The threads of the last review of a State (by code), or those between two sessions, the earlier first.

    None where there are no two reviews that can be compared, or nothing is known of how near linked ones lie.
    """
    if thread_numbers(snapshot.calibration) is None:
        return None
    received = received_by_session(snapshot, state)
    compared = list(received)[-2:] if sessions is None else [each for each in sessions if each in received]
    if len(compared) < 2:
        return None
    before, last = (received[session] for session in compared)
    if len(before) + len(last) > MOST_COMPARED:
        return None
    return ThreadSummary(compared[1], compared[0], NEAREST, earlier_links(snapshot, before, last, compared[0]))


def earlier_links(
    snapshot: Snapshot, before: NDArray[np.intp], last: NDArray[np.intp], session: int
) -> tuple[EarlierLink, ...]:
    """How each of some recommendations follows up those of an earlier review, that of a session; both by number."""
    threads = closest_threads(snapshot, last, before, of_is_earlier=False)
    linked = sorted({number for _, number in threads if number is not None})
    earlier = dict(zip(linked, recommendations(snapshot.connection, linked), strict=True))
    records = recommendations(snapshot.connection, last.tolist())
    return tuple(
        EarlierLink(record, kind, None if number is None else earlier[number], session)
        for record, (kind, number) in zip(records, threads, strict=True)
    )
