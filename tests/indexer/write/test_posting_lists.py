"""Posting lists of texts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.write.posting_lists import WordsOfTexts, posting_lists
from models.index_folder.lexical_folder import PostingLists

Text = list[str]


def words_of(texts: list[Text]) -> WordsOfTexts:
    words = WordsOfTexts()
    for text in texts:
        words.add(text)
    return words


def lists_of(texts: list[Text]) -> PostingLists:
    return posting_lists(*words_of(texts).sequence())


def as_pairs(lists: PostingLists) -> dict[str, list[tuple[int, int]]]:
    """Word → (row, count) of each text that holds it."""
    extract = {word: lists.list_of(word) for word in lists.words}
    return {
        word: list(zip(lists.rows[part].tolist(), lists.counts[part].tolist(), strict=True))
        for word, part in extract.items()
    }


TEXTS = [["visit", "prison", "visit"], [], ["close", "prison"]]


def test_words_are_numbered_in_alphabetical_order() -> None:
    words, sequence = words_of(TEXTS).sequence()
    assert words == ("close", "prison", "visit")
    assert sequence.tolist() == [3, 2, 3, 0, 0, 1, 2, 0]
    assert sequence.dtype == np.uint32


def test_lists_name_rows_and_counts() -> None:
    lists = lists_of(TEXTS)
    assert as_pairs(lists) == {"close": [(2, 1)], "prison": [(0, 1), (2, 1)], "visit": [(0, 2)]}
    assert lists.ends.tolist() == [1, 3, 4]
    assert (lists.ends.dtype, lists.rows.dtype, lists.counts.dtype) == (np.int64, np.int32, np.uint8)


@pytest.mark.parametrize("texts", [[], [[]], [[], []]], ids=["no texts", "one without words", "two without words"])
def test_no_words(texts: list[Text]) -> None:
    lists = lists_of(texts)
    assert (lists.words, lists.ends.tolist(), lists.rows.tolist(), lists.counts.tolist()) == ((), [], [], [])


def test_a_word_that_stands_very_often() -> None:
    assert as_pairs(lists_of([["so"] * 70_000, ["so"]])) == {"so": [(0, 70_000), (1, 1)]}


SOME_TEXTS = st.lists(st.lists(st.sampled_from(["a", "b", "é", "z", "废"]), max_size=6), max_size=6)


@given(texts=SOME_TEXTS, at_once=st.integers(1, 9))
def test_it_does_not_matter_how_many_words_are_sorted_at_once(texts: list[Text], at_once: int) -> None:
    whole = lists_of(texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("indexer.write.posting_lists.WORDS_AT_ONCE", at_once)
        parts = lists_of(texts)
    assert (parts.words, parts.ends.tolist(), parts.rows.tolist(), parts.counts.tolist()) == (
        *(whole.words, whole.ends.tolist(), whole.rows.tolist(), whole.counts.tolist()),
    )
