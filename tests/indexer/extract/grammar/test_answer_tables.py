"""Tables of answers: where they begin and end, and what their columns hold."""

from collections.abc import Sequence

import pytest

from indexer.extract.grammar.answer_tables import AnswerRow, answer_tables
from models.records.documents import Line
from tests.indexer.printed_lines import line, row

NUMBER, REQUEST, POSITION, COMMENT = (100.0, 130.0), (150.0, 250.0), (270.0, 330.0), (350.0, 500.0)
HEADINGS = row(100, (*NUMBER, "No."), (*REQUEST, "Recommendation"), (*POSITION, "Position"), (*COMMENT, "Comments"))


def answer(top: float, number: str, position: str = "Accepted", comment: str = "The bridge is old.") -> Line:
    return row(top, (*NUMBER, number), (*REQUEST, "Mend the bridge"), (*POSITION, position), (*COMMENT, comment))


def cell(top: float, edges: tuple[float, float], text: str, page: int = 1) -> Line:
    return line(text, top, left=edges[0], right=edges[1], page=page)


def rows(lines: Sequence[Line]) -> list[tuple[tuple[str, ...], str, str]]:
    return [(r.named.numbers, r.answer, r.comment) for table in answer_tables(lines) for r in table.rows]


def only_row(lines: Sequence[Line]) -> AnswerRow:
    (table,) = answer_tables(lines)
    (found,) = table.rows
    return found


def test_each_row_has_its_numbers_position_and_comment() -> None:
    assert rows([HEADINGS, answer(120, "61.1"), answer(140, "61.2", "Noted", "The school is new.")]) == [
        (("61.1",), "Accepted", "The bridge is old."),
        (("61.2",), "Noted", "The school is new."),
    ]


def test_the_request_printed_again_is_no_comment() -> None:
    assert "Mend" not in only_row([HEADINGS, answer(120, "61.1")]).comment


def test_lines_of_a_cell_are_joined_and_larger_steps_part_paragraphs() -> None:
    found = only_row(
        [
            HEADINGS,
            answer(120, "61.1", comment="The bridge is"),
            cell(130, COMMENT, "old."),
            cell(140, COMMENT, "It is closed."),
            cell(153, COMMENT, "It is short."),
            cell(167, COMMENT, "It will be mended."),
        ]
    )
    assert found.comment == "The bridge is old. It is closed. It is short.\nIt will be mended."


def test_a_cell_goes_on_on_the_next_page_under_the_headings_printed_again() -> None:
    page_2 = [
        row(
            80, (*NUMBER, "No."), (*REQUEST, "Recommendation"), (*POSITION, "Position"), (*COMMENT, "Comments"), page=2
        ),
        cell(95, COMMENT, "old.", page=2),
    ]
    found = only_row([HEADINGS, answer(120, "61.1", comment="The bridge is"), *page_2])
    assert (found.comment, found.page) == ("The bridge is old.", 1)


def test_numbers_go_on_where_the_cell_leaves_their_list_open() -> None:
    found = only_row([HEADINGS, answer(120, "61.1,"), cell(132, NUMBER, "61.2 and"), cell(144, NUMBER, "61.3")])
    assert found.named.numbers == ("61.1", "61.2", "61.3")
    assert found.printed == "61.1, 61.2 and 61.3"


def test_words_in_the_number_column_begin_no_row() -> None:
    lines = [HEADINGS, answer(120, "61.1"), cell(132, NUMBER, "12 carts"), answer(150, "61.2")]
    assert [numbers for numbers, *_ in rows(lines)] == [("61.1",), ("61.2",)]


@pytest.mark.parametrize("number", ["5.", "5)", "5:", "5", "Rec. 5 carts", "61.5 carts"])
def test_numbers_that_begin_a_row(number: str) -> None:
    assert len(rows([HEADINGS, answer(120, number)])) == 1


def test_a_column_headed_accepted_holds_crosses() -> None:
    accepted, not_accepted = (270.0, 330.0), (350.0, 420.0)
    headings = row(
        100, (*NUMBER, "No."), (*REQUEST, "Recommendation"), (*accepted, "Accepted"), (*not_accepted, "Noted")
    )
    lines = [
        headings,
        row(120, (*NUMBER, "61.1"), (*REQUEST, "Mend the bridge"), (*accepted, "X")),
        row(140, (*NUMBER, "61.2"), (*REQUEST, "Mend the school"), (*not_accepted, "X")),
        row(160, (*NUMBER, "61.3"), (*REQUEST, "Mend the school")),
    ]
    assert [(numbers[0], position) for numbers, position, _ in rows(lines)] == [
        ("61.1", "Accepted"),
        ("61.2", "Noted"),
        ("61.3", ""),
    ]


def test_one_column_of_responses_holds_position_and_reasons() -> None:
    response = (270.0, 500.0)
    headings = row(100, (*NUMBER, "No."), (*REQUEST, "Recommendation"), (*response, "Response"))
    found = only_row(
        [headings, row(120, (*NUMBER, "61.1"), (*REQUEST, "Mend it"), (*response, "Accepted. It is old."))]
    )
    assert (found.answer, found.comment) == ("", "Accepted. It is old.")


def test_the_first_column_that_names_numbers_holds_them_whatever_its_heading() -> None:
    headings = row(100, ((100.0), 130.0, "Recommendation"), (*REQUEST, "Text"), (*POSITION, "Position"))
    lines = [
        headings,
        *(row(120 + 20 * n, (*NUMBER, f"61.{n}"), (*REQUEST, "Mend"), (*POSITION, "Noted")) for n in (1, 2)),
    ]
    assert [numbers for numbers, *_ in rows(lines)] == [("61.1",), ("61.2",)]


def without_headings(count: int, left_of_last: float = 100.0, lines_between: int = 0) -> list[Line]:
    lines: list[Line] = []
    for n in range(count):
        left = left_of_last if n == count - 1 else 100.0
        number = (left, left + 30.0, f"61.{n + 1}")
        lines.append(row(100.0 + 400 * n, number, (*POSITION, "Accepted"), (*COMMENT, "The bridge is old.")))
        if n == 0:
            lines += [cell(112.0 + m, COMMENT, "It is closed.") for m in range(lines_between)]
    return lines


def test_three_rows_of_three_cells_are_a_table_without_headings() -> None:
    assert len(rows(without_headings(3))) == 3
    assert rows(without_headings(2)) == []
    assert rows(without_headings(3, left_of_last=105.0)) == []
    assert len(rows(without_headings(3, left_of_last=103.0))) == 3


def test_rows_without_headings_stand_within_sixty_lines() -> None:
    assert len(rows(without_headings(3, lines_between=57))) == 3
    assert rows(without_headings(3, lines_between=58)) == []


def test_two_cells_make_no_row_without_headings() -> None:
    pairs = [row(100.0 + 20 * n, (*NUMBER, f"61.{n}"), (*COMMENT, "The bridge is old.")) for n in range(1, 5)]
    assert rows(pairs) == []


def test_cells_that_are_positions_hold_them_where_nothing_heads_them() -> None:
    assert rows(without_headings(3))[0] == (("61.1",), "Accepted", "The bridge is old.")


def test_a_cross_says_the_words_of_its_heading() -> None:
    supported, in_part, rejected = (270.0, 330.0), (350.0, 430.0), (450.0, 510.0)
    headings = row(
        100, (*NUMBER, "No."), (*supported, "Supported"), (*in_part, "Accepted in part"), (*rejected, "Rejected:")
    )
    lines = [
        headings,
        row(120, (*NUMBER, "61.1"), (*supported, "X")),
        row(140, (*NUMBER, "61.2"), (*in_part, "x")),
        row(160, (*NUMBER, "61.3"), (*rejected, "✓")),
        row(180, (*NUMBER, "61.4"), (*supported, "X"), (*rejected, "X")),
    ]
    assert [position for _, position, _ in rows(lines)] == [
        "Supported",
        "Accepted in part",
        "Rejected",
        "Supported / Rejected",
    ]


def test_a_line_across_the_gutters_ends_the_table_unless_rows_follow() -> None:
    theme = line("Bridges, schools and all other things that were built in stone", 140, left=100.0, right=521.0)
    lines = [HEADINGS, answer(120, "61.1"), theme, answer(160, "61.2")]
    assert len(rows(lines)) == 2
    after = [theme] * 4
    (table,) = answer_tables([HEADINGS, answer(120, "61.1"), *after, answer(200, "61.2")])
    assert (table.start, table.end) == (0, 2)
    (table,) = answer_tables([HEADINGS, answer(120, "61.1"), *after[:3], answer(200, "61.2")])
    assert table.end == 6


def test_text_far_to_the_left_ends_the_table() -> None:
    def end(left: float) -> int:
        text = [line("Bridges.", 140.0 + 12 * n, left=left, right=left + 40) for n in range(4)]
        (table,) = answer_tables([HEADINGS, answer(120, "61.1"), *text])
        return table.end

    assert end(59.0) == 2
    assert end(60.0) == 6


def test_text_before_and_between_tables_is_in_none() -> None:
    text = [line("The Government has studied the bridges of all its rivers.", 60.0 + n) for n in range(5)]
    table = [HEADINGS, answer(120, "61.1")]
    found = answer_tables([*text, *table, *text, *table])
    assert [(t.start, t.end) for t in found] == [(5, 7), (12, 14)]


def test_columns_of_numbers_and_requests_alone_answer_nothing() -> None:
    headings = row(100, (*NUMBER, "No."), (*REQUEST, "Recommendation"), (*COMMENT, "State"))
    lines = [headings, row(120, (*NUMBER, "61.1"), (*REQUEST, "Mend the bridge"), (*COMMENT, "Peru"))]
    assert answer_tables(lines) == []


def test_coordinates_outside_every_page_are_no_columns() -> None:
    wild = line("The bridge", 130.0, left=-1e9, right=1e9)
    assert len(rows([HEADINGS, answer(120, "61.1"), wild, answer(160, "61.2")])) == 2


def test_a_long_word_across_a_gutter_does_not_join_columns() -> None:
    answers = [answer(120.0 + 12 * n, f"61.{n}") for n in range(1, 30)]
    wide = cell(480.0, (270.0, 345.0), "Notwithstanding")
    assert rows([HEADINGS, *answers, wide])[0] == (("61.1",), "Accepted", "The bridge is old.")


@pytest.mark.parametrize(("words", "is_number_column"), [(6, True), (7, False)])
def test_a_column_of_numbers_begins_one_of_eight_lines_with_them(words: int, is_number_column: bool) -> None:
    # its heading is the first of its lines, the number the second
    headings = row(100, (*NUMBER, "Recommendation"), (*POSITION, "Position"))
    lines = [headings, row(120, (*NUMBER, "61.1"), (*POSITION, "Noted"))]
    lines += [cell(132.0 + 12 * n, NUMBER, "bridge") for n in range(words)]
    assert bool(rows(lines)) is is_number_column


def test_no_more_than_twenty_five_lines_that_begin_no_table_are_looked_at() -> None:
    far = line("The bridge over the wide river is old and was closed to all carts", 0, left=20.0, right=560.0)

    def found(lines_before: int) -> int:
        before = [printed for _ in range(lines_before) for printed in (HEADINGS, *[far] * 5)]
        return len(answer_tables([*before, HEADINGS, answer(120, "61.1")]))

    assert found(24) == 1
    assert found(25) == 0


@pytest.mark.parametrize(("left", "is_table"), [(136.0, True), (135.0, False)])
def test_columns_are_parted_by_four_points_at_least(left: float, is_table: bool) -> None:
    response = (left, 500.0)
    lines = [row(100, (*NUMBER, "No."), (*response, "Response"))]
    lines += [row(100.0 + 20 * n, (*NUMBER, f"61.{n}"), (*response, "Accepted.")) for n in (1, 2)]
    assert bool(rows(lines)) is is_table
