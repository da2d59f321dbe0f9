"""A number names a paragraph only where nobody could take it for another."""

import pytest

from models.numbers.paragraph_numbers import resolve_number


@pytest.mark.parametrize(
    ("number", "paragraphs"),
    [
        ("115.18", ("115.18",)),
        ("18", ("115.18",)),
        ("5", ()),  # 113.5 and 115.5
        ("77.7", ("77.7(a)", "77.7(b)")),
        ("7", ("77.7(a)", "77.7(b)")),
        ("27(b)", ("27(b)",)),
        ("115.99", ()),
        ("99", ()),
    ],
)
def test_a_number_is_resolved_only_where_one_paragraph_fits(number: str, paragraphs: tuple[str, ...]) -> None:
    known = ["113.5", "115.5", "115.18", "77.7(a)", "77.7(b)", "27(b)"]

    assert resolve_number(number, known) == paragraphs
