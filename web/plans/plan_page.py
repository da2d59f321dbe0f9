"""A plan as its page shows it: each item with what is filled in, and what is not yet.

What is quoted and cited comes from the index; what the plan remembers otherwise stands beside it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.plans.plan import PLAN_COLUMNS, PlanItem
from models.records.records import Recommendation
from search import ChosenRecord, Quotation, SearchIndex
from web.plans.kept_plans import item_name
from web.site.language import side_by_side, translated
from web.words.sources_of_plan import Difference, SourcesOfPlan


@dataclass(frozen=True, slots=True)
class FilledColumn:
    """One column of an item that holds something."""

    name: str
    heading: str
    text: str


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
    id: str
    """What the record is called today; "" where the index does not hold it."""
    kind: str
    words: Quotation | None
    """The paragraph as printed; None where the index does not hold it: then the plan's words are its makers' own."""
    citation: str
    record: ChosenRecord | None
    """None where the index does not hold it."""
    recommendation: Recommendation | None
    """With its answer; None for what is none."""
    differences: tuple[Difference, ...]
    sources: SourcesOfPlan
    """Of its evidence."""


def item_rows(key: str, items: Sequence[PlanItem], index: SearchIndex, first: int = 1) -> tuple[ItemRow, ...]:
    """The items of a plan or list in their order; `first` is the place of the first."""
    # A plan of 300 items would look up the words of its columns thousands of times.
    headings = {name: translated(column.heading) for name, column in PLAN_COLUMNS.items()}
    sources = SourcesOfPlan(index, items)
    return tuple(_row(key, item, number, headings, sources) for number, item in enumerate(items, first))


def rows_by_state(rows: Sequence[ItemRow]) -> list[tuple[str, list[ItemRow]]]:
    """The rows under the codes of their States, in the order in which these first come; "" for those of none."""
    by_state: dict[str, list[ItemRow]] = {}
    for row in rows:
        by_state.setdefault(row.item.state, []).append(row)
    return list(by_state.items())


def _row(key: str, item: PlanItem, number: int, headings: Mapping[str, str], sources: SourcesOfPlan) -> ItemRow:
    names = [name for name in headings if getattr(item, name)]
    entry = sources.entry(item.id)
    return ItemRow(
        item=item,
        name=item_name(key, item.id),
        number=number,
        filled=(
            *(FilledColumn(name, headings[name], sources.in_words(getattr(item, name))) for name in names),
            *(FilledColumn("", heading, text) for heading, text in item.own_columns),
        ),
        empty=side_by_side(heading for name, heading in headings.items() if name not in names),
        id=entry.id if entry.record else "",
        kind=entry.kind,
        words=sources.words(item.id),
        citation=sources.citation(item.id),
        record=entry.record,
        recommendation=sources.recommendation(item.id),
        differences=sources.differences(item),
        sources=sources,
    )
