"""Numbers of paragraphs and items are told from numbers that a line happens to begin with."""

import pytest

from indexer.extract.reports.segment import conclusions_span, segment_report
from tests.indexer.printed_report import printed

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
    # typing slips: a comma for the point, a hyphen, a number glued to the item before, a digit lost
    (
        "slips",
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
    assert [line.text for line in first.remarks[0]] == ["Vellania cannot accept this one."]


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
