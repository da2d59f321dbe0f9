"""Merge the pledges of a table with the commitments read in the documents of the same review."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from indexer.datamodel.source_entries import TableEntry
from indexer.merge.coding_of_tables import action_of, labels_of, place_of
from indexer.merge.thresholds import FOUND_IN_OTHER, SHORTEST_PART
from models.records.permanent_ids import normalised_text
from models.records.records import Commitment


def merge_table_pledges(
    state: str, session: int, commitments: Sequence[Commitment], entries: Sequence[TableEntry]
) -> tuple[Commitment, ...]:
    """The commitments of the documents with the labels of pledges whose words they hold; then the other pledges."""
    texts = [normalised_text(commitment.text) for commitment in commitments]
    pledges_of: dict[int, list[TableEntry]] = defaultdict(list)
    alone: dict[str, list[TableEntry]] = defaultdict(list)
    for entry in entries:
        words = normalised_text(entry.text)
        indices = [index for index, text in enumerate(texts) if _holds(words, text)]
        for index in indices:
            pledges_of[index].append(entry)
        if not indices:
            alone[words].append(entry)
    labelled = [_labelled(commitment, pledges_of[index]) for index, commitment in enumerate(commitments)]
    own = [_own_commitment(state, session, pledges) for pledges in alone.values()]
    return (*labelled, *own)


def _holds(words: str, text: str) -> bool:
    if min(len(words), len(text)) < SHORTEST_PART:
        return words == text
    return fuzz.partial_ratio(words, text) >= FOUND_IN_OTHER


def _labelled(commitment: Commitment, pledges: Sequence[TableEntry]) -> Commitment:
    return replace(commitment, labels=labels_of(pledges, given=commitment.labels), action=action_of(pledges))


def _own_commitment(state: str, session: int, pledges: Sequence[TableEntry]) -> Commitment:
    first = pledges[0]
    return Commitment(
        state_under_review=state,
        session=session,
        place=place_of(pledges),
        order=1,
        text=first.text,
        language=first.language,
        labels=labels_of(pledges),
        action=action_of(pledges),
    )
