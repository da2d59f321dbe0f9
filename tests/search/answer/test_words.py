"""Answers in words: what is said where nothing is found."""

from dataclasses import replace

import pytest

from search import Answer
from search.answer.text import answer_as_text
from search.datamodel.answer import ReviewSummary

RECOMMENDATION, COMMITMENT = ("recommendation",), ("commitment",)


def answer(*reviews: ReviewSummary, kinds: tuple[str, ...] = RECOMMENDATION) -> Answer:
    return Answer(0, 0, 0, False, 0, (), (), own_state="XAA", own_reviews=reviews, kinds=kinds)


SEVENTH = ReviewSummary("XAA-7", 7, 1, ("A/HRC/907/1", "A/HRC/907/1/Add.1"), 12)
TWENTIETH = ReviewSummary("XAA-20", 20, 2, ("A/HRC/920/1",), 30)
FROM_TABLE = ReviewSummary("XAA-33", 33, 3, (), 5)


@pytest.mark.parametrize(
    ("reviews", "kinds", "words"),
    [
        ((), RECOMMENDATION, "No review of Vellania is in this index."),
        (
            (SEVENTH,),
            RECOMMENDATION,
            "No recommendation on this found in the reviews of Vellania. Searched: 2010 (session 7). Documents "
            "indexed: A/HRC/907/1, A/HRC/907/1/Add.1.",
        ),
        (
            (SEVENTH, TWENTIETH),
            COMMITMENT,
            "No voluntary commitment on this found in the reviews of Vellania. Searched: 2010 (session 7), 2014 "
            "(session 20). Documents indexed: A/HRC/907/1, A/HRC/907/1/Add.1, A/HRC/920/1.",
        ),
        (
            (FROM_TABLE,),
            RECOMMENDATION,
            "No recommendation on this found in the reviews of Vellania. Searched: 2019 (session 33). Known from a "
            "table, no document indexed: 2019 (session 33).",
        ),
        (
            (SEVENTH, FROM_TABLE),
            RECOMMENDATION,
            "No recommendation on this found in the reviews of Vellania. Searched: 2010 (session 7), 2019 (session "
            "33). Documents indexed: A/HRC/907/1, A/HRC/907/1/Add.1. Known from a table, no document indexed: 2019 "
            "(session 33).",
        ),
    ],
    ids=["no review", "one review", "two reviews of pledges", "a table alone", "one of two from a table"],
)
def test_nothing_found_says_what_was_searched(
    reviews: tuple[ReviewSummary, ...], kinds: tuple[str, ...], words: str
) -> None:
    assert answer_as_text(answer(*reviews, kinds=kinds), {"XAA": "Vellania"}, 500).endswith(words)


def test_what_filters_leave_out_was_not_searched() -> None:
    words = answer_as_text(replace(answer(SEVENTH), filtered=True), {"XAA": "Vellania"}, 500)
    assert "Searched: 2010 (session 7). Only what has the filters chosen was searched." in words
