"""The words of an index as Whoosh reads them, and what its Searcher finds beside our own evaluation."""

from pathlib import Path

import numpy as np
import pytest
from whoosh.qparser import FuzzyTermPlugin, QueryParser
from whoosh.query import Or, Query, Term

from indexer.write.lexical import write_lexical
from models.index_folder.lexical_folder import open_lexical
from models.texts.words import FORM_FIELD, TEXT_FIELD, lexical_schema
from search.lexical.bm25 import bm25f
from search.lexical.index import LexicalIndex
from search.lexical.stored_words import StoredWords
from search.lexical.whoosh_index import whoosh_reader, whoosh_searcher

TEXTS = [
    "Visit prisons and visit quarries",
    "Close prisons, then close the quarries",
    "Economic and social rights",
    "Economic policy and social rights",
    "Publish economic social data",
    "Let labour inspectors visit the prison's kitchens",
]


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory) -> StoredWords:
    folder: Path = tmp_path_factory.mktemp("whoosh") / "lexical"
    write_lexical(folder, TEXTS, lambda _count: None)
    return StoredWords(open_lexical(folder))


def rows(words: StoredWords, query: Query) -> list[int]:
    with whoosh_searcher(words) as searcher:
        return sorted(hit["row"] for hit in searcher.search(query, limit=None))


def test_whoosh_parses_with_the_schema(words: StoredWords) -> None:
    parser = QueryParser(TEXT_FIELD, lexical_schema())
    parser.add_plugin(FuzzyTermPlugin())
    assert rows(words, parser.parse("visiting prisons")) == [0, 5]
    assert rows(words, parser.parse('"economic rights"~4 OR form:quaries~')) == [0, 1, 2, 3]


def test_the_searcher_scores_as_we_do(words: StoredWords) -> None:
    index = LexicalIndex(words, np.ones(len(TEXTS), dtype=bool))
    with whoosh_searcher(words) as searcher:
        hits = searcher.search(Or([Term(TEXT_FIELD, "visit"), Term(TEXT_FIELD, "prison")]), limit=None)
        scores = {hit["row"]: hit.score for hit in hits}
        in_order = [hit["row"] for hit in hits]
    ours = bm25f(index, ["visit", "prison"])
    assert scores == pytest.approx({row: float(ours[row]) for row in np.flatnonzero(ours)}, rel=1e-5)
    assert in_order == sorted(scores, key=scores.__getitem__, reverse=True)


def test_the_reader_lists_words_and_what_is_known_of_them(words: StoredWords) -> None:
    reader = whoosh_reader(words)
    assert list(reader.expand_prefix(FORM_FIELD, "qu")) == [b"quarries"]
    assert [term for term, _ in reader.iter_from(FORM_FIELD, "visit")][:2] == [("form", b"visit"), ("text", b"and")]
    assert len(list(reader.all_terms())) == len(words.words(TEXT_FIELD)) + len(words.words(FORM_FIELD))
    visit = reader.term_info(TEXT_FIELD, "visit")
    assert (visit.weight(), visit.doc_frequency(), visit.min_id(), visit.max_id()) == (3, 2, 0, 5)
    assert (visit.min_length(), visit.max_length(), visit.max_weight()) == (5, 7, 2)
    assert reader.field_length(TEXT_FIELD) == sum(words.lengths)
    assert reader.corrector(FORM_FIELD).suggest("prisns", maxdist=1) == ["prisons"]
