"""Facets count the filtered result, all of it."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.records.records import Place
from search import SearchIndex, open_index
from search.datamodel.answer import Answer
from search.datamodel.question import Filters, KeywordQuestion
from tests.search.invented_index import Request, build, records_of

SINGLE_VALUED = ("under_review", "group", "cycle", "session", "position", "kind", "language")
SOME_FILTERS = st.builds(
    Filters,
    under_review=st.lists(st.sampled_from(["XAA", "XAB", "XBA"]), max_size=2, unique=True).map(tuple),
    recommending=st.lists(st.sampled_from(["XAA", "FRA", "SVN"]), max_size=2, unique=True).map(tuple),
    cycle=st.lists(st.sampled_from([1, 2, 3]), max_size=2, unique=True).map(tuple),
    position=st.lists(st.sampled_from(["supported", "noted", "pending"]), max_size=2, unique=True).map(tuple),
)


def counts(answer: Answer) -> dict[str, dict[str, int]]:
    return {facet.field: {value.value: value.count for value in facet.values} for facet in answer.facets}


@pytest.mark.parametrize("query", ["NOT airtight", "marriage", "nowhere"])
def test_counts_of_a_single_valued_facet_add_up_to_the_total(index: SearchIndex, query: str) -> None:
    answer = index.find(KeywordQuestion(query))
    for field in SINGLE_VALUED:
        assert sum(counts(answer)[field].values()) == answer.total


@given(SOME_FILTERS)
@settings(max_examples=20)
def test_a_count_is_what_choosing_that_value_alone_would_find(index: SearchIndex, filters: Filters) -> None:
    answer = index.find(KeywordQuestion("NOT airtight", filters=filters))
    for field, values in counts(answer).items():
        for value, count in values.items():
            typed = int(value) if field in ("cycle", "session", "action_category") else value
            chosen = index.find(KeywordQuestion("NOT airtight", filters=replace(filters, **{field: (typed,)})))
            assert chosen.total == count


def test_values_that_do_not_occur_are_left_out_and_the_most_frequent_come_first(index: SearchIndex) -> None:
    (position,) = (facet for facet in index.find(KeywordQuestion("NOT airtight")).facets if facet.field == "position")
    found = [value.count for value in position.values]
    assert found == sorted(found, reverse=True)
    assert min(found) > 0


def test_values_of_one_count_are_in_the_order_of_their_labels(tmp_path: Path) -> None:
    # CHE comes before CUB, and is asked first; Cuba comes before Switzerland.
    asked = [Request("Count birds", state) for state in ("CHE", "CUB", "XAA", "XAA")]
    index = open_index(build(tmp_path / "index", asked))
    (states,) = (facet for facet in index.find(KeywordQuestion("count")).facets if facet.field == "under_review")
    assert [(value.label, value.count) for value in states.values] == [("Vellania", 2), ("Cuba", 1), ("Switzerland", 1)]


def test_labels_are_as_pages_show_them(index: SearchIndex) -> None:
    labels = {
        facet.field: {value.label for value in facet.values}
        for facet in index.find(KeywordQuestion("NOT airtight")).facets
    }
    assert labels["under_review"] == {"Vellania", "Brenmark", "Upper Tamurin"}
    assert labels["cycle"] == {"Cycle 1", "Cycle 2", "Cycle 3"}
    assert labels["group"] == {"Amber Coast Group", "High Plateau Group"}


def test_several_recommending_states_are_each_counted_once(index: SearchIndex) -> None:
    answer = index.find(KeywordQuestion("raise lowest marriage"))
    assert answer.total == 1
    assert counts(answer)["recommending"] == {"XAB": 1, "FRA": 1}


def test_a_position_says_how_many_of_it_are_codings(tmp_path: Path) -> None:
    given, coded, other = records_of([Request("Count birds"), Request("Count boats"), Request("Plant oaks")])
    records = [given, *(replace(record, position_source=Place("UPR Info", None, None)) for record in (coded, other))]
    answer = open_index(build(tmp_path, records)).find(KeywordQuestion("count"))
    facets = {facet.field: facet.values for facet in answer.facets}
    (supported,) = facets["position"]
    assert (supported.count, supported.coded) == (2, {"UPR Info": 1})
    assert {value.label: value.coded for value in facets["cycle"]} == {"Cycle 2": {}}
