"""Records near to a record."""

from dataclasses import replace
from pathlib import Path

import pytest

from indexer.build_index import index_parts
from models.errors import UnknownRecord
from models.records import Label, Origin
from models.text_encoder import TEST_ENCODER
from search import SearchIndex, open_index
from search.request import Filters
from search.similar_strength import SIMILAR, strength_of_similar
from tests.invented_records import TODAY, documents_of
from tests.search.invented_index import STATES, Ask, records_of

SOURCE = Origin.SOURCE


def test_the_same_ask_to_another_state_comes_first_and_the_record_itself_never(index: SearchIndex) -> None:
    answer = index.similar("XAB-7-100.1-1")
    assert answer.hits[0].record.id == "XBA-33-100.2-1"
    assert answer.hits[0].relevance == pytest.approx(1, abs=1e-3)
    assert "XAB-7-100.1-1" not in {hit.record.id for hit in (*answer.hits, *answer.related)}
    assert all(hit.relevance >= SIMILAR for hit in answer.hits)


def test_filters_and_limits_hold(index: SearchIndex) -> None:
    assert index.similar("XAB-7-100.1-1", Filters(cycle=(1, 2))).total == 0
    assert index.similar("XAB-7-100.1-1", limit=0).hits == ()


def test_words_in_common_are_those_of_the_two_records(index: SearchIndex) -> None:
    hit = index.similar("XAB-7-100.1-1").hits[0]
    assert hit.words_in_common == ("End", "child", "marriage", "rural", "areas")


def test_issues_in_common_are_those_of_both_records(tmp_path: Path) -> None:
    torture, detention, goal = (
        Label("upr-info", "Torture", SOURCE),
        Label("uhri", "Detention", SOURCE),
        Label("uhri-sdg", "16", SOURCE),
    )
    first, second, third = records_of(
        [Ask("Let judges visit prisons"), Ask("Let judges visit the prisons"), Ask("Let a judge visit prisons")]
    )
    records = [
        replace(first, labels=(torture, detention, goal)),
        replace(second, labels=(torture, goal)),
        replace(third, labels=(Label("uhri", "Torture", SOURCE),)),
    ]
    index_parts(documents_of(records), tmp_path, TEST_ENCODER, STATES, TODAY)
    hits = open_index(tmp_path).similar(first.id).hits
    shared = {member.record.id: member.labels_in_common for hit in hits for member in (hit, *hit.others)}
    assert shared == {second.id: ("Torture",), third.id: ()}


def test_an_unknown_record_has_none_similar(index: SearchIndex) -> None:
    with pytest.raises(UnknownRecord):
        index.similar("XAA-20-1.1-1")


@pytest.mark.parametrize(
    ("cosine", "strength"), [(0.95, "strong"), (0.8, "strong"), (0.75, "likely"), (0.6, "possible")]
)
def test_strength_in_words(cosine: float, strength: str) -> None:
    assert strength_of_similar(cosine) == strength
