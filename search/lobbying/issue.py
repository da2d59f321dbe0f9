"""From the issue of a lobbying list to the recommendations on it: by text, by label, or like chosen ones."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from models.errors import RecordMoved, UnknownFilter
from models.messages import Message
from search.answer.compose import own_entries
from search.answer.questions import ISSUE_SCHEME, cosines_with, found_on_issue, nearest_of, similar_bounds
from search.catalogue.fields import Mask
from search.datamodel.lobbying import LobbyingQuestion
from search.datamodel.question import IssueQuestion
from search.numbers import ANSWERS
from search.query.language import read_as
from search.snapshot.snapshot import Snapshot

MOST_RECORDS = 20


@dataclass(frozen=True, slots=True, eq=False)
class OnIssue:
    """The recommendations on an issue."""

    entries: Mask
    """Those that are probably on it, or surely: what is said to have been asked rests on these alone. Where nothing is
    more than possible, what the State under review was told is `perhaps` on it, and these are what others were."""
    perhaps: Mask
    """Those to the State under review that may be on it besides."""
    relevance: NDArray[np.float64]
    """Per entry, 0 to 1."""
    notes: tuple[str, ...] = ()
    searched: Mask | None = None
    """What a search with the same words lists; None for an issue that is not given in words."""
    labels: tuple[str, ...] = ()
    """UPR Info's labels of the issue."""
    is_certain: bool = True
    """Whether `entries` are no mere possibilities: false for an issue of which nothing surer is said."""


def entries_on_issue(snapshot: Snapshot, question: LobbyingQuestion, state: str) -> OnIssue:
    """The recommendations on an issue, to whatever State; to the State under review (by code) as completely as may be.

    Raises:
        UnknownFilter: the index has no such label.
        UnknownRecord: the index has no recommendation under one of the ids.
        EncoderError, VectorSpaceMismatch: the encoder of the index cannot be used on this machine.
    """
    found = _found(snapshot, question, state)
    entries = found.entries & snapshot.catalogue.recommendations
    if not found.is_certain:
        entries &= ~own_entries(snapshot, state)
    return replace(found, entries=entries, perhaps=entries_perhaps_on_issue_to(snapshot, found, state) & ~entries)


def entries_perhaps_on_issue_to(snapshot: Snapshot, found: OnIssue, state: str) -> Mask:
    """All recommendations to one State (by code) that may be on the issue: its list, and those with a label of it.

    A State that may have recommended it must not be listed among those that did not.
    """
    labels, recommendations = snapshot.catalogue.fields["label"], snapshot.catalogue.recommendations
    entries = (found.entries | found.perhaps) & recommendations
    for label in found.labels:
        labelled = labels.holding([label]) & recommendations
        if labelled.sum() <= ANSWERS.largest_label * recommendations.sum():
            entries |= labelled
    return entries & snapshot.catalogue.fields["under_review"].holding([state])


def _found(snapshot: Snapshot, question: LobbyingQuestion, state: str) -> OnIssue:
    if question.records:
        return _like_records(snapshot, question.records)
    if question.label is not None:
        return _with_label(snapshot, question.label)
    matched = found_on_issue(snapshot, IssueQuestion(question.text, written_in=question.written_in, own_state=state))
    labels = tuple(label for scheme, label in sorted(matched.labels) if scheme == ISSUE_SCHEME)
    probable = matched.entries & matched.at_least_likely(own_entries(snapshot, state))
    # Of a story that names nothing all may be possible: then those that may have asked are better than nobody.
    # A pledge or an observation, which a folder finds too and a database does not, asks nobody.
    requests = snapshot.catalogue.recommendations
    is_certain = matched.says_likely and bool((probable & requests).any() or not (matched.entries & requests).any())
    notes = (*read_as(matched.language), *matched.notes)
    entries = probable if is_certain else matched.entries
    return OnIssue(entries, matched.entries, matched.relevance, notes, matched.entries, labels, is_certain)


def _with_label(snapshot: Snapshot, label: str) -> OnIssue:
    field = snapshot.catalogue.fields["label"]
    if label not in field.values:
        raise UnknownFilter(
            Message(
                "No recommendation of this index has the label “%(label)s”: choose one from the list.", label=label[:80]
            )
        )
    entries = field.holding([label])
    return OnIssue(entries, entries, entries.astype(np.float64))


def _like_records(snapshot: Snapshot, ids: tuple[str, ...]) -> OnIssue:
    """The recommendations chosen, and those about as near to one of them as requests on one thing are."""
    numbers = [_number_of(snapshot, record_id) for record_id in ids[:MOST_RECORDS]]
    nearest = np.max([cosines_with(snapshot, number) for number in numbers], axis=0)
    relevance = snapshot.catalogue.by_entry(np.clip(nearest, 0, 1).astype(np.float64))
    relevance[numbers] = 1
    left_out = len(ids) - MOST_RECORDS
    notes = (
        (Message("Only the first %(count)s recommendations chosen were used.", count=MOST_RECORDS),)
        if left_out > 0
        else ()
    )
    bounds = similar_bounds(snapshot)
    if not bounds.rated:
        near = nearest_of(relevance, snapshot.catalogue.answerable)
        return OnIssue(near, near, relevance, notes, is_certain=False)
    return OnIssue(relevance >= bounds.likely, relevance >= bounds.possible, relevance, notes)


def _number_of(snapshot: Snapshot, record_id: str) -> int:
    try:
        return snapshot.connection.number_of(record_id)
    except RecordMoved as moved:
        return snapshot.connection.number_of(moved.new_id)
