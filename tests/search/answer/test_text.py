"""Answers for a terminal."""

from dataclasses import replace
from datetime import date

from models.records.documents import Draft
from models.records.enums import Position
from models.records.records import Conflict, Recommendation
from search import Answer, IssueQuestion, KeywordQuestion, SearchIndex
from search.answer.text import answer_as_text


def test_what_is_only_perhaps_on_an_issue_is_counted_apart(index: SearchIndex) -> None:
    answer = replace(
        index.match(IssueQuestion("child marriage", own_state="XBA")),
        total=42,
        own_total=34,
        own_strengths={"strong": 9, "likely": 11, "possible": 14},
        strengths={"strong": 12, "likely": 14, "possible": 16},
    )
    shown = answer_as_text(answer, {"XBA": "Upper Tamurin"}, 500)
    assert "Upper Tamurin: 20 (14 more perhaps), other States: 6 (2 more perhaps)." in shown
    sure = replace(answer, own_strengths={"strong": 34}, strengths={"strong": 42})
    assert "Upper Tamurin: 34, other States: 8." in answer_as_text(sure, {"XBA": "Upper Tamurin"}, 500)


def with_record(answer: Answer, **changes: object) -> Answer:
    """The answer with its first hit alone, whose record has other fields."""
    hit = answer.hits[0]
    return replace(answer, hits=(replace(hit, record=replace(hit.record, **changes)),), total=1)


def test_words_of_a_draft_are_said_to_be_of_one(index: SearchIndex) -> None:
    answer = index.find(KeywordQuestion("marriage", limit=1))
    place = replace(answer.hits[0].record.place, draft=Draft(date(2031, 5, 7), is_printed=True))
    shown = answer_as_text(with_record(answer, place=place), {}, 500)
    name = f"{place.symbol} (draft of 7 May 2031; numbers may change in the final report)"
    assert f"{name}, paragraph {place.paragraph}, page {place.page};" in shown


def test_a_position_that_another_file_gives_otherwise_is_to_be_checked(index: SearchIndex) -> None:
    answer = index.find(KeywordQuestion("marriage", limit=1))
    record = answer.hits[0].record
    assert isinstance(record, Recommendation)
    conflict = Conflict(record.place, Position.NOTED, "notes it", file="copy.pdf", file_used="report.pdf")
    assert "(check it)" not in answer_as_text(with_record(answer), {}, 500)
    shown = answer_as_text(with_record(answer, conflicts=(conflict,)), {}, 500)
    assert f"{record.position.value} (check it)" in shown
