"""How many numbers of a count may be missing, misprinted or lost, before it is taken as ended."""

import pytest

from indexer.extract.reports.segment import segment_report
from indexer.extract.responses.addendum_layout import AddendumLayout
from tests.indexer.extract.test_commitments import HEADING, cut
from tests.indexer.printed_report import printed

OPENING = "94. The delegation thanked all speakers.\n\nII. Conclusions and/or recommendations\n\n"


def numbers(text: str) -> list[tuple[int, int | None]]:
    return [(each.paragraph, each.item) for each in segment_report(printed(OPENING + text)) if each.in_conclusions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "95. These:\n\n    95.1. Build a bridge\n\n    95.4. Paint it", [(95, None), (95, 1), (95, 4)], id="item"
        ),
        pytest.param(
            "95. These:\n\n    95.1. Build a bridge\n\n    95.5. Paint it", [(95, None), (95, 1)], id="three items"
        ),
        pytest.param(
            "95. These:\n\n    1. Build a bridge;\n\n    4. Paint it;", [(95, None), (95, 1), (95, 4)], id="bare item"
        ),
        pytest.param(
            "95. These:\n\n    1. Build a bridge;\n\n    5. Paint it;", [(95, None), (95, 1)], id="three bare items"
        ),
        pytest.param("95. These.\n\n98. Those.", [(95, None), (98, None)], id="paragraph"),
        pytest.param("95. These.\n\n99. Those.", [(95, None)], id="three paragraphs"),
        pytest.param("95. These.\n\n    97.1. Build a bridge;", [(95, None), (97, 1)], id="paragraph of a list"),
        pytest.param("95. These.\n\n    98.1. Build a bridge;", [(95, None)], id="two paragraphs, then a list"),
    ],
)
def test_two_numbers_of_a_report_may_be_missing(text: str, expected: list[tuple[int, int | None]]) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("number", "paragraphs"), [("85", ["83", "85"]), ("86", ["83"])], ids=["one missing", "two missing"]
)
def test_one_paragraph_of_commitments_may_be_missing(number: str, paragraphs: list[str]) -> None:
    text = f"{HEADING}\n\n83. Chile will plant trees.\n{number}. Chile will mend bridges."
    assert [paragraph for paragraph, _, _ in cut(text)] == paragraphs


@pytest.mark.parametrize(("number", "counts_on"), [(2, True), (5, True), (6, False), (1, False)])
def test_three_paragraphs_of_an_addendum_may_be_missing(number: int, counts_on: bool) -> None:
    layout = AddendumLayout([])
    layout.paragraph = 1
    assert layout.counts_on(number) == counts_on
