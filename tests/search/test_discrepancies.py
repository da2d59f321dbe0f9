"""What documents count and was not read, from the index to records, reviews, commands and `upr info`."""

from dataclasses import replace
from pathlib import Path

import pytest

from indexer.describe.description import describe_index, description_as_text
from models.records.enums import Confidence, Position
from models.records.records import Discrepancy, Place, StatedAnswers, StatedTotal
from search import KeywordQuestion, open_index
from search.answer.text import answer_as_text
from search.search_index import SearchIndex
from search.snapshot.describe import state_reviews
from tests.invented_records import documents_of, recommendation
from tests.search.invented_index import build

RECORDS = [
    recommendation("Mend the old ferries", "6.1"),
    recommendation("Paint the young ferries", "6.3"),
    recommendation("Mend the old ferries of others", "6.1", session=21),
]
SYMBOL = RECORDS[0].place.symbol
TOTAL = StatedTotal(Place(SYMBOL, "5", 13), SYMBOL, 9, Position.SUPPORTED, "Slovenia supports 9 recommendations.")
SENTENCES = [
    f"{SYMBOL}, paragraph 5: the document counts 9 as supported; the program read 2.",
    f"{SYMBOL}, paragraph 6: of its list up to number 6.3, number 6.2 was not read.",
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    first, second = documents_of(RECORDS)
    counting = replace(first, answers=StatedAnswers(totals=(TOTAL,)))
    return build(tmp_path_factory.mktemp("discrepancies"), [counting, second])


@pytest.fixture(scope="module")
def index(folder: Path) -> SearchIndex:
    return open_index(folder)


def test_records_of_the_review_have_them(index: SearchIndex) -> None:
    record = index.record("SVN-20-6.1-1")
    assert record.discrepancies == (
        Discrepancy(TOTAL.place, Position.SUPPORTED, 9, 2, (), TOTAL.words, SYMBOL),
        Discrepancy(Place(SYMBOL, "6", None), None, 3, 2, ("6.2",), "", SYMBOL),
    )
    assert record.position_confidence is Confidence.MEDIUM


def test_records_of_other_reviews_have_not(index: SearchIndex) -> None:
    record = index.record("SVN-21-6.1-1")
    assert record.discrepancies == ()
    assert record.position_confidence is Confidence.HIGH


def test_the_review_has_them(index: SearchIndex) -> None:
    earlier, later = state_reviews(index.snapshot.connection, "SVN")
    assert [found.stated for found in earlier.discrepancies] == [9, 3]
    assert later.discrepancies == ()


def test_commands_print_them(index: SearchIndex) -> None:
    text = answer_as_text(index.find(KeywordQuestion("young")), {"SVN": "Slovenia"}, 200)
    assert "supported (check it)" in text
    for sentence in SENTENCES:
        assert f"Check the position: {sentence}" in text


def test_info_names_them(folder: Path) -> None:
    description = describe_index(folder)
    assert description["discrepancies"] == {"SVN-20": SENTENCES}
    assert f"check SVN-20: {' '.join(SENTENCES)}\n" in f"{description_as_text(description, folder)}\n"
