"""What lines begin and end with."""

from dataclasses import replace

import pytest

from indexer.extract.outline.marks import (
    begins_item,
    behind_mark,
    counts_on,
    ends_sentence,
    may_end,
    open_end_of_list,
    precedes_item,
    value_of_roman,
)
from tests.indexer.printed_lines import row


@pytest.mark.parametrize(
    ("number", "missing", "goes_on"), [(4, 0, True), (5, 0, False), (6, 2, True), (7, 2, False), (3, 2, False)]
)
def test_so_many_numbers_of_a_count_may_be_missing(number: int, missing: int, goes_on: bool) -> None:
    assert counts_on(number, 3, missing) is goes_on


def test_a_line_without_its_mark_keeps_its_cells_and_notes() -> None:
    printed = replace(
        row(100.0, (50.0, 60.0, "12."), (80.0, 200.0, "JS3 The"), (220.0, 300.0, "Ferry")), marks=((8, "4"),)
    )
    behind = behind_mark(printed, 4)
    assert behind.text == "JS3 The Ferry"
    assert behind.cells == ((80.0, 200.0, "JS3 The"), (220.0, 300.0, "Ferry"))
    assert behind.marks == ((4, "4"),)
    assert behind_mark(printed, 8).cells == ((80.0, 200.0, "The"), (220.0, 300.0, "Ferry"))


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("(a) Build a bridge", True),
        ("(iv) Build a bridge", True),
        ("• Build a bridge", True),
        ("■Build a bridge", True),
        ("– Build a bridge", True),
        ("-based on bridges", False),
        ("(as built) bridges", False),
        ("Build a bridge", False),
    ],
)
def test_items_begin_with_letters_bullets_and_dashes(text: str, begins: bool) -> None:
    assert begins_item(text) is begins


@pytest.mark.parametrize(
    ("text", "sentence", "paragraph", "before_item"),
    [
        ("the bridge.", True, True, True),
        ("the bridge.”12", True, False, True),
        ("these bridges:", True, True, True),
        ("the bridge (of stone)", False, True, False),
        ("the bridge,", False, False, True),
        ("the bridge; and", False, False, True),
        ("the bridge; y", False, False, True),
        ("the bridge", False, False, False),
    ],
)
def test_ends_of_lines(text: str, sentence: bool, paragraph: bool, before_item: bool) -> None:
    assert (ends_sentence(text), may_end(text), precedes_item(text)) == (sentence, paragraph, before_item)


def test_a_list_is_left_open_by_a_comma_a_dash_or_a_word() -> None:
    assert open_end_of_list("61.4, 61.5 and") == 10
    assert open_end_of_list("61.4 –") == 4
    assert open_end_of_list("61.4, 61.5") is None
    assert open_end_of_list("61.4 island") is None


@pytest.mark.parametrize(("roman", "value"), [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XL", 40)])
def test_roman_numbers(roman: str, value: int) -> None:
    assert value_of_roman(roman) == value
