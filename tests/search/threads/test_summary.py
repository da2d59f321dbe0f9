"""How a State's last review follows up the review before: each recommendation counts once."""

import pytest

from models.records.enums import ThreadType
from search import SearchIndex, open_index
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
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return open_index(build(tmp_path_factory.mktemp("summary") / "index", REQUESTS))


def test_each_recommendation_of_the_last_review_counts_once(index):
    summary = index.thread_summary("XAA")
    assert (summary.session, summary.before, summary.total) == (34, 20, 2)
    texts = {kind: [record.text for record in records] for kind, records in summary.by_type.items() if records}
    assert texts == {
        ThreadType.SAME: ["Let judges visit prisons in the north"],
        ThreadType.NONE: ["Plant oaks along the roads"],  # asked in the first review, not in the one before
    }


@pytest.mark.parametrize("state", ["XAB", "XBA", "QQQ"], ids=["one review", "no review", "no State"])
def test_nothing_to_compare(index, state):
    assert index.thread_summary(state) is None


def test_more_than_a_page_has_time_for_is_not_compared(index, monkeypatch):
    monkeypatch.setattr("search.threads.summary.MOST_COMPARED", 4)
    assert index.thread_summary("XAA") is not None
    monkeypatch.setattr("search.threads.summary.MOST_COMPARED", 3)
    assert index.thread_summary("XAA") is None
