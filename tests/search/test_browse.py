"""Entries by filters alone."""

import pytest

from models.records.enums import Position
from search import Filters, Listing, SearchIndex, open_index
from search.datamodel.answer import Answer
from tests.search.invented_index import Request, build

REQUESTS = [
    Request("Dig wells", position=Position.NOTED),
    Request("Teach music"),
    Request("Plant oaks", session=34),
    Request("Mend bridges", state="XAB", by=("XBA",)),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return open_index(build(tmp_path_factory.mktemp("browse") / "index", REQUESTS))


def texts(answer: Answer) -> list[str]:
    return [hit.record.text for hit in answer.hits]


def test_states_come_by_name_the_latest_review_first_in_the_order_of_paragraphs(index: SearchIndex) -> None:
    answer = index.browse(Listing(sort="paragraph"))
    assert texts(answer) == ["Mend bridges", "Plant oaks", "Dig wells", "Teach music"]
    assert (answer.total, answer.lines, answer.own_state, answer.notes) == (4, 4, None, ())


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(under_review=("XAA",), cycle=(2,)), ["Dig wells", "Teach music"]),
        (Filters(recommending=("XBA",)), ["Mend bridges"]),
        (Filters(position=("noted",), session=(34,)), []),
    ],
)
def test_filters_add_up(index: SearchIndex, filters: Filters, found: list[str]) -> None:
    assert texts(index.browse(Listing(filters=filters, sort="paragraph"))) == found


def test_nothing_is_nearer_or_surer_than_another(index: SearchIndex) -> None:
    answer = index.browse(Listing(sort="paragraph"))
    assert {hit.relevance for hit in answer.hits} == {0.0}
    assert not any(hit.by_meaning or hit.highlights for hit in answer.hits)
    assert answer.strengths == {}


def test_a_page_and_a_sort_can_be_chosen(index: SearchIndex) -> None:
    assert texts(index.browse(Listing(limit=1, offset=1, sort="paragraph"))) == ["Plant oaks"]
    assert texts(index.browse(Listing(sort="position")))[-1] == "Dig wells"


def test_facets_count_what_is_listed(index: SearchIndex) -> None:
    answer = index.browse(Listing(filters=Filters(under_review=("XAA",))))
    position = next(facet for facet in answer.facets if facet.field == "position")
    assert {value.value: value.count for value in position.values} == {"supported": 2, "noted": 1}
