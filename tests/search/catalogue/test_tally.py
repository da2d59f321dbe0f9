"""A State's recommendations in numbers: the same as a search would count."""

import pytest

from models.records.enums import Position
from search import KeywordQuestion, SearchIndex
from search.catalogue.tally import tally
from search.datamodel.tally import Role, Tally
from tests.lobbying_index import LABEL, lobbying_index


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    return lobbying_index()


def totals(counted: tuple) -> dict[str, int]:
    return {each.value: each.total for each in counted}


def test_what_a_state_was_asked(index: SearchIndex) -> None:
    counted = tally(index.snapshot.catalogue, "XAA", "under_review")
    assert (counted.total, counted.states) == (3, 4)
    assert totals(counted.cycles) == {"1": 1, "2": 2}
    assert totals(counted.counterparts) == {"XAB": 2, "FRA": 1, "SVN": 1, "XBA": 1}
    assert totals(counted.labels) == {LABEL: 2}
    assert counted.cycles[1].positions == {
        Position.SUPPORTED: 1,
        Position.NOTED: 1,
        Position.PENDING: 0,
        Position.UNKNOWN: 0,
    }


def test_what_a_state_asks(index: SearchIndex) -> None:
    counted = tally(index.snapshot.catalogue, "FRA", "recommending")
    assert (counted.total, counted.states) == (3, 3)
    assert totals(counted.counterparts) == {"XAA": 1, "XAB": 1, "XBA": 1}
    (label,) = counted.labels
    assert (label.total, label.specific, label.last_session) == (2, 2, 33)


def test_regional_groups_of_who_asked_and_of_whom(index: SearchIndex) -> None:
    asked = tally(index.snapshot.catalogue, "XAA", "under_review")
    requests = tally(index.snapshot.catalogue, "FRA", "recommending")
    assert totals(asked.regional_groups) == {
        "Amber Coast Group": 2,
        "Eastern European Group": 1,
        "High Plateau Group": 1,
        "Western European and Others Group": 1,
    }
    assert totals(requests.regional_groups) == {"Amber Coast Group": 2, "High Plateau Group": 1}
    assert asked.regional_groups[0].positions[Position.NOTED] == 1


def test_holy_see_and_european_union_are_in_no_regional_group(index: SearchIndex) -> None:
    assert totals(tally(index.snapshot.catalogue, "XBA", "under_review").regional_groups)[""] == 2


def test_state_without_any(index: SearchIndex) -> None:
    assert tally(index.snapshot.catalogue, "DEU", "recommending") == Tally(0, 0, (), (), (), ())


@pytest.mark.parametrize(("role", "field"), [("under_review", "state"), ("recommending", "by")])
@pytest.mark.parametrize("code", ["XAA", "XAB", "XBA", "FRA", "SVN", "VAT"])
def test_counts_are_those_of_a_search(index: SearchIndex, role: Role, field: str, code: str) -> None:
    counted = tally(index.snapshot.catalogue, code, role)
    assert index.find(KeywordQuestion(f"{field}:{code}")).total == counted.total
    other = "by" if field == "state" else "state"
    for each in counted.counterparts:
        query = f"{field}:{code} {other}:{each.value}"
        assert index.find(KeywordQuestion(query)).total == each.total
        assert index.find(KeywordQuestion(f"{query} position:noted")).total == each.positions[Position.NOTED]
