"""The keyword box, over the invented index."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.texts.words import stem, words_of
from search import SearchIndex
from search.datamodel.answer import Answer
from search.datamodel.question import Filters, KeywordQuestion
from tests.search.conftest import REQUESTS
from tests.search.invented_index import records_of

EVERYTHING = {record.id: record for record in records_of(REQUESTS)}
ALL_KINDS = 1_000


def ids(answer: Answer) -> set[str]:
    assert len(answer.hits) == answer.total
    return {hit.record.id for hit in answer.hits}


def found(index: SearchIndex, query: str) -> set[str]:
    return ids(index.find(KeywordQuestion(query, limit=ALL_KINDS)))


QUERIES = {
    "a word in another form": ("prison", {"XAA-34-100.1-1"}),
    "all words are needed": ("child marriage", {"XAB-7-100.1-1", "XBA-33-100.2-1"}),
    "OR": ("quarry OR prison", {"XAA-34-100.1-1", "XBA-33-100.1-1"}),
    "NOT": ("marriage NOT child", {"XAA-20-100.1-1", "XAA-20-100.2-1"}),
    "NOT within OR": ("quarries OR (marriage NOT child girls)", {"XBA-33-100.1-1", "XAA-20-100.1-1", "XAA-20-100.2-1"}),
    "a phrase keeps its order": ('"economic and social"', {"XAB-21-100.3-1"}),
    "a phrase does not leap over words": ('"economic social"', set()),
    "prefix of a word whose stem is longer": ("discrim*", {"XAB-21-100.1-1", "XBA-33-100.3-1"}),
    "prefix that stemming cuts": ("discriminat*", {"XAB-21-100.1-1", "XBA-33-100.3-1"}),
    "prefix that stemming cuts, one form only": ("discriminati*", {"XAB-21-100.1-1"}),
    "prefix with an accent": ("écol*", {"XBA-33-100.4-1"}),
    "prefix without it, longer than the stem": ("ecole*", {"XBA-33-100.4-1"}),
    "an abbreviation with and without its hyphen": ("OPCAT", {"XAA-20-100.3-1"}),
    "number of a convention": ('"No. 169"', {"XAB-21-100.2-1"}),
    "State by name": ('state:"upper tamurin" end', {"XBA-33-100.2-1"}),
    "State by code": ("state:xbb OR state:XBA quarries", {"XBA-33-100.1-1"}),
    "recommending State": ("by:Slovenia", {"XAA-7-100.1-1", "XAB-21-100.1-1"}),
    "cycle": ("cycle:1", {"XAA-7-100.1-1", "XAB-7-100.1-1"}),
    "session": ("session:34", {"XAA-34-100.1-1"}),
    "position": ("position:noted -", {"XAA-20-100.2-1", "XAB-7-100.1-1", "XAB-21-100.3-1"}),
    "paragraph": ("paragraph:100.3", {"XAA-20-100.3-1", "XAB-21-100.3-1", "XBA-33-100.3-1"}),
    "paragraph of the whole list": ("paragraph:100 session:34", {"XAA-34-100.1-1"}),
    "NOT of a field": ("marriage NOT state:Vellania", {"XAB-7-100.1-1", "XBA-33-100.2-1"}),
    "kind": ("kind:recommendation prisons", {"XAA-34-100.1-1"}),
    "words with accents": ("écoles", {"XBA-33-100.4-1"}),
    "the same without": ("ecoles", {"XBA-33-100.4-1"}),
}


@pytest.mark.parametrize(("query", "expected"), QUERIES.values(), ids=QUERIES)
def test_what_a_query_finds(index: SearchIndex, query: str, expected: set[str]) -> None:
    answer = index.find(KeywordQuestion(query, limit=ALL_KINDS))
    assert ids(answer) == expected


def test_a_symbol_finds_its_document(index: SearchIndex) -> None:
    record = EVERYTHING["XAA-34-100.1-1"]
    assert found(index, record.place.symbol) == {record.id}
    assert found(index, f"symbol:{record.place.symbol.lower()}") == {record.id}
    assert found(index, "symbol:A/HRC/934*") == {record.id}


WORDS = ("marriage", "girls", "child", "nomads", "prisons", "quarries")


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_not_never_shows_the_word(index: SearchIndex, word: str, other: str) -> None:
    for hit in index.find(KeywordQuestion(f"{other} NOT {word}", limit=ALL_KINDS)).hits:
        assert stem(word) not in {one.stem for one in words_of(hit.record.text)}


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_or_finds_what_either_finds_and_and_what_both_find(index: SearchIndex, word: str, other: str) -> None:
    one, two = found(index, word), found(index, other)
    assert found(index, f"{word} OR {other}") == one | two
    assert found(index, f"{word} AND {other}") == one & two
    assert found(index, f"NOT {word}") == set(EVERYTHING) - one


def test_a_text_with_more_of_the_words_comes_first(index: SearchIndex) -> None:
    answer = index.find(KeywordQuestion("marriage OR girls OR boys"))
    assert answer.hits[0].record.id == "XAA-20-100.1-1"
    assert answer.hits[0].relevance == 1
    assert [hit.rank for hit in answer.hits] == list(range(1, answer.total + 1))


def test_a_query_of_fields_alone_shows_later_sessions_first(index: SearchIndex) -> None:
    assert [hit.record.session for hit in index.find(KeywordQuestion("state:XAA")).hits] == [34, 20, 20, 20, 7]


def test_what_is_found_by_its_fields_is_not_found_by_meaning(index: SearchIndex) -> None:
    answer = index.find(KeywordQuestion("state:XAA"))
    assert answer.total
    assert {(hit.strength, hit.by_meaning, hit.words_in_common) for hit in answer.hits} == {("exact", False, ())}


def test_filters_hold_beside_the_query(index: SearchIndex) -> None:
    answer = index.find(KeywordQuestion("marriage", filters=Filters(position=("noted",), under_review=("XAA", "XAB"))))
    assert ids(answer) == {"XAA-20-100.2-1", "XAB-7-100.1-1"}


def test_without_a_text_that_holds_all_words_the_nearest_are_shown_as_related(index: SearchIndex) -> None:
    answer = index.find(KeywordQuestion("marriage quarries"))
    assert answer.total == 0
    assert {hit.strength for hit in answer.related} == {"related"}
    assert "XBA-33-100.1-1" in {hit.record.id for hit in answer.related}


NOTHING = {
    "empty": "",
    "blank": " \n\t ",
    "star": "*",
    "operator": "AND",
    "quote": '"',
    "marks": "!@#",
    "parentheses": "((((((",
    "null byte": "\0",
    "stop words": "the of and",
    "right-to-left": "حقوق الأطفال",
    "Chinese": "法官由总统任免",
    "long": "x" * 10_000,
    "long words": "prisons " * 2_000,
    "unknown State": "state:Atlantis",
    "cycle that is no number": "cycle:first",
    "huge number": "session:" + "9" * 900,
    "field without a value": "state:",
    "SQL": "'; DROP TABLE entry; --",
    "markup": "<script>alert(1)</script>",
    "half of a surrogate pair": "\ud800",
}


@pytest.mark.parametrize("query", NOTHING.values(), ids=NOTHING)
def test_odd_queries_are_answered_and_never_fail(index: SearchIndex, query: str) -> None:
    answer = index.find(KeywordQuestion(query))
    assert answer.total == len(answer.hits) or answer.total > 10
    assert answer.total == 0 or query.startswith("prisons")


@pytest.mark.parametrize(
    ("query", "begins"),
    [("position:rejected", "A position is supported, noted,"), ("position:pending", "Nothing in this index has")],
    ids=["no position at all", "a position that no recommendation has"],
)
def test_a_position_that_finds_nothing_is_told_from_a_word_that_is_none(
    index: SearchIndex, query: str, begins: str
) -> None:
    (note,) = index.find(KeywordQuestion(query)).notes
    assert str(note).startswith(begins)


@pytest.mark.parametrize("query", ["", "AND", "state:Atlantis", "x" * 10_000, 'prisons "'])
def test_what_the_user_should_know_is_said(index: SearchIndex, query: str) -> None:
    assert all(note.endswith(".") for note in index.find(KeywordQuestion(query)).notes)
    assert index.find(KeywordQuestion(query)).notes


def test_a_malformed_query_is_searched_as_words(index: SearchIndex) -> None:
    answer = index.find(KeywordQuestion('"child marriage'))
    assert ids(answer) == {"XAB-7-100.1-1", "XBA-33-100.2-1"}
    assert answer.notes == ("The keywords were read as plain words, because a quotation mark is not closed.",)
