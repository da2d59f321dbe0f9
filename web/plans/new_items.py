"""Items of a plan made out of records: what is printed, and what the index knows of it.

What the words of a record only hint at is a blank (web.plans.to_choose).
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any

from models.errors import UnknownState
from models.plans.plan import Plan, PlanItem
from models.records.records import Recommendation
from search import ChosenEntry, ChosenRecord, SearchIndex, WhatFollows
from search.progress.what_follows import what_follows
from search.snapshot.coverage import state_coverage
from web.words.coverage_words import superseded_and_how_to_get
from web.words.editions import words_shown
from web.words.sources_of_plan import citation_of


def plan_of(title: str, state: str, ids: Sequence[str], index: SearchIndex) -> Plan:
    """A plan of records, by their ids; `state` is the code of the NGO's own State, "" where none is chosen."""
    return Plan(title=title, state=state, items=new_items(ids, state, index), index_date=built_on(index))


def new_items(ids: Sequence[str], state: str, index: SearchIndex) -> tuple[PlanItem, ...]:
    """An item for each record that the index has, in their order, old ids followed to those of today."""
    entries = {entry.id: entry for entry in index.chosen(ids) if entry.record is not None}
    items = [PlanItem(**remembered(entry, index)) for entry in entries.values()]
    known = known_of([item for item in items if item.state == state], index)
    return tuple(replace(item, known=known.get(item.id, ())) for item in items)


def unplanned_items(entries: Sequence[ChosenEntry], index: SearchIndex) -> tuple[PlanItem, ...]:
    """An item for each record of a list, by the id that the list has."""
    return tuple(PlanItem(**remembered(entry, index) | {"id": entry.asked_for}) for entry in entries)


def with_state(plan: Plan, title: str, state: str, index: SearchIndex) -> Plan:
    """The plan with another title and State; of the items on another State, what the index holds today is known."""
    known = known_of([item for item in plan.items if item.state == state and state != plan.state], index)
    items = tuple(replace(item, known=known.get(item.id, item.known)) for item in plan.items)
    return replace(plan, title=title, state=state, items=items)


def superseded_for(plan: Plan, index: SearchIndex, today: date) -> str:
    """That the plan's State was reviewed again since the latest review indexed, and how to get that report; "" where it
    was not."""
    with suppress(UnknownState):
        return superseded_and_how_to_get(state_coverage(index.snapshot, plan.state, today)) if plan.state else ""
    return ""


def known_of(items: Sequence[PlanItem], index: SearchIndex) -> Mapping[str, tuple[str, ...]]:
    """By id of the item, what the index holds beside its record today."""
    ids = [item.id for item in items]
    follows = what_follows(index.snapshot, ids)
    return {entry.id: _known(entry.record, follows.get(entry.id)) for entry in index.chosen(ids) if entry.record}


def answer_of(record: ChosenRecord) -> str:
    """What stands for the answer to a recommendation among the ids of what is known; "" where there is none."""
    source = record.position_source if isinstance(record, Recommendation) else None
    return f"{source.symbol}#{source.paragraph or ''}" if source else ""


def built_on(index: SearchIndex) -> str:
    """The day on which an index was built (ISO 8601)."""
    return index.overview().built[:10]


def _known(record: ChosenRecord, follows: WhatFollows | None) -> tuple[str, ...]:
    found = (*follows.same, *follows.reported) if follows else ()
    return tuple(filter(None, (answer_of(record), *found)))


def remembered(entry: ChosenEntry, index: SearchIndex) -> dict[str, Any]:
    """What an item keeps of its record, by the names of its fields."""
    return {
        "id": entry.id,
        "kind": entry.kind,
        "state": entry.state or "",
        "citation": citation_of(entry, index),
        "quoted": words_shown(entry.record).words if entry.record else "",
        "position": position_of(entry),
    }


def position_of(entry: ChosenEntry) -> str:
    """The answer to a recommendation, as a plan keeps it; "" for what has none."""
    return str(entry.record.position) if isinstance(entry.record, Recommendation) else ""
