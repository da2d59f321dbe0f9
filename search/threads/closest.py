"""The closest thread of each recommendation of one review to those of another review of its State.

Typing all pairs of a State would take too long for a page: each recommendation is compared with its NEAREST of the
other review, by the rules of search.threads.types. Its own page compares more.
"""

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from models.encoders.calibration import needed
from models.records.enums import ThreadType
from models.words import ENGLISH
from search.snapshot.snapshot import Snapshot
from search.threads.types import Comparison, ThreadNumbers, threads_between
from search.threads.words import RequestWords, read_request

NEAREST = 10
"""By meaning: a sixth of those that a recommendation's own page compares, which find nearly all of its links."""
_ORDER = list(ThreadType)
"""The strongest first."""


def closest_in_later_reviews(
    snapshot: Snapshot, state: str, session: int, numbers: Sequence[int]
) -> Iterator[tuple[int, dict[int, tuple[ThreadType, int]]]]:
    """Each later review that these recommendations to a State (by code), in the review of a session, can be compared
    with, the next one first: its session, and those that it has a thread of: what that is, and the entry that it leads
    to."""
    received = received_by_session(snapshot, state)
    of = np.intersect1d(numbers, received.pop(session, np.array([], dtype=np.intp))).astype(np.intp)
    for later, there in received.items():
        if later > session and of.size:
            found = closest_threads(snapshot, of, there, of_is_earlier=True)
            threads = zip(of.tolist(), found, strict=True)
            yield later, {number: (kind, to) for number, (kind, to) in threads if to is not None}


def received_by_session(snapshot: Snapshot, state: str) -> dict[int, NDArray[np.intp]]:
    """The numbers of the recommendations to a State (by code) that can be compared, by session, the earliest first.

    Types of threads go by words (search.threads.types), which say nothing from one language to another.
    """
    fields = snapshot.catalogue.fields
    received = snapshot.catalogue.recommendations & fields["language"].holding([ENGLISH])
    received &= fields["under_review"].holding([state])
    sessions = sorted({review.session for review in snapshot.connection.reviews(state)})
    numbers = {session: np.flatnonzero(received & fields["session"].holding([session])) for session in sessions}
    return {session: of_session for session, of_session in numbers.items() if of_session.size}


def closest_threads(
    snapshot: Snapshot, of: NDArray[np.intp], to: NDArray[np.intp], *, of_is_earlier: bool
) -> list[tuple[ThreadType, int | None]]:
    """For each entry of one review, the strongest type of its threads and the entry of the other that it leads to.

    Of threads of one type the surest counts, then the nearest; NONE leads nowhere. The arrays hold entry numbers.

    Raises:
        CalibrationError: nothing is known of how near linked ones lie in the vector space of the index.
    """
    numbers = needed(snapshot.calibration).numbers("threads", ThreadNumbers)
    own, others = snapshot.catalogue.rows[of], snapshot.catalogue.rows[to]
    texts = snapshot.connection.texts(np.union1d(own, others).tolist())

    @cache
    def words(row: int) -> RequestWords:
        return read_request(texts[row])

    cosines = snapshot.vectors[own] @ snapshot.vectors[others].T
    nearest = np.argsort(-cosines, axis=1, kind="stable")[:, :NEAREST]

    def compared(place: int, candidate: int) -> Comparison:
        own_words, other_words = words(int(own[place])), words(int(others[candidate]))
        earlier, later = (own_words, other_words) if of_is_earlier else (other_words, own_words)
        return Comparison(earlier, later, float(cosines[place, candidate]))

    def closest(place: int, candidates: Sequence[int]) -> tuple[ThreadType, int | None]:
        pairs = [compared(place, candidate) for candidate in candidates]
        threads = threads_between(pairs, numbers.curve, numbers.sure)
        found = [
            (_ORDER.index(kind), -probability, order, int(to[candidates[order]]))
            for order, (kind, probability) in enumerate(threads)
            if kind is not ThreadType.NONE
        ]
        if not found:
            return ThreadType.NONE, None
        strongest, _, _, number = min(found)
        return _ORDER[strongest], number

    return [closest(place, candidates) for place, candidates in enumerate(nearest.tolist())]
