"""States counted one by one, and one State on one issue."""

import pytest

from models.records.enums import Position, ThreadType
from search import open_index
from search.catalogue.tally import tally
from search.datamodel.states import StateIssue
from search.partners.state_issue import state_issue
from search.snapshot.snapshot import Snapshot
from search.threads.summary import summarise_threads
from tests.search.invented_index import Request, build
from tests.state_index import BOOKS, PRISONS, state_index


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return state_index().snapshot


@pytest.fixture(scope="module")
def prisons(snapshot: Snapshot) -> StateIssue:
    return state_issue(snapshot, "XAA", "label", ("Detention",))


def test_states_are_counted_by_review_and_position(snapshot: Snapshot) -> None:
    states = {known.state.name: known for known in snapshot.reviewed_states}
    vellania = states["Vellania"]
    assert [(review.session, dict(review.positions)) for review in vellania.reviews] == [
        (7, {Position.NOTED: 1, Position.SUPPORTED: 1}),
        (20, {Position.NOTED: 1, Position.SUPPORTED: 1}),
        (34, {Position.NOTED: 1, Position.SUPPORTED: 2}),
    ]
    assert (vellania.recommendations, vellania.sessions) == (7, (7, 20, 34))
    assert list(vellania.positions.values()) == [4, 3, 0, 0]
    assert [(review.session, review.recommendations) for review in states["Upper Tamurin"].reviews] == [(33, 0)]
    assert states["Upper Tamurin"].sessions == ()


def test_a_sample_lists_its_own_states_by_name(snapshot: Snapshot) -> None:
    names = [known.state.name for known in snapshot.reviewed_states]
    assert names == ["Brenmark", "France", "Slovenia", "Upper Tamurin", "Vellania"]


def test_states_without_a_review_are_listed_too(tmp_path) -> None:
    states = open_index(build(tmp_path / "index", [Request("Plant oaks", "SVN", by=("FRA",))])).snapshot.reviewed_states
    assert len(states) == 193
    assert {known.state.code for known in states if known.reviews} == {"SVN"}
    assert not {"VAT", "PSE", "EUE"} & {known.state.code for known in states}


def test_an_issue_is_followed_through_all_reviews(prisons: StateIssue) -> None:
    assert [(review.session, [record.text for record in review.recommendations]) for review in prisons.reviews] == [
        (7, [PRISONS]),
        (20, [PRISONS]),
        (34, [PRISONS]),
    ]
    assert [review.all_recommendations for review in prisons.reviews] == [2, 2, 3]
    assert (prisons.total, prisons.elsewhere) == (3, 1)
    assert list(prisons.positions.values()) == [1, 2, 0, 0]
    assert [(each.value, each.total) for each in prisons.recommending] == [("XAB", 2), ("FRA", 1), ("SVN", 1)]


def test_each_recommendation_is_linked_to_the_review_before(prisons: StateIssue) -> None:
    links = {
        record_id: [(link.type, link.record.id) for link in found.links]
        for record_id, found in prisons.similar_before.items()
    }
    assert links == {
        "XAA-20-100.1-1": [(ThreadType.SAME, "XAA-7-100.1-1")],
        "XAA-34-100.1-1": [(ThreadType.SAME, "XAA-20-100.1-1")],
    }


def test_commitments_belong_to_the_issue(prisons: StateIssue, snapshot: Snapshot) -> None:
    assert [[pledge.text for pledge in review.commitments] for review in prisons.reviews] == [
        [],
        ["Vellania will publish prison reports"],
        [],
    ]
    assert not any(review.commitments for review in state_issue(snapshot, "XAA", "label", ("Environment",)).reviews)


@pytest.mark.parametrize(
    ("field", "label", "found"),
    [
        # 13 is on prisons as well, but people gave it another theme
        pytest.param("label", "Detention", [("11", ())], id="by its words"),
        pytest.param("label", "Right to education", [("10", ("Right to education",))], id="by a theme of the label"),
        pytest.param("theme", "Right to health", [("13", ("Right to health",))], id="by the theme itself"),
        pytest.param("label", "Environment", [], id="none"),
    ],
)
def test_what_treaty_bodies_told_on_an_issue(snapshot: Snapshot, field, label, found) -> None:
    held = state_issue(snapshot, "XAA", field, (label,))
    assert [(each.record.place.paragraph, each.themes) for each in held.observations] == found
    assert [document.symbol for document in held.observing] == ["CAT/C/XAA/CO/900"]


def test_a_theme_is_an_issue_too(snapshot: Snapshot) -> None:
    held = state_issue(snapshot, "XAA", "theme", ("Right to education",))
    assert [[record.text for record in review.recommendations] for review in held.reviews] == [[], [BOOKS], [BOOKS]]


def test_nothing_is_indexed_on_a_state(snapshot: Snapshot) -> None:
    held = state_issue(snapshot, "DEU", "label", ("Detention",))
    assert (held.reviews, held.total, held.observations, held.observing, held.elsewhere) == ((), 0, (), (), 4)


def test_any_two_reviews_can_be_compared(snapshot: Snapshot) -> None:
    summary = summarise_threads(snapshot, "XAA", (7, 34))
    assert (summary.before, summary.session) == (7, 34)
    assert [(row.record.text, [link.record.id for link in row.same]) for row in summary.rows] == [
        (PRISONS, ["XAA-7-100.1-1"]),
        (BOOKS, []),
        ("Keep the lakes clean", []),
    ]
    assert [record.text for record in summary.without] == [BOOKS, "Keep the lakes clean"]
    assert summarise_threads(snapshot, "XAA", (7, 21)) is None


def test_one_review_is_counted_by_itself(snapshot: Snapshot) -> None:
    counted = tally(snapshot.catalogue, "XAA", "under_review", 20)
    assert (counted.total, counted.states) == (2, 2)
    assert [(each.value, each.total) for each in counted.labels] == [("Detention", 1), ("Right to education", 1)]
    assert [(each.value, each.total) for each in counted.themes] == [("Right to education", 1)]
    assert tally(snapshot.catalogue, "XAA", "under_review", 21).total == 0


@pytest.mark.parametrize(
    ("symbol", "document"),
    [
        ("A/HRC/920/54", ("working group report", "2015-01-01")),
        ("CAT/C/XAA/CO/900", ("concluding observations", "2021-05-07")),
        ("A/HRC/WG.6/33/XBA/1", ("national report", "2019-08-20")),
        ("A/HRC/1/1", None),
    ],
)
def test_a_document_is_told_by_its_symbol(symbol: str, document: tuple[str, str] | None) -> None:
    found = state_index().document(symbol)
    assert (found and (found.kind, found.date)) == document
