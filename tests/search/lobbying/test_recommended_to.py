"""What stands behind the words of a recommendation: to whom, when, and the answer with what it rests on."""

from dataclasses import replace

import pytest

from models.messages.message import StateName
from models.records.enums import Position, Qualified
from models.records.records import Place, Recommendation
from search.claims.approach import recommended_to
from tests.invented_records import recommendation

SLOVENIA = StateName("SVN", "Slovenia")


def answered(position: Position, **more: object) -> Recommendation:
    return replace(recommendation("Mend the ferries", "88.1", session=20, position=position), **more)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (answered(Position.NOTED), "recommended to Slovenia in 2014 (noted)"),
        (
            answered(Position.NOTED, position_source=Place("UPR Info", None, None)),
            "recommended to Slovenia in 2014 (noted, coded by UPR Info)",
        ),
        (
            answered(Position.NOTED, qualified=Qualified.PART),
            "recommended to Slovenia in 2014 (noted, supports in part)",
        ),
        (
            answered(Position.UNKNOWN, position_source=None),
            "recommended to Slovenia in 2014 (no answer in the documents indexed)",
        ),
    ],
    ids=["a document", "a table", "in part", "none"],
)
def test_the_answer_is_said_with_what_it_rests_on(record: Recommendation, words: str) -> None:
    assert recommended_to(record, SLOVENIA) == words
