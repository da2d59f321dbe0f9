"""From the issue of a lobbying list to the recommendations on it: by text, by label, or like chosen ones."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.errors import RecordMoved, UnknownFilter
from search.answer_questions import found_on_issue
from search.entry_fields import Mask
from search.issue_language import read_as
from search.lobbying_results import LobbyingQuestion
from search.semantic_scores import cosines
from search.similar_strength import SIMILAR
from search.snapshot import Snapshot

MOST_RECORDS = 20


@dataclass(frozen=True, slots=True, eq=False)
class OnIssue:
    """The recommendations on an issue."""

    entries: Mask
    relevance: NDArray[np.float64]
    """Per entry, 0 to 1."""
    notes: tuple[str, ...] = ()


def entries_on_issue(snapshot: Snapshot, question: LobbyingQuestion) -> OnIssue:
    """The recommendations on an issue, to whatever State.

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
        matched = found_on_issue(snapshot, question.text, question.written_in)
        found = OnIssue(matched.entries, matched.relevance, (*read_as(matched.language), *matched.notes))
    return OnIssue(found.entries & snapshot.catalogue.recommendations, found.relevance, found.notes)


def _with_label(snapshot: Snapshot, label: str) -> OnIssue:
    field = snapshot.catalogue.fields["label"]
    if label not in field.values:
        raise UnknownFilter(f"No recommendation of this index has the label “{label[:80]}”: choose one from the list.")
    entries = field.holding([label])
    return OnIssue(entries, entries.astype(np.float64))


def _like_records(snapshot: Snapshot, ids: tuple[str, ...]) -> OnIssue:
    """The recommendations chosen, and those about as near to one of them as asks on one thing are."""
    rows = snapshot.catalogue.rows
    numbers = [_number_of(snapshot, record_id) for record_id in ids[:MOST_RECORDS]]
    nearest = np.max([cosines(snapshot.vectors, snapshot.vectors[rows[number]]) for number in numbers], axis=0)
    relevance = np.clip(nearest, 0, 1).astype(np.float64)[rows]
    relevance[numbers] = 1
    left_out = len(ids) - MOST_RECORDS
    notes = (f"Only the first {MOST_RECORDS} recommendations chosen were used.",) if left_out > 0 else ()
    return OnIssue(relevance >= SIMILAR.possible, relevance, notes)


def _number_of(snapshot: Snapshot, record_id: str) -> int:
    try:
        return snapshot.records.number_of(record_id)
    except RecordMoved as moved:
        return snapshot.records.number_of(moved.new_id)
