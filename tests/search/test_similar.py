"""Records near to a record."""

from pathlib import Path

import pytest

from models.errors import UnknownRecord
from search import SearchIndex, open_index
from search.datamodel.question import Filters, Listing
from tests.search.invented_index import Request, build


def test_the_same_ask_to_another_state_comes_first_and_the_record_itself_never(index: SearchIndex) -> None:
    answer = index.similar("XAB-7-100.1-1")
    assert answer.hits[0].record.id == "XBA-33-100.2-1"
    assert answer.hits[0].relevance == pytest.approx(1, abs=1e-3)
    assert "XAB-7-100.1-1" not in {hit.record.id for hit in (*answer.hits, *answer.related)}
    assert all(hit.relevance >= 0.6 for hit in answer.hits)


def test_a_record_with_none_similar_is_not_related_to_itself(tmp_path: Path) -> None:
    folder = build(tmp_path / "index", [Request("Quench quartz"), Request("Plant oaks by the bay", state="XAB")])
    answer = open_index(folder).similar("XAA-20-100.1-1")
    assert answer.total == 0
    assert "XAA-20-100.1-1" not in {hit.record.id for hit in answer.related}


def test_filters_and_limits_hold(index: SearchIndex) -> None:
    assert index.similar("XAB-7-100.1-1", Listing(filters=Filters(cycle=(1, 2)))).total == 0
    assert index.similar("XAB-7-100.1-1", Listing(limit=0)).hits == ()


def test_words_in_common_are_those_of_the_two_records(index: SearchIndex) -> None:
    hit = index.similar("XAB-7-100.1-1").hits[0]
    assert hit.words_in_common == ("End", "child", "marriage", "rural", "areas")


def test_an_unknown_record_has_none_similar(index: SearchIndex) -> None:
    with pytest.raises(UnknownRecord):
        index.similar("XAA-20-1.1-1")
