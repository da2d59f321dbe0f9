"""The follow-up table of a review: its recommendations, who reports on each, and what is like it in the next review.

All pairs of recommendations and paragraphs are compared at once; what is quoted of a paragraph is made for the most
direct ones alone.
"""

from collections.abc import Sequence
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from models.records.records import Recommendation
from search.catalogue.records import recommendations, recommendations_by_number
from search.catalogue.reported import reported_on
from search.datamodel.progress import REPORTERS, FollowUp, FollowUpRow, Reported, Reporter, Reporting
from search.datamodel.threads import ThreadLink
from search.progress.follow import recommendations_of, review_progress
from search.progress.ranking import RankedReports
from search.snapshot.snapshot import Snapshot
from search.threads.between_reviews import found_in_later_reviews


def follow_up_of(snapshot: Snapshot, review: str) -> FollowUp:
    """The table of a review ("SVN-20").

    Raises:
        UnknownRecord: the index has no such review.
    """
    numbers = recommendations_of(snapshot, review)
    reported = reported_on(snapshot.connection, review)
    progress = review_progress(snapshot, review, reported)
    ranked = RankedReports(snapshot, numbers, recommendations(snapshot.connection, numbers), reported)
    reporters = np.array([REPORTERS[text.document.kind] for text in reported.texts], dtype=object)
    indexed = {REPORTERS[document.kind] for document in progress.documents}
    later, similar = _similar_later(snapshot, progress.state, progress.session, numbers)
    return FollowUp(
        review=review,
        state=progress.state,
        session=progress.session,
        sessions=progress.sessions,
        documents=progress.documents,
        missing=progress.missing,
        compared=later,
        rows=tuple(
            FollowUpRow(
                record,
                tuple(
                    _reported(ranked, row, reporter, reporters == reporter, reporter not in indexed)
                    for reporter in get_args(Reporter)
                ),
                similar.get(number, ()),
            )
            for row, (number, record) in enumerate(zip(numbers, ranked.records, strict=True))
        ),
    )


def _reported(
    ranked: RankedReports[Recommendation], row: int, reporter: Reporter, theirs: NDArray[np.bool_], missing: bool
) -> Reported:
    """What documents of one reporter report on one recommendation; `theirs` says which paragraphs are theirs."""
    stated, shown = ranked.stated[row] & theirs, ranked.shown[row] & theirs
    reporting: Reporting = "silent"
    if missing:
        reporting = "not indexed"
    elif stated.any():
        reporting = "stated"
    elif shown.any():
        reporting = "by meaning"
    # Under a heading that names a recommendation with many others, most paragraphs are on those.
    first = ranked.first(row, shown if shown.any() else stated)
    return Reported(reporter, reporting, int((stated | shown).sum()), first)


def _similar_later(
    snapshot: Snapshot, state: str, session: int, numbers: Sequence[int]
) -> tuple[int | None, dict[int, tuple[ThreadLink, ...]]]:
    """The session of the State's next review that they can be compared with, and what is like each of them there."""
    later, found = next(found_in_later_reviews(snapshot, state, session, numbers), (None, {}))
    linked = {number for links in found.values() for number, _ in links}
    records = recommendations_by_number(snapshot.connection, sorted(linked))
    return later, {
        number: tuple(ThreadLink(records[to], kind) for to, kind in links) for number, links in found.items()
    }
