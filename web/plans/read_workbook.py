"""What people filled in in a plan's workbook, as a plan again.

Columns may be moved, rows sorted, sheets added and renamed. What cannot be taken is named in a sentence, and nothing
that the plan had is lost by it: columns and sheets that are missing leave what they held as it was.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from io import BytesIO
from itertools import starmap, zip_longest
from typing import Any

from models.errors import UnreadableDocument, UnusablePlan
from models.files.office_archive import check_office_file
from models.messages.message import Message
from models.messages.printable import as_written
from models.plans.as_json import checked_plan, plan_from_json
from models.plans.plan import MOST_CHARACTERS, MOST_OWN_COLUMNS, PLAN_COLUMNS, Evidence, Plan, PlanColumn, PlanItem
from web.plans.workbook_columns import (
    ABOUT_ITEM,
    BASE_SHEET,
    EVIDENCE,
    FILLED_IN,
    WorkbookWords,
    folded,
)

MOST_UNPACKED_BYTES = 60_000_000
MOST_SHEETS = 40
MOST_ROWS = 20_000
MOST_COLUMNS = 64
MOST_CELLS = 400_000
"""With something in them, in all sheets: a plan of 1,000 items with 20 columns of its own has some 60,000."""
HEADINGS_WITHIN_ROWS = 10
MOST_REMARKED = 10
"""Rows or words that one sentence names."""
_BETWEEN_WORDS = re.compile(r"[;؛\n]")
"""People type the semicolon of their keyboard: the Arabic one, too."""

Rows = dict[int, tuple[Any, ...]]
"""Those that hold something, by number from 1; what follows the last cell of a row is left out."""
_NO_WORKBOOK = Message("This is no workbook (.xlsx), or it is damaged: open it in Excel and save it as one.")
NO_PLAN = Message("This file holds no items of a plan: give one as it was downloaded here.")


@dataclass(frozen=True, slots=True)
class FilledIn:
    """What a workbook holds."""

    plan: Plan
    base: Plan | None
    """The plan as it was when the workbook was made; None where the hidden sheet no longer tells."""
    warnings: tuple[Message, ...]
    """What was not taken, and why."""


_FAULTS: Mapping[str, Callable[[tuple[str, ...]], Message]] = {
    "foreign": lambda rows: Message("Not in this plan, or there twice, so not taken: %(rows)s.", rows=rows),
    "formulas": lambda rows: Message("Of formulas, the last results were taken: %(rows)s.", rows=rows),
    "cut": lambda rows: Message(
        "Only the first %(most)s characters of a cell were taken: %(rows)s.", most=MOST_CHARACTERS, rows=rows
    ),
    "strange words": lambda words: Message("No words to choose from, so not taken: %(words)s.", words=words),
}


class _Warnings:
    """What cannot be taken, gathered row by row, so that each kind of fault is one sentence."""

    def __init__(self) -> None:
        self.others: list[Message] = []
        self.by_fault: dict[str, list[str]] = {fault: [] for fault in _FAULTS}

    def sentences(self) -> tuple[Message, ...]:
        """One sentence for each kind."""
        return (*self.others, *(_FAULTS[fault](_some(rows)) for fault, rows in self.by_fault.items() if rows))


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of a sheet: texts by name of the column."""

    number: str
    cells: Mapping[str, str]
    own: Mapping[str, str] = field(default_factory=dict)
    """Texts of the columns that people added, by heading; empty ones among them."""


def read_plan_workbook(content: bytes, current: Plan, of_page: WorkbookWords | None = None) -> FilledIn:
    """What people filled in, over the plan that the workbook was made of.

    Args:
        content: the file, of at most 10 MB.
        current: the plan as it is now; it stands for what the workbook was made of where that no longer tells.
        of_page: headings and words that the workbook may have besides those that it keeps; None: those of this page.

    Raises:
        UnusablePlan: it is no workbook, too large, damaged, or has no sheet of a plan.
    """
    sheets = _sheets(content)
    warnings = _Warnings()
    base, shown, kept = _kept_in(sheets.pop(BASE_SHEET, {}), warnings)
    words = (of_page or WorkbookWords.of_page()).with_kept(kept)
    made_of = base or current
    known = {item.id: item for plan in (current, made_of) for item in plan.items}
    rows = _table(sheets, words.items, {"id"}, {*ABOUT_ITEM, *FILLED_IN}, warnings, keep_own=True)
    if rows is None:
        raise UnusablePlan(NO_PLAN)
    items = _items(rows, known, words.to_choose, warnings)
    evidence_rows = _table(sheets, words.evidence, {"item", "text"}, {*EVIDENCE}, warnings)
    if evidence_rows is None:
        warnings.others.append(_missing([PLAN_COLUMNS["evidence"].heading]))
    else:
        evidence = _evidence(evidence_rows, known, shown, warnings)
        items = [replace(item, evidence=tuple(evidence.get(item.id, ()))) for item in items]
    return FilledIn(checked_plan(replace(made_of, items=tuple(items))), base, warnings.sentences())


def _sheets(content: bytes) -> dict[str, Rows]:
    """The rows of each sheet; a cell with a formula is a pair of it and its last result.

    Raises:
        UnusablePlan: it is no workbook, too large or damaged.
    """
    try:
        check_office_file(BytesIO(content), "xl/workbook.xml", MOST_UNPACKED_BYTES)
    except UnreadableDocument as error:
        raise UnusablePlan(_NO_WORKBOOK) from error
    try:
        results, formulas = (_rows_of_sheets(content, results) for results in (True, False))
    except UnusablePlan:
        raise
    except Exception as error:  # openpyxl has no error of its own: damaged parts raise whatever their reader meets
        raise UnusablePlan(_NO_WORKBOOK) from error
    return {
        title: {
            number: tuple(starmap(_with_formula, zip_longest(results.get(title, {}).get(number, ()), row)))
            for number, row in rows.items()
        }
        for title, rows in formulas.items()
    }


def _rows_of_sheets(content: bytes, results: bool) -> dict[str, Rows]:
    """The rows of each sheet that hold something.

    Raises:
        UnusablePlan: there are more sheets or cells than in any plan.
    """
    import openpyxl  # takes a tenth of a second, and few ever need it

    left = MOST_CELLS
    sheets: dict[str, Rows] = {}
    with closing(openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=results)) as book:
        if len(book.worksheets) > MOST_SHEETS:
            raise UnusablePlan(NO_PLAN)
        for sheet in book.worksheets:
            rows = sheets.setdefault(sheet.title, {})
            # A cell far down and to the right makes empty ones of all before it: only what is there is kept.
            for number, row in enumerate(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True), 1):
                length = max((place for place, cell in enumerate(row, 1) if cell is not None), default=0)
                if length:
                    rows[number] = row[:length]
                    left -= length
                if left < 0:
                    raise UnusablePlan(NO_PLAN)
    return sheets


def _with_formula(result: Any, as_it_stands: Any) -> Any:
    return (as_it_stands, result) if result != as_it_stands else result


Shown = Mapping[tuple[str, Evidence], Evidence]
"""Evidence as the workbook shows it, with the id of its item → as the plan has it."""


def _kept_in(sheet: Rows, warnings: _Warnings) -> tuple[Plan | None, Shown, dict[str, dict[str, str]]]:
    """The plan that the hidden sheet keeps, its evidence, and what headings and words of the workbook stand for."""
    try:
        meanings, *pieces = [str(row[0] or "") for row in sheet.values()]
        base = plan_from_json("".join(pieces))
        shown = _evidence_shown(plan_from_json("".join(pieces), as_exported=True), base)
        kept = {part: {str(word): str(name) for word, name in of.items()} for part, of in json.loads(meanings).items()}
    except (ValueError, AttributeError, UnusablePlan):
        warnings.others.append(
            Message(
                "The hidden sheet “upr” is missing or changed, so nobody can tell what was changed here meanwhile: "
                "where the workbook differs, it counts."
            )
        )
        return None, {}, {}
    return base, shown, kept


def _evidence_shown(exported: Plan, base: Plan) -> Shown:
    pairs = [(item.id, item.evidence, own.evidence) for item, own in zip(exported.items, base.items, strict=True)]
    # Two pieces of the same words, whose documents are not shown, are one.
    return {(item_id, piece): own for item_id, shown, owns in pairs for piece, own in zip(shown, owns, strict=False)}


def _table(
    sheets: Mapping[str, Rows],
    names: Mapping[str, str],
    needed: set[str],
    known: set[str],
    warnings: _Warnings,
    *,
    keep_own: bool = False,
) -> list[_Row] | None:
    """The rows below the headings of the first sheet that has the needed columns and most of the known ones.

    With `keep_own`, columns that people added are taken with their headings.
    """
    for rows in sheets.values():
        for at, row in rows.items():
            if at > HEADINGS_WITHIN_ROWS:
                break
            headings = [folded(_text(cell)) for cell in row]
            columns = {names[heading]: place for place, heading in enumerate(headings) if names.get(heading) in known}
            if needed <= columns.keys() and len(columns) > 1:
                texts = enumerate(map(_text, row))
                strange = {text: place for place, text in texts if text and place not in columns.values()}
                own = dict(list(strange.items())[:MOST_OWN_COLUMNS]) if keep_own else {}
                _warn_of_columns([text for text in strange if text not in own], columns, known, warnings)
                return list(_rows_below(rows, at, columns, own, warnings))
    return None


def _warn_of_columns(strange: list[str], columns: Mapping[str, int], known: set[str], warnings: _Warnings) -> None:
    if strange:
        warnings.others.append(
            Message("Columns that a plan does not have were not taken: %(columns)s.", columns=_some(strange))
        )
    missing = [heading for name, heading in FILLED_IN.items() if name in known and name not in columns]
    if missing:
        warnings.others.append(_missing(missing))


def _missing(headings: Iterable[Message]) -> Message:
    return Message("Columns that the workbook lacks stay as they were: %(columns)s.", columns=tuple(headings))


def _rows_below(
    rows: Rows, headings: int, columns: Mapping[str, int], own: Mapping[str, int], warnings: _Warnings
) -> Iterable[_Row]:
    for number, row in ((number, row) for number, row in rows.items() if number > headings):
        cells = {name: _cell(row, place) for name, place in columns.items()}
        if any(isinstance(cell, tuple) for cell in cells.values()):
            warnings.by_fault["formulas"].append(_row_words(str(number)))
        texts = {name: _text(cell) for name, cell in cells.items()}
        if any(texts.values()):
            added = {heading: _text(_cell(row, place)) for heading, place in own.items()}
            yield _Row(str(number), texts, added)


def _cell(row: tuple[Any, ...], place: int) -> Any:
    return row[place] if place < len(row) else None


def _items(
    rows: Iterable[_Row], known: Mapping[str, PlanItem], words: Mapping[str, str], warnings: _Warnings
) -> list[PlanItem]:
    items: dict[str, PlanItem] = {}
    for row in rows:
        item_id = row.cells["id"]
        if item_id not in known or item_id in items:
            warnings.by_fault["foreign"].append(_row_words(row.number, item_id))
        else:
            items[item_id] = _filled_in(row, known[item_id], words, warnings)
    return list(items.values())


def _filled_in(row: _Row, item: PlanItem, words: Mapping[str, str], warnings: _Warnings) -> PlanItem:
    values: dict[str, Any] = {
        name: _value(row, item, PLAN_COLUMNS[name], text, words, warnings)
        for name, text in row.cells.items()
        if name in FILLED_IN
    }
    own_columns = dict(item.own_columns) | {heading: _cut(row, text, warnings) for heading, text in row.own.items()}
    kept = tuple((heading, text) for heading, text in own_columns.items() if text)
    return replace(item, **values, own_columns=kept)


def _value(
    row: _Row, item: PlanItem, column: PlanColumn, text: str, words: Mapping[str, str], warnings: _Warnings
) -> Any:
    """What a cell says; words that the column does not have leave it as it was."""
    if column.values is None:
        return _cut(row, text, warnings)
    written = [word.strip() for word in _BETWEEN_WORDS.split(text) if word.strip()]
    choices = {value.value for value in column.values}
    values = [words.get(folded(word), "") for word in written]
    strange = [word for word, value in zip(written, values, strict=True) if value not in choices]
    warnings.by_fault["strange words"] += [_row_words(row.number, word) for word in strange]
    chosen = column.chosen(values)
    return getattr(item, column.name) if strange and not chosen else chosen


def _evidence(
    rows: Iterable[_Row], known: Mapping[str, PlanItem], shown: Shown, warnings: _Warnings
) -> dict[str, list[Evidence]]:
    evidence: dict[str, list[Evidence]] = {}
    for row in rows:
        item_id = row.cells["item"]
        texts = {name: _cut(row, text, warnings) for name, text in row.cells.items() if name != "item"}
        if item_id not in known:
            warnings.by_fault["foreign"].append(_row_words(row.number, item_id))
        elif any(texts.values()):
            piece = Evidence(**texts)
            evidence.setdefault(item_id, []).append(shown.get((item_id, piece), piece))
    return evidence


def _cut(row: _Row, text: str, warnings: _Warnings) -> str:
    if len(text) > MOST_CHARACTERS:
        warnings.by_fault["cut"].append(_row_words(row.number))
    return text[:MOST_CHARACTERS]


def _text(cell: Any) -> str:
    """A cell's last value as text; whole numbers without decimals, days in ISO 8601."""
    value = cell[1] if isinstance(cell, tuple) else cell
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if hasattr(value, "isoformat"):
        return str(value.isoformat()).removesuffix("T00:00:00")
    return as_written(str(value))


def _row_words(number: str, words: str = "") -> Message:
    if not words:
        return Message("row %(row)s", row=number)
    return Message("%(words)s (row %(row)s)", words=words[:60], row=number)


def _some(words: list[str]) -> tuple[str, ...]:
    left = len(words) - MOST_REMARKED
    return (*words[:MOST_REMARKED], Message("%(count)s more", count=left)) if left > 0 else tuple(words)
