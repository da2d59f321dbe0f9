"""The position that counts where only Working Group reports are known."""

from datetime import date

import pytest

from indexer.join_records import join_records
from models.positions import Position
from tests.invented_records import documents_of, recommendation

# Session 20 ended on 7 November 2014.
DAYS_AFTER = {"in the session": date(2014, 11, 1), "before adoption": date(2015, 3, 1), "adopted": date(2016, 1, 1)}


@pytest.mark.parametrize(
    ("interim", "day", "final"),
    [
        ("supported", "in the session", "supported"),
        ("noted", "adopted", "noted"),
        ("pending", "in the session", "pending"),
        ("pending", "before adoption", "pending"),
        ("pending", "adopted", "unknown"),
        ("unknown", "adopted", "unknown"),
    ],
)
def test_position(interim: str, day: str, final: str) -> None:
    documents = documents_of([recommendation("Abolish the death penalty", position=Position(interim))])
    (record,) = join_records(documents, DAYS_AFTER[day])
    assert record.position == final


def test_a_final_position_is_read_where_the_recommendation_stands() -> None:
    noted, pending = join_records(
        documents_of(
            [
                recommendation("Abolish the death penalty", "100.1", position=Position.NOTED),
                recommendation("Open more schools", "100.2", position=Position.PENDING),
            ]
        ),
        DAYS_AFTER["adopted"],
    )
    assert noted.position_source == noted.place
    assert pending.position_source is None


def test_a_session_that_is_not_in_the_table_is_not_adopted() -> None:
    documents = documents_of([recommendation("Open more schools", session=54, position=Position.PENDING)])
    (record,) = join_records(documents, DAYS_AFTER["adopted"])
    assert record.position is Position.PENDING
