"""What white space, type and numbers tell of a line of an addendum."""

from dataclasses import replace

import pytest

from indexer.extract.responses.addendum_layout import AddendumLayout
from indexer.text.recommendation_numbers import leading_numbers
from models.records.documents import Line
from tests.indexer.printed_lines import line

SENTENCE = "The bridge over the river is old and was closed to carts."


def at(tops: list[float], **properties: object) -> list[Line]:
    return [replace(line(SENTENCE, top), **properties) for top in tops]


def test_a_step_of_a_third_more_than_the_usual_parts_lines() -> None:
    layout = AddendumLayout(at([100, 112, 124, 136, 151, 167]))
    assert [layout.stands_apart(index) for index in range(1, 6)] == [False, False, False, False, True]


def test_the_usual_step_is_never_that_of_two_paragraphs() -> None:
    # every line is a paragraph, 20 points apart: lines of 10 points are set 13.5 apart at most
    layout = AddendumLayout(at([100, 120, 140, 160]))
    assert layout.stands_apart(1)
    assert not AddendumLayout(at([100, 117, 134])).stands_apart(1)
    assert AddendumLayout(at([100, 118, 136])).stands_apart(1)


def test_a_few_lines_set_close_do_not_make_the_usual_step() -> None:
    tops = [100, 110, 120, 132, 144, 156, 168, 180, 192, 204, 219]
    assert not AddendumLayout(at(tops)).stands_apart(10)  # two of ten steps are shorter
    assert AddendumLayout(at([tops[0] - 10, *tops])).stands_apart(11)  # three of eleven


def test_steps_over_a_page_and_superscripts_count_for_nothing() -> None:
    lines = [*at([100, 107, 119, 131, 146])]
    assert not AddendumLayout(lines).stands_apart(4)  # 7 points are no step of lines of 10
    lines = [*at([100, 112, 124]), *at([60, 75], page=2)]
    layout = AddendumLayout(lines)
    assert not layout.stands_apart(3)
    assert not layout.stands_apart(4)


def test_a_line_above_the_one_before_begins_a_column() -> None:
    assert AddendumLayout(at([300, 312, 100])).stands_apart(2)


def parts(second: Line, first: Line | None = None, *others: Line) -> bool:
    first = first or line(SENTENCE)
    return AddendumLayout([first, second, *others]).starts_paragraph(1)


def test_a_paragraph_begins_behind_a_sentence_that_ended() -> None:
    assert not parts(line(SENTENCE, 112))
    assert parts(line(SENTENCE, 112, bold=True))
    assert not parts(line(SENTENCE, 112, bold=True), line("The bridge over the river is"))
    assert parts(line(SENTENCE, 60, page=2))
    assert not parts(line(SENTENCE, 60, page=2), line("The bridge over the river is"))
    assert parts(line("• The bridge is old.", 112))
    assert not parts(line("• The bridge is old.", 112), line("The bridge over the river is"))


def test_numbers_and_a_position_begin_a_paragraph_and_numbers_in_a_sentence_do_not() -> None:
    assert parts(line("61.5 Accepted", 112))
    assert parts(line("61.5: The bridge is old.", 112))
    assert not parts(line("61.5 bridges are old", 112))
    assert not parts(line("61.5 Freedonia accepts this recommendation gladly", 112))


def test_an_indent_is_more_than_twelve_points() -> None:
    assert not parts(line(SENTENCE, 112, left=125.0))
    assert parts(line(SENTENCE, 112, left=126.0))


def test_the_column_beside_a_number_is_no_indent() -> None:
    number = line(SENTENCE, cells=((113.0, 130.0, "5."), (193.0, 480.0, SENTENCE)))
    assert not parts(line(SENTENCE, 112, left=193.0), number)
    assert parts(line(SENTENCE, 112, left=206.0), number)


def test_a_line_that_breaks_early_ends_its_paragraph() -> None:
    # ten letters on 100 points: the next word takes 50 and its space 10
    following = line("aaaaa bbbb", 112, left=113.0, right=213.0)
    full = line(SENTENCE, 124)
    assert parts(following, line("The bridge is old.", right=419.0), full)
    assert not parts(following, line("The bridge is old.", right=420.0), full)


@pytest.mark.parametrize(
    ("before", "following", "goes_on"),
    [
        ("The Government accepts recommendations 61.3, 61.4,", "61.22, 61.30.", True),
        ("The Government accepts recommendations 61.3, 61.4 and", "61.22.", True),
        ("61.3, 61.4,", "61.22", True),
        ("The Government accepts recommendations 61.3, 61.4.", "61.22 is noted.", False),
        ("The Government accepts recommendations 61.3, 61.4,", "and others.", False),
        ("The bridge, the school and", "3 carts were mended.", False),
        ("It accepts 61.3 on bridges, schools and", "12 carts.", False),
    ],
)
def test_a_list_of_numbers_left_open_goes_on(before: str, following: str, goes_on: bool) -> None:
    assert AddendumLayout([line(before), line(following, 112)]).continues_list(1) is goes_on


def test_a_cell_of_numbers_begins_anew() -> None:
    cells = ((113.0, 130.0, "61.22"), (193.0, 480.0, "Noted."))
    assert not AddendumLayout([line("61.3, 61.4,"), line("61.22 Noted.", 112, cells=cells)]).continues_list(1)


def test_a_heading_is_a_tenth_larger_or_bold_on_a_line_of_its_own() -> None:
    def is_heading(**properties: object) -> bool:
        lines = [*at([100, 112, 124]), replace(line("Schools and bridges", 154), **properties)]
        return AddendumLayout(lines).is_heading(3)

    assert not is_heading()
    assert not is_heading(size=11.2)
    assert is_heading(size=11.3)
    assert is_heading(bold=True)
    assert not is_heading(size=14.0, text="12.")
    assert is_heading(size=14.0, text=" ".join(["bridge"] * 25))
    assert not is_heading(size=14.0, text=" ".join(["bridge"] * 26))
    assert is_heading(text="Notes")


def test_bold_words_that_go_on_with_a_paragraph_are_no_heading() -> None:
    lines = [line("The bridge over the river is"), line("old and was closed to carts", 112, bold=True)]
    assert not AddendumLayout(lines).is_heading(1)


def test_a_heading_goes_on_on_the_next_line_of_its_type() -> None:
    def goes_on(second: Line, first: Line | None = None) -> bool:
        lines = [first or line("Recommendations on schools", bold=True), second, *at([200, 212, 224])]
        return AddendumLayout(lines).continues_heading(1)

    assert goes_on(line("and on bridges", 115, bold=True))
    assert not goes_on(line("and on bridges", 119, bold=True))
    assert not goes_on(line("and on bridges", 99, bold=True))
    assert not goes_on(line("and on bridges", 115))
    assert not goes_on(line("and on bridges", 115, bold=True, size=10.5))
    assert not goes_on(line("and on bridges", 115, bold=True, page=2))
    assert not goes_on(line("B. Bridges", 115, bold=True))
    assert not goes_on(line("61.5 Bridges", 115, bold=True))
    assert goes_on(line("61.5", 115, bold=True), line("Recommendations 61.3, 61.4,", bold=True))


def test_paragraphs_count_on_with_three_missing_at_most() -> None:
    layout = AddendumLayout(at([100, 112]))
    assert [layout.counts_on(number) for number in (0, 1, 4, 5)] == [False, True, True, False]
    layout.paragraph = 4
    assert [layout.counts_on(number) for number in (4, 5, 8, 9)] == [False, True, True, False]


def bare(*texts: str) -> list[str]:
    """The lines, 18 points apart, whose bare numbers are answers."""
    lines = [line(text, 106.0 + 18 * index) for index, text in enumerate(texts)]
    layout = AddendumLayout([line(SENTENCE, 76.0), line(SENTENCE, 88.0), *lines])
    return [printed.text for printed in lines if id(printed) in layout.bare_answers]


def test_bare_numbers_answer_where_most_of_their_run_do() -> None:
    answers = ["1. Freedonia accepts the recommendation.", "2. Freedonia notes this recommendation."]
    others = ["3. The bridge is old.", "4. The school is new."]
    assert bare(*answers, others[0]) == [*answers, others[0]]
    assert bare(*answers, *others) == []
    # what begins again at 1 is another run
    assert bare("1. The bridge is old.", "2. The school is new.", *answers) == answers


def test_numbers_of_paragraphs_that_name_recommendations_are_none_of_recommendations() -> None:
    assert bare("1. Freedonia accepts recommendations 5 and 6.", "2. Freedonia notes recommendation 7.") == []


def test_numbers_that_the_text_names_are_those_of_recommendations() -> None:
    text = "1. Freedonia has studied recommendations 5, 6 and 7."
    assert bare(text, "5: The bridge is old.") == ["5: The bridge is old."]
    assert bare(text, "6") == ["6"]
    assert bare(text, "5. The bridge is old.") == []
    assert bare(text, "8: The bridge is old.") == []


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("61.4 The bridge is old.", True),
        ("Recommendation 4 The bridge is old.", True),
        ("4. The bridge is old.", False),
        ("61.4 and 61.5 were discussed.", False),
        ("61.4 and the bridge", False),
        ("61.4 bridges", False),
    ],
)
def test_items_begin_with_dotted_numbers_or_the_word(text: str, answers: bool) -> None:
    named = leading_numbers(text)
    assert named is not None
    layout = AddendumLayout([line(SENTENCE), line(text, 130)])
    assert layout.answers_numbers(layout.lines[1], named) is answers


def test_items_stand_within_six_points_of_each_other_after_a_full_sentence() -> None:
    lines = [line("61.4 Old."), line(SENTENCE, 112, left=119.0), line("x", 124, left=119.5), line("x", 136)]
    layout = AddendumLayout(lines)
    assert not layout.aligned_with_items(1)
    layout.begin_item(lines[0])
    assert layout.aligned_with_items(1)
    assert not layout.aligned_with_items(2)
    assert not layout.aligned_with_items(3)  # the line before has no end of a sentence
    lines = [lines[0], line("The bridge over the river", 112), line("is old.", 124)]
    layout = AddendumLayout(lines)
    layout.begin_item(lines[0])
    assert not layout.aligned_with_items(2)
