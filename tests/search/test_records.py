"""Records out of an index: the whole record, its id of today, and ids of yesterday."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from models.errors import RecordMoved, RecordWithdrawn, UnknownRecord, UnstorableValue
from models.records.enums import Position
from search import KeywordQuestion, SearchIndex, open_index
from search.datamodel.answer import ReviewSummary
from search.progress.follow import paragraph_with_recommendations
from tests.invented_records import build_small_index
from tests.search.conftest import REQUESTS
from tests.search.invented_index import STATES, Request, build, records_of


def test_a_record_comes_back_as_it_was_indexed(index: SearchIndex) -> None:
    for record in records_of(REQUESTS):
        # The report itself is where the position stands.
        found = index.record(record.id)
        assert replace(found, position_source=None, position_words=None) == replace(record, position=found.position)
        assert found.position in (record.position, Position.UNKNOWN)


def test_old_ids_lead_to_todays_record_or_say_that_it_is_withdrawn(tmp_path: Path) -> None:
    records = records_of([Request("Close the quarry"), Request("Open schools"), Request("Visit prisons")])
    renumbered = [
        replace(records[1], place=replace(records[1].place, paragraph="100.9"), printed_number="100.9."),
        records[2],
    ]
    build_small_index(tmp_path, records, STATES)
    build_small_index(tmp_path, renumbered, STATES)
    index = open_index(tmp_path)
    with pytest.raises(RecordWithdrawn, match="was withdrawn"):
        index.record("XAA-20-100.1-1")
    with pytest.raises(RecordMoved) as moved:
        index.record("XAA-20-100.2-1")
    assert index.record(moved.value.new_id).text == "Open schools"
    reported = partial(paragraph_with_recommendations, index.snapshot)
    for of_other_kind in (index.commitment, index.observation, reported):
        with pytest.raises(UnknownRecord, match="There is no record"):
            of_other_kind("XAA-20-100.2-1")


@pytest.mark.parametrize(
    "record_id", ["XAA-20-100.99-1", "", "'; DROP TABLE entry; --", "x" * 100_000, "XAA-20"], ids=range(5)
)
def test_an_id_never_given_is_unknown(index: SearchIndex, record_id: str) -> None:
    with pytest.raises(UnknownRecord, match="There is no record") as caught:
        index.record(record_id)
    assert not isinstance(caught.value, RecordMoved | RecordWithdrawn)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize("record_id", ["\0", "XAA-20-100.1-1\0", "\ud800"], ids=ascii)
def test_an_id_that_no_index_can_hold_is_refused(index: SearchIndex, record_id: str) -> None:
    with pytest.raises(UnstorableValue, match="characters that no text has"):
        index.record(record_id)


def test_reviews_of_a_state(index: SearchIndex) -> None:
    reviews = index.snapshot.connection.reviews("XAA")
    assert [(review.review, review.cycle, review.recommendations) for review in reviews] == [
        ("XAA-7", 1, 1),
        ("XAA-20", 2, 3),
        ("XAA-34", 3, 1),
    ]
    assert all(isinstance(review, ReviewSummary) and len(review.symbols) == 1 for review in reviews)
    assert index.snapshot.connection.reviews("KEN") == ()


def test_states_and_how_much_each_received_and_made(index: SearchIndex) -> None:
    known = {each.state.code: (each.reviews, each.received, each.made) for each in index.snapshot.states_in_index}
    assert known == {
        "XAA": (3, 5, 2),
        "XAB": (2, 4, 4),
        "XBA": (1, 4, 4),
        "FRA": (0, 0, 4),
        "SVN": (0, 0, 2),
    }
    names = [each.state.name for each in index.snapshot.states_in_index]
    assert names == sorted(names)


def test_overview(index: SearchIndex) -> None:
    overview = index.overview()
    assert (overview.recommendations, overview.texts, overview.reviews, overview.documents) == (13, 12, 6, 6)
    assert (overview.states_under_review, overview.recommending_states) == (3, 5)
    assert (overview.searched, set(overview.labelled.values())) == (6, {0})
    assert (overview.sessions, overview.cycles) == ((7, 20, 21, 33, 34), (1, 2, 3))
    assert overview.sample
    assert overview.encoder == "letters"


def test_an_index_of_real_states_is_no_sample(tmp_path: Path) -> None:
    index = open_index(build(tmp_path, [Request("Open schools", state="KEN", by=("SVN",))]))
    assert not index.overview().sample
    assert not index.find(KeywordQuestion("schools")).hits[0].invented
