"""Changes of a plan, as pure functions, and how a change is kept where somebody else changed the plan meanwhile."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from models.errors import PlanChanged, PlanNotKept
from models.plans.plan import Plan, PlanItem
from web.plans.merge_plans import Choice, Merge, merge_plans, settle
from web.plans.plan_store import CHANGED, Plans
from web.site.language import translated

ATTEMPTS = 5

CHOICES = {"mine": Choice.THEIRS, "theirs": Choice.MINE, "both": Choice.BOTH}
"""By the word of a form: to who sent it, "mine" is what they wrote; to the merge, the plan of now comes first."""

Change = Callable[[Plan], Plan]


@dataclass(frozen=True, slots=True)
class Unsettled:
    """What a change and the plan of now clash about: nothing is kept until somebody chooses."""

    merge: Merge
    """`mine` is what the plan holds now, `theirs` what was sent."""
    version: int
    """Of the plan that it was merged with."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A change that is kept."""

    version: int
    kept: tuple[str, ...] = ()
    """Ids of the items that stay in the plan, though the change removed them: somebody changed them meanwhile."""


def save_change(
    store: Plans,
    key: str,
    version: int,
    change: Change,
    choices: Mapping[tuple[str, str], Choice] | None = None,
    seen: int = 0,
) -> Saved | Unsettled:
    """Keep a change of the plan as it was in a version.

    What somebody changed since is kept as well. Where both changed one text, nothing is kept without `choices` made by
    somebody who saw both: the plan's version at that time is `seen`.

    Raises:
        PlanNotKept: no plan is kept under this key.
        UnusablePlan: it would be larger than a plan may be.
    """
    base = _version(store, key, version)
    changed = change(base)
    for _ in range(ATTEMPTS):
        newest = store.get(key)
        merge = merge_plans(base, newest.plan, changed)
        settled = choices is not None and newest.version == seen
        if merge.clashes and not settled:
            return Unsettled(merge, newest.version)
        with suppress(PlanChanged):
            return Saved(store.save(key, settle(merge, choices or {}, translated), newest.version), merge.kept)
    raise PlanChanged(CHANGED)


def save_always(store: Plans, key: str, change: Change) -> None:
    """Keep a change that can be made of whatever the plan is now; one that changes nothing makes no version.

    Raises: as `save_change`.
    """
    for _ in range(ATTEMPTS):
        newest = store.get(key)
        changed = change(newest.plan)
        if changed == newest.plan:
            return
        with suppress(PlanChanged):
            store.save(key, changed, newest.version)
            return
    raise PlanChanged(CHANGED)


def _version(store: Plans, key: str, version: int) -> Plan:
    """The plan in a version; one that is kept no longer counts as a plan without items, so that all texts clash."""
    newest = store.get(key)
    try:
        return store.version(key, version)
    except PlanNotKept:
        return replace(newest.plan, items=())


def with_item(plan: Plan, item: PlanItem) -> Plan:
    """The plan with an item in place of that with the same id, at the end if it has none."""
    if plan.item(item.id) is None:
        return replace(plan, items=(*plan.items, item))
    return replace(plan, items=tuple(item if each.id == item.id else each for each in plan.items))


def with_items(plan: Plan, items: Sequence[PlanItem]) -> Plan:
    """The plan with items at its end, those left out that it has."""
    held = {item.id for item in plan.items}
    return replace(plan, items=(*plan.items, *(item for item in items if item.id not in held)))


def without_item(plan: Plan, item_id: str) -> Plan:
    """The plan without an item."""
    return replace(plan, items=tuple(item for item in plan.items if item.id != item_id))


def moved(plan: Plan, item_id: str, position: int) -> Plan:
    """The plan with an item at another position, counted from 0; one beyond its ends is the first or last."""
    item = plan.item(item_id)
    if item is None:
        return plan
    left = [each for each in plan.items if each.id != item_id]
    left.insert(max(0, min(position, len(left))), item)
    return replace(plan, items=tuple(left))
