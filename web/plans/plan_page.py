"""A plan as its page shows it: each item with what is filled in, and what is not yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from models.plans.plan import PLAN_COLUMNS, VALUE_WORDS, Evidence, Plan, PlanItem
from web.plans.kept_plans import item_name
from web.site.language import listed, side_by_side, translated


@dataclass(frozen=True, slots=True)
class FilledColumn:
    """One column of an item that holds something."""

    name: str
    heading: str
    text: str
    """"" for evidence, which has several parts."""
    suggested: bool
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item with what its card shows."""

    item: PlanItem
    name: str
    number: int
    """Its place in the plan, from 1."""
    filled: tuple[FilledColumn, ...]
    empty: str
    """The headings of the columns that hold nothing yet, as a list in a sentence."""


def item_rows(key: str, plan: Plan) -> tuple[ItemRow, ...]:
    """The items in their order."""
    # A plan of 300 items would look up the words of its columns thousands of times.
    headings = {name: translated(column.heading) for name, column in PLAN_COLUMNS.items()}
    return tuple(_row(key, item, number, headings) for number, item in enumerate(plan.items, 1))


def item_row(key: str, item: PlanItem, number: int) -> ItemRow:
    """One item; `number` is its place."""
    headings = {name: translated(column.heading) for name, column in PLAN_COLUMNS.items()}
    return _row(key, item, number, headings)


def _row(key: str, item: PlanItem, number: int, headings: Mapping[str, str]) -> ItemRow:
    filled = tuple(_filled(item, name, heading) for name, heading in headings.items() if getattr(item, name))
    empty = [heading for name, heading in headings.items() if not getattr(item, name)]
    return ItemRow(item, item_name(key, item.id), number, filled, side_by_side(empty))


def column_text(value: Any) -> str:
    """A value of a column in words; several pieces of evidence are lines."""
    match value:
        case None:
            return ""
        case StrEnum():
            return translated(VALUE_WORDS[value])
        case tuple() if any(isinstance(each, Evidence) for each in value):
            return "\n".join(_evidence_text(each) for each in value)
        case tuple():
            return listed([column_text(each) for each in value])
    return str(value)


def _filled(item: PlanItem, name: str, heading: str) -> FilledColumn:
    value, suggested = getattr(item, name), name in item.suggested
    if name == "evidence":
        return FilledColumn(name, heading, "", suggested, value)
    return FilledColumn(name, heading, column_text(value), suggested)


def _evidence_text(evidence: Evidence) -> str:
    return " · ".join(filter(None, (evidence.text, evidence.when, evidence.document, evidence.link)))
