"""Which headings hold, and what their marks count."""

import pytest

from indexer.extract.outline.headings import HeadingTree
from tests.indexer.printed_lines import line


def headings(*printed: str) -> list[str]:
    """The headings that hold behind some, the widest first; "# " begins a bold one."""
    tree = HeadingTree()
    for text in printed:
        tree.take([line(text.removeprefix("# "), bold=text.startswith("# "))])
    return [heading.text for heading in tree.headings]


def test_a_heading_holds_until_one_as_wide() -> None:
    assert headings("I. Bridges", "A. Of stone", "1. Arches", "# Repairs", "Costs") == [
        "Bridges",
        "Of stone",
        "Arches",
        "Repairs",
        "Costs",
    ]
    assert headings("I. Bridges", "A. Of stone", "# Repairs", "B. Of wood") == ["Bridges", "Of wood"]
    assert headings("I. Bridges", "A. Of stone", "II. Ferries") == ["Ferries"]


@pytest.mark.parametrize("roman", [(), ("I. Bridges",)], ids=["letters alone", "below a Roman number"])
def test_headings_a_to_l_have_letters_that_are_roman_numbers_too(roman: tuple[str, ...]) -> None:
    letters = [f"{letter}. Bridge {letter}" for letter in "ABCDEFGHIJKL"]
    above = [text.removeprefix("I. ") for text in roman]
    for count, letter in enumerate("ABCDEFGHIJKL", 1):
        assert headings(*roman, *letters[:count]) == [*above, f"Bridge {letter}"]


def test_a_roman_number_counts_on_behind_letters() -> None:
    assert headings("I. Bridges", "A. Of stone", "B. Of wood", "II. Ferries", "A. New") == ["Ferries", "New"]
    four = ["I. One", "II. Two", "III. Three", "IV. Four", "A. Of four", "V. Five"]
    assert headings(*four) == ["Five"]


def test_a_roman_number_of_several_letters_is_one_whatever_was_counted() -> None:
    assert headings("I. Bridges", "A. Of stone", "IV. Ferries") == ["Ferries"]


def test_parts_may_begin_again_at_one() -> None:
    assert headings("I. Bridges", "II. Ferries", "A. At night", "I. Bridges again") == ["Bridges again"]
