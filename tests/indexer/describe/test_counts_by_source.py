"""Per State, what of its recommendations came from reports and what from tables alone."""

from dataclasses import replace
from pathlib import Path

from indexer.datamodel.document_extract import DocumentExtract
from indexer.datamodel.source_entries import TableEntry
from indexer.describe.description import describe_index, description_as_text
from indexer.report.report import StateCount, table_of_counts
from indexer.runs.build_index import index_extracts
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.enums import Position
from models.records.records import Sponsor
from models.reviews.states import StateTable
from tests.invented_records import TODAY, documents_of, recommendation

ROW = TableEntry(
    state_under_review="SVN",
    session=20,
    text="Light every quay at night",
    response="Accepted",
    position=Position.SUPPORTED,
    sponsors=(Sponsor("PER", "Peru"),),
    action_category=None,
    labels=(),
)


def indexed(folder: Path) -> Path:
    identity = DocumentIdentity("UPR Info", DocumentKind.RECOMMENDATION_TABLE, "en")
    rows = (ROW, replace(ROW, state_under_review="BGD", session=16, text="Plant trees along all roads"))
    table = DocumentExtract("table.csv", "table", identity, entries=rows)
    report = documents_of([recommendation("Mend the ferries", "100.1"), recommendation("Paint them all", "100.2")])
    index_extracts([*report, table], folder, "letters", StateTable.built_in(), TODAY)
    return folder


def test_each_state_has_its_sources(tmp_path: Path) -> None:
    counts = [StateCount(**each) for each in describe_index(indexed(tmp_path))["recommendations"]]
    assert counts == [
        StateCount("BGD", "Bangladesh", 2, 1, {"UPR Info": 1}),
        StateCount("SVN", "Slovenia", 2, 3, {"UPR Info": 1}),
    ]
    assert list(table_of_counts(tuple(counts))) == [
        "State under review  cycle 2",
        "Bangladesh                1  (1 of UPR Info alone)",
        "Slovenia                  3  (1 of UPR Info alone)",
    ]


def test_what_reports_give_is_said_of_nothing_else(tmp_path: Path) -> None:
    index_extracts(documents_of([recommendation("Mend ferries")]), tmp_path, "letters", StateTable.built_in(), TODAY)
    (count,) = describe_index(tmp_path)["recommendations"]
    assert list(table_of_counts((StateCount(**count),)))[1] == "Slovenia                  1"


def test_a_review_with_a_pledge_alone_is_none_with_recommendations(tmp_path: Path) -> None:
    identity = DocumentIdentity("UPR Info", DocumentKind.RECOMMENDATION_TABLE, "en")
    pledge = replace(ROW, state_under_review="BGD", session=16, position=None, sponsors=())
    table = DocumentExtract("table.csv", "table", identity, entries=(pledge,))
    index_extracts(
        [*documents_of([recommendation("Mend ferries")]), table], tmp_path, "letters", StateTable.built_in(), TODAY
    )
    described = describe_index(tmp_path)
    assert (described["counts"]["reviews"], described["reviews_with_recommendations"]) == (2, 1)
    assert "\n2 documents, 1 reviews with 1 recommendations, 0 observations" in description_as_text(described, tmp_path)
