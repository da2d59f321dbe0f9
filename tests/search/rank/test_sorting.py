"""Answers sorted by date, paragraph and position, the own State's first."""

from dataclasses import replace
from pathlib import Path

import pytest

from models.records.enums import Position
from search import IssueQuestion, KeywordQuestion, SearchIndex, Sort, open_index
from search.datamodel.answer import Answer
from tests.search.invented_index import Request, build, records_of

NOTED, PENDING, UNKNOWN = Position.NOTED, Position.PENDING, Position.UNKNOWN
WELL = "Dig wells in the villages of the highlands"
REQUESTS = [
    *(Request(f"{WELL}, as part {part} of the plan") for part in "ABCDEFGHIJ"),
    Request(f"{WELL} at once", state="XBA", session=7, position=UNKNOWN),
    Request(f"{WELL} and count them", state="XBA", session=34, position=NOTED),
    Request(f"{WELL} and clean them", state="XBA", session=34),
    Request(f"{WELL} for schools", state="XAB", session=50, position=PENDING),
    Request(f"{WELL} for clinics", state="XAB", session=21, position=NOTED),
    Request("Teach music"),
]
"""XAA is Vellania, with paragraphs 100.1 to 100.11; XAB is Brenmark, XBA Upper Tamurin."""


@pytest.fixture(scope="module")
def wells(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    return open_index(build(tmp_path_factory.mktemp("wells") / "index", REQUESTS))


def ids(answer: Answer) -> list[str]:
    return [hit.record.id for hit in answer.hits]


VELLANIA = [f"XAA-20-100.{number}-1" for number in range(1, 11)]


def test_by_paragraph_states_come_by_name_and_numbers_by_their_value(wells: SearchIndex) -> None:
    assert ids(wells.find(KeywordQuestion("wells", limit=100, sort="paragraph"))) == [
        "XAB-50-100.1-1",
        "XAB-21-100.1-1",
        "XBA-34-100.1-1",
        "XBA-34-100.2-1",
        "XBA-7-100.1-1",
        *VELLANIA,
    ]


def test_by_date_the_latest_review_comes_first(wells: SearchIndex) -> None:
    found = wells.find(KeywordQuestion("wells", limit=100, sort="date"))
    assert [hit.record.session for hit in found.hits] == [50, 34, 34, 21, *[20] * 10, 7]
    assert [hit.rank for hit in found.hits] == list(range(1, 16))


def test_by_position(wells: SearchIndex) -> None:
    found = wells.find(KeywordQuestion("wells", limit=100, sort="position"))
    positions = [hit.record.position.value for hit in found.hits]
    assert positions == [*["supported"] * 11, "noted", "noted", "pending", "unknown"]


def test_within_the_same_the_nearest_comes_first(wells: SearchIndex) -> None:
    found = wells.find(KeywordQuestion("wells", limit=100, sort="position"))
    relevances = [hit.relevance for hit in found.hits if hit.record.position is Position.SUPPORTED]
    assert relevances == sorted(relevances, reverse=True)


def test_the_own_state_stays_first_and_each_group_is_sorted(wells: SearchIndex) -> None:
    matched = wells.match(IssueQuestion(WELL, own_state="XBA", limit=100, sort="date"))
    assert [hit.record.session for hit in matched.hits if hit.group == "own"] == [34, 34, 7]
    assert [hit.group for hit in matched.hits][:4] == ["own", "own", "own", "others"]
    assert [hit.record.session for hit in matched.hits if hit.group == "others"] == [50, 21, *[20] * 10]


@pytest.mark.parametrize("sort", ["nearness", "date", "paragraph", "position"])
def test_pages_are_cut_from_the_whole_sorted_answer(wells: SearchIndex, sort: Sort) -> None:
    whole = ids(wells.match(IssueQuestion(WELL, own_state="XBA", limit=100, sort=sort)))
    pages = [
        ids(wells.match(IssueQuestion(WELL, own_state="XBA", limit=4, offset=offset, sort=sort)))
        for offset in (0, 4, 8, 12)
    ]
    assert [each for page in pages for each in page] == whole
    assert len(whole) == 15
    assert sorted(whole) == sorted(ids(wells.match(IssueQuestion(WELL, own_state="XBA", limit=100))))


def test_what_has_no_paragraph_comes_last(tmp_path: Path) -> None:
    paragraphs = ("100.2", "27(b)", None, "27")  # one request is known from a table alone
    records = [
        replace(record, place=replace(record.place, paragraph=paragraph))
        for record, paragraph in zip(records_of(REQUESTS[:4]), paragraphs, strict=True)
    ]
    found = open_index(build(tmp_path, records)).find(KeywordQuestion("wells", limit=10, sort="paragraph"))
    assert [hit.record.place.paragraph for hit in found.hits] == ["27", "27(b)", "100.2", None]
