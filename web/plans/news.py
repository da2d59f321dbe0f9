"""What an index says of a plan that it did not say when its maker last looked: new answers, reviews and reports."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from models.plans.plan import Evidence, Plan, PlanItem
from search import ChosenEntry, SearchIndex
from web.plans.new_items import built_on, known_of, position_of, remembered
from web.words.sources_of_plan import Difference, SourcesOfPlan


@dataclass(frozen=True, slots=True)
class ItemNews:
    """What is new on one item; of its fields, those that say nothing are empty."""

    item: PlanItem
    number: int
    """Its place in the plan, from 1."""
    today: ChosenEntry
    """The record as the index has it."""
    position: str = ""
    """The answer of today where it is another than the plan has."""
    new: tuple[ChosenEntry, ...] = ()
    """Later recommendations on the same thing, and paragraphs that report on it."""
    differences: tuple[Difference, ...] = ()
    """What else the plan remembers of the record and the index says otherwise."""
    changed_evidence: tuple[Evidence, ...] = ()
    """Pieces that were taken from a document and have other words than it."""

    @property
    def is_withdrawn(self) -> bool:
        """Whether the index holds the record no longer, or never did."""
        return self.today.record is None

    @property
    def has_moved(self) -> bool:
        """Whether the record has another id today."""
        return self.today.record is not None and self.today.id != self.item.id

    @property
    def says_something(self) -> bool:
        """Whether there is anything to tell."""
        found = (self.position, self.new, self.differences, self.changed_evidence)
        return self.is_withdrawn or self.has_moved or any(found)


def news_of(plan: Plan, index: SearchIndex) -> tuple[ItemNews, ...]:
    """What is new on the items, in their order; those without news are left out.

    Answers are compared for all items, later reviews and reports for those on the plan's own State.
    """
    entries = index.chosen([item.id for item in plan.items])
    own = [
        replace(item, id=entry.id)
        for item, entry in zip(plan.items, entries, strict=True)
        if item.state == plan.state and entry.record is not None
    ]
    beside = _not_known(own, known_of(own, index), index)
    records = {entry.id: entry for entry in index.chosen([each for ids in beside.values() for each in ids])}
    sources = SourcesOfPlan(index, plan.items)
    found = (
        ItemNews(
            item=item,
            number=number,
            today=entry,
            position=position_of(entry) if position_of(entry) != item.position else "",
            new=tuple(records[each] for each in beside.get(entry.id, ()) if records[each].record is not None),
            differences=tuple(each for each in sources.differences(item) if each.what != "position"),
            changed_evidence=tuple(each for each in item.evidence if each.record and not sources.quoted(each)),
        )
        for number, (item, entry) in enumerate(zip(plan.items, entries, strict=True), 1)
    )
    return tuple(news for news in found if news.says_something)


def brought_up_to_date(plan: Plan, index: SearchIndex) -> Plan:
    """The plan as the index of today has it: ids, answers and citations; what is new counts as known."""
    entries = {entry.asked_for: entry for entry in index.chosen([item.id for item in plan.items])}
    held = {item.id for item in plan.items}
    items = tuple(_of_today(item, entries[item.id], held, index) for item in plan.items)
    known = known_of([item for item in items if item.state == plan.state], index)
    items = tuple(replace(item, known=known.get(item.id, item.known)) for item in items)
    return replace(plan, items=items, index_date=built_on(index))


def _of_today(item: PlanItem, entry: ChosenEntry, held: set[str], index: SearchIndex) -> PlanItem:
    """The item as the index has it; one that would come to stand twice keeps its id, so that no word is lost."""
    if entry.record is None or (entry.id != item.id and entry.id in held):
        return item
    return replace(item, **remembered(entry, index))


def _not_known(
    items: Sequence[PlanItem], today: Mapping[str, tuple[str, ...]], index: SearchIndex
) -> dict[str, list[str]]:
    """By id of the item, the ids that the index holds beside it and the plan does not know under any name."""
    gone = {each for item in items for each in item.known if each not in today.get(item.id, ()) and "#" not in each}
    renamed = {entry.asked_for: entry.id for entry in index.chosen(sorted(gone))} if gone else {}
    return {
        item.id: [
            each
            for each in today.get(item.id, ())
            if "#" not in each and each not in {renamed.get(known, known) for known in item.known}
        ]
        for item in items
    }
