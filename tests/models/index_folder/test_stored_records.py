"""Records as the catalogue keeps them: whatever a record says comes back."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from models.index_folder.stored_records import Record, record_as_text, record_from_text
from models.records.documents import Draft
from models.records.enums import Position, Qualified
from models.records.records import (
    Commitment,
    Conflict,
    Observation,
    ObservationKind,
    Place,
    Recommendation,
    Sponsor,
)
from models.records.reported import Contributor, ReportedParagraph, Stated, StatedReference

REPORT, ADDENDUM = Place("A/HRC/920/54", "100.1", 13), Place("A/HRC/920/54/Add.1", None, None)
FULL = [
    Recommendation(
        state_under_review="SVN",
        session=20,
        place=REPORT,
        printed_number="100.1.",
        clause=2,
        text="Open schools",
        quoted="Open schools “all year” (Côte d’Ivoire, France);",
        composed=True,
        sponsors=(Sponsor("CIV", "Côte d’Ivoire"), Sponsor("FRA", "France")),
        interim_position=Position.PENDING,
        position=Position.NOTED,
        position_source=ADDENDUM,
        comment="Schools are open.",
        comment_source=ADDENDUM,
        list_comment="These are in force.",
        list_comment_source=Place("A/HRC/920/54/Add.1", "4", 2),
        conflicts=(
            Conflict(REPORT, Position.PENDING, "will be examined"),
            Conflict(ADDENDUM, Position.SUPPORTED, "accepts", "scan.pdf", "un.pdf"),
        ),
        position_words="takes note",
        qualified=Qualified.PART,
        answered_on=date(2015, 3, 12),
    ),
    Commitment("SVN", 20, REPORT, 3, "Mend bridges", qualified=Qualified.CONDITION, made_on=date(2014, 11, 4)),
    Observation("SVN", "CRC", REPORT, "Education", ObservationKind.BOTH, "Open schools", date(2020, 1, 2)),
    Observation(None, "CRC", ADDENDUM, "", ObservationKind.GENERAL_COMMENT, "Open schools"),
    ReportedParagraph(
        REPORT,
        "Schools were opened.",
        ("Children", "Education"),
        (StatedReference(Stated.HEADING, "Recs. 1–3", ("100.1", "2"), (("3", "1"),), "A/HRC/920/54", True, "B", True),),
        (Contributor("JS3", "Joint submission 3"),),
    ),
]


@pytest.mark.parametrize("record", FULL, ids=lambda record: type(record).__name__)
def test_what_a_record_says_comes_back(record: Record) -> None:
    elsewhere = {"text": record.text, "language": "en"}
    assert record_from_text(type(record), record_as_text(record), **elsewhere) == record


def test_the_records_above_say_something_in_every_field_that_is_kept() -> None:
    elsewhere = {"language", "labels", "action", "wordings", "discrepancies"}
    for record in (FULL[0], FULL[1], FULL[2], FULL[4]):
        usual = {field.name for field in fields(record) if getattr(record, field.name) == field.default}
        assert usual <= elsewhere


def test_texts_labels_and_drafts_are_kept_elsewhere() -> None:
    record: Any = FULL[0]
    in_draft = replace(record, place=replace(REPORT, draft=Draft(date(2014, 11, 7))))
    assert record_as_text(in_draft) == record_as_text(record)
    assert '"text"' not in record_as_text(record)
