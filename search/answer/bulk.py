"""All records of an index, or of one State, one after the other: for files that hold everything."""

from collections.abc import Iterator
from typing import Any

from models.records.records import Commitment, Observation, Recommendation
from search.catalogue.chosen import chosen_entries
from search.datamodel.chosen import ChosenEntry
from search.snapshot.snapshot import Snapshot

RECORDS_AT_ONCE = 500
"""Read from the catalogue together: a megabyte of text."""
_ALL = "SELECT id FROM entry ORDER BY number"
_OF_STATE = "SELECT id FROM entry WHERE state = ? ORDER BY number"


def records_one_by_one(snapshot: Snapshot, state: str | None = None) -> Iterator[dict[str, Any]]:
    """Each as the commands print it with --json: recommendations, commitments, observations, reported paragraphs.

    `state` is the code of the State that they are about; None: of all, and general comments. All are of one snapshot,
    though another index be taken up meanwhile.
    """
    connection = snapshot.connection
    rows = connection.rows(_ALL) if state is None else connection.rows(_OF_STATE, state)
    ids = [record_id for (record_id,) in rows]
    for first in range(0, len(ids), RECORDS_AT_ONCE):
        yield from map(_as_json, chosen_entries(connection, ids[first : first + RECORDS_AT_ONCE]))


def _as_json(entry: ChosenEntry) -> dict[str, Any]:
    from models.records.as_json import record_as_json, told_as_json
    from search.answer.as_json import ReportedLine

    record = entry.record
    if isinstance(record, Recommendation | Commitment):
        return record_as_json(record)
    if isinstance(record, Observation):
        return told_as_json(record)
    if record is None:
        raise ValueError(f"{entry.id} has no record")
    return {**ReportedLine.as_json(record), "state": entry.state}
