"""Which items of a plan a paper is on, in which order and under which headings, and why it leaves others out."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from models.errors import PaperNotMade
from models.messages import Message
from models.plans.plan import PLAN_COLUMNS
from models.records.enums import Position
from web.papers.facts import Item, PlanFacts, grouped
from web.site.language import gettext

FOR_OURSELVES = ("partners", "next_step", "notes")
"""Columns that tell of people and intentions: others do not get them."""
AIMS = ("expected_result", "request", "indicators", "action_types", "actors", "timetable")
"""Columns beside what was said; those on what is done and seen stand in a second table, under the same numbers."""
ROOMY = {
    "expected_result": 1.6,
    "request": 1.6,
    "actors": 1.7,
    "action_types": 1.6,
    "indicators": 1.3,
    "timetable": 1.3,
    "evidence": 2.0,
    "notes": 2.0,
    "milestones": 2.0,
}
"""How much more room columns have than others."""
_BESIDE_AIMS, _BESIDE_STEPS = 1.2 + 5.2 + 2.3, 1.2
_SHEET = 25.7
"""Width of A4 on its side between its margins, in cm."""

NOTHING: Mapping[str, Message] = {
    "all": Message("The plan is empty: add what you follow up on."),
    "own": Message("The plan has nothing on its State: add what you follow up on."),
    "grouped": Message("The plan has nothing on its State: add what you follow up on."),
    "recommendations": Message("The plan has no recommendation to its State: add those that you follow up on."),
    "pending": Message("No recommendation on the plan awaits an answer: this note is on such alone."),
    "sponsored": Message("No recommendation on the plan names the State that made it: add one that does."),
}
SELECTIONS: Mapping[str, Callable[[PlanFacts, str], Sequence[Item]]] = {
    "all": lambda facts, _: facts.items,
    "own": lambda facts, _: facts.own,
    "grouped": lambda facts, _: facts.requests,
    "recommendations": lambda facts, _: [item for item in facts.own if item.kind == "recommendation"],
    "pending": lambda facts, _: [item for item in facts.requests if item.position is Position.PENDING],
    "sponsored": lambda facts, reader: [item for item in facts.sponsored if not reader or reader in item.sponsors],
}


def selected(takes: str, facts: PlanFacts, reader: str = "") -> tuple[Item, ...]:
    """The items that a paper is on; of a brief, those that its reader recommended.

    Raises:
        PaperNotMade: there is none.
    """
    items = tuple(SELECTIONS[takes](facts, reader))
    if not items:
        raise PaperNotMade(NOTHING[takes])
    return items


def left_out(facts: PlanFacts, taken: Sequence[Item], rest: Sequence[Item]) -> list[tuple[str, list[Item]]]:
    """The items that a paper does not hold, by why; `rest`: those for which there is no room."""
    held = {one.planned.id for item in taken for one in item.all}
    without_room = {one.planned.id for item in rest for one in item.all}
    found: dict[str, list[Item]] = {}
    for item in facts.items:
        if item.planned.id not in held:
            found.setdefault(_why(item, facts, without_room), []).append(item)
    return list(found.items())


def _why(item: Item, facts: PlanFacts, without_room: set[str]) -> str:
    if item.planned.id in without_room:
        return gettext("there is no room")
    if item.kind == "report":
        return gettext("it is evidence, and asks for nothing")
    if item.state != facts.state:
        return gettext("it is on another State")
    return gettext("the paper is on others: by who recommended them, or how they were answered")


def by_review(items: Sequence[Item]) -> list[tuple[int | None, list[Item]]]:
    """The latest review first, what comes from none last."""
    found = sorted(items, key=lambda item: -(item.session or 0))
    return [(session, list(group)) for session, group in groupby(found, key=lambda item: item.session)]


def by_theme(items: Sequence[Item]) -> list[tuple[str, list[Item]]]:
    """Under the theme that most of them have, themes in the order of their first item, what has none last."""
    counted = Counter(theme for item in items for theme in item.themes)
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(item.main_theme(counted), []).append(item)
    without = found.pop("", None)
    return [*found.items(), *([("", without)] if without else [])]


def by_answer(items: Sequence[Item]) -> Iterator[tuple[str, list[Item]]]:
    """What the State supported or promised, what it noted, what it has not answered, and what else was said."""
    answered = [item for item in items if not item.coder]
    supported = [item for item in answered if item.position is Position.SUPPORTED or item.kind == "commitment"]
    noted = [item for item in answered if item.position is Position.NOTED]
    waiting = [item for item in answered if item.position is Position.PENDING]
    yield gettext("What it supported"), supported
    yield gettext("What it noted"), noted
    yield gettext("What it has not answered yet"), waiting
    rest = [item for item in items if item not in (*supported, *noted, *waiting)]
    yield gettext("What was recommended"), [item for item in rest if item.recommendation]
    yield gettext("What else was said"), [item for item in rest if not item.recommendation]


def runs_of_state(items: Sequence[Item]) -> list[tuple[str, list[tuple[int, Item]]]]:
    """Numbered from 1, those on one State that stand together."""
    numbered = enumerate(items, 1)
    return [(state, list(group)) for state, group in groupby(numbered, key=lambda pair: pair[1].state)]


def plan_columns(ours: bool) -> Iterator[tuple[str, Any, float, int]]:
    """The columns of the plan that a matrix has: name, heading, width in cm, and the part that they stand in."""
    names = [name for name in PLAN_COLUMNS if ours or name not in FOR_OURSELVES]
    for part, beside in ((0, _BESIDE_AIMS), (1, _BESIDE_STEPS)):
        of_part = [name for name in names if (name in AIMS) == (part == 0)]
        room = (_SHEET - beside) / sum(ROOMY.get(name, 1.0) for name in of_part)
        for name in of_part:
            yield name, PLAN_COLUMNS[name].heading, round(room * ROOMY.get(name, 1.0), 2), part


__all__ = ["by_answer", "by_review", "by_theme", "grouped", "left_out", "plan_columns", "runs_of_state", "selected"]
