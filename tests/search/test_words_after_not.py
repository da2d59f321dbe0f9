"""Words after NOT are no reason why something is found: they are neither marked nor ranked by."""

import pytest

from search import KeywordQuestion, SearchIndex


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        pytest.param("child OR (prisons NOT marriage)", ("child",), id="NOT"),
        pytest.param("child OR NOT (prisons OR marriage)", ("child",), id="NOT of several"),
        pytest.param("child NOT (prisons OR NOT marriage)", ("child", "marriage"), id="NOT within NOT"),
    ],
)
def test_words_in_common(index: SearchIndex, query: str, marked: tuple[str, ...]) -> None:
    hits = {hit.record.id: hit for hit in index.find(KeywordQuestion(query, limit=1_000)).hits}
    assert hits["XAB-7-100.1-1"].record.text == "End child marriage in rural areas"
    assert hits["XAB-7-100.1-1"].words_in_common == marked


def test_rank(index: SearchIndex) -> None:
    found = index.find(KeywordQuestion("child OR girls OR (prisons NOT marriage)", limit=1_000)).hits
    relevance = {hit.record.text: hit.relevance for hit in found}
    without = {
        hit.record.text: hit.relevance
        for hit in index.find(KeywordQuestion("child OR girls OR prisons", limit=1_000)).hits
    }
    assert relevance == without
