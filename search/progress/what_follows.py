"""What an index holds on recommendations since they were made: of many at once, review by review.

A plan keeps the ids of what its maker has seen; what comes beside them is new.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from models.records.enums import ThreadType
from search.catalogue.connection import CatalogueConnection
from search.catalogue.records import recommendations
from search.catalogue.reported import reported_on
from search.datamodel.progress import WhatFollows
from search.progress.ranking import RankedReports
from search.snapshot.snapshot import Snapshot
from search.threads.between_reviews import found_in_later_reviews

_ENTRIES = """
SELECT review.id, review.state, session, number, entry.id FROM entry JOIN review ON review.id = entry.review
WHERE kind = 'recommendation' AND entry.id IN (SELECT value FROM json_each(?)) ORDER BY number
"""
_IDS = "SELECT number, id FROM entry WHERE number IN (SELECT value FROM json_each(?))"


def what_follows(snapshot: Snapshot, ids: Sequence[str]) -> Mapping[str, WhatFollows]:
    """By id, what followed on each recommendation; what is no recommendation of this index is left out."""
    reviews: dict[tuple[str, str, int], dict[int, str]] = defaultdict(dict)
    for review, state, session, number, record_id in snapshot.connection.rows(_ENTRIES, list(ids)):
        reviews[review, state, session][number] = record_id
    return {
        record_id: found
        for (review, state, session), numbers in reviews.items()
        for record_id, found in _of_review(snapshot, review, state, session, numbers)
    }


def _of_review(
    snapshot: Snapshot, review: str, state: str, session: int, numbers: Mapping[int, str]
) -> list[tuple[str, WhatFollows]]:
    """Id of each recommendation of one review, and what followed on it; `numbers`: entry number → id."""
    reported = reported_on(snapshot.connection, review)
    records = recommendations(snapshot.connection, list(numbers))
    shown = RankedReports(snapshot, list(numbers), records, reported).shown
    same = _asking_the_same(snapshot, state, session, list(numbers))
    return [
        (
            record_id,
            WhatFollows(
                same=tuple(same[number]),
                reported=tuple(reported.texts[place].id for place in np.flatnonzero(shown[row])),
            ),
        )
        for row, (number, record_id) in enumerate(numbers.items())
    ]


def _asking_the_same(snapshot: Snapshot, state: str, session: int, numbers: Sequence[int]) -> Mapping[int, list[str]]:
    """The ids of the surest recommendation of each later review that asks the same."""
    same: dict[int, list[str]] = defaultdict(list)
    for _, found in found_in_later_reviews(snapshot, state, session, numbers):
        first = {number: links[0][0] for number, links in found.items() if links and links[0][1] is ThreadType.SAME}
        ids = _ids(snapshot.connection, list(first.values()))
        for number, entry in first.items():
            same[number].append(ids[entry])
    return same


def _ids(connection: CatalogueConnection, numbers: Sequence[int]) -> Mapping[int, str]:
    return dict(connection.rows(_IDS, list(numbers)))
