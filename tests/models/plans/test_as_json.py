"""Plans as JSON: nothing is lost, and what is hostile is refused in a sentence."""

import json
from dataclasses import replace

import pytest

from models.errors import UnusablePlan
from models.plans.as_json import plan_as_json, plan_from_json
from models.plans.plan import ActionType, Evidence, Plan, PlanItem, Status

ITEM = PlanItem(
    id="AVA-3-101.4-1",
    kind="recommendation",
    state="AVA",
    citation="A/HRC/91/5, para. 101.4, p. 14 (2009)",
    quoted="Open all schools to girls who were married (Borduria)",
    position="supported",
    known=("A.HRC.WG.6.17.AVA.1-10",),
    expected_result="No girl is sent home.\nNo fee is asked.",
    action_types=(ActionType.LEGISLATIVE, ActionType.RESOURCES),
    actors="Ministry of Education",
    timetable="before 2027",
    partners="المدرسة للجميع",
    status=Status.SOME_STEPS,
    evidence=(Evidence("Nine schools were visited.", "March 2025", "Our report", "https://example.org/r", ""),),
    next_step="Write to the ministry",
    notes="",
)
PLAN = Plan(title="Girls’ schools", state="AVA", items=(ITEM,), index_date="2026-11-20")


def test_plan_comes_back_as_it_was() -> None:
    assert plan_from_json(plan_as_json(PLAN)) == PLAN


def test_texts_lose_what_acts_on_a_page_and_keep_their_lines() -> None:
    written = replace(PLAN, title=" Girls\x1b[2J\u202e ", items=(replace(ITEM, notes="one\r\ntwo\tthree\x00"),))
    plan = plan_from_json(plan_as_json(written))
    assert plan.title == "Girls[2J"
    assert plan.items[0].notes == "one\ntwo three"


def test_item_that_stands_twice_counts_once_where_it_stood_first() -> None:
    other = replace(ITEM, id="AVA-3-101.5-1")
    doubled = replace(PLAN, items=(ITEM, other, replace(ITEM, notes="later")))
    assert [(item.id, item.notes) for item in plan_from_json(plan_as_json(doubled)).items] == [
        ("AVA-3-101.4-1", ""),
        ("AVA-3-101.5-1", ""),
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "This plan is damaged"),
        ("[" * 100_000, "This plan is damaged"),
        ("[]", "no plan that this program can read"),
        ('{"version": 2, "title": "x"}', "no plan that this program can read"),
        ('{"version": 1, "title": 7}', "This plan is damaged"),
        ('{"version": 1, "title": "x", "items": [{"id": "a"}]}', "This plan is damaged"),
        ('{"version": 1, "title": "' + "x" * 5_001 + '"}', "shorten it to 5,000 characters; it has 5,001"),
        (" " * 10_000_001, "at most 10 MB"),
    ],
    ids=["empty", "nested", "list", "later version", "number as title", "half an item", "long title", "large"],
)
def test_what_is_no_plan_is_said_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(UnusablePlan, match=sentence):
        plan_from_json(text)


def test_plan_of_too_many_items_is_refused() -> None:
    many = replace(PLAN, items=tuple(replace(ITEM, id=f"AVA-3-{number}-1") for number in range(1_001)))
    with pytest.raises(UnusablePlan, match="at most 1,000 items; this one has 1,001"):
        plan_from_json(plan_as_json(many))
    as_many_as_may_be = replace(PLAN, items=many.items[:1_000])
    assert plan_from_json(plan_as_json(as_many_as_may_be)) == as_many_as_may_be


def test_item_with_too_much_evidence_is_refused() -> None:
    evidence = tuple(Evidence(f"Visit {number}") for number in range(201))
    with pytest.raises(UnusablePlan, match=r"AVA-3-101\.4-1 has more than 200 pieces"):
        plan_from_json(plan_as_json(replace(PLAN, items=(replace(ITEM, evidence=evidence),))))


def test_unknown_keys_are_dropped() -> None:
    given = json.loads(plan_as_json(PLAN)) | {"colour": "red"}
    assert plan_from_json(json.dumps(given)) == PLAN


def test_a_plan_of_an_earlier_edition_opens() -> None:
    """Without the columns that came later: indicators, milestones, means, columns of people's own."""
    old = {
        "version": 1,
        "title": "Old",
        "state": "AVA",
        "index_date": "2026-01-01",
        "items": [
            {
                "id": "AVA-3-1-1", "kind": "recommendation", "state": "AVA", "citation": "", "quoted": "Mend it",
                "position": "noted", "known": [], "suggested": ["actors"], "expected_result": "Mended",
                "action_types": ["political"], "actors": "le parlement ; les tribunaux", "timetable": "2030",
                "partners": "", "status": "not started", "evidence": [], "next_step": "", "notes": "",
            }
        ],
    }  # fmt: skip
    (item,) = plan_from_json(json.dumps(old)).items
    assert (item.expected_result, item.timetable) == ("Mended", "2030")
    assert item.actors == "", "which the program had filled in, and nobody taken over"
    assert (item.indicators, item.milestones, item.means, item.own_columns) == ("", "", "", ())


def test_columns_of_peoples_own_have_limits() -> None:
    many = tuple((f"Column {number}", "x") for number in range(21))
    plan = Plan(title="", items=(replace(ITEM_OF_OWN, own_columns=many),))
    with pytest.raises(UnusablePlan, match="at most 20 columns"):
        plan_from_json(plan_as_json(plan))
    kept = Plan(title="", items=(replace(ITEM_OF_OWN, own_columns=(("Who\x00", "Ada\x07"), ("Empty", ""))),))
    (item,) = plan_from_json(plan_as_json(kept)).items
    assert item.own_columns == (("Who", "Ada"),)


ITEM_OF_OWN = PlanItem(id="AVA-3-1-1", kind="recommendation", state="AVA", citation="", quoted="Mend it")
