"""A recommendation followed through the reviews of its State, over an invented index."""

from pathlib import Path

import pytest

from models.records.enums import Position, ThreadType
from search import SearchIndex, open_index
from search.threads.summary import summarise_threads
from tests.search.invented_index import Request, build

FISHING = "Adopt a law against fishing with dynamite"
REQUESTS = [
    Request("Consider adopting a law against fishing with dynamite", session=7, position=Position.NOTED),
    Request("Plant trees along the roads of the capital", session=7),
    Request(FISHING, session=20),
    Request("Fight fishing with dynamite", session=20),
    Request("Enforce the law against fishing with dynamite", session=34),
    Request("Adopt, without delay, a law against fishing with dynamite", session=34),
    Request("Let judges visit crowded prisons", session=34),
    Request("Count the birds of the marshes", session=41),
    Request(FISHING, state="XAB", session=7),
    Request(FISHING, state="XAB", session=21),
    Request("Plant trees along the roads of the capital", state="XBA", session=20),
]
RECORD = "XAA-20-100.1-1"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return open_index(build(tmp_path_factory.mktemp("threads") / "index", REQUESTS))


def test_reviews_come_in_order_with_what_is_linked_in_each(index: SearchIndex) -> None:
    thread = index.thread(RECORD)
    assert [(review.session, review.cycle, review.compared, review.total) for review in thread.reviews] == [
        (7, 1, 2, 1),
        (34, 3, 3, 2),
        (41, 4, 1, 0),
    ]
    assert thread.total == 3
    assert thread.invented


def test_what_asks_the_same_comes_first_and_is_counted_among_the_similar(index: SearchIndex) -> None:
    reviews = index.thread(RECORD).reviews
    assert [(link.record.id, link.type) for review in reviews for link in review.links] == [
        ("XAA-7-100.1-1", ThreadType.SIMILAR),
        ("XAA-34-100.2-1", ThreadType.SAME),
        ("XAA-34-100.1-1", ThreadType.SIMILAR),
    ]
    assert [(review.total, review.same) for review in reviews] == [(1, 0), (2, 1), (0, 0)]


def test_all_are_counted_whatever_page_is_asked_for(index: SearchIndex) -> None:
    later = index.thread(RECORD, 0).reviews[1]
    assert (later.total, later.same, later.links) == (2, 1, ())


def test_a_pair_is_told_in_the_order_of_time_and_has_one_type_from_both_ends(index: SearchIndex) -> None:
    early, late = index.thread("XAA-7-100.1-1"), index.thread(RECORD)
    forth = next(link for review in early.reviews for link in review.links if link.record.id == RECORD)
    back = late.reviews[0].links[0]
    assert forth.type == back.type
    assert early.in_time(forth) == late.in_time(back) == (early.record, late.record)
    assert [each.position for each in late.in_time(back)] == [Position.NOTED, Position.SUPPORTED]


def test_neither_its_own_review_nor_other_states_are_compared(index: SearchIndex) -> None:
    linked = {link.record.id for review in index.thread(RECORD).reviews for link in review.links}
    assert all(each.startswith("XAA-") for each in linked)
    assert "XAA-20-100.2-1" not in linked


def test_a_later_page_goes_on_in_each_review(index: SearchIndex) -> None:
    later = index.thread(RECORD, 1, 1)
    assert [[link.record.id for link in review.links] for review in later.reviews] == [[], ["XAA-34-100.1-1"], []]
    assert later.total == 3


@pytest.mark.parametrize(("limit", "shown"), [(1, 1), (0, 0), (-3, 0)])
def test_a_limit_shows_fewer_and_still_counts_all(index: SearchIndex, limit: int, shown: int) -> None:
    later = index.thread(RECORD, limit).reviews[1]
    assert (len(later.links), later.total) == (shown, 2)


def test_asks_in_another_language_are_neither_linked_nor_counted_as_new(tmp_path: Path) -> None:
    french = [
        Request("Adopter une loi contre la pêche à la dynamite", session=34, language="fr"),
        Request("Adopter une loi contre la pêche à la dynamite", session=41, language="fr"),
    ]
    index = open_index(build(tmp_path / "index", [*REQUESTS[:3], *french]))
    thread = index.thread(RECORD)
    assert [(review.session, review.compared) for review in thread.reviews] == [(7, 2), (34, 0), (41, 0)]
    of_french = index.thread("XAA-34-100.1-1")
    assert [(review.session, review.compared, review.total) for review in of_french.reviews] == [
        (7, 0, 0),
        (20, 0, 0),
        (41, 1, 1),
    ]
    summary = summarise_threads(index.snapshot, "XAA")
    assert summary is not None
    assert (summary.session, summary.before, len(summary.rows)) == (20, 7, 1)
