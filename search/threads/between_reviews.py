"""What is like the recommendations of one review in another review of their State.

Each is compared with its NEAREST of the other review by meaning, by the rules of search.threads.types: its own page,
the follow-up table, the comparison of two reviews and the page of a State show the same.
"""

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from models.encoders.calibration import needed
from models.records.enums import ThreadType
from models.texts.words import ENGLISH
from search.snapshot.snapshot import Snapshot
from search.threads.types import Comparison, ThreadNumbers, threads_between
from search.threads.words import RequestWords, read_request

NEAREST = 60
"""Recommendations of a review that each is compared with."""
_ORDER = (ThreadType.SAME, ThreadType.SIMILAR)
Found = tuple[int, ThreadType]
"""The number of an entry, and what it is to the one that was compared."""


def found_in_later_reviews(
    snapshot: Snapshot, state: str, session: int, numbers: Sequence[int]
) -> Iterator[tuple[int, dict[int, list[Found]]]]:
    """Each later review that these recommendations to a State (by code), in the review of a session, can be compared
    with, the next one first: its session, and by entry number what is like each of them there."""
    received = received_by_session(snapshot, state)
    own = np.intersect1d(numbers, received.pop(session, np.array([], dtype=np.intp))).astype(np.intp)
    for later, there in received.items():
        if later > session and own.size:
            yield later, dict(zip(own.tolist(), found_between(snapshot, own, there), strict=True))


def received_by_session(snapshot: Snapshot, state: str, language: str = ENGLISH) -> dict[int, NDArray[np.intp]]:
    """The numbers of the recommendations to a State (by code) in a language, by session, the earliest first.

    Kinds of threads go by words (search.threads.types), which say nothing from one language to another.
    """
    fields = snapshot.catalogue.fields
    received = snapshot.catalogue.recommendations & fields["language"].holding([language])
    received &= fields["under_review"].holding([state])
    sessions = sorted({review.session for review in snapshot.connection.reviews(state)})
    numbers = {session: np.flatnonzero(received & fields["session"].holding([session])) for session in sessions}
    return {session: of_session for session, of_session in numbers.items() if of_session.size}


def found_between(snapshot: Snapshot, own: NDArray[np.intp], others: NDArray[np.intp]) -> list[list[Found]]:
    """For each entry of one review, those of another that are like it: same before similar, then the surest first.

    The arrays hold entry numbers.

    Raises:
        CalibrationError: nothing is known of how near linked ones lie in the vector space of the index.
    """
    numbers = needed(snapshot.calibration).numbers("threads", ThreadNumbers)
    own_rows, other_rows = snapshot.catalogue.rows[own], snapshot.catalogue.rows[others]
    texts = snapshot.connection.texts(np.union1d(own_rows, other_rows).tolist())

    @cache
    def words(row: int) -> RequestWords:
        return read_request(texts[row])

    cosines = snapshot.vectors[own_rows] @ snapshot.vectors[other_rows].T
    nearest = np.argsort(-cosines, axis=1, kind="stable")[:, :NEAREST]

    def like(place: int, candidates: Sequence[int]) -> list[Found]:
        pairs = [
            Comparison(words(int(own_rows[place])), words(int(other_rows[candidate])), float(cosines[place, candidate]))
            for candidate in candidates
        ]
        threads = threads_between(pairs, numbers.curve, numbers.sure)
        found = [
            (_ORDER.index(kind), -probability, order)
            for order, (kind, probability) in enumerate(threads)
            if kind is not ThreadType.NONE
        ]
        return [(int(others[candidates[order]]), _ORDER[kind]) for kind, _, order in sorted(found)]

    return [like(place, candidates) for place, candidates in enumerate(nearest.tolist())]
