"""Quotations in papers: single marks within, no marks of a list at the end, near-identical requests once."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from models.plans.plan import Plan
from models.records.enums import Position
from models.records.records import Place
from search import SearchIndex
from search.datamodel.quotation import BY_THE_INDEX, Quotation
from tests.web.papers.conftest import DAY, text_of
from tests.web.papers.paper_index import PLAN
from web.papers.facts import PlanFacts
from web.papers.paper import Paper
from web.words.quotations import in_marks_of_a_paper


@pytest.mark.parametrize(
    ("printed", "quoted"),
    [
        ("Print school books;", "“Print school books”"),
        ("Help the “erased” persons,", "“Help the ‘erased’ persons”"),
        ('Help the "erased" persons', "“Help the ‘erased’ persons”"),
        ("“Help them all”", "“Help them all”"),
        ("“Erased” and “hidden”", "“‘Erased’ and ‘hidden’”"),
        ("«Aider»", "“Aider”"),
        ("They did not stop.", "“They did not stop.”"),
    ],
)
def test_marks_within_and_at_the_end(printed: str, quoted: str) -> None:
    assert in_marks_of_a_paper(Quotation(printed, Place("A/HRC/1/1", "1", 2), BY_THE_INDEX)) == quoted


def test_near_identical_requests_are_said_once_with_all_who_made_them(index: SearchIndex) -> None:
    """In the invented index no two of one review are alike: so the record of one stands for another here."""
    facts = PlanFacts(PLAN, index, DAY)
    first = facts.own[0]
    assert first.record
    other = replace(first, planned=replace(first.planned, id="again"))
    noted = replace(
        other,
        planned=replace(first.planned, id="noted"),
        record=replace(first.record, position=Position.NOTED),
    )
    facts.__dict__["own"] = (first, other, noted)
    assert [[one.planned.id for one in (item, *item.alike)] for item in facts.requests] == [
        [first.planned.id, "again"],
        ["noted"],
    ]


def test_no_words_are_quoted_twice_in_one_argument(compose: Callable[..., Paper]) -> None:
    plan = Plan(title="", state="XAA", items=(PLAN.items[0], replace(PLAN.items[0], id="XAA-7-100.1-1")))
    assert text_of(compose("written-statement", plan)).count("“Judges visited three prisons") == 1
