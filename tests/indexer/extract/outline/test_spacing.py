"""What white space parts."""

from dataclasses import replace

import pytest

from indexer.extract.outline.spacing import Spacing
from models.records.documents import Line
from tests.indexer.printed_lines import line


def lines(*tops: float, size: float = 10.0) -> list[Line]:
    return [line("word", top, size=size) for top in tops]


@pytest.mark.parametrize(
    ("step", "parted"), [(15.5, False), (15.7, True)], ids=["a line and a quarter", "a line and a third"]
)
def test_three_tenths_of_a_line_more_part_paragraphs(step: float, parted: bool) -> None:
    printed = lines(100, 112, 124, 136, 148)
    following = line("word", 148 + step)
    assert Spacing.of(printed).parts(printed[-1], following) is parted


def test_where_most_lines_stand_alone_the_distance_of_paragraphs_is_not_taken_for_a_line_s() -> None:
    printed = lines(100, 124, 148, 172)
    assert Spacing.of(printed).parts(*printed[:2])


def test_larger_type_is_set_wider() -> None:
    spacing = Spacing.of(lines(100, 112, 124, 136))
    first, second = line("Bridges", 200.0, size=14.0), line("over rivers", 217.0, size=14.0)
    assert not spacing.parts(first, second)
    assert spacing.parts(replace(first, size=10.0), replace(second, size=10.0))


def test_nothing_is_known_across_pages_nor_of_text_without_type() -> None:
    spacing = Spacing.of(lines(100, 112, 124, 136))
    first, second = lines(100, 130)
    assert not spacing.parts(first, replace(second, page=2))
    assert spacing.begins_block(first, replace(second, page=2))
    assert not spacing.parts(first, replace(second, size=0.0))


def test_a_line_above_or_beside_stands_in_another_block() -> None:
    spacing = Spacing.of(lines(100, 112, 124, 136))
    first, second = lines(200, 112)
    assert spacing.begins_block(first, second)
    assert not spacing.begins_block(*lines(100, 112))
