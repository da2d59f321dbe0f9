"""How many recommendations of a State's last review follow up what it was told in the review before.

Each is counted once, by its closest thread to that review. Its own page compares more, and all reviews.
"""

import numpy as np

from models.records.enums import ThreadType
from models.records.records import Recommendation
from models.words import ENGLISH
from search.catalogue.recommendations import recommendations
from search.datamodel.threads import ThreadSummary
from search.snapshot.snapshot import Snapshot
from search.threads.closest import NEAREST, closest_threads

MOST_COMPARED = 1000
"""Recommendations of two reviews that can be compared in the time of a page; no State was told so many yet."""


def summarise_threads(snapshot: Snapshot, state: str) -> ThreadSummary | None:
    """The threads of the last review of a State (by code); None where there are no two reviews that can be compared."""
    fields = snapshot.catalogue.fields
    # Words of another language say nothing on what was told before.
    received = snapshot.catalogue.recommendations & fields["language"].holding([ENGLISH])
    received &= fields["under_review"].holding([state])
    sessions = sorted({review.session for review in snapshot.connection.reviews(state)})
    numbers = {session: np.flatnonzero(received & fields["session"].holding([session])) for session in sessions}
    compared = [session for session in sessions if numbers[session].size][-2:]
    if len(compared) < 2:
        return None
    before, last = (numbers[session] for session in compared)
    if len(before) + len(last) > MOST_COMPARED:
        return None
    by_type: dict[ThreadType, list[Recommendation]] = {kind: [] for kind in ThreadType}
    records = recommendations(snapshot.connection, last.tolist())
    threads = closest_threads(snapshot, last, before, of_is_earlier=False)
    for record, (kind, _) in zip(records, threads, strict=True):
        by_type[kind].append(record)
    found = {kind: tuple(records) for kind, records in by_type.items()}
    return ThreadSummary(compared[1], compared[0], NEAREST, found)
