"""The language of the keyword box."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.query import And, FuzzyTerm, Not, Or, Phrase, Prefix, Query, Term, Wildcard

from models.texts.words import FORM_FIELD, TEXT_FIELD
from search.query.parse import QuerySyntaxError, parse_query, words_alone


def word(stem: str) -> Term:
    return Term(TEXT_FIELD, stem)


def words(*stems: str, within: int = 1) -> Phrase:
    return Phrase(TEXT_FIELD, list(stems), slop=within)


A, B, C = map(word, ("airtight", "prison", "child"))

TREES: dict[str, tuple[str, Query | None]] = {
    "one word": ("Prisons", B),
    "several words are all needed": ("airtight prisons", And([A, B])),
    "AND says the same": ("airtight AND prisons", And([A, B])),
    "OR": ("airtight OR prisons", Or([A, B])),
    "AND binds tighter than OR": ("airtight OR prisons child", Or([A, And([B, C])])),
    "parentheses group": ("(airtight OR prisons) child", And([Or([A, B]), C])),
    "parentheses about the whole": ("((airtight prisons))", And([A, B])),
    "NOT alone": ("NOT airtight", Not(A)),
    "NOT takes one term": ("NOT airtight prisons", And([Not(A), B])),
    "NOT of a group": ("NOT (airtight prisons)", Not(And([A, B]))),
    "NOT twice": ("NOT NOT airtight", Not(Not(A))),
    "NOT of nothing": ("NOT the prisons", B),
    "AND NOT": ("prisons AND NOT child", And([B, Not(C)])),
    "small letters are words, stop words are passed over": ("airtight and prisons", And([A, B])),
    "capitals within a word": ("ANDROID", word("android")),
    "only stop words": ("of the", None),
    "only stop words in parentheses": ("(of the) airtight", A),
    "French stop words in a French query": (
        "conditions de détention dans les prisons",
        And([word("condit"), word("detent"), B]),
    ),
    "Spanish stop words in a Spanish query": ("agua y saneamiento", And([word("agua"), word("saneamiento")])),
    "the State is no stop word": ("el estado de derecho", And([word("estado"), word("derecho")])),
    "in an English query they are words": ("de jure moratorium", And([word("de"), word("jure"), word("moratorium")])),
    "a phrase keeps them": ('"peine de mort"', words("pein", "de", "mort")),
    "phrase with its stop words": ('"economic and social"', words("econom", "and", "social")),
    "typographic quotes": ("“economic social”", words("econom", "social")),
    "phrase of one word": ('"prisons"', B),
    "empty phrase": ('"" airtight', A),
    "near each other": ('"economic social"~5', words("econom", "social", within=5)),
    "a tilde apart from a phrase": ('"economic social" ~5', And([words("econom", "social"), word("5")])),
    "farther than any text is long": ('"economic social"~5000', And([words("econom", "social"), word("5000")])),
    "hyphenated words stand together": ("well-being", words("well", "be")),
    "prefix": ("discriminat*", Prefix(FORM_FIELD, "discriminat")),
    "prefix with an accent": ("Délib*", Prefix(FORM_FIELD, "delib")),
    "prefix of the last part": ("self-determin*", And([word("self"), Prefix(FORM_FIELD, "determin")])),
    "star inside a word": ("Wom*n", Wildcard(FORM_FIELD, "wom*n")),
    "stars inside and behind": ("organi*ation*", Wildcard(FORM_FIELD, "organi*ation*")),
    "question mark inside a word": ("organi?ation", Wildcard(FORM_FIELD, "organi?ation")),
    "question mark behind a word": ("prisons?", B),
    "star in a word of several parts": ("wom*n-led", And([word("led"), Wildcard(FORM_FIELD, "wom*n")])),
    "star in a possessive": ("wom*n's", Wildcard(FORM_FIELD, "wom*n")),
    "star in a word before a comma": ("wom*n,", Wildcard(FORM_FIELD, "wom*n")),
    "star behind one letter": ("w*men", words("w", "men")),
    "star before a word": ("*prisons", B),
    "nearly": ("Goverment~", FuzzyTerm(FORM_FIELD, "goverment")),
    "nearly, by two letters": ("goverment~2", FuzzyTerm(FORM_FIELD, "goverment", maxdist=2)),
    "nearly, of a short word": ("ai~", word("ai")),
    "star alone": ("*", None),
    "stars in a row": ("airtight **", A),
    "field": ("state:KEN airtight", And([Term("state", "KEN"), A])),
    "field in capitals": ("STATE:KEN", Term("state", "KEN")),
    "quoted value": ('by:"North Macedonia"', Term("by", "North Macedonia")),
    "a colon that names no field": ("note:prisons", words("note", "prison")),
    "a quoted value of no field": ('NOT seen:"prisons"', Not(And([word("seen"), B]))),
    "a symbol is a field by itself": ("A/HRC/28/15", Term("symbol", "A/HRC/28/15")),
    "a symbol with an addendum": ("a/hrc/28/15/Add.1", Term("symbol", "a/hrc/28/15/Add.1")),
    "words parted by a slash": ("airtight/prisons", words("airtight", "prison")),
    "nothing": ("", None),
    "marks alone": ("!@#", None),
}


@pytest.mark.parametrize(("query", "tree"), TREES.values(), ids=TREES)
def test_tree_of_a_query(query: str, tree: Query | None) -> None:
    assert parse_query(query) == tree


MALFORMED = {
    "quote not closed": ('"', "quotation mark"),
    "quote not closed after a word": ('airtight "prisons', "quotation mark"),
    "operator alone": ("AND", "AND"),
    "NOT without a word": ("prisons NOT", "NOT"),
    "OR at the end": ("prisons OR", "OR"),
    "two operators": ("prisons AND OR child", "AND"),
    "parenthesis not closed": ("(prisons", "parenthesis"),
    "parentheses without end": ("((((", "parenthesis"),
    "parenthesis never opened": ("prisons)", "another is missing"),
    "nothing in parentheses": ("()", "holds nothing"),
    "too deep": ("(" * 22 + "prisons" + ")" * 22, "too deep"),
    "too many NOT": ("NOT " * 22 + "prisons", "too deep"),
    "too many terms": ("prisons " * 51, "more than 50"),
    "prefix of one letter": ("a*", "nearly every word"),
}


@pytest.mark.parametrize(("query", "reason"), MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_query_says_why(query: str, reason: str) -> None:
    with pytest.raises(QuerySyntaxError, match=reason):
        parse_query(query)


def test_the_words_of_a_malformed_query_are_its_content_words() -> None:
    assert words_alone('AND (airtight "prisons OR') == And([A, B])
    assert words_alone("AND OR") is None


PIECES = st.sampled_from(
    ['"', "(", ")", "~", "~2", "wom*n", "AND", "OR", "NOT", "*", "state:", "x*", "prisons", "A/1", ":", "«", " ", "\0"]
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map(" ".join)))
def test_whatever_is_typed_is_read_or_refused_with_a_reason(query: str) -> None:
    words_alone(query)
    try:
        parse_query(query)
    except QuerySyntaxError as problem:
        assert str(problem)
