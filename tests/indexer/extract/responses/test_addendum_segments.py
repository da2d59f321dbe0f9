"""Blocks of an addendum: headings, paragraphs, items and text."""

import pytest

from indexer.extract.responses.addendum_segments import (
    Block,
    BlockKind,
    body_lines,
    heading_rank,
    paragraphs_of,
    segment_addendum,
)
from models.records.documents import Line, ReadDocument
from tests.indexer.printed_lines import line, row

HEADING, PARAGRAPH, ITEM, TEXT = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.TEXT
SYMBOL = "A/HRC/900/1/Add.1"


def spaced(*texts: str) -> list[Line]:
    """Each text is a line of a paragraph of its own, but one that begins with ">" goes on with the line before."""
    lines: list[Line] = []
    top = 100.0
    for text in texts:
        top += 12.0 if text.startswith(">") else 18.0
        lines.append(line(text.removeprefix(">").removeprefix("# "), top, bold=text.startswith("# ")))
    # two lines of one paragraph say how far apart lines usually are
    return [line("The bridge over the river", 60.0), line("is old.", 72.0), *lines]


def blocks(*texts: str) -> list[tuple[BlockKind, str, str]]:
    return [(b.kind, b.number or b.printed, b.text) for b in segment_addendum(spaced(*texts))][1:]


def test_blocks_of_each_kind() -> None:
    assert blocks("# Schools", "1. The school is new.", "It is large.", "61.4 It is closed.", "It is small.") == [
        (HEADING, "", "Schools"),
        (PARAGRAPH, "1", "The school is new.\nIt is large."),
        (ITEM, "61.4", "It is closed.\nIt is small."),
    ]


def test_text_before_any_number_is_a_block_for_each_paragraph() -> None:
    assert blocks("The school is new.", ">It is large", ">and warm.", "It is closed.") == [
        (TEXT, "", "The school is new. It is large and warm."),
        (TEXT, "", "It is closed."),
    ]


def test_an_item_may_stand_in_a_paragraph_of_its_own() -> None:
    (found,) = segment_addendum(spaced("1. Recommendation 8: The school is new."))[1:]
    assert (found.kind, found.number, found.printed, found.text) == (
        ITEM,
        "1",
        "Recommendation 8:",
        "The school is new.",
    )


def test_a_list_of_numbers_goes_on_on_the_next_line() -> None:
    assert blocks("61.4, 61.5,", ">61.6", "The school is new.") == [(ITEM, "61.4, 61.5, 61.6", "The school is new.")]
    (found,) = segment_addendum(spaced("61.4, 61.5,", ">61.6"))[1:]
    assert found.named.numbers == ("61.4", "61.5", "61.6")


def test_numbers_beside_text_go_on_with_their_column_alone() -> None:
    def numbers(second: Line) -> tuple[str, ...]:
        first = row(200, (113.0, 150.0, "61.4,"), (193.0, 480.0, "The school is new and"))
        found = segment_addendum([line("The bridge", 60.0), line("is old.", 72.0), first, second])[-1]
        return found.named.numbers

    assert numbers(row(212, (113.0, 150.0, "61.5"), (193.0, 480.0, "warm."))) == ("61.4", "61.5")
    assert numbers(line("12 carts wide.", 212)) == ("61.4",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Recommendations that enjoy the support of Freedonia", HEADING),
        ("Recommendations that enjoy the support of Freedonia.", TEXT),
        ("Recommendations that enjoy the support of Freedonia;", TEXT),
        ("Recommendations on schools", TEXT),
        ("Freedonia accepts recommendations 5 and 6", TEXT),
        ("Accepted recommendations " + "bridge " * 23, HEADING),
        ("Accepted recommendations " + "bridge " * 24, TEXT),
    ],
)
def test_a_short_line_that_takes_a_position_is_a_heading(text: str, kind: BlockKind) -> None:
    assert blocks(text.strip())[0][0] is kind


def test_a_heading_of_two_lines_is_one_block() -> None:
    lines = [*spaced()[:2], line("Schools and", 100, bold=True), line("bridges", 112, bold=True), line("Old.", 130)]
    assert [b.text for b in segment_addendum(lines)][1:] == ["Schools and bridges", "Old."]


@pytest.mark.parametrize(
    ("higher", "lower"),
    [
        (line("Schools", size=12.0), line("II. Schools", bold=True)),
        (line("Schools", bold=True), line("II. Schools")),
        (line("II. Schools"), line("B. Schools")),
        (line("B. Schools"), line("3. Schools")),
        (line("3. Schools"), line("Schools")),
    ],
)
def test_headings_rank_by_size_then_weight_then_mark(higher: Line, lower: Line) -> None:
    def rank(heading: Line) -> tuple[float, bool, int]:
        return heading_rank(Block(HEADING, [heading]))

    assert rank(higher) > rank(lower)


def test_tables_stand_between_the_text_around_them() -> None:
    columns = (100.0, 130.0), (150.0, 330.0), (350.0, 500.0)
    table = [
        row(300, *((*edges, text) for edges, text in zip(columns, ("No.", "Position", "Comments"), strict=True))),
        row(320, *((*edges, text) for edges, text in zip(columns, ("61.4", "Accepted", "It is old."), strict=True))),
    ]
    after = [line("The school is new and has been opened for all the children", 400.0, left=20.0, right=500.0)]
    after += [line(f"of the village number {n}.", 412.0 + 12 * n, left=20.0, right=500.0) for n in range(4)]
    lines = [*spaced("1. The river is wide."), *table, *after]
    found = segment_addendum(lines)
    assert [(b.kind, b.number or b.printed) for b in found] == [
        (TEXT, ""),
        (PARAGRAPH, "1"),
        (ITEM, "61.4"),
        (TEXT, ""),
    ]
    assert found[2].text == "It is old."
    assert [paragraph for _, paragraph in paragraphs_of(found)] == [None, "1", None, "1"]


def test_items_of_a_column_belong_to_no_paragraph() -> None:
    def paragraph(number: str, *, in_cells: bool = True) -> str | None:
        text = "The school is new."
        cells = ((113.0, 150.0, number), (193.0, 480.0, text)) if in_cells else ()
        item = line(f"{number} {text}", 200.0, cells=cells)
        *_, (_, found) = paragraphs_of(segment_addendum([*spaced("1. The river is wide."), item]))
        return found

    assert paragraph("61.4") is None
    assert paragraph("61.4", in_cells=False) == "1"
    assert paragraph("Recommendation 61.4") == "1"


def body(*lines: Line) -> list[str]:
    return [found.text for found in body_lines(ReadDocument("a.pdf", "0" * 64, lines, 2), SYMBOL)]


def test_the_body_begins_behind_the_title() -> None:
    title = line("Views presented by the State under review", 200)
    assert body(line("Item 6", 100), title, line("* Reproduced as submitted.", 220), line("1. Old.", 240)) == [
        "1. Old."
    ]
    assert body(line("Item 6", 100), line("1. Old.", 240)) == ["Item 6", "1. Old."]
    # the same words on a later page are no title
    later = line("Views presented by the State under review", 200, page=2)
    assert body(line("Item 6", 100), later)[0] == "Item 6"


def test_stars_are_notes_of_the_cover_alone() -> None:
    title = line("Views presented by the State under review", 200)
    assert body(title, line("* Old.", 100, page=2)) == ["* Old."]
    assert body(line("* Old.", 100)) == ["* Old."]


def test_symbols_and_page_numbers_left_among_the_lines_are_taken_out() -> None:
    lines = [line("1. Old.", 100), line(SYMBOL, 120), line("2", 140), line("1", 160)]
    assert body(*lines) == ["1. Old.", "2"]
