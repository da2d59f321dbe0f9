"""Numbers of paragraphs and items are told from numbers that a line happens to begin with."""

from dataclasses import replace

import pytest

from indexer.extract.reports.segment import conclusions_span, segment_report
from models.records.documents import Line
from tests.indexer.printed_report import bold, printed

OPENING = """
94. The delegation thanked all speakers.

II. Conclusions and/or recommendations

"""


def items(text: str) -> list[tuple[int, int | None, str]]:
    return [(p.paragraph, p.item, p.printed) for p in segment_report(printed(OPENING + text)) if p.in_conclusions]


CASES = [
    # a list of 2008-2010: numbers restart under each intro paragraph
    (
        "restarting lists",
        """
95. The recommendations listed below enjoy the support of Vellania:

    1. Build two schools (Peru);

    2. Build a bridge (Chad);

96. The following recommendations did not enjoy its support:

    1. Sell the bridge (Peru);
""",
        [(95, None, "95."), (95, 1, "1."), (95, 2, "2."), (96, None, "96."), (96, 1, "1.")],
    ),
    # later reports: intro paragraph and item in one number, with or without the last full stop
    (
        "dotted",
        """
95. The recommendations below will be examined:

    95.1. Build two schools (Peru);

    95.2 Build a bridge (Chad);
""",
        [(95, None, "95."), (95, 1, "95.1."), (95, 2, "95.2")],
    ),
    # a year, an article and a per cent figure that begin a line are no numbers of items
    (
        "numbers inside sentences",
        """
95. The recommendations below will be examined:

    95.1. Adopt the act of
    2009. It should cover articles
    12. and 14, and at least
    95.5 per cent of the districts (Peru);

    95.2. Build a bridge (Chad);
""",
        [(95, None, "95."), (95, 1, "95.1."), (95, 2, "95.2.")],
    ),
    # misprints: a comma for the point, a hyphen, a number glued to the item before, a digit lost
    (
        "misprints",
        """
95. The recommendations below will be examined:

    95.1. Build two schools (Peru);

    95,2. Build a bridge (Chad);95.3. Paint the bridge (Mali);

    95-4. Light the bridge (Mali);

    59.5. Guard the bridge (Mali);
""",
        [(95, None, "95."), (95, 1, "95.1."), (95, 2, "95,2."), (95, 3, "95.3."), (95, 4, "95-4."), (95, 5, "59.5.")],
    ),
    # an item whose number lost its point
    (
        "undotted",
        """
95. The recommendations below will be examined:

    1. Build two schools (Peru);

    2 Build a bridge (Chad);

    3. Paint the bridge (Mali);
""",
        [(95, None, "95."), (95, 1, "1."), (95, 2, "2"), (95, 3, "3.")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_items_are_numbered_as_a_reader_would(text: str, expected: list[tuple[int, int | None, str]]) -> None:
    found = items(text)
    assert [(paragraph, item) for paragraph, item, _ in found] == [(p, i) for p, i, _ in expected]
    assert [printed for *_, printed in found] == [printed for *_, printed in expected]


def test_a_list_longer_than_the_report_keeps_its_items_apart_from_the_paragraphs() -> None:
    rows = "\n\n".join(f"    {n}. Build school number {n} (Peru);" for n in range(1, 121))
    found = items(f"95. These enjoy its support:\n\n{rows}\n\n96. The following did not:\n\n    1. Close one (Chad);\n")
    assert [item for paragraph, item, _ in found if paragraph == 95 and item] == list(range(1, 121))
    assert found[-2:] == [(96, None, "96."), (96, 1, "1.")]


def test_items_continue_on_a_page_with_mirrored_margins() -> None:
    lines = printed(
        OPENING + "95. These will be examined:\n\n    1. Build (Peru);\n\n---\n2 Paint (Chad);\n\n3. Guard (Mali);\n"
    )
    found = [(p.paragraph, p.item) for p in segment_report(lines) if p.in_conclusions]
    assert found == [(95, None), (95, 1), (95, 2), (95, 3)]


def test_a_remark_after_an_item_is_no_part_of_it() -> None:
    text = (
        "95. These did not enjoy its support:\n\n    1. Build two\n    schools in the\n    valley (Peru);\n\n"
        "Vellania cannot accept this one.\n\n    2. Paint (Chad);\n"
    )
    first = next(p for p in segment_report(printed(OPENING + text)) if p.item == 1)
    assert [line.text for line in first.lines] == ["Build two", "schools in the", "valley (Peru);"]
    assert [line.text for line in first.unnumbered[0]] == ["Vellania cannot accept this one."]


@pytest.mark.parametrize(
    "heading",
    [
        "II. Conclusions and/or recommendations",
        "II. CONCLUSIONS AND/OR RECOMMENDATIONS",
        "Conclusions and recommendations",
        "II. Conclusions and/or recommendations**",  # the footnote says that they are not edited
    ],
)
def test_the_conclusions_begin_at_their_heading_and_end_at_the_next_section(heading: str) -> None:
    lines = printed(
        f"94. Thanks.\n\n{heading}\n\n95. These:\n\n    95.1 Build (Peru);\n\nIII. Voluntary pledges\n\n96. We will.\n"
    )
    start, end = conclusions_span(lines)
    assert lines[start].text == heading
    assert lines[end].text == "III. Voluntary pledges"


def test_a_sentence_about_an_annex_does_not_end_the_conclusions() -> None:
    lines = printed(
        OPENING + "95. These:\n\n    95.1 Follow the guide in\n    annex to the report of the council (Peru);\n"
    )
    assert conclusions_span(lines)[1] == len(lines)


def test_a_report_may_begin_with_its_conclusions() -> None:
    lines = printed("II. Conclusions and/or recommendations\n\n95. These:\n\n    95.1 Build (Peru);\n")
    assert conclusions_span(lines) == (0, 3)


def test_the_last_heading_counts_and_where_there_is_none_the_first_list() -> None:
    contents = "Conclusions and/or recommendations\n\n"
    lines = printed(f"{contents}94. Thanks.\n\n{contents}95. These:\n\n    95.1 Build (Peru);\n")
    assert conclusions_span(lines) == (2, 5)
    lines = printed("94. Thanks.\n\n95. The following recommendations will be examined:\n\n    95.1 Build (Peru);\n")
    assert conclusions_span(lines) == (1, 3)
    lines = printed("95. The following recommendations will be examined:\n\n    95.1 Build (Peru);\n")
    assert conclusions_span(lines) == (0, 2)
    assert conclusions_span(printed("94. Thanks.\n")) == (1, 1)


LOST_NUMBERS = [
    # two numbers of a count may be lost, not three
    ("95.1. Build (Peru);", "95.4. Paint (Chad);", [1, 4]),
    ("95.1. Build (Peru);", "95.5. Paint (Chad);", [1, 2]),  # stands where the next item does: a misprint
    ("95.1. Build a bridge", "95.4. Paint it", [1, 4]),
    ("95.1. Build a bridge", "95.5. Paint it", [1]),
    ("1. Build (Peru);", "4. Paint (Chad);", [1, 4]),
    ("1. Build (Peru);", "5. Paint (Chad);", [1]),
    # a misprint has one half right and stands behind the end of an item
    ("95.1. Build (Peru);", "96.2. Paint (Chad);", [1, 2]),
    ("95.1. Build (Peru);", "97.7. Paint (Chad);", [1]),
    ("95.1. Build up to", "96.2. Paint (Chad);", [1]),
    ("1. Build (Peru);", "2 Paint (Chad);", [1, 2]),
    ("1. Build up to", "2 Paint (Chad);", [1]),
    ("1. Build (Peru);", "3 Paint (Chad);", [1]),
]


@pytest.mark.parametrize(("first", "second", "expected"), LOST_NUMBERS)
def test_numbers_that_are_lost_or_misprinted(first: str, second: str, expected: list[int]) -> None:
    found = items(f"95. These will be examined:\n\n    {first}\n\n    {second}\n")
    assert [item for _, item, _ in found if item] == expected


def test_a_list_opens_under_its_paragraph_or_one_whose_number_was_lost() -> None:
    assert items("97.1. Build (Peru);\n") == []
    assert items("96.1. Build (Peru);\n") == [(96, 1, "96.1.")]
    assert items("95. These:\n\n    95.2. Build (Peru);\n")[1:] == [(95, 2, "95.2.")]
    assert items("95. These:\n\n    95.5. Build (Peru);\n")[1:] == []


def moved(lines: tuple[Line, ...], index: int, by: float) -> list[Line]:
    return [replace(line, left=line.left + by) if at == index else line for at, line in enumerate(lines)]


@pytest.mark.parametrize(("by", "items_found"), [(12.0, [1, 4]), (-12.0, [1, 4]), (12.5, [1]), (-12.5, [1])])
def test_items_stand_within_twelve_points_of_each_other(by: float, items_found: list[int]) -> None:
    lines = printed(OPENING + "95. These will be examined:\n\n    1. Build (Peru);\n\n    4. Paint (Chad);\n")
    found = [p.item for p in segment_report(moved(lines, -1 % len(lines), by)) if p.in_conclusions and p.item]
    assert found == items_found


def test_paragraphs_count_on_with_two_missing_at_most_at_their_left_edge() -> None:
    def paragraphs(number: int, by: float = 0.0) -> list[int]:
        lines = printed(f"1. The river is wide.\n\n2. The bridge is old.\n\n{number}. The school is new.\n")
        return [p.paragraph for p in segment_report(moved(lines, 2, by))]

    assert paragraphs(5) == [1, 2, 5]
    assert paragraphs(6) == [1, 2]
    assert paragraphs(5, by=13.0) == [1, 2]
    assert paragraphs(3, by=13.0) == [1, 2, 3]


def test_the_next_paragraph_is_no_item_unless_it_stands_with_the_items() -> None:
    rows = "\n\n".join(f"    {n}. Build school {n} (Peru);" for n in range(1, 96))
    found = items(f"95. These:\n\n{rows}\n\n    96. Build school 96 (Chad);\n\n96. The following did not:\n")
    assert [item for _, item, _ in found][-2:] == [96, None]


def test_paragraphs_count_from_the_first_number_where_pages_are_lost() -> None:
    def first(text: str) -> int:
        return segment_report(printed(text))[0].paragraph

    assert first("94. Thanks.\n\n95. More.\n") == 94
    assert first("94. Thanks.\n\n1. The river.\n\n2. The bridge.\n") == 1
    assert first("94. Thanks.\n\n95. More.\n\n1. The river.\n") == 94


def remarks_after(
    gap: float, *, in_bold: bool = False, first: str = "1. Build (Peru);", last: str = "It is old."
) -> int:
    lines = list(printed(OPENING + f"95. These:\n\n    {first}\n    {last}\n\n    2. Paint (Chad);\n"))
    index = next(at for at, line in enumerate(lines) if line.text == last)
    second = replace(lines[index], top=lines[index - 1].top + gap)
    lines[index] = bold(second) if in_bold else second
    lines[index + 1 :] = [replace(line, top=line.top + 30) for line in lines[index + 1 :]]
    filler = printed("\n".join(["The river is wide and deep"] * 40), first_page=1)
    item = next(p for p in segment_report([*filler, *lines]) if p.item == 1)
    return len(item.unnumbered)


def test_white_space_or_type_part_a_remark_from_its_item() -> None:
    # lines are 12 points apart
    assert remarks_after(15.5) == 0
    assert remarks_after(15.7) == 1
    assert remarks_after(13.5, in_bold=True) == 0
    assert remarks_after(14.0, in_bold=True) == 1
    assert remarks_after(17.0, first="1. Build up to") == 0
    assert remarks_after(17.0, last="(b) The bridge (Peru);") == 0


def test_a_share_that_begins_a_line_like_the_next_item_goes_on_with_its_sentence() -> None:
    text = """
95. The recommendations below will be examined:

    95.1. Open schools in at least
    95.2 per cent of the districts (Peru);

    95.2 build a bridge (Chad);
"""
    listed = [paragraph for paragraph in segment_report(printed(OPENING + text)) if paragraph.item]
    assert [[line.text for line in paragraph.lines] for paragraph in listed] == [
        ["Open schools in at least", "95.2 per cent of the districts (Peru);"],
        ["build a bridge (Chad);"],
    ]
