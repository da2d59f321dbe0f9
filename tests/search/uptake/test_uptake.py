"""Asks beside the recommendations of invented reviews."""

from datetime import date

import pytest

from indexer.runs.build_index import index_extracts
from models.errors import UnknownRecord, UnknownState
from models.records.documents import DocumentKind
from models.records.enums import Position
from models.reviews.states import StateTable
from search import Ask, Extent, SearchIndex, UptakeQuestion, open_index
from search.threads.words import read_request
from search.uptake.why import why
from tests.invented_records import TODAY, documents_of, pre_session, recommendation

FERRIES, BIRDS = "Mend the old ferries of the coast", "Count the birds of the marshes"
RECORDS = [
    recommendation(FERRIES, "77.1", session=7, position=Position.NOTED),
    recommendation(FERRIES, "88.1", session=20),
    recommendation("Consider mending the old ferries of the coast", "88.2", session=20),
    recommendation(BIRDS, "88.3", session=20, position=Position.NOTED),
    recommendation("Zone all vineyards", "88.4", session=20),
]
SUMMARY = pre_session("SVN", 20, {"JS3 said that ferries sink.": (), "Zebras sleep.": ()}, DocumentKind.SUMMARY)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    folder = tmp_path_factory.mktemp("uptake") / "index"
    index_extracts([*documents_of(RECORDS), SUMMARY], folder, "letters", StateTable.built_in(), TODAY)
    return open_index(folder)


def asked(*texts: str, review: str = "SVN-20", **more: object) -> UptakeQuestion:
    asks = tuple(Ask(number, text) for number, text in enumerate(texts, 1))
    return UptakeQuestion(review, asks, "en", **more)  # type: ignore[arg-type] # what a test says


def test_the_very_words_are_the_same_and_to_consider_them_is_part_of_the_way(index: SearchIndex) -> None:
    (of_ask,) = index.uptake(asked(FERRIES), date(2030, 1, 1)).asks
    grades = {each.record.id: each.grade for each in of_ask.now.found}
    assert grades["SVN-20-88.1-1"] == "same"
    assert grades["SVN-20-88.2-1"] == "part"
    assert [each.record.id for each in of_ask.counted] == ["SVN-20-88.1-1"]


def test_what_only_touches_an_ask_is_shown_and_not_counted(index: SearchIndex) -> None:
    (of_ask,) = index.uptake(asked("Mend roads"), date(2030, 1, 1)).asks
    assert [(each.record.id, each.grade) for each in of_ask.now.found] == [("SVN-20-88.1-1", "touches")]
    assert of_ask.counted == ()


def test_what_is_counted_is_told_with_states_and_positions(index: SearchIndex) -> None:
    found = index.uptake(asked(FERRIES, BIRDS), date(2030, 1, 1))
    assert found.came_back == 2
    assert found.positions == {Position.SUPPORTED: 1, Position.NOTED: 1}
    assert found.states == tuple(dict.fromkeys(s.state for r in (RECORDS[1], RECORDS[3]) for s in r.sponsors))
    assert [found.asks_of(state) for state in found.states] == [(1, 2)]


def test_what_the_user_counts_is_counted_and_nothing_else(index: SearchIndex) -> None:
    chosen = frozenset({(1, "SVN-20-88.2-1")})
    found = index.uptake(asked(FERRIES, BIRDS, counted=chosen), date(2030, 1, 1))
    assert [[each.record.id for each in of_ask.counted] for of_ask in found.asks] == [["SVN-20-88.2-1"], []]


def test_an_ask_is_also_seen_beside_earlier_reviews_and_no_later_one(index: SearchIndex) -> None:
    (of_ask,) = index.uptake(asked(FERRIES), date(2030, 1, 1)).asks
    assert [(review.session, [each.record.id for each in review.of_grade("same")]) for review in of_ask.earlier] == [
        (7, ["SVN-7-77.1-1"])
    ]
    (of_ask,) = index.uptake(asked(FERRIES, review="SVN-7"), date(2030, 1, 1)).asks
    assert of_ask.earlier == ()


def test_how_much_of_the_review_is_indexed_is_said(index: SearchIndex) -> None:
    assert index.uptake(asked(FERRIES), date(2030, 1, 1)).extent is Extent.FULL


@pytest.mark.parametrize("cited_as", ["JS1", "js1", "rowers"])
def test_paragraphs_of_the_summary_that_cite_the_submission_are_found(index: SearchIndex, cited_as: str) -> None:
    found = index.uptake(asked(FERRIES, cited_as=(cited_as,)), date(2030, 1, 1))
    assert [text.place.paragraph for text in found.cited] == ["1", "2"]
    assert found.summary == "A/HRC/WG.6/20/SVN/3"


@pytest.mark.parametrize("cited_as", ["JS", "Row", "", "Sailors"])
def test_a_piece_of_a_code_or_name_cites_nobody(index: SearchIndex, cited_as: str) -> None:
    assert index.uptake(asked(FERRIES, cited_as=(cited_as,)), date(2030, 1, 1)).cited == ()


@pytest.mark.parametrize("review", ["SVN-33", "nowhere", ""])
def test_a_review_that_is_not_indexed_is_named(index: SearchIndex, review: str) -> None:
    with pytest.raises(UnknownRecord):
        index.uptake(asked(FERRIES, review=review), date(2030, 1, 1))


def test_before_a_review_all_that_the_state_was_told_counts(index: SearchIndex) -> None:
    found = index.before_review(asked(FERRIES, review="SVN"))
    assert [review.session for review in found.asks[0].reviews] == [20, 7]
    assert set(found.asks[0].states) == {s.state for record in RECORDS[:2] for s in record.sponsors}
    assert [each.grade for each in found.asks[0].asked_before] == ["same", "same", "part"]
    with pytest.raises(UnknownState):
        index.before_review(asked(FERRIES, review="Nowhere"))


def test_why_names_words_persons_and_instruments_as_the_recommendation_prints_them() -> None:
    ask = read_request("Ratify OPCAT and let monitors visit women in prison")
    told = "Ratify the Optional Protocol to the Convention against Torture; monitors visit imprisoned Women"
    reason = why(ask, told, read_request(told))
    assert reason.instruments == ("Optional Protocol to the Convention against Torture and Other Cruel, Inhuman or "
                                  "Degrading Treatment or Punishment",)  # fmt: skip
    assert reason.demand[:2] == ("monitors", "visit")
    assert reason.groups == ("Women",)
    assert not reason.weaker


@pytest.mark.parametrize(
    ("text", "weaker"),
    [
        ("Consider ratifying OPCAT", True),
        ("Examine the possibility of ratifying OPCAT", True),
        ("Amend the law so that slander is considered a civil wrong", False),
    ],
)
def test_only_what_begins_by_considering_is_weaker(text: str, weaker: bool) -> None:
    assert why(read_request("Ratify OPCAT"), text, read_request(text)).weaker is weaker
