"""Two copies of a plan become one, by what each changed since they were the same.

A workbook is filled in offline while the plan on the server goes on; two people save one after the other. Both started
from a common copy, `base` (a three-way merge: Mens, T., "A State-of-the-Art Survey on Software Merging", IEEE
Transactions on Software Engineering 28/5, 2002, section 2.2). What only one of them changed is taken; where both
changed one text, a person chooses, and neither's words are lost until then.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from models.messages.message import Message
from models.plans.plan import PLAN_COLUMNS, PLAN_FIELDS, Plan, PlanColumn, PlanItem

OwnColumns = tuple[tuple[str, str], ...]
"""Heading and text of the columns that people added."""


class Choice(StrEnum):
    """Whose text counts where both changed it."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"
    """One after the other; of a column with words to choose from, mine; of one that holds one statement, mine, and the
    other among the notes."""


@dataclass(frozen=True, slots=True)
class _Cell:
    item: str
    """Id of the item; "" for the plan as a whole."""
    column: str
    """Name of the column; of one that people added, its heading."""


@dataclass(frozen=True, slots=True)
class Change(_Cell):
    """One cell as it was and as it is."""

    before: Any
    after: Any
    is_own: bool = False
    """Whether people added its column."""

    @property
    def about(self) -> PlanColumn:
        """The column of an item, or the field of the plan."""
        if self.is_own:
            return PlanColumn(heading=Message(self.column), help=Message(self.column))
        return _column(self)


@dataclass(frozen=True, slots=True)
class Clash(_Cell):
    """One cell that both copies changed, and not alike."""

    base: Any
    mine: Any
    theirs: Any

    @property
    def about(self) -> PlanColumn:
        """The column of an item, or the field of the plan."""
        return _column(self)


def _column(cell: _Cell) -> PlanColumn:
    return (PLAN_COLUMNS if cell.item else PLAN_FIELDS)[cell.column]


@dataclass(frozen=True, slots=True)
class Merge:
    """What comes of two copies."""

    plan: Plan
    """All changes of both; where they clash, mine."""
    changes: tuple[Change, ...]
    """What `theirs` changed, and is in `plan`."""
    clashes: tuple[Clash, ...]
    added: tuple[str, ...]
    """Ids of the items that only `theirs` has."""
    removed: tuple[str, ...]
    """Ids of the items that `theirs` removed: they are in `plan` no more, nobody else having changed them."""
    kept: tuple[str, ...]
    """Ids of the items that one copy removed and the other changed: they are in `plan`."""


def merge_plans(base: Plan, mine: Plan, theirs: Plan) -> Merge:
    """Both copies as one, in the order of `mine` with what `theirs` added at the end."""
    items: list[PlanItem] = []
    added, removed, kept = [], [], []
    whole, changes, clashes = _merge_fields("", PLAN_FIELDS, base, mine, theirs)
    of_base, of_mine, of_theirs = ({item.id: item for item in plan.items} for plan in (base, mine, theirs))
    for item_id in dict.fromkeys((*of_mine, *of_theirs)):
        before, own, other = (copy.get(item_id) for copy in (of_base, of_mine, of_theirs))
        if own and other:
            merged, taken, contested = _merge_items(before or _blank(own), own, other)
            items.append(merged)
            changes += taken
            clashes += contested
            continue
        (item,) = filter(None, (own, other))
        if before and _same_words(before, item):
            if own:
                removed.append(item_id)
            continue
        items.append(item)
        if before:
            kept.append(item_id)
        elif other:
            added.append(item_id)
    return Merge(
        replace(mine, **whole, items=tuple(items)),
        tuple(changes),
        tuple(clashes),
        tuple(added),
        tuple(removed),
        tuple(kept),
    )


def settle(merge: Merge, choices: Mapping[tuple[str, str], Choice], in_words: Callable[[Message], str] = str) -> Plan:
    """The plan with each clash settled as chosen, by id of the item and name of the column; else both.

    Where both were wanted of a column that holds one statement, that of `theirs` stands among the notes, under the
    heading of the column `in_words`.
    """
    settled: dict[str, dict[str, Any]] = {}
    noted: dict[str, list[str]] = {}
    for clash in merge.clashes:
        choice = choices.get((clash.item, clash.column), Choice.BOTH)
        settled.setdefault(clash.item, {})[clash.column] = _settled(clash, choice)
        if choice is Choice.BOTH and clash.about.is_one and clash.theirs:
            noted.setdefault(clash.item, []).append(f"{in_words(clash.about.heading)}: {clash.theirs}")
    items = (replace(item, **settled.get(item.id, {})) for item in merge.plan.items)
    items = (replace(item, notes="\n".join(filter(None, (item.notes, *noted.get(item.id, []))))) for item in items)
    return replace(merge.plan, **settled.get("", {}), items=tuple(items))


def _settled(clash: Clash, choice: Choice) -> Any:
    if choice is Choice.THEIRS:
        return clash.theirs
    if choice is Choice.BOTH and clash.about.is_one:
        return clash.mine or clash.theirs
    if choice is Choice.BOTH and clash.about.is_text:
        return ("\n" if clash.item else " / ").join(filter(None, (clash.mine, clash.theirs)))
    return clash.mine


def _merge_items(base: PlanItem, mine: PlanItem, theirs: PlanItem) -> tuple[PlanItem, list[Change], list[Clash]]:
    """One item of both copies: the merged one, what is taken from `theirs`, and what both changed."""
    values, changes, clashes = _merge_fields(mine.id, PLAN_COLUMNS, base, mine, theirs)
    own_columns = _merged_columns(*(dict(item.own_columns) for item in (base, mine, theirs)))
    return replace(mine, **values, own_columns=own_columns), [*changes, *_own_changes(mine, own_columns)], clashes


def _own_changes(mine: PlanItem, merged: OwnColumns) -> Iterator[Change]:
    """What is otherwise than in `mine` in the columns that people added."""
    before, after = dict(mine.own_columns), dict(merged)
    for heading in dict.fromkeys((*before, *after)):
        if before.get(heading, "") != after.get(heading, ""):
            yield Change(mine.id, heading, before.get(heading, ""), after.get(heading, ""), is_own=True)


def _merged_columns(base: Mapping[str, str], mine: Mapping[str, str], theirs: Mapping[str, str]) -> OwnColumns:
    """The columns that people added: what one changed is taken; where both changed one text, both stand."""
    merged: dict[str, str] = {}
    for heading in dict.fromkeys((*mine, *theirs)):
        before, own, other = (texts.get(heading, "") for texts in (base, mine, theirs))
        if other in (before, own):
            merged[heading] = own
        elif own == before:
            merged[heading] = other
        else:
            merged[heading] = "\n".join(filter(None, (own, other)))
    return tuple((heading, text) for heading, text in merged.items() if text)


Merged = TypeVar("Merged", Plan, PlanItem)


def _merge_fields(
    item_id: str, columns: Mapping[str, PlanColumn], base: Merged, mine: Merged, theirs: Merged
) -> tuple[dict[str, Any], list[Change], list[Clash]]:
    """The values of the fields that are not as in `mine`, what is taken from `theirs`, and what both changed."""
    values: dict[str, Any] = {}
    changes, clashes = [], []
    for name, column in columns.items():
        before, own, other = (getattr(item, name) for item in (base, mine, theirs))
        if other in (before, own):
            continue
        if column.several:
            values[name] = _both_lists(before, own, other)
        elif own == before:
            values[name] = other
        else:
            clashes.append(Clash(item_id, name, before, own, other))
            continue
        if values[name] != own:
            changes.append(Change(item_id, name, own, values[name]))
    return values, changes, clashes


def _both_lists(base: tuple[Any, ...], mine: tuple[Any, ...], theirs: tuple[Any, ...]) -> tuple[Any, ...]:
    """What neither removed, and what either added."""
    kept = [value for value in mine if value in theirs or value not in base]
    return (*kept, *(value for value in theirs if value not in base and value not in kept))


def _blank(item: PlanItem) -> PlanItem:
    """The item as if nothing had been written on it: both copies added it, each for itself."""
    return PlanItem(id=item.id, kind=item.kind, state=item.state, citation=item.citation, quoted=item.quoted)


def _same_words(before: PlanItem, after: PlanItem) -> bool:
    """Whether what people write is the same in both."""
    names = (*PLAN_COLUMNS, "own_columns")
    return all(getattr(before, name) == getattr(after, name) for name in names)
