"""Posting lists of texts, at once or one part after the other."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.write.posting_lists import WordsOfTexts, merged, posting_lists, renumbered
from models.index_folder.lexical_folder import PostingLists

Text = list[str]


def words_of(texts: list[Text]) -> WordsOfTexts:
    words = WordsOfTexts()
    for text in texts:
        words.add(text)
    return words


def lists_of(texts: list[Text], first_row: int = 0) -> PostingLists:
    return posting_lists(*words_of(texts).sequence(), first_row)


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
    lists = lists_of(TEXTS, first_row=10)
    assert as_pairs(lists) == {"close": [(12, 1)], "prison": [(10, 1), (12, 1)], "visit": [(10, 2)]}
    assert lists.ends.tolist() == [1, 3, 4]
    assert (lists.ends.dtype, lists.rows.dtype, lists.counts.dtype) == (np.int64, np.int32, np.uint8)


@pytest.mark.parametrize("texts", [[], [[]], [[], []]], ids=["no texts", "one without words", "two without words"])
def test_no_words(texts: list[Text]) -> None:
    lists = lists_of(texts)
    assert (lists.words, lists.ends.tolist(), lists.rows.tolist(), lists.counts.tolist()) == ((), [], [], [])


def test_a_word_that_stands_very_often() -> None:
    assert as_pairs(merged(lists_of([["so"] * 70_000]), lists_of([["so"]], 1))) == {"so": [(0, 70_000), (1, 1)]}


SOME_TEXTS = st.lists(st.lists(st.sampled_from(["a", "b", "é", "z", "废"]), max_size=6), max_size=6)


@given(SOME_TEXTS, SOME_TEXTS)
def test_parts_joined_are_as_all_texts_at_once(earlier: list[Text], later: list[Text]) -> None:
    together = lists_of(earlier + later)
    one_by_one = merged(lists_of(earlier), lists_of(later, len(earlier)))
    assert as_pairs(one_by_one) == as_pairs(together)
    for field in ("ends", "rows", "counts"):
        assert getattr(one_by_one, field).tolist() == getattr(together, field).tolist()
        assert getattr(one_by_one, field).dtype == getattr(together, field).dtype


@given(SOME_TEXTS, SOME_TEXTS)
def test_the_order_of_words_stays_among_more_words(earlier: list[Text], later: list[Text]) -> None:
    words, sequence = words_of(earlier).sequence()
    all_words, all_texts = words_of(earlier + later).sequence()
    assert renumbered(sequence, words, all_words).tolist() == all_texts[: len(sequence)].tolist()


@given(texts=SOME_TEXTS, at_once=st.integers(1, 9))
def test_it_does_not_matter_how_many_words_are_sorted_at_once(texts: list[Text], at_once: int) -> None:
    whole = lists_of(texts, 7)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("indexer.write.posting_lists.WORDS_AT_ONCE", at_once)
        parts = lists_of(texts, 7)
    assert (parts.words, parts.ends.tolist(), parts.rows.tolist(), parts.counts.tolist()) == (
        *(whole.words, whole.ends.tolist(), whole.rows.tolist(), whole.counts.tolist()),
    )
