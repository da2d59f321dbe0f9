"""A State's last review beside the review before: each recommendation counts once."""

import pytest

from search import open_index
from search.snapshot.snapshot import Snapshot
from search.threads.summary import summarise_threads
from tests.search.invented_index import Request, build

REQUESTS = [
    Request("Let judges visit prisons in the north", session=7),
    Request("Plant oaks along the roads", session=7),
    Request("Let judges visit prisons in the north", session=20),
    Request("Open a museum of clocks", session=20),
    Request("Let judges visit prisons in the north", session=34),
    Request("Plant oaks along the roads", session=34),
    Request("Keep the lakes clean", "XAB", 21),
]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return open_index(build(tmp_path_factory.mktemp("summary") / "index", REQUESTS)).snapshot


def test_each_recommendation_of_the_last_review_counts_once(snapshot):
    summary = summarise_threads(snapshot, "XAA")
    assert (summary.session, summary.before, len(summary.rows)) == (34, 20, 2)
    (found,) = summary.similar
    assert summary.same == (found,)
    assert [link.record.id for link in found.links] == ["XAA-20-100.1-1"]
    # Asked in the first review, not in the one before.
    assert [record.text for record in summary.without] == ["Plant oaks along the roads"]


def test_what_is_similar_is_counted_with_what_asks_the_same(tmp_path):
    requests = [
        Request("Adopt a law against fishing with dynamite", session=7),
        Request("Fight fishing with dynamite", session=7),
        Request("Adopt a law against fishing with dynamite", session=20),
        Request("Enforce the law against fishing with dynamite", session=20),
    ]
    summary = summarise_threads(open_index(build(tmp_path / "index", requests)).snapshot, "XAA")
    assert [(len(row.links), len(row.same)) for row in summary.rows] == [(2, 1), (2, 0)]
    assert (len(summary.similar), len(summary.same)) == (2, 1)


@pytest.mark.parametrize("state", ["XAB", "XBA", "QQQ"], ids=["one review", "no review", "no State"])
def test_nothing_to_compare(snapshot, state):
    assert summarise_threads(snapshot, state) is None


def test_more_than_a_page_has_time_for_is_not_compared(snapshot, monkeypatch):
    monkeypatch.setattr("search.threads.summary.MOST_COMPARED", 4)
    assert summarise_threads(snapshot, "XAA") is not None
    monkeypatch.setattr("search.threads.summary.MOST_COMPARED", 3)
    assert summarise_threads(snapshot, "XAA") is None
