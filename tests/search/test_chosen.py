"""Records of all kinds by their ids, at once."""

from pathlib import Path

import pytest

from models.records.records import Commitment, Observation, Recommendation
from search import ReportedText, SearchIndex, open_index
from tests.invented_records import build_small_index, recommendation
from tests.web.api.full_index import NORM, PLEDGE, RECOMMENDATION, REPORTED_ID, TOLD, full_index


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    return full_index()


def test_records_of_every_kind_come_in_the_order_of_their_ids(index: SearchIndex) -> None:
    ids = [REPORTED_ID, NORM.id, RECOMMENDATION, TOLD.id, PLEDGE.id]
    found = index.chosen(ids)
    assert [(entry.id, entry.kind, entry.state) for entry in found] == [
        (REPORTED_ID, "report", "XAA"),
        (NORM.id, "observation", None),
        (RECOMMENDATION, "recommendation", "XAA"),
        (TOLD.id, "observation", "XAA"),
        (PLEDGE.id, "commitment", "XAA"),
    ]
    kinds = [ReportedText, Observation, Recommendation, Observation, Commitment]
    assert [type(entry.record) for entry in found] == kinds
    assert [entry.record.id for entry in found if entry.record] == ids


def test_they_are_the_records_that_are_found_one_by_one(index: SearchIndex) -> None:
    recommended, pledged, told = index.chosen([RECOMMENDATION, PLEDGE.id, TOLD.id])
    assert recommended.record == index.record(RECOMMENDATION)
    assert pledged.record == index.commitment(PLEDGE.id)
    assert told.record == index.observation(TOLD.id)


def test_an_id_that_was_never_given_stands_for_nothing(index: SearchIndex) -> None:
    (entry,) = index.chosen(["XAA-1-1.1-1"])
    assert (entry.asked_for, entry.id, entry.kind) == ("XAA-1-1.1-1", "XAA-1-1.1-1", "")
    assert (entry.state, entry.record, entry.withdrawn) == (None, None, False)
    assert index.chosen([]) == ()


def test_old_ids_lead_to_the_records_of_today(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    build_small_index(folder, [recommendation("Open schools", "1.1"), recommendation("Plant oaks", "1.2")])
    build_small_index(folder, [recommendation("Open schools", "1.7")])
    moved, withdrawn = open_index(folder).chosen(["SVN-20-1.1-1", "SVN-20-1.2-1"])
    assert (moved.asked_for, moved.id) == ("SVN-20-1.1-1", "SVN-20-1.7-1")
    assert moved.record is not None
    assert (withdrawn.record, withdrawn.withdrawn) == (None, True)
