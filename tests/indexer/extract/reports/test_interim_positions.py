"""The positions that intro and closing paragraphs of a Working Group report state."""

import pytest

from indexer.extract.reports.interim_positions import interim_position, speaks_of_all_above
from models.records.enums import Position

CASES = [
    ("The recommendations listed below enjoy the support of Vellania:", Position.SUPPORTED),
    ("The recommendations have been examined by Vellania and enjoy its support:", Position.SUPPORTED),
    ("The following enjoy the support of Vellania, which considers them already implemented:", Position.SUPPORTED),
    ("Vellania considered the recommendations made and agreed on the following:", Position.SUPPORTED),
    ("The recommendations below did not enjoy the support of Vellania:", Position.NOTED),
    ("Vellania considers that the recommendations below cannot be accepted and will thus be noted:", Position.NOTED),
    ("The recommendations listed below were rejected by Vellania:", Position.NOTED),
    ("The following recommendations will be examined by Vellania, which will respond in due course:", Position.PENDING),
    ("The response of Vellania to these recommendations will be included in the outcome report.", Position.PENDING),
    # a word of refusal beside an announced answer is no answer yet
    ("Vellania notes the recommendations below and will provide responses in due time.", Position.PENDING),
    # the second sentence is about other recommendations
    (
        "Those listed below enjoy the support of Vellania. It rejected the recommendations of the past.",
        Position.SUPPORTED,
    ),
    # said of some and of others: no position of any one recommendation
    ("Vellania takes note: some enjoy its support and others do not enjoy its support.", None),
    # words that sound like a position
    ("They should not be construed as endorsed by the Working Group as a whole.", None),
    ("Vellania submitted its views on the recommendations noted in the report in paragraphs 19 and 20.", None),
    ("In the course of the discussion, the following recommendations were made to Vellania.", None),
    ("Vellania considers that recommendations Nos. 3 and 4 are already implemented.", None),
]


@pytest.mark.parametrize(("words", "expected"), CASES, ids=[words[:50] for words, _ in CASES])
def test_position(words: str, expected: Position | None) -> None:
    assert interim_position(words) is expected


def test_a_closing_sentence_speaks_of_all_above_or_of_some() -> None:
    assert speaks_of_all_above("The recommendations listed above enjoy the support of Vellania.")
    assert not speaks_of_all_above("Vellania thanked the speakers above.")
    assert not speaks_of_all_above("The recommendations in paragraphs 23 (b) and 30 above cannot be accepted.")
