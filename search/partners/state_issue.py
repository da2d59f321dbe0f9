"""What is indexed on one State and one issue: recommendations, what is like them before, commitments, treaty bodies.

An issue is a set of labels of one field: one of UPR Info's issues, or the spellings of one theme of the Universal Human
Rights Index. What has none of these labels is not found here, however near it is: for that, an issue is described.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from models.records.records import Commitment, Recommendation
from models.vocabularies.crosswalk import issues_by_theme, themes_of_labels
from search.catalogue.observations import documents_on
from search.catalogue.records import commitments_by_number, recommendations
from search.catalogue.tally import Counter
from search.datamodel.states import IssueField, IssueReview, StateIssue
from search.datamodel.threads import SimilarInReview
from search.observations.on_label import observations_on_label
from search.snapshot.snapshot import Snapshot
from search.threads.between_reviews import received_by_session
from search.threads.summary import MOST_COMPARED, similar_in
from search.threads.types import thread_numbers


def state_issue(snapshot: Snapshot, state: str, field: IssueField, labels: Collection[str]) -> StateIssue:
    """All that the index holds on a State (by code) and an issue."""
    catalogue = snapshot.catalogue
    of_state = catalogue.fields["under_review"].holding([state])
    labelled = catalogue.fields[field].holding(labels)
    received = labelled & of_state & catalogue.recommendations
    numbers = np.flatnonzero(received)
    records = recommendations(snapshot.connection, numbers.tolist())
    pledged = np.flatnonzero(labelled & of_state & catalogue.fields["kind"].holding(["commitment"])).tolist()
    issues, themes = _issues_and_themes(field, labels)
    return StateIssue(
        reviews=_reviews(snapshot, state, field, records, commitments_by_number(snapshot.connection, pledged)),
        similar_before=_similar_before(snapshot, state, numbers),
        recommending=Counter(catalogue, received).by(catalogue.fields["recommending"]),
        observations=observations_on_label(snapshot, state, issues, themes),
        observing=documents_on(snapshot.connection, state),
        elsewhere=int((labelled & ~of_state & catalogue.recommendations).sum()),
    )


def _issues_and_themes(field: IssueField, labels: Collection[str]) -> tuple[Collection[str], Collection[str]]:
    """UPR Info's issues and the themes that belong to the issue."""
    if field == "label":
        return labels, themes_of_labels(labels)
    belongs_to = [issues_by_theme().get(theme, ()) for theme in labels]
    # A theme that belongs to several issues is narrower than each.
    return [issues[0] for issues in belongs_to if len(issues) == 1], labels


def _reviews(
    snapshot: Snapshot,
    state: str,
    field: IssueField,
    records: Sequence[Recommendation],
    pledges: Mapping[int, Commitment],
) -> tuple[IssueReview, ...]:
    """All reviews of the State, with what belongs to the issue."""
    fields = snapshot.catalogue.fields
    received = snapshot.catalogue.recommendations & fields["under_review"].holding([state])
    by_session: dict[int, list[Recommendation]] = defaultdict(list)
    for record in records:
        by_session[record.session].append(record)
    return tuple(
        IssueReview(
            session=review.session,
            recommendations=tuple(by_session[review.session]),
            commitments=tuple(pledge for _, pledge in sorted(pledges.items()) if pledge.session == review.session),
            all_recommendations=review.recommendations,
            is_labelled=bool(
                fields[field].count(np.flatnonzero(received & fields["session"].holding([review.session]))).any()
            ),
        )
        for review in snapshot.connection.reviews(state)
    )


def _similar_before(snapshot: Snapshot, state: str, numbers: NDArray[np.intp]) -> dict[str, SimilarInReview]:
    """What is like each of these recommendations in the review before, whatever labels that has."""
    if thread_numbers(snapshot.calibration) is None or not snapshot.manifest.has_vectors:
        return {}
    received = received_by_session(snapshot, state)
    found: dict[str, SimilarInReview] = {}
    for before, session in pairwise(received):
        on_issue = np.intersect1d(received[session], numbers)
        if on_issue.size and len(received[before]) + len(on_issue) <= MOST_COMPARED:
            for each in similar_in(snapshot, on_issue, received[before], before):
                found[each.record.id] = each
    return found
