"""Papers say of no State that it noted what UPR Info's table counts as noted: it may never have answered."""

from dataclasses import replace
from pathlib import Path

import pytest

from indexer.runs.build_index import index_extracts
from models.encoders.text_encoder import TEST_ENCODER
from models.plans.plan import Plan
from models.records.enums import Position
from models.records.records import Place
from search import open_index
from tests.invented_records import TODAY, documents_of
from tests.search.invented_index import STATES, Request, records_of
from tests.web.papers.conftest import DAY
from tests.web.papers.paper_index import item
from tests.web.papers.test_papers import text_of
from web.papers.papers import PAPERS
from web.papers.plan_in_index import PlanInIndex

REQUEST = "Let judges visit prisons in the north without notice"
STATEMENTS = ("press-release", "oral-statement", "written-statement")
PLAN = Plan(title="Rowers", state="XAA", items=(item("XAA-20-100.1-1", REQUEST),))


def made(folder: Path, name: str, position: Position, words: str) -> str:
    (record,) = records_of([Request(REQUEST, position=position)])
    coded = replace(record, position_source=Place("UPR Info", None, None), position_words=words)
    index_extracts(documents_of([coded]), folder / "index", TEST_ENCODER, STATES, TODAY)
    kind, index = PAPERS[name], open_index(folder / "index")
    return text_of(
        kind.compose(PlanInIndex(PLAN, index, DAY), {key: option.default for key, option in kind.options.items()})
    )


@pytest.mark.parametrize(
    "name", ["press-release", "oral-statement", "written-statement", "side-event", "embassy-brief"]
)
def test_what_a_table_counts_as_noted_is_not_said_to_be_an_answer(tmp_path: Path, name: str) -> None:
    text = made(tmp_path, name, Position.NOTED, "Noted")
    assert "UPR Info codes this recommendation as noted. The answer of Vellania itself is not in the documents" in text
    assert "Vellania noted" not in text


@pytest.mark.parametrize("name", STATEMENTS)
def test_support_that_a_table_codes_is_said_to_be_its_coding(tmp_path: Path, name: str) -> None:
    text = made(tmp_path, name, Position.SUPPORTED, "Accepted")
    assert text.count("UPR Info codes this recommendation as supported.") == 1
    assert "Vellania supported" not in text
