"""Asks beside the recommendations of invented reviews."""

from datetime import date
from typing import Any

import pytest

from models.errors import UnknownRecord, UnknownState
from models.records.documents import DocumentKind
from models.records.enums import Position
from search import Ask, SearchIndex, Uptake, UptakeQuestion, open_index
from search.datamodel.coverage import Extent
from search.query.issue import IssueReading, read_issue
from search.uptake.compose import uptake_of
from tests.invented_records import pre_session, recommendation
from tests.search.invented_index import build

FERRIES, BIRDS = "Mend the old ferries of the coast", "Count the birds of the marshes"
RECORDS = [
    recommendation(FERRIES, "77.1", session=7, position=Position.NOTED),
    recommendation(FERRIES, "88.1", session=20),
    recommendation("Consider mending the old ferries of the coast", "88.2", session=20),
    recommendation(BIRDS, "88.3", session=20, position=Position.NOTED),
    *(recommendation(f"Zone all vineyards of valley {number}", f"89.{number}", session=20) for number in range(1, 60)),
]
SUMMARY = pre_session("SVN", 20, {"JS3 said that ferries sink.": (), "Zebras sleep.": ()}, DocumentKind.SUMMARY)
FERRIES_OF_2014, BIRDS_OF_2014 = "SVN-20-88.1-1", "SVN-20-88.3-1"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return open_index(build(tmp_path_factory.mktemp("uptake"), [*RECORDS, SUMMARY]))


def beside(index: SearchIndex, *texts: str, review: str = "SVN-20", **more: object) -> Uptake:
    asks = tuple(Ask(number, text) for number, text in enumerate(texts, 1))
    question = UptakeQuestion(asks, review, written_in="en", **more)  # type: ignore[arg-type] # what a test says
    return uptake_of(index.snapshot, question, date(2030, 1, 1))


def test_the_ten_nearest_of_the_review_stand_beside_an_ask_the_nearest_first(index: SearchIndex) -> None:
    (of_ask,) = beside(index, FERRIES).asks
    assert [record.id for record in of_ask.nearest[:2]] == [FERRIES_OF_2014, "SVN-20-88.2-1"]
    assert len(of_ask.nearest) == 10
    assert {record.session for record in of_ask.nearest} == {20}


def test_more_are_shown_of_the_ask_that_wants_more(index: SearchIndex) -> None:
    found = beside(index, FERRIES, BIRDS, more=frozenset({2}))
    assert [len(of_ask.nearest) for of_ask in found.asks] == [10, 50]


def test_the_name_of_the_state_is_no_part_of_an_ask(index: SearchIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def noted(text: str, *rest: Any) -> IssueReading:
        read.append(text)
        return read_issue(text, *rest)

    monkeypatch.setattr("search.query.issue.read_issue", noted)
    beside(index, "Slovenia should mend ferries", "Ghana should mend ferries")
    assert read == [" should mend ferries", "Ghana should mend ferries"]


def test_nothing_is_counted_before_somebody_ticks_it(index: SearchIndex) -> None:
    found = beside(index, FERRIES)
    assert (found.ticked, found.asks_ticked, found.states) == ((), 0, ())


def test_what_is_ticked_is_told_with_states_and_positions(index: SearchIndex) -> None:
    found = beside(index, FERRIES, BIRDS, ticked=frozenset({(1, FERRIES_OF_2014), (2, BIRDS_OF_2014)}))
    assert [record.id for record in found.ticked] == [FERRIES_OF_2014, BIRDS_OF_2014]
    assert found.positions == {Position.SUPPORTED: 1, Position.NOTED: 1}
    assert found.states == tuple(dict.fromkeys(s.state for r in (RECORDS[1], RECORDS[3]) for s in r.sponsors))
    assert [found.asks_of(state) for state in found.states] == [(1, 2)]


def test_what_is_ticked_stays_in_view_however_far_it_is(index: SearchIndex) -> None:
    (plain,) = beside(index, FERRIES, more=frozenset({1})).asks
    last = plain.nearest[-1].id
    (of_ask,) = beside(index, FERRIES, ticked=frozenset({(1, last)})).asks
    assert len(of_ask.nearest) == 11
    assert [record.id for record in of_ask.ticked] == [last]


@pytest.mark.parametrize("pair", [(2, FERRIES_OF_2014), (1, "SVN-7-77.1-1"), (1, "nothing")])
def test_what_is_no_recommendation_beside_the_ask_is_not_ticked(index: SearchIndex, pair: tuple[int, str]) -> None:
    assert beside(index, FERRIES, ticked=frozenset({pair})).ticked == ()


def test_how_many_are_to_read_is_what_a_search_for_the_ask_lists(index: SearchIndex) -> None:
    assert [of_ask.to_read for of_ask in beside(index, FERRIES, "Quench quartz").asks] == [2, 0]


def test_how_much_of_the_review_is_indexed_is_said(index: SearchIndex) -> None:
    assert beside(index, FERRIES).extent is Extent.FULL


def test_of_several_reviews_some_without_a_report_are_indexed_in_part(index: SearchIndex) -> None:
    assert beside(index, FERRIES, review="", state="Slovenia").extent is Extent.PART


def test_a_state_that_was_told_nothing_has_nothing_beside_an_ask(index: SearchIndex) -> None:
    found = beside(index, FERRIES, review="", state="Norway")
    assert (found.compared, found.extent) == (0, Extent.PART)
    assert [(of_ask.to_read, of_ask.nearest) for of_ask in found.asks] == [(0, ())]


@pytest.mark.parametrize("cited_as", ["JS1", "js1", "rowers"])
def test_paragraphs_of_the_summary_that_cite_the_submission_are_found(index: SearchIndex, cited_as: str) -> None:
    found = beside(index, FERRIES, cited_as=(cited_as,))
    assert [text.place.paragraph for text in found.cited] == ["1", "2"]
    assert found.summary == "A/HRC/WG.6/20/SVN/3"


@pytest.mark.parametrize("cited_as", ["JS", "Row", "", "Sailors"])
def test_a_piece_of_a_code_or_name_cites_nobody(index: SearchIndex, cited_as: str) -> None:
    assert beside(index, FERRIES, cited_as=(cited_as,)).cited == ()


@pytest.mark.parametrize("review", ["SVN-33", "nowhere"])
def test_a_review_that_is_not_indexed_is_named(index: SearchIndex, review: str) -> None:
    with pytest.raises(UnknownRecord):
        beside(index, FERRIES, review=review)


def test_without_a_review_all_that_the_state_was_told_is_looked_through(index: SearchIndex) -> None:
    found = beside(index, FERRIES, review="", state="Slovenia")
    assert found.session is None
    assert {record.id for record in found.asks[0].nearest[:2]} == {FERRIES_OF_2014, "SVN-7-77.1-1"}
    with pytest.raises(UnknownState):
        beside(index, FERRIES, review="", state="Nowhere")
