"""The follow-up matrix: every item of a plan with all that people planned on it, in the columns of the fact sheet."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from models.errors import PaperNotMade
from models.messages import Message
from models.plans.plan import PLAN_COLUMNS, PlanItem
from web.papers.item_words import evidence_cell, position_cell, printed_cell
from web.papers.paper import Cell, Column, Paper, RowGroup, Suggested, Table, Words, blank
from web.papers.paper_of_plan import paper_of
from web.papers.plan_in_index import Item, PlanInIndex
from web.site.language import gettext, listed, translated
from web.words.suggested_words import shown_suggestion

FOR_OURSELVES = ("partners", "next_step", "notes")
"""Columns that tell of people and intentions: others do not get them."""
AIMS = ("expected_result", "indicators", "action_types", "actors", "timetable")
"""Columns beside what was said; those on what is done and seen stand in a second table, under the same numbers."""
ROOMY = {
    "expected_result": 1.8,
    "actors": 1.9,
    "action_types": 1.5,
    "indicators": 1.3,
    "timetable": 1.4,
    "evidence": 2.0,
    "notes": 2.0,
    "milestones": 2.0,
}
"""How much more room columns have than others."""
_NUMBER, _PRINTED, _POSITION = 1.2, 5.2, 2.3
_SHEET = 25.7
"""Width of A4 on its side between its margins, in cm."""


def follow_up_matrix(facts: PlanInIndex, options: Mapping[str, str]) -> Paper:
    """All items in the order of the plan; for others, without what is for the organisation alone.

    Raises:
        PaperNotMade: the plan has no items.
    """
    if not facts.items:
        raise PaperNotMade(Message("The plan is empty: add what you follow up on."))
    names = [name for name in PLAN_COLUMNS if options["readers"] == "ours" or name not in FOR_OURSELVES]
    aims, steps = ([name for name in names if (name in AIMS) == are_aims] for are_aims in (True, False))
    columns = (
        Column("number", gettext("No."), _NUMBER),
        Column("record", gettext("Record")),
        Column("state", gettext("State")),
        Column("as_printed", gettext("As printed"), _PRINTED, 0),
        Column("position", gettext("Position"), _POSITION, 0),
        *_side_by_side(aims, _SHEET - _NUMBER - _PRINTED - _POSITION, 0),
        *_side_by_side(steps, _SHEET - _NUMBER, 1),
    )
    numbered = enumerate(facts.items, 1)
    groups = tuple(
        RowGroup(facts.state_name(state), tuple(_row(item, facts, number, [*aims, *steps]) for number, item in items))
        for state, items in groupby(numbered, key=lambda pair: pair[1].state)
    )
    title = gettext("Follow-up matrix: %(state)s", state=facts.state_name(facts.state))
    notes = [_note(options["readers"])]
    purpose = gettext("who does what by when, and what is seen of it")
    return paper_of(facts, title, [Table(columns, groups)], notes, purpose=purpose, landscape=True)


def _side_by_side(names: Sequence[str], room: float, part: int) -> Iterator[Column]:
    """Columns of the plan that share the room of a sheet, the roomy ones wider than others."""
    weights = {name: ROOMY.get(name, 1.0) for name in names}
    for name, weight in weights.items():
        width = round(room * weight / sum(weights.values()), 2)
        yield Column(name, translated(PLAN_COLUMNS[name].heading), width, part)


def _note(readers: str) -> Words:
    if readers == "ours":
        return (
            gettext(
                "This matrix is for yourselves: it names partners, next steps and notes. To hand it on, make the one "
                "for others, which leaves them out."
            ),
        )
    return (gettext("Partners, next steps and notes are left out. Look through the evidence before you hand it on."),)


def _row(item: Item, facts: PlanInIndex, number: int, names: Sequence[str]) -> tuple[Cell, ...]:
    about = (
        ((str(number),),),
        ((item.id,),),
        ((facts.state_name(item.state),),),
        printed_cell(item, facts),
        (position_cell(item),),
    )
    return (*about, *(_planned_cell(item.planned, name, facts) for name in names))


def _planned_cell(planned: PlanItem, name: str, facts: PlanInIndex) -> Cell:
    if name == "evidence":
        return evidence_cell(planned.evidence, facts)
    text = shown_suggestion(planned, name) or _in_words(getattr(planned, name))
    if not text:
        return ((blank(),),)
    return ((Suggested(text) if name in planned.suggested else text,),)


def _in_words(value: Any) -> str:
    """A value of the plan: a text, one word of a list, or several."""
    if isinstance(value, tuple):
        return listed([translated(word.value) for word in value]) if value else ""
    return translated(value.value) if hasattr(value, "value") else value or ""
