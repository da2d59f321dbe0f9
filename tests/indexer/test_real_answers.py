"""The answers of three real reviews, against lists that people made by reading the documents."""

import csv
import re

import docx
import pytest

from indexer.read.pdf import read_pdf
from indexer.sources.document import extract_responses
from models.records.documents import DocumentIdentity, DocumentKind
from models.records.enums import Position
from models.records.records import Response
from models.reviews.states import StateTable
from tests.paths import SHARED

REVIEWS = SHARED / "slovenia"
SYMBOLS = {"cycle1": "A/HRC/14/15", "cycle2": "A/HRC/28/15", "cycle3": "A/HRC/43/15"}
MIXED_OR_UNCLEAR = ("1", "3", "15", "32", "58")

pytestmark = [
    pytest.mark.real_data,
    pytest.mark.skipif(not REVIEWS.is_dir(), reason="the real documents are not beside this checkout"),
]


def answers(cycle: str) -> dict[str, Response]:
    """By item of the list; each of these addenda answers one list alone."""
    symbol = SYMBOLS[cycle]
    document = read_pdf(REVIEWS / cycle / f"{symbol.replace('/', '_')}_Add.1.pdf")
    identity = DocumentIdentity(f"{symbol}/Add.1", DocumentKind.ADDENDUM, "en", "SVN")
    stated = extract_responses(document, identity, StateTable.built_in())
    assert stated.warnings == ()
    return {response.answers.split(".")[-1]: response for response in stated.responses if not response.part}


def letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", text.lower())


@pytest.mark.parametrize("cycle", SYMBOLS)
def test_each_comment_begins_and_ends_where_a_reader_sees_it(cycle: str) -> None:
    found = answers(cycle)
    rows = csv.DictReader((REVIEWS / cycle / "comments.tsv").open(encoding="utf-8"), delimiter="\t")

    for row in rows:
        comment = found[row["number"].split(".")[-1]].comment or ""
        assert letters(comment).startswith(letters(row["first_words"])), row["number"]
        assert letters(comment).endswith(letters(row["last_words"])), row["number"]
        assert abs(len(comment.split()) - int(row["words"])) <= max(4, int(row["words"]) * 0.1), row["number"]


@pytest.mark.parametrize(("cycle", "supported", "noted"), [("cycle2", 142, 21), ("cycle3", 124, 33)])
def test_positions_agree_with_the_list_of_record(cycle: str, supported: int, noted: int) -> None:
    found = answers(cycle)
    answered = docx.Document(str(REVIEWS / cycle / "thematic_list.docx")).tables[0].rows
    record = {
        match[1]: "noted" if "noted" in row.cells[1].text.lower() else "supported"
        for row in answered
        if (match := re.match(r"(?:115|122)\.(\d+)\b", row.cells[0].text.strip()))
    }

    assert {item: response.position for item, response in found.items()} == record
    positions = [response.position for response in found.values()]
    assert (positions.count(Position.SUPPORTED), positions.count(Position.NOTED)) == (supported, noted)


def test_every_number_of_the_first_review_is_answered() -> None:
    found = answers("cycle1")

    assert set(found) == {str(number) for number in range(1, 98)}
    assert all(response.position for response in found.values())
    assert all(found[number].position is Position.NOTED for number in MIXED_OR_UNCLEAR)
