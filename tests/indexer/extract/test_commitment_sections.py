"""Where sections on commitments begin and end, and what counts in them."""

from dataclasses import replace

import pytest

from indexer.extract.commitment_sections import PledgeSection, pledge_sections, printed_items
from indexer.extract.outline.spacing import Spacing
from models.records.documents import Line
from tests.indexer.printed_lines import line

HEADING = "Voluntary pledges and commitments"


def heading(text: str, top: float, size: float = 12.0) -> Line:
    return line(text, top, bold=True, size=size)


def sections(*lines: Line) -> list[tuple[str, list[str]]]:
    return [(s.heading, [below.text for below in s.lines]) for s in pledge_sections(lines)]


PLEDGE = line("The State will mend its bridges.", 140)


def test_a_heading_takes_three_lines_at_most() -> None:
    lines = [heading(f"{HEADING} of the State", 100), heading("under review in the", 112), heading("fourth cycle", 124)]
    assert sections(*lines, line("We will.", 150)) == [
        (f"{HEADING} of the State under review in the fourth cycle", ["We will."])
    ]
    fourth = heading("of the review", 136)
    assert sections(*lines, fourth, line("We will.", 160))[0][0].endswith("in the fourth cycle")


@pytest.mark.parametrize(
    "changed",
    [
        {"bold": False},
        {"size": 13.0},
        {"top": 124.0},
        {"page": 2},
    ],
)
def test_a_heading_goes_on_in_its_type_on_the_next_line(changed: dict[str, float]) -> None:
    second = heading("of the State", 112)
    assert sections(heading(HEADING, 100), second, PLEDGE)[0][0] == f"{HEADING} of the State"
    assert sections(heading(HEADING, 100), replace(second, **changed), PLEDGE)[0][0] == HEADING


@pytest.mark.parametrize(
    "first",
    [
        heading(f"{HEADING}:", 100),
        heading(f"{HEADING};", 100),
        heading(f"12. {HEADING}", 100),
        heading(f"• {HEADING}", 100),
        line(HEADING, 100),
        heading(f"{HEADING} {'of the State ' * 7}", 100),
    ],
    ids=["colon", "semicolon", "number", "bullet", "not bold", "long"],
)
def test_what_is_no_heading(first: Line) -> None:
    assert sections(first, PLEDGE) == []


def test_a_heading_has_a_hundred_and_twenty_characters_a_line_at_most() -> None:
    assert sections(heading(HEADING.ljust(120, "x"), 100), PLEDGE) != []
    assert sections(heading(HEADING.ljust(121, "x"), 100), PLEDGE) == []


def test_bold_words_inside_a_paragraph_are_no_heading() -> None:
    before = line("The State presented its", 100)
    assert sections(before, heading(HEADING, 112), PLEDGE) == []
    assert sections(before, heading(HEADING, 120), PLEDGE) != []


def ends(first: Line, second: Line) -> bool:
    return sections(first, PLEDGE, second, line("The river is wide.", 200))[0][1] == [PLEDGE.text]


def test_a_section_ends_at_a_heading_of_its_rank_or_a_higher_one() -> None:
    chapter = heading(f"B. {HEADING}", 100)
    assert ends(chapter, heading("C. Rivers", 180))
    assert ends(chapter, heading("IV. Rivers", 180))
    assert not ends(heading(f"III. {HEADING}", 100), heading("A. Rivers", 180))
    # without numbers the size tells, half a point aside
    assert ends(heading(HEADING, 100), heading("Rivers", 180, size=11.5))
    assert not ends(heading(HEADING, 100), heading("Rivers", 180, size=11.4))
    assert ends(heading(f"III. {HEADING}", 100), heading("Annex", 180, size=8.0))


def test_headings_below_a_section_begin_no_section_of_their_own() -> None:
    lines = [heading(f"III. {HEADING}", 100), heading("A. Voluntary commitments on rivers", 130), PLEDGE]
    assert len(sections(*lines)) == 1


def test_a_part_on_earlier_pledges_ends_at_the_next_part() -> None:
    earlier = heading("II. Implementation of voluntary pledges", 60)
    chapter, part = heading("A. Voluntary pledges", 100), heading("III. Voluntary pledges", 100)
    (of_chapter,) = pledge_sections([earlier, chapter, PLEDGE])
    (of_part,) = pledge_sections([earlier, part, PLEDGE])
    assert (of_chapter.on_earlier, of_part.on_earlier) == (True, False)


def items(*lines: Line) -> list[tuple[str | None, bool, str]]:
    return [(i.paragraph, i.listed, i.text) for i in printed_items(PledgeSection(HEADING, lines, Spacing.of(lines)))]


def test_what_introduces_a_list_is_no_item() -> None:
    lead_in, first = line("5. The State will:", 100), line("(a) mend bridges:", 112)
    assert items(lead_in, first) == [("5(a)", True, "mend bridges:")]
    assert items(lead_in) == [("5", False, "The State will:")]
    assert items(lead_in, line("6. The State will.", 112)) == [("6", False, "The State will.")]
    # an item that ends with a colon introduces a list of its own, not the next paragraph
    assert [paragraph for paragraph, *_ in items(lead_in, first, line("6. The State will.", 124))] == ["5(a)", "6"]


def test_paragraphs_skip_two_numbers_at_most() -> None:
    def paragraphs(number: int) -> list[str | None]:
        return [paragraph for paragraph, *_ in items(line("5. Mend bridges.", 100), line(f"{number}. Build.", 112))]

    assert paragraphs(7) == ["5", "7"]
    assert paragraphs(8) == ["5"]
    assert paragraphs(5) == ["5"]


def test_an_item_that_could_be_the_next_paragraph_stands_with_its_list() -> None:
    def second(left: float) -> str | None:
        lines = [
            line("1. The State will:", 100),
            line("1. mend bridges;", 112, left=140.0),
            line("2. build schools.", 124, left=left),
        ]
        return items(*lines)[-1][0]

    assert second(140.0) == "1.2"
    assert second(151.9) == "1.2"
    assert second(152.0) == "2"
    assert second(113.0) == "2"


def test_letters_count_on_and_begin_anew_under_each_number() -> None:
    lines = [line("5. Will:", 100), line("(b) mend", 112), line("(a) build", 124), line("(c) paint", 136)]
    assert items(*lines) == [("5", False, "Will: (b) mend"), ("5(a)", True, "build (c) paint")]
    lines = [line("5. Will:", 100), line("(a) build", 112), line("6. Will:", 124), line("(a) paint", 136)]
    assert [paragraph for paragraph, *_ in items(*lines)] == ["5(a)", "6(a)"]


def test_sub_headings_part_what_stands_around_them() -> None:
    lines = [
        line("The State will mend", 100),
        line("bridges.", 112),
        heading("Rivers", 140),
        line("It will build.", 160),
        line("It will paint.", 180),
        line("(See above.)", 60, page=2),
    ]
    assert [text for *_, text in items(*lines)] == [
        "The State will mend bridges.",
        "It will build.",
        "It will paint. (See above.)",
    ]


def test_what_stands_first_is_an_item() -> None:
    assert items(line("Bridges.", 100), line("• Mend.", 112)) == [(None, False, "Bridges."), (None, True, "Mend.")]
    assert items(line("1. Mend.", 100), line("1. Build.", 112)) == [("1", False, "Mend."), ("1.1", True, "Build.")]
