"""A plan as an Excel workbook: all of it, to be filled in offline and given back (read_workbook.py)."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook

from models.messages.message import Message
from models.plans.plan import PLAN_COLUMNS, Plan, PlanItem
from search import SearchIndex
from web.files.office_files import MOST_CELL_CHARACTERS, PositionWord, printable
from web.plans.exported import evidence_as_shown, exported_json, item_as_shown
from web.plans.new_items import superseded_for
from web.plans.workbook_columns import ABOUT_ITEM, BASE_SHEET, EVIDENCE, FILLED_IN, WorkbookWords
from web.site.language import gettext, is_right_to_left, translated
from web.words.sources_of_plan import SourcesOfPlan
from web.words.suggested_words import shown_suggestion

PIECE = 30_000
"""Characters of the plan in one cell of the hidden sheet; Excel holds 32,767."""
SEPARATOR = "; "

_WIDTHS = {
    "id": 20,
    "quoted": 60,
    "citation": 28,
    "position": 12,
    "expected_result": 40,
    "action_types": 22,
    "status": 18,
    "text": 60,
    "document": 40,
    "link": 40,
}
_WIDTH = 26


def plan_workbook(plan: Plan, index: SearchIndex | None, today: date | None = None) -> bytes:
    """The plan as a workbook (XLSX), in the language of the page; what is quoted and cited is the index's.

    By `today`, None for this day, it says which later review is not indexed.
    """
    superseded = superseded_for(plan, index, today or date.today()) if index else ""
    sources = SourcesOfPlan(index, plan.items)
    differences = {item.id: _differences(item, sources) for item in plan.items}
    columns = {**ABOUT_ITEM, **FILLED_IN}
    if not any(differences.values()):
        del columns["differences"]
    added = dict.fromkeys(heading for item in plan.items for heading, _ in item.own_columns)
    stream = BytesIO()
    # Nothing that people or documents wrote is a formula or a link that a click follows.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(stream, options) as book:
        book.set_properties({"title": printable(plan.title), "author": "", "comments": ""})
        rows = (
            (*_cells_of(item, columns, sources, differences[item.id]), *_added_cells(item, added))
            for item in plan.items
        )
        items = _sheet(book, gettext("Plan"), columns, rows, tuple(added))
        _offer_words(items, columns, len(plan.items))
        evidence = (_evidence_cells(item, sources) for item in plan.items)
        _sheet(book, gettext("Evidence"), EVIDENCE, (row for rows in evidence for row in rows))
        _write_about(book, plan, superseded)
        _keep(book, exported_json(replace(plan, letterhead=b""), sources))
    return stream.getvalue()


def _cells_of(item: PlanItem, columns: Iterable[str], sources: SourcesOfPlan, differences: str) -> Iterable[str]:
    shown = dict(item_as_shown(item, sources))
    record = sources.recommendation(item.id)
    about = {**shown, "position": str(PositionWord(record, quoting=True)) if record else "", "differences": differences}
    return (about[name] if name in about else _shown(item, name) for name in columns)


def _shown(item: PlanItem, name: str) -> str:
    return shown_suggestion(item, name) or _written(getattr(item, name))


def _added_cells(item: PlanItem, headings: Iterable[str]) -> Iterable[str]:
    """What stands in the columns that people added."""
    texts = dict(item.own_columns)
    return (texts.get(heading, "") for heading in headings)


def _differences(item: PlanItem, sources: SourcesOfPlan) -> str:
    """What the plan remembers of a record and the index says otherwise, a line each."""
    if sources.words(item.id) is None:
        own = gettext("Your plan has these words, which papers print as your own:")
        return "\n".join((gettext("Not in the documents indexed"), *((f"{own} {item.quoted}",) if item.quoted else ())))
    colon = gettext(": ")
    return "\n".join(f"{translated(each.heading)}{colon}{each.remembered}" for each in sources.differences(item))


def _evidence_cells(item: PlanItem, sources: SourcesOfPlan) -> Iterable[Sequence[str]]:
    for each in item.evidence:
        shown = replace(each, **dict(evidence_as_shown(each, sources)))
        yield (item.id, shown.text, shown.when, shown.document, shown.link, shown.record)


def _written(value: Any) -> str:
    """A value of an item as its cell has it."""
    if isinstance(value, tuple):
        return SEPARATOR.join(map(_written, value))
    if isinstance(value, StrEnum):
        return gettext(value.value)
    return value or ""


def _sheet(
    book: Workbook,
    title: str,
    headings: Mapping[str, Message],
    rows: Iterable[Iterable[str]],
    added: Sequence[str] = (),
) -> Any:
    """A sheet of texts under headings that stay in sight, each with what it is for as a note; `added`: headings of
    people's own, after these."""
    sheet = book.add_worksheet(title)
    if is_right_to_left():
        sheet.right_to_left()
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for at, (name, heading) in enumerate(headings.items()):
        sheet.set_column(at, at, _WIDTHS.get(name, _WIDTH), wrapped)
        sheet.write_string(0, at, translated(heading), bold)
        if name in PLAN_COLUMNS:
            sheet.write_comment(0, at, translated(PLAN_COLUMNS[name].help))
    for at, own in enumerate(added, len(headings)):
        sheet.set_column(at, at, _WIDTH, wrapped)
        sheet.write_string(0, at, printable(own), bold)
    last = 0
    for last, row in enumerate(rows, 1):
        for at, text in enumerate(row):
            sheet.write_string(last, at, printable(text)[:MOST_CELL_CHARACTERS], wrapped)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(last, 1), len(headings) + len(added) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    return sheet


def _offer_words(sheet: Any, columns: Iterable[str], items: int) -> None:
    """Lists to choose from in the columns that take one word; several are typed with semicolons between them."""
    for at, name in enumerate(columns):
        column = PLAN_COLUMNS.get(name)
        if column and column.values:
            choices = [gettext(value.value) for value in column.values]
            # Excel takes a list of at most 255 characters; where words of a language are longer, the note lists them.
            if not column.several and len(",".join(choices)) <= 255 and items:
                sheet.data_validation(1, at, items, at, {"validate": "list", "source": choices, "ignore_blank": True})
            one_of = gettext("One of: %(words)s.", words=gettext("; ").join(choices))
            sheet.write_comment(0, at, f"{translated(column.help)} {one_of}")


def _write_about(book: Workbook, plan: Plan, superseded: str) -> None:
    sheet = book.add_worksheet(gettext("About"))
    if is_right_to_left():
        sheet.right_to_left()
    sheet.set_column(0, 0, 100, book.add_format({"text_wrap": True, "valign": "top"}))
    lines = (
        plan.title,
        superseded,
        gettext("Answers and reports are those of the documents indexed on %(day)s.", day=plan.index_date)
        if plan.index_date
        else "",
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
        gettext("Evidence has a sheet of its own: a row for each piece, with the record that it is about."),
        gettext("A downloaded file has no password, and stays where your browser puts it."),
    )
    for number, line in enumerate(filter(None, lines)):
        sheet.write_string(number, 0, printable(line))


def _keep(book: Workbook, text: str) -> None:
    """What the workbook was made of, in a sheet that Excel shows to nobody who does not ask for it."""
    sheet = book.add_worksheet(BASE_SHEET)
    sheet.very_hidden()
    words = WorkbookWords.of_page()
    meanings = {"items": words.items, "evidence": words.evidence, "words": words.to_choose}
    pieces = (text[start : start + PIECE] for start in range(0, len(text), PIECE))
    for number, cell in enumerate((json.dumps(meanings, ensure_ascii=False), *pieces)):
        sheet.write_string(number, 0, cell)
