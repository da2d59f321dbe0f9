"""The closest thread of each recommendation of one review to those of another review of its State.

Typing all pairs of a State would take too long for a page: each recommendation is compared with its NEAREST of the
other review, by the rules of search.threads.types. Its own page compares more.
"""

from collections.abc import Iterable, Sequence
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


def closest_in_later_review(
    snapshot: Snapshot, state: str, numbers: Iterable[int], later: int
) -> dict[int, tuple[ThreadType, int]]:
    """Of these recommendations to a State (by code), those that its review of a later session has a thread of: what
    that is, and the entry that it leads to."""
    fields = snapshot.catalogue.fields
    # Types of threads go by words (search.threads.types), which say nothing from one language to another.
    comparable = snapshot.catalogue.recommendations & fields["language"].holding([ENGLISH])
    there = comparable & fields["under_review"].holding([state]) & fields["session"].holding([later])
    of = np.array([number for number in numbers if comparable[number]], dtype=np.intp)
    found = closest_threads(snapshot, of, np.flatnonzero(there), of_is_earlier=True)
    return {number: (kind, to) for number, (kind, to) in zip(of.tolist(), found, strict=True) if to is not None}


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
