"""Three real reviews of one State, joined: every number has the position of record."""

from collections import Counter
from functools import cache

import pytest

from indexer.merge.review import MergedDocuments, merge_documents
from indexer.sources.document import read_document
from indexer.sources.thematic_list import read_thematic_list
from models.records.enums import Position
from models.reviews.states import StateTable
from tests.invented_records import TODAY
from tests.paths import SHARED

STATES = StateTable.built_in()
SLOVENIA = SHARED / "slovenia"
EGYPT = (SHARED / "working_group_reports" / "egypt2014.pdf", SHARED / "thematic_lists" / "egypt_cycle2.docx")
REPORTS = {1: "A_HRC_14_15", 2: "A_HRC_28_15", 3: "A_HRC_43_15"}

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(not SLOVENIA.is_dir(), reason="the real documents are not beside this checkout"),
]


@cache
def merged(cycle: int) -> MergedDocuments:
    paths = [SLOVENIA / f"cycle{cycle}" / f"{REPORTS[cycle]}{suffix}.pdf" for suffix in ("", "_Add.1")]
    return merge_documents([read_document(path, path.name, STATES) for path in paths], TODAY)


def paragraph_positions(cycle: int) -> dict[str, Position]:
    """A paragraph of several requests is supported only if all of them are."""
    found: dict[str, Position] = {}
    for record in merged(cycle).recommendations:
        earlier = found.get(record.place.paragraph or "", record.position)
        found[record.place.paragraph or ""] = record.position if earlier is Position.SUPPORTED else earlier
    return found


@pytest.mark.parametrize(("cycle", "numbers"), [(2, 163), (3, 215)])
def test_positions_are_those_of_record(cycle: int, numbers: int) -> None:
    listed = read_thematic_list(SLOVENIA / f"cycle{cycle}" / "thematic_list.docx", STATES)
    of_record = {entry.number: entry.position for entry in listed.recommendations}
    assert len(of_record) == numbers
    assert paragraph_positions(cycle) == of_record


def test_every_number_of_cycle_1_has_its_answer() -> None:
    positions = paragraph_positions(1)
    assert len(positions) == 97
    assert set(positions.values()) == {Position.SUPPORTED, Position.NOTED}


@pytest.mark.parametrize("cycle", [1, 2, 3])
def test_nothing_is_left_unjoined_and_every_answer_has_its_place(cycle: int) -> None:
    assert merged(cycle).warnings == ()
    for record in merged(cycle).recommendations:
        assert record.position_source is not None
        assert record.position_source.page is not None
        assert (record.comment is None) == (record.comment_source is None)


def test_commitments_of_the_three_reviews() -> None:
    found = [[commitment.place.paragraph for commitment in merged(cycle).commitments] for cycle in (1, 2, 3)]
    assert found == [["113", "113", "113"], [], []]


@pytest.mark.skipif(not EGYPT[1].is_file(), reason="the list is not beside this checkout")
def test_all_numbers_of_a_list_whose_page_header_names_no_session_join() -> None:
    merged = merge_documents([read_document(path, path.name, STATES) for path in EGYPT], TODAY)
    of_numbers = {record.place.paragraph: record.position for record in merged.recommendations}
    assert merged.warnings == ()
    assert Counter(of_numbers.values()) == {Position.SUPPORTED: 224, Position.NOTED: 76}
