"""Which items of a plan a paper is on, in which order and under which headings, and why it leaves others out."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from models.errors import PaperNotMade
from models.files.package_tables import table_rows
from models.messages.message import Message
from models.plans.plan import PLAN_COLUMNS
from models.records.enums import Position
from web.papers.facts import Item, PlanFacts
from web.site.language import gettext

NOTHING = Message("The plan has nothing that this paper is on: add what you follow up on.")
SELECTIONS: Mapping[str, tuple[Callable[[PlanFacts, str], Sequence[Item]], Message]] = {
    "all": (lambda facts, _: facts.items, NOTHING),
    "own": (lambda facts, _: facts.own, NOTHING),
    "grouped": (lambda facts, _: facts.requests, NOTHING),
    "recommendations": (
        lambda facts, _: [item for item in facts.own if item.kind == "recommendation"],
        NOTHING,
    ),
    "pending": (
        lambda facts, _: [item for item in facts.requests if item.position is Position.PENDING],
        Message("No recommendation on the plan awaits an answer: this note is on such alone."),
    ),
    "sponsored": (
        lambda facts, reader: [item for item in facts.sponsored if not reader or reader in item.sponsors],
        Message("No recommendation on the plan names the State that made it: add one that does."),
    ),
}
"""By what papers.csv calls it: the items of a paper, and what is said where there is none."""


def selected(takes: str, facts: PlanFacts, reader: str = "") -> tuple[Item, ...]:
    """The items that a paper is on; of a brief, those that its reader recommended.

    Raises:
        PaperNotMade: there is none.
    """
    select, nothing = SELECTIONS[takes]
    items = tuple(select(facts, reader))
    if not items:
        raise PaperNotMade(nothing)
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


def by_theme(items: Sequence[Item]) -> list[tuple[str, list[Item]]]:
    """Under the theme that most of them have, themes in the order of their first item, what has none last."""
    counted = Counter(theme for item in items for theme in item.themes)
    found: dict[str, list[Item]] = {}
    for item in items:
        theme = max(sorted(item.themes), key=lambda theme: counted[theme], default="")
        found.setdefault(theme, []).append(item)
    without = found.pop("", None)
    return [*found.items(), *([("", without)] if without else [])]


def plan_columns(ours: bool) -> Iterator[tuple[str, Message, str, str]]:
    """The columns of the plan that a matrix has: name, heading, width in cm, and the part that they stand in.

    On paper, those beside what was said come first; those on what is done and seen stand in a second table, under the
    same numbers. What tells of people and intentions has no width for others, and stands in no matrix for them.
    """
    for row in table_rows("web.papers", "matrix_columns.csv"):
        width = row["ours" if ours else "others"]
        if width:
            yield row["column"], PLAN_COLUMNS[row["column"]].heading, width, row["part"]
