"""The workbook is the plan: what is written comes back, and what cannot is named."""

import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from flask import Flask

from models.errors import UnusablePlan
from models.plans.plan import ActionType, Evidence, Plan, PlanItem, Status
from web.plans.merge_plans import merge_plans
from web.plans.read_file import read_plan
from web.plans.read_workbook import FilledIn, read_plan_workbook
from web.plans.write_workbook import plan_workbook
from web.site.language import prepare_language
from web.site.language_prefix import LANGUAGE

FIRST = PlanItem(
    id="AVA-3-101.4-1",
    kind="recommendation",
    state="AVA",
    citation="A/HRC/91/5, para. 101.4, p. 14 (2009)",
    quoted="Open all schools to girls who were married (Borduria)",
    position="supported",
    known=("A.HRC.WG.6.17.AVA.1-10",),
    expected_result="=No girl is sent home.\nNo fee is asked.",
    action_types=(ActionType.LEGISLATIVE, ActionType.RESOURCES),
    actors="Ministry of Education",
    status=Status.SOME_STEPS,
    evidence=(Evidence("Nine schools were visited.", "March 2025", "Our report", "https://example.org/r", ""),),
    notes="http://example.org is no link here",
)
SECOND = PlanItem(id="AVA-3-101.5-1", kind="recommendation", state="AVA", citation="", quoted="Ratify the treaty")
PLAN = Plan(title="Girls’ schools", state="AVA", items=(FIRST, SECOND), index_date="2026-11-20")


def changed(change: Callable[[Any], object], content: bytes | None = None) -> bytes:
    """The workbook of the plan after somebody worked on it."""
    book = openpyxl.load_workbook(BytesIO(content or plan_workbook(PLAN, None)))
    change(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(change: Callable[[Any], object]) -> FilledIn:
    return read_plan_workbook(changed(change), PLAN)


def cell(book: Any, heading: str, row: int) -> Any:
    sheet = book["Plan"]
    (column,) = (place.column for place in sheet[1] if place.value == heading)
    return sheet.cell(row, column)


def said(filled_in: FilledIn) -> list[str]:
    return [str(warning) for warning in filled_in.warnings]


def test_workbook_that_nobody_touched_is_the_plan() -> None:
    assert read_plan_workbook(plan_workbook(PLAN, None), PLAN) == FilledIn(PLAN, PLAN, ())


def test_workbook_that_was_saved_elsewhere_is_the_plan() -> None:
    assert read(lambda book: None) == FilledIn(PLAN, PLAN, ())


def test_plan_of_many_items_and_long_texts_comes_back() -> None:
    items = tuple(replace(FIRST, id=f"AVA-3-{n}-1", notes="ö" * 5_000, quoted="long" * 4_000) for n in range(300))
    plan = replace(PLAN, items=items)
    read_back = read_plan_workbook(plan_workbook(plan, None), plan).plan
    assert [item.notes for item in read_back.items] == ["ö" * 5_000] * 300
    assert read_back.items[299].quoted == "long" * 4_000


def test_what_was_filled_in_is_read() -> None:
    def fill(book: Any) -> None:
        cell(book, "Next step", 3).value = "Meet the committee"
        cell(book, "Status", 3).value = "Contrary steps"
        cell(book, "Type of action", 3).value = "training;  political\nTraining"
        book["Evidence"].append(["AVA-3-101.5-1", "The bill was withdrawn.", 2026.0])

    (_, second) = read(fill).plan.items
    assert second.next_step == "Meet the committee"
    assert second.status == Status.CONTRARY
    assert second.action_types == (ActionType.TRAINING, ActionType.POLITICAL)
    assert second.evidence == (Evidence("The bill was withdrawn.", "2026"),)


def test_rows_columns_and_sheets_may_move() -> None:
    def move(book: Any) -> None:
        sheet = book["Plan"]
        sheet.title = "Our plan"
        sheet.move_range("A1:A3", cols=30)
        sheet.insert_rows(1, 3)
        book.move_sheet("Evidence", -2)
        book.create_sheet("Minutes")["A1"] = "Record"

    filled_in = read(move)
    assert filled_in.plan == PLAN
    assert filled_in.warnings == ()


def test_renamed_columns_are_of_peoples_own_and_missing_ones_leave_what_they_held() -> None:
    def change(book: Any) -> None:
        cell(book, "Actors", 1).value = "Who?"
        cell(book, "Who?", 2).value = "Nobody"

    filled_in = read(change)
    first, second = filled_in.plan.items
    assert (replace(first, own_columns=()), second) == PLAN.items
    assert [heading for heading, _ in first.own_columns] == ["Who?"]
    assert said(filled_in) == [
        "Columns that the workbook lacks stay as they were: Actors.",
    ]


def test_deleted_row_is_an_item_removed_unless_it_changed_meanwhile() -> None:
    filled_in = read(lambda book: book["Plan"].delete_rows(3))
    assert filled_in.base is not None
    assert merge_plans(filled_in.base, PLAN, filled_in.plan).removed == ("AVA-3-101.5-1",)
    meanwhile = replace(PLAN, items=(FIRST, replace(SECOND, notes="new")))
    assert merge_plans(filled_in.base, meanwhile, filled_in.plan).kept == ("AVA-3-101.5-1",)


def test_foreign_rows_and_second_rows_are_named() -> None:
    def add(book: Any) -> None:
        book["Plan"].append(["SVN-20-115.1-1", "Other"])
        book["Plan"].append(["", "", "", "", "A result of no record"])
        book["Plan"].append(["AVA-3-101.4-1", "Again"])

    filled_in = read(add)
    assert filled_in.plan == PLAN
    assert said(filled_in) == [
        "Not in this plan, or there twice, so not taken: SVN-20-115.1-1 (row 4), row 5 and AVA-3-101.4-1 (row 6).",
    ]


def test_of_many_foreign_rows_ten_are_named() -> None:
    def add(book: Any) -> None:
        for number in range(300):
            book["Plan"].append([f"AVA-9-{number}-1"])

    (sentence,) = said(read(add))
    assert sentence.endswith("AVA-9-9-1 (row 13) and 290 more.")


@pytest.mark.parametrize("written", ["legislative; training", "legislative؛ training", "legislative\ntraining"])
def test_words_stand_between_semicolons_of_any_keyboard(written: str) -> None:
    filled_in = read(lambda book: setattr(cell(book, "Type of action", 2), "value", written))
    assert filled_in.plan.items[0].action_types == (ActionType.LEGISLATIVE, ActionType.TRAINING)


def test_strange_words_leave_the_cell_as_it_was() -> None:
    def fill(book: Any) -> None:
        cell(book, "Status", 2).value = "rejected"
        cell(book, "Type of action", 2).value = "prayer; training"

    filled_in = read(fill)
    assert filled_in.plan.items[0].status == Status.SOME_STEPS
    assert filled_in.plan.items[0].action_types == (ActionType.TRAINING,)
    assert said(filled_in) == ["No words to choose from, so not taken: prayer (row 2) and rejected (row 2)."]


def test_of_a_formula_the_last_result_counts_and_it_is_said() -> None:
    def fill(book: Any) -> None:
        cell(book, "Notes", 2).value = '=HYPERLINK("http://example.org?"&A1)'

    filled_in = read(fill)
    assert filled_in.plan.items[0].notes == ""
    assert said(filled_in) == ["Of formulas, the last results were taken: row 2."]


def test_long_cell_is_cut_and_said() -> None:
    def fill(book: Any) -> None:
        cell(book, "Notes", 2).value = "a" * 5_001

    filled_in = read(fill)
    assert filled_in.plan.items[0].notes == "a" * 5_000
    assert said(filled_in) == ["Only the first 5,000 characters of a cell were taken: row 2."]


def test_without_its_hidden_sheet_the_workbook_is_held_to_the_plan_of_now() -> None:
    filled_in = read(lambda book: book.remove(book["upr"]))
    assert filled_in.plan == PLAN
    assert filled_in.base is None
    assert said(filled_in)[0].startswith("The hidden sheet “upr” is missing or changed")


@pytest.mark.parametrize("kept", ["{}", '{"version": 1}', "[1]", "x" * 40], ids=["empty", "half", "list", "no JSON"])
def test_hidden_sheet_that_somebody_changed_is_not_believed(kept: str) -> None:
    def change(book: Any) -> None:
        book["upr"]["A2"] = kept

    assert read(change).base is None


def test_without_the_sheet_of_evidence_it_stays() -> None:
    filled_in = read(lambda book: book.remove(book["Evidence"]))
    assert filled_in.plan == PLAN
    assert said(filled_in) == ["Columns that the workbook lacks stay as they were: Evidence."]


def archive(**members: str) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in members.items():
            file.writestr(name.replace("__", "/"), text)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("made", "sentence"),
    [
        (lambda: b"", "no workbook"),
        (lambda: b"%PDF-1.4", "no workbook"),
        (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + b" " * 600, "no workbook"),
        (lambda: plan_workbook(PLAN, None)[:-300], "no workbook"),
        (lambda: archive(xl__workbook=""), "no workbook"),
        (lambda: archive(**{"xl__workbook.xml": "<a/>"}), "damaged"),
        (lambda: archive(**{"xl__workbook.xml": " " * 70_000_000}), "no workbook"),
        (lambda: archive(**{"xl__workbook.xml": "<a>" * 3_000_000}), "no workbook"),
        (lambda: changed(lambda book: book.remove(book["Plan"])), "holds no items of a plan"),
    ],
    ids=[
        "empty",
        "PDF",
        "old or locked",
        "cut off",
        "no workbook in it",
        "no sheets",
        "bomb",
        "tags",
        "other",
    ],
)
def test_what_is_no_workbook_of_a_plan_is_said(made: Callable[[], bytes], sentence: str) -> None:
    with pytest.raises(UnusablePlan, match=sentence):
        read_plan_workbook(made(), PLAN)


def test_cells_are_texts_and_never_formulas() -> None:
    book = openpyxl.load_workbook(BytesIO(plan_workbook(PLAN, None)))
    assert cell(book, "Expected result", 2).data_type == "s"
    assert cell(book, "Expected result", 2).value.startswith("=No girl")
    assert cell(book, "Notes", 2).hyperlink is None


def test_sheet_can_be_worked_with() -> None:
    book = openpyxl.load_workbook(BytesIO(plan_workbook(PLAN, None)))
    assert book.sheetnames == ["Plan", "Evidence", "About", "upr"]
    assert book["upr"].sheet_state == "veryHidden"
    assert book["Plan"].freeze_panes == "B2"
    assert book["Plan"].auto_filter.ref == "A1:Q3"
    assert book["Plan"].page_setup.orientation == "landscape"
    (validation,) = book["Plan"].data_validations.dataValidation
    assert validation.formula1 == '"not started,some steps,partly implemented,fully implemented,contrary steps"'
    notes = [cell.comment.text for cell in book["Plan"][1] if cell.comment]
    assert any("One of: not started; some steps; partly implemented;" in note for note in notes)


def test_columns_that_people_add_come_back_and_go_out_again() -> None:
    def add(book: Any) -> None:
        sheet = book["Plan"]
        sheet.cell(1, sheet.max_column + 1, "Who calls whom")
        sheet.cell(2, sheet.max_column, "Ada calls Bo")

    filled_in = read(add)
    assert [item.own_columns for item in filled_in.plan.items] == [(("Who calls whom", "Ada calls Bo"),), ()]
    assert not [sentence for sentence in said(filled_in) if "not taken" in sentence]
    again = plan_workbook(filled_in.plan, None)
    assert read_plan_workbook(again, filled_in.plan).plan == filled_in.plan

    def empty(book: Any) -> None:
        cell(book, "Who calls whom", 2).value = None

    assert read_plan_workbook(changed(empty, again), filled_in.plan).plan.items[0].own_columns == ()


def test_a_column_that_was_taken_out_of_the_workbook_stays_in_the_plan() -> None:
    plan = replace(PLAN, items=(replace(FIRST, own_columns=(("Who", "Ada"),)), SECOND))
    without = plan_workbook(PLAN, None)
    (first, _) = read_plan_workbook(without, plan).plan.items
    assert first.own_columns == ()  # the workbook was made of a plan without it: the merge keeps what the plan has
    assert merge_plans(PLAN, plan, read_plan_workbook(without, plan).plan).plan.items[0].own_columns == (
        ("Who", "Ada"),
    )


IN_LANGUAGES: list[dict[str, str]] = [{}, {LANGUAGE: "fr"}, {LANGUAGE: "es"}, {LANGUAGE: "ar"}]


@pytest.mark.parametrize("read_in", IN_LANGUAGES)
@pytest.mark.parametrize("written_in", IN_LANGUAGES)
def test_a_workbook_of_one_language_comes_back_in_each(written_in: dict[str, str], read_in: dict[str, str]) -> None:
    """With the columns that people added."""
    first = replace(FIRST, own_columns=(("Цвет ; 色", "rot; grün"),))
    plan = replace(PLAN, items=(first, SECOND))
    app = Flask("workbooks")
    prepare_language(app)
    with app.test_request_context(environ_overrides=written_in):
        content = plan_workbook(plan, None)

    def add_a_column(book: Any) -> None:
        sheet = book.worksheets[0]
        sheet.insert_cols(1)
        sheet.cell(1, 1, "Büro / مكتب")
        sheet.cell(3, 1, "x")

    with app.test_request_context(environ_overrides=read_in):
        filled_in = read_plan_workbook(changed(add_a_column, content), plan)
    added = replace(SECOND, own_columns=(("Büro / مكتب", "x"),))
    assert filled_in == FilledIn(replace(plan, items=(first, added)), plan, ())


def with_far_cells(sheets: int, cells: int = 1) -> bytes:
    """A workbook of a few kilobytes whose sheets each have a cell, or a row of them, far down and to the right."""
    book, content = openpyxl.Workbook(), BytesIO()
    for _ in range(sheets):
        sheet = book.create_sheet()
        for row in range(20_000, 20_000 - cells, -1):
            sheet.cell(row, 64, "x")
    book.save(content)
    return content.getvalue()


def test_cells_far_down_take_no_memory_for_what_is_not_there() -> None:
    content = with_far_cells(5)
    tracemalloc.start()
    try:
        with pytest.raises(UnusablePlan, match="holds no items of a plan"):
            read_plan_workbook(content, PLAN)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 25_000_000


@pytest.mark.parametrize(("sheets", "cells"), [(60, 1), (3, 3_000)])
def test_a_workbook_of_far_more_than_a_plan_is_refused(sheets: int, cells: int) -> None:
    with pytest.raises(UnusablePlan, match="holds no items of a plan"):
        read_plan_workbook(with_far_cells(sheets, cells), PLAN)


@pytest.mark.processes
def test_a_file_is_read_in_a_process_of_its_own_and_in_the_words_of_the_page() -> None:
    """The workbook has lost what its French headings and words stand for."""
    app = Flask("workbooks")
    prepare_language(app)
    with app.test_request_context(environ_overrides={LANGUAGE: "fr"}):
        content = changed(lambda book: book.remove(book["upr"]), plan_workbook(PLAN, None))
        filled_in = read_plan(content, PLAN)
    assert filled_in.plan == PLAN


def test_a_file_that_is_too_large_is_not_looked_at() -> None:
    with pytest.raises(UnusablePlan, match="larger than 10 MB"):
        read_plan(b" " * 10_000_001, PLAN)
