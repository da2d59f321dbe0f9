"""Papers say of no State that it noted what UPR Info's table counts as noted: it may never have answered."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from indexer.runs.build_index import index_extracts
from models.encoders.text_encoder import TEST_ENCODER
from models.plans.plan import Plan
from models.records.enums import Position
from models.records.records import Place
from search import SearchIndex, open_index
from tests.invented_records import TODAY, documents_of
from tests.search.invented_index import STATES, Request, records_of
from tests.web.papers.conftest import DAY, text_of
from tests.web.papers.paper_index import item
from web.papers.papers import make_paper

REQUEST = "Let judges visit prisons in the north without notice"
PLAN = Plan(title="Rowers", state="XAA", items=(item("XAA-20-100.1-1", REQUEST),))
Made = Callable[..., str]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A paper over an index with one recommendation that the table codes so, in these words."""

    @cache
    def index_with(position: Position, words: str) -> SearchIndex:
        folder = tmp_path_factory.mktemp("coded")
        (record,) = records_of([Request(REQUEST, position=position)])
        coded = replace(record, position_source=Place("UPR Info", None, None), position_words=words)
        index_extracts(documents_of([coded]), folder, TEST_ENCODER, STATES, TODAY)
        return open_index(folder)

    return lambda name, *coded: text_of(make_paper(name, PLAN, index_with(*coded), {}, DAY))


@pytest.mark.parametrize(
    "name", ["press-release", "oral-statement", "written-statement", "side-event", "embassy-brief", "public-summary"]
)
@pytest.mark.parametrize(("position", "words"), [(Position.NOTED, "Noted"), (Position.SUPPORTED, "Accepted")])
def test_what_a_table_codes_is_said_to_be_its_coding_and_no_answer(
    made: Made, name: str, position: Position, words: str
) -> None:
    text = made(name, position, words)
    assert text.count(f"Coded {position} by UPR Info.") == 1
    assert "Vellania noted" not in text
    assert "Vellania supported" not in text
    assert "1 supported." not in text
    assert "1 noted." not in text


@pytest.mark.parametrize("name", ["press-release", "public-summary", "side-event"])
def test_a_total_says_how_many_are_coded(made: Made, name: str) -> None:
    text = made(name, Position.NOTED, "Noted")
    assert "Position of Vellania: 1 noted, of them 1 coded by UPR Info." in text
    assert "another answer than clear support" not in text
