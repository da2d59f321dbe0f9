"""BM25F over the posting lists, and what the lexical index finds."""

from math import log
from pathlib import Path

import numpy as np
import pytest

from indexer.write.lexical import write_lexical
from models.index_folder.folder import LEXICAL, VECTORS, current_snapshot
from models.index_folder.lexical_folder import open_lexical
from search.lexical import stored_words
from search.lexical.bm25 import bm25f, lexical_shares
from search.lexical.index import LexicalIndex
from search.lexical.stored_words import StoredWords
from tests.search.invented_index import Request, build

TEXTS = [
    "Visit prisons and visit quarries",
    "Close prisons",
    "Economic and social rights",
    "Economic policy and social rights",
    "Publish economic social data",
    "Let labour inspectors in",
]


@pytest.fixture(scope="module")
def lexical(tmp_path_factory: pytest.TempPathFactory) -> LexicalIndex:
    folder = build(tmp_path_factory.mktemp("lexical") / "index", [Request(text) for text in TEXTS])
    return lexical_of(folder)


def lexical_of(folder: Path) -> LexicalIndex:
    snapshot = current_snapshot(folder)
    return LexicalIndex(
        StoredWords(open_lexical(snapshot / LEXICAL)), np.ones(len(np.load(snapshot / VECTORS)), dtype=bool)
    )


def test_the_score_is_that_of_the_formula(lexical: LexicalIndex) -> None:
    lengths = [5, 2, 4, 5, 4, 4]
    average = sum(lengths) / 6
    # "visit" stands in one of six texts, twice in that of five words.
    idf = log(1 + (6 - 1 + 0.5) / (1 + 0.5))
    expected = idf * 2 * (1.2 + 1) / (2 + 1.2 * (1 - 0.75 + 0.75 * 5 / average))
    scores = bm25f(lexical, ["visit"])
    np.testing.assert_allclose(scores, [expected, 0, 0, 0, 0, 0], rtol=1e-5)


def test_scores_of_words_add_up(lexical: LexicalIndex) -> None:
    both = bm25f(lexical, ["visit", "prison"])
    np.testing.assert_allclose(both, bm25f(lexical, ["visit"]) + bm25f(lexical, ["prison"]), rtol=1e-6)


def test_the_best_text_that_holds_all_has_the_share_one(lexical: LexicalIndex) -> None:
    shares = lexical_shares(lexical, ["close", "prison"], expected=1.0)
    assert shares[1] == pytest.approx(1.0)
    assert 0 < shares[0] < 1


def test_words_that_no_text_holds_lower_every_share(lexical: LexicalIndex) -> None:
    alone = lexical_shares(lexical, ["prison"], expected=1.0).max()
    with_unknown = lexical_shares(lexical, ["prison", "zeppelin", "elev"], expected=1.0).max()
    assert with_unknown < alone / 2


@pytest.mark.parametrize("stems", [[], ["zeppelin"]], ids=["no words", "unknown word"])
def test_nothing_found_is_all_zero(lexical: LexicalIndex, stems: list[str]) -> None:
    assert not lexical_shares(lexical, stems, expected=0.5).any()


PHRASES = {
    "adjacent words": (["econom", "social"], [4]),
    "stop words count": (["econom", "and", "social"], [2]),
    "the end of a text is no neighbour of the next": (["quarri", "close"], []),
    "a word twice in a phrase": (["visit", "visit"], []),
    "one word": (["prison"], [0, 1]),
    "unknown word": (["econom", "zeppelin"], []),
}


@pytest.mark.parametrize(("within", "rows"), [(1, [4]), (2, [2, 4]), (3, [2, 3, 4]), (99, [2, 3, 4])])
def test_words_near_each_other_are_in_order_and_in_one_text(
    lexical: LexicalIndex, within: int, rows: list[int]
) -> None:
    assert np.flatnonzero(lexical.rows_with_phrase(["econom", "social"], within)).tolist() == rows
    assert not lexical.rows_with_phrase(["social", "econom"], within).any()


@pytest.mark.parametrize("few", [0, 1], ids=["as in most texts", "as in few texts"])
@pytest.mark.parametrize(("stems", "rows"), PHRASES.values(), ids=PHRASES)
def test_phrases_are_words_one_after_the_other(
    lexical: LexicalIndex, monkeypatch: pytest.MonkeyPatch, few: float, stems: list[str], rows: list[int]
) -> None:
    monkeypatch.setattr(stored_words, "FEW", few)
    assert np.flatnonzero(lexical.rows_with_phrase(stems)).tolist() == rows


def test_texts_that_print_a_word_in_one_of_its_forms(lexical: LexicalIndex) -> None:
    assert np.flatnonzero(lexical.rows_printing(["prisons", "policy"])).tolist() == [0, 1, 3]
    assert not lexical.rows_printing(["prison", "zeppelin"]).any()


def test_texts_added_later_are_found_beside_the_old_ones(tmp_path: Path) -> None:
    build(tmp_path, [Request(text) for text in TEXTS])
    build(tmp_path, [Request(text) for text in [*TEXTS[:1], *TEXTS[2:], "Visit the quarries of the north"]])
    lexical = lexical_of(tmp_path)
    assert lexical.postings("visit").rows.tolist() == [0, 5]
    assert np.flatnonzero(lexical.rows_with_phrase(["the", "quarri"])).tolist() == [5]
    assert np.flatnonzero(lexical.rows_printing(["quarries"])).tolist() == [0, 5]
    assert lexical.lengths.tolist() == [5, 4, 5, 4, 4, 6]


@pytest.mark.parametrize("counted", [1, 2], ids=["all texts count", "every second counts"])
def test_texts_that_do_not_count_are_as_if_they_were_not_there(tmp_path: Path, counted: int) -> None:
    texts = ["open " * (number % 3) + "doors" for number in range(1, 100)]
    write_lexical(tmp_path / "lexical", texts, lambda _count: None)
    mask = np.arange(len(texts)) % counted == 0
    lexical = LexicalIndex(StoredWords(open_lexical(tmp_path / "lexical")), mask)
    found = lexical.postings("open")
    assert found.rows.tolist() == [row for row, text in enumerate(texts) if "open" in text and mask[row]]
    assert found.counts.tolist() == [texts[row].count("open") for row in found.rows]
    assert lexical.frequency("open") == len(found.rows)
    assert lexical.text_count == len(texts[::counted])


def test_the_words_of_other_texts_are_refused(tmp_path: Path) -> None:
    write_lexical(tmp_path / "lexical", TEXTS, lambda _count: None)
    with pytest.raises(ValueError, match="of 6 texts, not of 7"):
        LexicalIndex(StoredWords(open_lexical(tmp_path / "lexical")), np.ones(7, dtype=bool))
