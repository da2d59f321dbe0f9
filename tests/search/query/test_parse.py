"""The language of the keyword box."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.query.parse import QuerySyntaxError, parse_query, words_alone
from search.query.tree import AllOf, AnyOf, InField, Node, Not, Prefix, Words

A, B, C = Words(("airtight",)), Words(("prison",)), Words(("child",))

TREES: dict[str, tuple[str, Node | None]] = {
    "one word": ("Prisons", B),
    "several words are all needed": ("airtight prisons", AllOf((A, B))),
    "AND says the same": ("airtight AND prisons", AllOf((A, B))),
    "OR": ("airtight OR prisons", AnyOf((A, B))),
    "AND binds tighter than OR": ("airtight OR prisons child", AnyOf((A, AllOf((B, C))))),
    "parentheses group": ("(airtight OR prisons) child", AllOf((AnyOf((A, B)), C))),
    "NOT alone": ("NOT airtight", Not(A)),
    "NOT takes one term": ("NOT airtight prisons", AllOf((Not(A), B))),
    "NOT of a group": ("NOT (airtight prisons)", Not(AllOf((A, B)))),
    "NOT twice": ("NOT NOT airtight", Not(Not(A))),
    "AND NOT": ("prisons AND NOT child", AllOf((B, Not(C)))),
    "small letters are words, stop words are passed over": ("airtight and prisons", AllOf((A, B))),
    "only stop words": ("of the", None),
    "phrase with its stop words": ('"economic and social"', Words(("econom", "and", "social"))),
    "typographic quotes": ("“economic social”", Words(("econom", "social"))),
    "empty phrase": ('"" airtight', A),
    "hyphenated words stand together": ("well-being", Words(("well", "be"))),
    "prefix": ("discriminat*", Prefix("discriminat")),
    "prefix of the last part": ("self-determin*", AllOf((Words(("self",)), Prefix("determin")))),
    "star alone": ("*", None),
    "stars in a row": ("airtight **", A),
    "field": ("state:KEN airtight", AllOf((InField("state", "KEN"), A))),
    "field in capitals": ("STATE:KEN", InField("state", "KEN")),
    "quoted value": ('by:"North Macedonia"', InField("by", "North Macedonia")),
    "a colon that names no field": ("note:prisons", Words(("note", "prison"))),
    "a quoted value of no field": ('seen:"prisons"', AllOf((Words(("seen",)), B))),
    "a symbol is a field by itself": ("A/HRC/28/15", InField("symbol", "A/HRC/28/15")),
    "a symbol with an addendum": ("a/hrc/28/15/Add.1", InField("symbol", "a/hrc/28/15/Add.1")),
    "words parted by a slash": ("airtight/prisons", Words(("airtight", "prison"))),
    "nothing": ("", None),
    "marks alone": ("!@#", None),
}


@pytest.mark.parametrize(("query", "tree"), TREES.values(), ids=TREES)
def test_tree_of_a_query(query: str, tree: Node | None) -> None:
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
    "parenthesis never opened": ("prisons)", "never opened"),
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
    assert words_alone('AND (airtight "prisons OR') == AllOf((A, B))
    assert words_alone("AND OR") is None


PIECES = st.sampled_from(
    ['"', "(", ")", "AND", "OR", "NOT", "*", "state:", "x*", "prisons", "A/1", ":", "«", " ", "\0"]
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map(" ".join)))
def test_whatever_is_typed_is_read_or_refused_with_a_reason(query: str) -> None:
    words_alone(query)
    try:
        parse_query(query)
    except QuerySyntaxError as problem:
        assert str(problem)
