"""From the issue of a list of States to approach to the recommendations on it: by text, label, or like chosen ones."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from models.errors import RecordMoved
from models.messages.message import Message
from search.catalogue.entries import Mask
from search.catalogue.states import unknown_value
from search.datamodel.lobbying import LobbyingQuestion
from search.datamodel.question import FILTER_FIELDS, IssueQuestion
from search.datamodel.strengths import Strength
from search.numbers import ANSWERS
from search.query.detect_language import read_as
from search.retrieve.found import nearest_of
from search.retrieve.like_record import cosines_with, similar_bounds
from search.retrieve.on_issue import ISSUE_SCHEME, found_on_issue
from search.snapshot.snapshot import Snapshot

MOST_RECORDS = 20


@dataclass(frozen=True, slots=True, eq=False)
class OnIssue:
    """The recommendations on an issue, as the program found them; masks over entries."""

    listed: Mask
    """All that were found: to the State under review as completely as may be."""
    sure: Mask
    """Those that are probably on it, or surely; the others are to be read."""
    counted: Mask
    """What the order of who is likely to speak rests on: what is sure, or, where nothing can be, all that was found to
    other States."""
    relevance: NDArray[np.float64]
    """Per entry, 0 to 1."""
    strength_of: Callable[[int], Strength]
    """What that is called for an entry."""
    notes: tuple[str, ...] = ()


def entries_on_issue(snapshot: Snapshot, question: LobbyingQuestion, state: str) -> OnIssue:
    """The recommendations on an issue, to whatever State; to the State under review (by code) as completely as may be.

    Raises:
        UnknownFilter: the index has no such label.
        UnknownRecord: the index has no recommendation under one of the ids.
        EncoderError, VectorSpaceMismatch: the encoder of the index cannot be used on this machine.
    """
    if question.records:
        found = _like_records(snapshot, question.records)
    elif question.label is not None:
        found = _with_label(snapshot, question.label)
    else:
        found = _told(snapshot, question, state)
    requests = snapshot.catalogue.recommendations
    counted = found.counted if found.sure.any() else found.listed & ~snapshot.catalogue.of_state(state)
    return replace(found, listed=found.listed & requests, sure=found.sure & requests, counted=counted & requests)


def _told(snapshot: Snapshot, question: LobbyingQuestion, state: str) -> OnIssue:
    """An issue in the user's own words."""
    matched = found_on_issue(snapshot, IssueQuestion(question.text, written_in=question.written_in, own_state=state))
    own = snapshot.catalogue.of_state(state)
    # A pledge or an observation, which a folder finds too and a database does not, asks nobody.
    sure = matched.entries & matched.at_least_likely(own) & snapshot.catalogue.recommendations
    labels = tuple(label for scheme, label in sorted(matched.labels) if scheme == ISSUE_SCHEME)
    listed = matched.entries | _labelled(snapshot, labels) & own
    return OnIssue(
        listed,
        sure,
        sure,
        matched.relevance,
        lambda entry: matched.strength_of(entry, is_own=bool(own[entry])),
        (*read_as(matched.language), *matched.notes),
    )


def _labelled(snapshot: Snapshot, labels: tuple[str, ...]) -> Mask:
    """The recommendations with one of these labels, but those of a label that very much has."""
    field, requests = snapshot.catalogue.fields["label"], snapshot.catalogue.recommendations
    found = np.zeros(len(requests), dtype=bool)
    for label in labels:
        labelled = field.holding([label]) & requests
        if labelled.sum() <= ANSWERS.largest_label * requests.sum():
            found |= labelled
    return found


def _with_label(snapshot: Snapshot, label: str) -> OnIssue:
    field = snapshot.catalogue.fields["label"]
    if label not in field.values:
        raise unknown_value(FILTER_FIELDS["label"], label, field.values)
    entries = field.holding([label])
    return OnIssue(entries, entries, entries, entries.astype(np.float64), lambda _: "exact")


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
    sure = relevance >= bounds.likely
    listed = relevance >= bounds.possible if bounds.rated else nearest_of(relevance, snapshot.catalogue.answerable)
    return OnIssue(listed, sure, sure, relevance, lambda entry: bounds.strength_of(float(relevance[entry])), notes)


def _number_of(snapshot: Snapshot, record_id: str) -> int:
    try:
        return snapshot.connection.number_of(record_id)
    except RecordMoved as moved:
        return snapshot.connection.number_of(moved.new_id)
