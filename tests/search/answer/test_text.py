"""Answers for a terminal."""

from dataclasses import replace

from search import IssueQuestion, SearchIndex
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
    assert "20 to Upper Tamurin (14 more perhaps), 6 to other States (2 more perhaps)." in shown
    sure = replace(answer, own_strengths={"strong": 34}, strengths={"strong": 42})
    assert "34 to Upper Tamurin, 8 to other States." in answer_as_text(sure, {"XBA": "Upper Tamurin"}, 500)
