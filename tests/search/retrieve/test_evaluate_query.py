"""Trees of keyword queries as masks, beside what Whoosh's Searcher finds."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from whoosh.query import And, Every, FuzzyTerm, Not, Or, Phrase, Prefix, Query, Term, Wildcard

from models.texts.words import FORM_FIELD, TEXT_FIELD
from search.lexical.whoosh_index import whoosh_searcher
from search.query.parse import QuerySyntaxError, parse_query
from search.retrieve import evaluate_query
from search.retrieve.evaluate_query import QueryEvaluation
from search.snapshot.snapshot import Snapshot, open_snapshot
from tests.search.invented_index import Request, build

TEXTS = [
    "Visit prisons and visit quarries",
    "Close prisons, then close the quarries",
    "Economic and social rights of women and of fishers",
    "Economic policy and social rights",
    "Publish economic social data on female genital mutilation",
    "Let labour inspectors visit the prison's kitchens",
    "Outlaw FGM; let every woman fish, and every fisher visit",
    "Social, social and economic",
]


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder: Path = build(tmp_path_factory.mktemp("evaluated") / "index", [Request(text) for text in TEXTS])
    return open_snapshot(folder, None)


def texts_by_whoosh(snapshot: Snapshot, query: Query) -> set[int]:
    with whoosh_searcher(snapshot.all_words.stored) as searcher:
        return {hit["row"] for hit in searcher.search(query, limit=None)}


def texts_found(snapshot: Snapshot, query: Query) -> set[int]:
    entries = QueryEvaluation(snapshot).entries(query)
    return set(snapshot.catalogue.rows[entries].tolist())


STEMS = st.sampled_from(["visit", "prison", "econom", "and", "social", "right", "fish", "fisher", "the", "zeppelin"])
FORMS = st.sampled_from(["prisons", "prison's", "fisher", "fgm", "visit", "women", "vist", "womn", "quarry"])
PHRASES = st.builds(
    lambda stems, within: Phrase(TEXT_FIELD, stems, slop=within),
    st.lists(STEMS, min_size=2, max_size=4),
    st.integers(1, 6),
)
LEAVES = st.one_of(
    STEMS.map(lambda stem: Term(TEXT_FIELD, stem)),
    FORMS.map(lambda form: Term(FORM_FIELD, form)),
    PHRASES,
    st.sampled_from(["p", "vis", "fi", "x"]).map(lambda letters: Prefix(FORM_FIELD, letters)),
    st.sampled_from(["wom*n", "w?men", "pri*n*", "q*r?ies", "fi*"]).map(lambda word: Wildcard(FORM_FIELD, word)),
    st.builds(lambda form, letters: FuzzyTerm(FORM_FIELD, form, maxdist=letters), FORMS, st.sampled_from([1, 2])),
    st.just(Every()),
)
TREES = st.recursive(
    LEAVES,
    lambda parts: st.one_of(
        parts.map(Not),
        st.lists(parts, min_size=2, max_size=3).map(And),
        st.lists(parts, min_size=2, max_size=3).map(Or),
    ),
    max_leaves=6,
)


@given(TREES)
def test_any_tree_finds_what_whoosh_finds(snapshot: Snapshot, query: Query) -> None:
    assert texts_found(snapshot, query) == texts_by_whoosh(snapshot, query)


PIECES = st.sampled_from(
    [
        *("visit", "prisons", "economic", "social", "FGM", "female genital mutilation", "and", "women's"),
        *("pris*", "wom*n", "vist~", '"social rights"', '"economic social"~3', "AND", "OR", "NOT", "(", ")"),
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=8).map(" ".join))
def test_what_is_typed_finds_what_whoosh_finds(snapshot: Snapshot, typed: str) -> None:
    try:
        query = parse_query(typed)
    except QuerySyntaxError:
        return
    if query is not None:
        assert texts_found(snapshot, query) == texts_by_whoosh(snapshot, query)


HOLDING: dict[str, tuple[str, Callable[[str], bool]]] = {
    "star inside": ("fi*er", lambda text: "fisher " in text),
    "one letter": ("wom?n", lambda text: "wom" in text),
    "nearly": ("prisns~", lambda text: "prisons" in text),
    "near": ('"social rights"~2', lambda text: "social rights" in text),
    "not near": ('social NOT "social rights"', lambda text: "social" in text and "social rights" not in text),
}


@pytest.mark.parametrize(("query", "holds"), HOLDING.values(), ids=HOLDING)
def test_texts_that_hold_what_is_asked(snapshot: Snapshot, query: str, holds: Callable[[str], bool]) -> None:
    tree = parse_query(query)
    assert tree is not None
    found = texts_found(snapshot, tree)
    assert found
    assert len(found) == sum(map(holds, TEXTS))


def test_a_word_that_stands_for_very_many_is_cut_short_and_says_so(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evaluate_query, "MAX_EXPANSIONS", 1)
    for query, shown in ((Prefix(FORM_FIELD, "pris"), "pris*"), (Wildcard(FORM_FIELD, "pr*s"), "pr*s")):
        evaluation = QueryEvaluation(snapshot)
        assert evaluation.entries(query).sum() == 1
        assert evaluation.notes == [f"{shown} stands for more than 1 words: only the first are searched."]
    evaluation = QueryEvaluation(snapshot)
    assert evaluation.entries(Prefix(FORM_FIELD, "prisons")).any()
    assert evaluation.notes == [], "one word is not more than one"


def test_words_that_one_stands_for_are_marked_and_ranked_by(snapshot: Snapshot) -> None:
    evaluation = QueryEvaluation(snapshot)
    tree = parse_query("wom*n prisns~ NOT fish*")
    assert tree is not None
    evaluation.entries(tree)
    assert set(evaluation.positive_stems) == {"woman", "women", "prison"}
