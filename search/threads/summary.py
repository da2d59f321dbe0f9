"""How many recommendations of a State's last review follow up what it was told in the review before.

Typing all pairs of a State would take too long for a page: each recommendation is compared with its NEAREST of the
review before, by the rules of search.threads.types, and counted once, by the strongest type found. Its own page
compares more, and all reviews.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

from models.records.enums import ThreadType
from models.records.records import Recommendation
from models.words import ENGLISH
from search.catalogue.recommendations import recommendations
from search.datamodel.threads import ThreadSummary
from search.snapshot.snapshot import Snapshot
from search.threads.types import SURE, Comparison, type_of
from search.threads.words import RequestWords, read_request

NEAREST = 10
"""By meaning: a sixth of those that a recommendation's own page compares, which find nearly all of its links."""
MOST_COMPARED = 1000
"""Recommendations of two reviews that can be compared in the time of a page; no State was told so many yet."""
_ORDER = list(ThreadType)
"""The strongest first."""


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
    for record, kind in zip(records, _strongest(snapshot, before, last), strict=True):
        by_type[kind].append(record)
    found = {kind: tuple(records) for kind, records in by_type.items()}
    return ThreadSummary(compared[1], compared[0], NEAREST, found)


def _strongest(snapshot: Snapshot, before: NDArray[np.intp], last: NDArray[np.intp]) -> list[ThreadType]:
    """Of each recommendation of the last review, the strongest type of its threads to the review before."""
    earlier, later = snapshot.catalogue.rows[before], snapshot.catalogue.rows[last]
    texts = snapshot.connection.texts(np.union1d(earlier, later).tolist())

    @cache
    def words(row: int) -> RequestWords:
        return read_request(texts[row])

    cosines = snapshot.vectors[later] @ snapshot.vectors[earlier].T
    nearest = np.argsort(-cosines, axis=1, kind="stable")[:, :NEAREST]

    def type_at(now: int, then: int) -> ThreadType:
        pair = Comparison(words(int(earlier[then])), words(int(later[now])), float(cosines[now, then]))
        return type_of(pair, SURE)

    return [
        min((type_at(now, then) for then in nearest_then), key=_ORDER.index)
        for now, nearest_then in enumerate(nearest.tolist())
    ]
