"""A plan as an Excel workbook: all of it, to be filled in offline and given back (read_workbook.py)."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any

from models.plans.plan import PLAN_COLUMNS, Plan, PlanItem
from search import SearchIndex
from web.files.office_files import Cell, PositionWord
from web.files.workbook import ToFillIn, xlsx_file
from web.plans.exported import evidence_as_shown, exported_json, item_as_shown
from web.plans.new_items import superseded_for
from web.plans.workbook_columns import ABOUT_ITEM, BASE_SHEET, EVIDENCE, FILLED_IN, WorkbookWords
from web.site.language import gettext, translated
from web.words.sources_of_plan import SourcesOfPlan

PIECE = 30_000
"""Characters of the plan in one cell of the hidden sheet; Excel holds 32,767."""
SEPARATOR = "; "


def plan_workbook(plan: Plan, index: SearchIndex | None, today: date | None = None) -> bytes:
    """The plan as a workbook (XLSX), in the language of the page; what is quoted and cited is the index's.

    By `today`, None for this day, it says which later review is not indexed.
    """
    superseded = superseded_for(plan, index, today or date.today()) if index else ""
    sources = SourcesOfPlan(index, plan.items)
    differences = {item.id: _differences(item, sources) for item in plan.items}
    about_item = dict(ABOUT_ITEM)
    if not any(differences.values()):
        del about_item["differences"]
    added = dict.fromkeys(heading for item in plan.items for heading, _ in item.own_columns)
    header = [*map(translated, about_item.values()), *map(_to_fill_in, FILLED_IN), *map(ToFillIn, added)]
    rows = [
        [
            *_about_item(item, about_item, sources, differences[item.id]),
            *(_written(getattr(item, name)) for name in FILLED_IN),
            *_added_cells(item, added),
        ]
        for item in plan.items
    ]
    evidence = [row for item in plan.items for row in _evidence_cells(item, sources)]
    sheets = (
        (gettext("Plan"), header, rows),
        (gettext("Evidence"), [ToFillIn(translated(heading)) for heading in EVIDENCE.values()], evidence),
    )
    kept = exported_json(replace(plan, letterhead=b""), sources)
    return xlsx_file(sheets, list(_about(plan, superseded)), (BASE_SHEET, _pieces(kept)))


def _to_fill_in(name: str) -> ToFillIn:
    """The heading of a column that people fill in; of several words, they type semicolons between them."""
    column = PLAN_COLUMNS[name]
    choices = [gettext(value.value) for value in column.values or ()]
    one_of = gettext("One of: %(words)s.", words=gettext("; ").join(choices)) if choices else ""
    note = " ".join(filter(None, (translated(column.help), one_of)))
    return ToFillIn(translated(column.heading), note, () if column.several else choices)


def _about_item(item: PlanItem, columns: Iterable[str], sources: SourcesOfPlan, differences: str) -> Iterator[Cell]:
    record = sources.recommendation(item.id)
    position = PositionWord(record, quoting=True) if record else ""
    about = {"id": item.id, **dict(item_as_shown(item, sources)), "position": position, "differences": differences}
    return (about[name] for name in columns)


def _added_cells(item: PlanItem, headings: Iterable[str]) -> Iterator[str]:
    """What stands in the columns that people added."""
    texts = dict(item.own_columns)
    return (texts.get(heading, "") for heading in headings)


def _differences(item: PlanItem, sources: SourcesOfPlan) -> str:
    """What the plan remembers of a record and the index says otherwise, a line each."""
    if sources.words(item.id) is None:
        own = gettext("Your plan has these words, which papers print as your own:")
        return "\n".join((gettext("Not indexed"), *((f"{own} {item.quoted}",) if item.quoted else ())))
    colon = gettext(": ")
    return "\n".join(f"{translated(each.heading)}{colon}{each.remembered}" for each in sources.differences(item))


def _evidence_cells(item: PlanItem, sources: SourcesOfPlan) -> Iterator[list[Cell]]:
    for each in item.evidence:
        shown = replace(each, **dict(evidence_as_shown(each, sources)))
        yield [item.id, shown.text, shown.when, shown.document, shown.link, shown.record]


def _written(value: Any) -> str:
    """A value of an item as its cell has it."""
    if isinstance(value, tuple):
        return SEPARATOR.join(map(_written, value))
    if isinstance(value, StrEnum):
        return gettext(value.value)
    return value or ""


def _about(plan: Plan, superseded: str) -> Iterator[tuple[str, Cell]]:
    """What the workbook is, and how it is filled in."""
    yield gettext("Title of the plan"), plan.title
    if superseded:
        yield gettext("Not indexed"), superseded
    if plan.index_date:
        yield gettext("Documents indexed on"), plan.index_date
    for line in (
        gettext(
            "Fill in the columns after “%(position)s”; rows may be sorted, and rows and columns moved.",
            position=translated(ABOUT_ITEM["position"]),
        ),
        gettext("Several types of action: write semicolons between them."),
        gettext("Columns that you add are kept, and come back with the workbook."),
        gettext(
            "Leave the column “%(record)s” and the hidden sheet as they are: by them the workbook is read back.",
            record=translated(ABOUT_ITEM["id"]),
        ),
        gettext("A downloaded file has no password, and stays where your browser puts it."),
    ):
        yield gettext("How to fill it in"), line


def _pieces(kept: str) -> Iterator[str]:
    """What headings and words of the workbook stand for, then what it was made of, as cells."""
    words = WorkbookWords.of_page()
    yield json.dumps({"items": words.items, "evidence": words.evidence, "words": words.to_choose}, ensure_ascii=False)
    yield from (kept[start : start + PIECE] for start in range(0, len(kept), PIECE))
