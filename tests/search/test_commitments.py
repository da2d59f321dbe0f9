"""Voluntary commitments: a kind of their own, searched only when asked for."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from models.errors import UnknownRecord
from models.records.records import Commitment, Place, Recommendation
from search import SearchIndex, open_index
from search.cli.commands import find
from search.datamodel.answer import Answer
from search.datamodel.question import Filters, IssueQuestion, KeywordQuestion, Listing
from search.snapshot.coverage import state_coverage
from search.snapshot.describe import state_reviews
from tests.invented_records import TODAY, documents_of
from tests.search.invented_index import Request, build, records_of

PLEDGES = Filters(kind=("commitment",))
BOTH = Filters(kind=("commitment", "recommendation"))


def pledge(text: str, order: int) -> Commitment:
    return Commitment("XAA", 20, Place("A/HRC/920/54", "117", 19), order, text)


COMMITMENTS = (
    replace(pledge("Vellania will open schools for nomads", 1), made_on=date(2015, 3, 19)),
    pledge("Vellania will publish prison reports", 2),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    requests = records_of([Request("Open schools for nomads"), Request("Close schools that are unsafe", state="XAB")])
    report, other = documents_of(requests)
    report = replace(report, identity=replace(report.identity, reviewed=date(2014, 10, 29)))
    return build(tmp_path_factory.mktemp("pledges"), [replace(report, commitments=COMMITMENTS), other])


@pytest.fixture(scope="module")
def index(folder: Path) -> Iterator[SearchIndex]:
    yield open_index(folder)


def kinds(answer: Answer) -> list[type]:
    return [type(hit.record) for hit in answer.hits]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [(Filters(), {Recommendation}), (PLEDGES, {Commitment}), (BOTH, {Recommendation, Commitment})],
    ids=["by itself recommendations", "commitments", "both"],
)
def test_a_question_is_answered_with_the_kinds_asked_for(
    index: SearchIndex, filters: Filters, expected: set[type]
) -> None:
    assert set(kinds(index.find(KeywordQuestion("schools", filters=filters)))) == expected
    assert set(kinds(index.match(IssueQuestion("schools for nomads", own_state="XAA", filters=filters)))) == expected


def test_a_commitment_comes_back_as_it_was_indexed(index: SearchIndex) -> None:
    (hit,) = index.find(KeywordQuestion("prison", filters=PLEDGES)).hits
    assert hit.record == COMMITMENTS[1]
    assert [hit.record.quoted[start:end] for start, end in hit.highlights] == ["prison"]
    assert hit.invented


def test_facets_count_commitments_by_what_they_have(index: SearchIndex) -> None:
    answer = index.find(KeywordQuestion("schools", filters=PLEDGES))
    counts = {facet.field: {value.value: value.count for value in facet.values} for facet in answer.facets}
    assert answer.total == 1
    assert counts["kind"] == {"recommendation": 2, "commitment": 1}
    assert counts["session"] == {"20": 1}
    assert counts["position"] == counts["recommending"] == {}


def test_an_address_of_one_kind_leads_to_no_other(index: SearchIndex) -> None:
    assert index.commitment(COMMITMENTS[0].id) == COMMITMENTS[0]
    with pytest.raises(UnknownRecord):
        index.record(COMMITMENTS[0].id)
    with pytest.raises(UnknownRecord):
        index.commitment("XAA-20-100.1-1")


def test_the_command_prints_commitments(folder: Path) -> None:
    printed = CliRunner().invoke(find, ["nomads", "--kind", "commitment", "--index", str(folder)]).output
    assert "Found: 1." in printed
    assert "A/HRC/920/54, paragraph 117, page 19" in printed
    assert "Recommended by" not in printed


def test_reviews_of_a_state_with_documents_positions_and_commitments(index: SearchIndex) -> None:
    (review,) = state_reviews(index.snapshot.connection, "XAA")
    assert (review.review, review.session, review.cycle) == ("XAA-20", 20, 2)
    assert [(document.symbol, document.kind) for document in review.documents] == [
        (records_of([Request("x")])[0].place.symbol, "working group report")
    ]
    assert sum(review.positions.values()) == review.recommendations == 1
    assert review.commitments == COMMITMENTS
    assert state_reviews(index.snapshot.connection, "KEN") == ()


def test_the_day_of_a_commitment_and_of_its_review_are_kept(index: SearchIndex) -> None:
    days = {
        record.order: record.made_on
        for record in (
            hit.record for hit in index.browse(Listing(filters=PLEDGES)).hits if isinstance(hit.record, Commitment)
        )
    }
    assert days == {1: date(2015, 3, 19), 2: None}
    held_on = {review.session: review.held_on for review in state_coverage(index.snapshot, "XAA", TODAY).reviews}
    assert held_on == {20: date(2014, 10, 29)}
