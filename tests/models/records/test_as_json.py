"""Records as JSON: what stands in it under which name."""

from dataclasses import replace
from datetime import date

from models.records import records
from models.records.as_json import (
    ClassifiedCommitment,
    Recommendation,
    observation_as_json,
    record_as_json,
    told_as_json,
)
from models.records.enums import Position
from models.records.records import Label, ObservationKind, Origin, Place, Sponsor

REPORT = Place("A/HRC/950/3", "115.1", 12)
RECORD = records.Recommendation(
    "XAB",
    20,
    REPORT,
    "115.1.",
    1,
    "Ban it",
    "Ban it (Vellania);",
    composed=False,
    sponsors=(Sponsor("XBA", "Vellania"), Sponsor("XCA", "Wenuku")),
    interim_position=Position.PENDING,
    position=Position.SUPPORTED,
    position_source=Place("UPR Info", None, None),
    labels=(Label("upr-info", "Detention", Origin.CLASSIFIER, 0.75),),
)
OBSERVATION = records.Observation(
    "XAB",
    "SR torture",
    Place("A/HRC/950/7/Add.1", "24", 5),
    "",
    ObservationKind.CONCERN,
    "Cells are dark.",
    date(2019, 5, 4),
)


def test_a_record_is_flat_and_says_who_codes_its_position():
    line = Recommendation.as_json(RECORD)
    assert list(line)[:5] == ["kind", "id", "symbol", "paragraph", "printed_number"]
    assert (line["symbol"], line["page"], line["cycle"]) == ("A/HRC/950/3", 12, 2)
    assert line["recommending_states"] == ["XBA", "XCA"]
    assert line["position_source"] == {"symbol": "UPR Info", "paragraph": None, "page": None}
    assert (line["position_coded_by"], line["position_confidence"]) == ("UPR Info", "medium")
    unanswered = Recommendation.as_json(replace(RECORD, position_source=None))
    assert (unanswered["position_coded_by"], unanswered["position_confidence"]) == (None, None)


def test_classes_and_wordings_stand_behind_the_record():
    line = record_as_json(RECORD)
    assert list(line)[-3:] == ["labels", "action_category", "wordings"]
    assert line["labels"] == [{"scheme": "upr-info", "label": "Detention", "origin": "classifier", "confidence": 0.75}]


def test_a_commitment_has_the_day_on_which_it_was_made():
    pledge = records.Commitment("XAB", 20, Place("A/HRC/950/3", "90", 9), 2, "We will.", made_on=date(2014, 11, 4))
    line = ClassifiedCommitment.as_json(pledge)
    assert (line["kind"], line["order"], line["made_on"]) == ("commitment", 2, "2014-11-04")


def test_what_a_special_procedure_tells_begins_with_who_speaks():
    line = told_as_json(OBSERVATION)
    assert list(line.items())[:3] == [
        ("mechanism", "special procedure"),
        ("report", "country visit"),
        ("kind", "observation"),
    ]
    assert (line["heading"], line["observation_kind"], line["date"]) == (None, "concern", "2019-05-04")
    assert observation_as_json(OBSERVATION) == {
        name: value for name, value in line.items() if name not in ("mechanism", "report")
    }
