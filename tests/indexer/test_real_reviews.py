"""Three real reviews of one State, joined: every number has the position of record."""

from collections import Counter
from functools import cache

import pytest

from indexer.datamodel.document_extract import DocumentExtract
from indexer.merge.languages import MergedRecords
from indexer.merge.review import merge_documents
from indexer.sources.document import read_document
from indexer.sources.thematic_list import read_thematic_list
from models.records.enums import Position
from models.reviews.states import StateTable
from tests.invented_records import TODAY
from tests.paths import SHARED

STATES = StateTable.built_in()
SLOVENIA = SHARED / "slovenia"
EGYPT = (SHARED / "working_group_reports" / "egypt2014.pdf", SHARED / "thematic_lists" / "egypt_cycle2.docx")
SALVADOR = SHARED / "working_group_reports" / "elsalvador2010.pdf"
REPORTS = {1: "A_HRC_14_15", 2: "A_HRC_28_15", 3: "A_HRC_43_15"}

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(not SLOVENIA.is_dir(), reason="the real documents are not beside this checkout"),
]


@cache
def documents_of(cycle: int) -> list[DocumentExtract]:
    """The report and its addendum."""
    paths = [SLOVENIA / f"cycle{cycle}" / f"{REPORTS[cycle]}{suffix}.pdf" for suffix in ("", "_Add.1")]
    read = [read_document(path, path.name, STATES) for path in paths]
    return [document for document in read if isinstance(document, DocumentExtract)]


@cache
def merged(cycle: int) -> MergedRecords:
    return merge_documents(documents_of(cycle), TODAY)


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
    path = SLOVENIA / "cycle3" / "A_HRC_WG.6_34_SVN_1.pdf"
    national_report = read_document(path, path.name, STATES)
    assert isinstance(national_report, DocumentExtract)
    assert [commitment.place.paragraph for commitment in national_report.commitments] == ["115"]


@pytest.mark.long
@pytest.mark.parametrize(
    ("cycle", "session_report", "commitments"),
    [
        (1, "A_HRC_14_37", []),
        (2, "A_HRC_28_2", ["836"]),
        (3, "A_HRC_43_2", ["805"]),
    ],
)
def test_what_the_state_said_before_the_council(cycle: int, session_report: str, commitments: list[str]) -> None:
    """Its totals are met, in the first cycle by a part of those noted; its pledges are those of a mid-term report."""
    path = SLOVENIA / f"cycle{cycle}" / f"{session_report}.pdf"
    documents = [*documents_of(cycle), read_document(path, path.name, STATES)]
    review = merge_documents(documents, TODAY)
    assert not any(record.discrepancies for record in review.recommendations)
    found = [
        each.place.paragraph for each in review.commitments if each.place.symbol == session_report.replace("_", "/")
    ]
    assert found == commitments


@pytest.mark.long
@pytest.mark.skipif(not SALVADOR.is_file(), reason="the report is not beside this checkout")
def test_bare_numbers_before_the_council_are_of_the_list_left_open() -> None:
    paths = (SALVADOR, SLOVENIA / "cycle1" / "A_HRC_14_37.pdf")
    review = merge_documents([read_document(path, path.name, STATES) for path in paths], TODAY)
    answered = [
        record.place.paragraph
        for record in review.recommendations
        if record.position_source and record.position_source.symbol == "A/HRC/14/37"
    ]
    accepted = [*range(1, 20), 21, 22, 23, 24, 25, 26, 28, 29, 30, 31, 38, 39, 40]
    assert list(dict.fromkeys(answered)) == [f"82.{item}" for item in accepted]


@pytest.mark.skipif(not EGYPT[1].is_file(), reason="the list is not beside this checkout")
def test_all_numbers_of_a_list_whose_page_header_names_no_session_join() -> None:
    merged = merge_documents([read_document(path, path.name, STATES) for path in EGYPT], TODAY)
    of_numbers = {record.place.paragraph: record.position for record in merged.recommendations}
    assert merged.warnings == ()
    assert Counter(of_numbers.values()) == {Position.SUPPORTED: 224, Position.NOTED: 76}
