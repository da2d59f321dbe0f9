"""The follow-up table of a review, over invented documents before the next one."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from models.errors import UnknownRecord
from models.records.documents import DocumentKind
from models.records.enums import Position
from models.records.reported import Stated, StatedReference
from search import LinksWanted, open_index
from search.datamodel.progress import FollowUpRow
from search.progress.follow import progress_on_record, progress_on_review
from search.progress.follow_up import follow_up_of
from search.snapshot.snapshot import Snapshot
from tests.invented_records import mid_term, pre_session, recommendation
from tests.search.invented_index import build

FERRIES, BIRDS, CLOCKS = "Mend the old ferries of the coast", "Count the birds of the marshes", "Open a clock museum"
RECORDS = [
    recommendation(FERRIES, "77.1", session=7, position=Position.NOTED),
    recommendation(BIRDS, "77.2", session=7),
    recommendation(CLOCKS, "77.3", session=7),
    recommendation(FERRIES, "88.4", session=20),
    recommendation("Plant oaks along all roads", "88.5", session=20),
]
SECTION = StatedReference(Stated.HEADING, "Recommendations 3", ("77.3",), holds_below=True)
BY_STATE = pre_session("SVN", 20, {"Old ferries of the coast were mended.": (), "Zebras graze.": (SECTION,)})
BY_STAKEHOLDERS = pre_session("SVN", 20, {"Zebras sleep.": ()}, DocumentKind.SUMMARY, date(2020, 2, 1))


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_index(build(tmp_path_factory.mktemp("follow_up"), [*RECORDS, BY_STATE, BY_STAKEHOLDERS])).snapshot


def reporting(row: FollowUpRow) -> list[tuple[str, str, int]]:
    return [(each.reporter, each.reporting, each.paragraphs) for each in row.reported]


def test_each_recommendation_has_a_row_with_who_reports_on_it(snapshot: Snapshot) -> None:
    table = follow_up_of(snapshot, "SVN-7")
    assert (table.review, table.state, table.session, table.sessions) == ("SVN-7", "SVN", 7, (20,))
    assert table.missing == ("mid-term report", "compilation")
    assert [row.record.id for row in table.rows] == ["SVN-7-77.1-1", "SVN-7-77.2-1", "SVN-7-77.3-1"]
    ferries, birds, clocks = map(reporting, table.rows)
    assert ferries == [
        ("State", "by meaning", 1),
        ("United Nations", "not indexed", 0),
        ("Stakeholders", "silent", 0),
    ]
    assert birds == [("State", "silent", 0), ("United Nations", "not indexed", 0), ("Stakeholders", "silent", 0)]
    assert clocks == [("State", "stated", 1), ("United Nations", "not indexed", 0), ("Stakeholders", "silent", 0)]


def test_the_most_direct_paragraph_stands_for_the_document(snapshot: Snapshot) -> None:
    ferries, birds, clocks = follow_up_of(snapshot, "SVN-7").rows
    first = ferries.reported[0].first
    assert first is not None
    assert (first.report.id, first.sentence) == ("A.HRC.WG.6.20.SVN.1-1", "Old ferries of the coast were mended.")
    assert birds.reported[0].first is None
    # A heading names it: the paragraph below may be on another of the recommendations that it names.
    named = clocks.reported[0].first
    assert named is not None
    assert (named.report.id, named.strength) == ("A.HRC.WG.6.20.SVN.1-2", "related")


def test_what_was_made_again_has_both_positions(snapshot: Snapshot) -> None:
    table = follow_up_of(snapshot, "SVN-7")
    assert table.compared == 20
    ferries, birds, _ = table.rows
    (again,) = ferries.same
    assert (again.type, again.record.id) == ("same", "SVN-20-88.4-1")
    assert (ferries.record.position, again.record.position) == ("noted", "supported")
    assert birds.similar == ()


def test_the_last_review_has_nothing_to_follow_up_yet(snapshot: Snapshot) -> None:
    table = follow_up_of(snapshot, "SVN-20")
    assert (table.compared, table.sessions, table.documents) == (None, (34,), ())
    assert {each.reporting for row in table.rows for each in row.reported} == {"not indexed"}
    assert {row.similar for row in table.rows} == {()}


def test_a_review_that_is_not_there(snapshot: Snapshot) -> None:
    with pytest.raises(UnknownRecord, match="There is no review SVN-21 in this index"):
        follow_up_of(snapshot, "SVN-21")


def test_what_is_no_more_than_related_can_be_left_out(snapshot: Snapshot) -> None:
    everything = {link.report.id for link in progress_on_record(snapshot, "SVN-7-77.1-1").recommendations[0].links}
    shown = {
        link.report.id
        for link in progress_on_record(snapshot, "SVN-7-77.1-1", LinksWanted(related=False)).recommendations[0].links
    }
    assert everything == {"A.HRC.WG.6.20.SVN.1-1", "A.HRC.WG.6.20.SVN.1-2", "A.HRC.WG.6.20.SVN.3-1"}
    assert shown == {"A.HRC.WG.6.20.SVN.1-1"}
    of_review = progress_on_review(snapshot, "SVN-7", LinksWanted(related=False)).recommendations
    assert [[link.rank for link in found.links] for found in of_review] == [[1], [], [2]]


def test_a_mid_term_report_is_of_the_state_or_of_stakeholders(tmp_path: Path) -> None:
    documents = [
        mid_term("SVN", 7, {"Old ferries of the coast were mended.": ()}),
        mid_term("SVN", 7, {"Zebras sleep.": ()}, "Rowers"),
    ]
    (ferries,) = follow_up_of(open_index(build(tmp_path, [RECORDS[0], *documents])).snapshot, "SVN-7").rows
    assert reporting(ferries) == [
        ("State", "by meaning", 1),
        ("United Nations", "not indexed", 0),
        ("Stakeholders", "silent", 0),
    ]


def test_a_next_review_in_another_language_was_not_compared(tmp_path: Path) -> None:
    """Nobody can say that nothing of it was recommended again."""
    french = replace(recommendation("Réparer les vieux bacs", "88.4", session=20), language="fr")
    table = follow_up_of(open_index(build(tmp_path, [RECORDS[0], french])).snapshot, "SVN-7")
    assert (table.compared, table.rows[0].similar) == (None, ())
