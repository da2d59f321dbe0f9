"""Paragraphs, headings and sub-paragraphs, as concluding observations print them."""

from dataclasses import replace

import pytest

from indexer.extract.observations import OBSERVATIONS, heading_of
from indexer.extract.outline.headings import Level
from indexer.extract.outline.outline import OutlineParagraph, outlined
from models.records.documents import Line
from tests.indexer.printed_lines import line


def cut(*lines: Line) -> list[tuple[str, str, str, str]]:
    return [(p.number, section_of(p), heading_of(p), p.text) for p in outlined(lines, OBSERVATIONS)]


def section_of(paragraph: OutlineParagraph) -> str:
    """The nearest heading with a letter or Roman number, "" for none."""
    return next((each.text for each in reversed(paragraph.headings) if each.level <= Level.LETTER), "")


def spaced(*texts: str, step: float = 12.0) -> list[Line]:
    """Lines of plain type; "# " begins a bold one."""
    return [
        line(text.removeprefix("# "), 100.0 + step * index, bold=text.startswith("# "))
        for index, text in enumerate(texts)
    ]


FIRST = "1. The Committee considered the report."


def numbers(*texts: str) -> list[str]:
    return [number for number, *_ in cut(*spaced("Cover", *texts))]


def test_paragraphs_count_from_one_behind_the_end_of_a_sentence() -> None:
    assert numbers(FIRST, "2. The bridge is old.") == ["1", "2"]
    assert numbers("2. The bridge is old.", FIRST) == ["1"]
    assert numbers("1. The Committee considered the", "2. The bridge is old.") == ["1"]
    assert numbers(FIRST, "1. The bridge is old.") == ["1"]


def test_an_excerpt_leaves_out_twenty_paragraphs_at_most() -> None:
    assert numbers(FIRST, "22. The bridge is old.") == ["1", "22"]
    assert numbers(FIRST, "23. The bridge is old.") == ["1"]


def test_a_section_and_the_headings_below_it() -> None:
    found = cut(
        *spaced(
            FIRST,
            "# C. Concerns and recommendations",
            "# Bridges",
            "2. The bridge is old.",
            "# Schools",
            "3. The school is new.",
            step=18.0,
        )
    )
    assert [row[1:3] for row in found] == [
        ("", ""),
        ("Concerns and recommendations", "Bridges"),
        ("Concerns and recommendations", "Schools"),
    ]


def test_a_heading_of_two_lines_is_one() -> None:
    lines = spaced(FIRST, "# Bridges over rivers", "# and lakes", "2. The bridge is old.")
    assert cut(*lines)[1][2] == "Bridges over rivers and lakes"

    def heading(**changed: object) -> str:
        return cut(lines[0], lines[1], replace(lines[2], **changed), replace(lines[3], top=160.0))[1][2]

    assert heading(top=lines[1].top + 15.5) == "Bridges over rivers and lakes"
    assert heading(top=lines[1].top + 15.7) == "and lakes"
    assert heading(italic=True) == "and lakes"
    assert heading(size=9.0) == "and lakes"
    assert heading(text="D. Lakes") == "Lakes"
    assert heading(page=2) == "Bridges over rivers and lakes"


@pytest.mark.parametrize(
    ("text", "is_heading"),
    [
        ("# Bridges", True),
        ("Bridges", False),
        ("# Bridges.", False),
        ("# Bridges;", False),
        ("# Bridges:", False),
        ("# Bridges,", False),
        ("# (a) Bridges", False),
        ("# " + " ".join(["bridge"] * 45), True),
        ("# " + " ".join(["bridge"] * 46), False),
    ],
)
def test_where_lines_have_a_type_a_heading_is_bold(text: str, is_heading: bool) -> None:
    found = cut(*spaced("# Cover", FIRST, text, "2. The bridge is old."))
    assert (found[-1][2] == text.removeprefix("# ")) is is_heading


def test_where_text_alone_is_known_a_capital_begins_a_heading() -> None:
    def heading(*texts: str) -> str:
        lines = [replace(printed, size=0.0) for printed in spaced(FIRST, *texts, "2. The bridge is old.")]
        return cut(*lines)[-1][2]

    assert heading("Bridges") == "Bridges"
    assert heading("Bridges over rivers", "and lakes") == "Bridges over rivers and lakes"
    assert heading("Bridges", "Lakes") == "Lakes"
    assert heading("and lakes") == ""
    assert heading("3 lakes") == "3 lakes"


def test_what_no_number_follows_is_text_of_its_paragraph() -> None:
    assert cut(*spaced(FIRST, "# Bridges", "It is old.", "2. Old."))[0][3] == f"{FIRST[3:]} Bridges It is old."
    assert cut(*spaced(FIRST, "# Bridges"))[0][3] == FIRST[3:]


def test_bold_words_inside_a_sentence_are_no_heading() -> None:
    found = cut(*spaced("1. The Committee considered the", "# report", "of the State.", "2. The bridge is old."))
    assert [row[3] for row in found] == ["The Committee considered the report of the State.", "The bridge is old."]


def test_sub_paragraphs_stand_on_lines_of_their_own() -> None:
    def text(*texts: str) -> str:
        return cut(*spaced("# Cover", *texts))[0][3]

    assert text("1. It is concerned about:", "(a) bridges;", "(b) schools.") == (
        "It is concerned about:\n(a) bridges;\n(b) schools."
    )
    assert text("1. It is concerned about bridges and", "(b) schools.") == (
        "It is concerned about bridges and\n(b) schools."
    )
    assert text("1. As article 5", "(b) says, it is old.") == "As article 5 (b) says, it is old."


def test_white_space_behind_a_sentence_parts_a_paragraph() -> None:
    first, second = spaced(FIRST, "It is old.")

    def text(before: Line, **changed: object) -> str:
        return cut(line("Cover", bold=True), before, replace(second, **changed))[0][3]

    joined, parted = (
        "The Committee considered the report. It is old.",
        "The Committee considered the report.\nIt is old.",
    )
    assert text(first, top=first.top + 17.5) == joined
    assert text(first, top=first.top + 17.6) == parted
    assert text(first, top=first.top + 17.6, page=2) == joined
    assert "\n" not in text(replace(first, text="1. The Committee considered"), top=first.top + 30)


def test_notes_of_the_cover_are_left_out() -> None:
    assert cut(*spaced(FIRST, "* Adopted at the session.", "GE.10-12345", "2. Old."))[0][3] == FIRST[3:]


def test_lines_of_a_table_of_contents_are_no_headings() -> None:
    contents = ["# I. Bridges ........ 1−2 4", "# II. Ferries by night and", "# by day ............ 9"]
    (paragraph,) = outlined(spaced(*contents, "# I. Bridges", FIRST), OBSERVATIONS)
    assert [heading.text for heading in paragraph.headings] == ["Bridges"]
    (paragraph,) = outlined(spaced(*contents, "# Aims", FIRST), OBSERVATIONS)
    assert [heading.text for heading in paragraph.headings] == ["Aims"]


def test_lines_of_a_table_of_contents_are_no_paragraphs() -> None:
    contents = [
        "I. BRIDGES ........ 1 - 2 5",
        "1. Piers by night",
        "and by day ........ 1 5",
        "Paragraphs Page",
        "2. Ferries . . . . . . 2 6",
        "II. HARBOURS 3 - 4 7",
        "A. Lighthouses …… 3 7",
    ]
    found = list(outlined(spaced("Cover", *contents, "# I. BRIDGES", FIRST, "2. The bridge is old."), OBSERVATIONS))
    assert [(paragraph.number, paragraph.headings[-1].text) for paragraph in found] == [
        ("1", "BRIDGES"),
        ("2", "BRIDGES"),
    ]
    assert found[0].text == FIRST[3:]


def test_dots_within_a_paragraph_are_its_own() -> None:
    (paragraph,) = outlined(spaced(FIRST, "It was told that “the bridge ....", "fell”."), OBSERVATIONS)
    assert paragraph.text.endswith("“the bridge .... fell”.")


def test_a_numbered_list_of_abbreviations_is_no_paragraph() -> None:
    abbreviations = ["# ABBREVIATIONS", "1. LHA Lighthouse Authority", "2. FB Ferry Board", "3. U.S. Upper Shore"]
    found = list(outlined(spaced(*abbreviations, "# I. BRIDGES", FIRST, "2. The bridge is old."), OBSERVATIONS))
    assert [(paragraph.number, paragraph.text) for paragraph in found] == [
        ("1", FIRST[3:]),
        ("2", "The bridge is old."),
    ]
    assert [heading.text for heading in found[0].headings] == ["BRIDGES"]


def test_a_list_within_the_first_paragraph_stays_in_it() -> None:
    lines = spaced("1. These were asked:", "1. The Ferry Board", "2) The Lake Authority.")
    (paragraph,) = outlined(lines, OBSERVATIONS)
    assert paragraph.text.startswith("These were asked: 1. The Ferry Board")
