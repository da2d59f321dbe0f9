"""Stated totals against what was joined."""

from dataclasses import replace

import pytest

from indexer.merge.totals import unmet_totals
from models.records.enums import Position
from models.records.records import Place, Recommendation, StatedTotal
from tests.invented_records import recommendation

SUPPORTED, NOTED, PENDING = Position.SUPPORTED, Position.NOTED, Position.PENDING
ADDENDUM = Place("A/HRC/900/1/Add.1", "2", 2)


def record(
    paragraph: str, clause: int, interim: Position, final: Position, answered_in: Place | None = None
) -> Recommendation:
    made = recommendation(f"Ask {paragraph} {clause}", paragraph, clause, position=interim)
    return replace(made, position=final, position_source=answered_in or made.position_source)


# Three paragraphs supported (one of them in the report), one noted; the last holds two requests that were answered
# apart.
RECORDS = [
    record("100.1", 1, SUPPORTED, SUPPORTED),
    record("101.1", 1, PENDING, SUPPORTED, ADDENDUM),
    record("101.2", 1, PENDING, SUPPORTED, ADDENDUM),
    record("101.3", 1, PENDING, SUPPORTED, ADDENDUM),
    record("101.3", 2, PENDING, NOTED, ADDENDUM),
]


@pytest.mark.parametrize(
    ("count", "position"),
    [
        pytest.param(3, SUPPORTED, id="paragraphs of the whole review"),
        pytest.param(4, SUPPORTED, id="asks of the whole review"),
        pytest.param(2, SUPPORTED, id="paragraphs that the addendum itself supports"),
        pytest.param(1, SUPPORTED, id="those that the report had supported"),
        pytest.param(1, NOTED, id="noted"),
        pytest.param(4, None, id="all paragraphs"),
        pytest.param(5, None, id="all asks"),
        pytest.param(3, None, id="paragraphs left open by the report"),
    ],
)
def test_a_total_may_count_in_several_ways(count: int, position: Position | None) -> None:
    assert list(unmet_totals([StatedTotal(ADDENDUM, "A/HRC/900/1", count, position, "")], RECORDS)) == []


@pytest.mark.parametrize(
    ("count", "position", "said"),
    [
        (7, SUPPORTED, "counts 7 recommendations as supported; 3 were read"),
        (2, NOTED, "counts 2 recommendations as noted; 1 were read"),
        (215, None, "counts 215 recommendations in all; 4 were read"),
    ],
)
def test_a_total_that_nothing_meets_is_said_once(count: int, position: Position | None, said: str) -> None:
    total = StatedTotal(ADDENDUM, "A/HRC/900/1", count, position, "")
    (sentence,) = unmet_totals([total, total], RECORDS)
    assert sentence.startswith("A/HRC/900/1/Add.1, paragraph 2 ")
    assert said in sentence
