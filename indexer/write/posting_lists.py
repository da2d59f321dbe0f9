"""Posting lists and the order of words, made of texts cut into words."""

from array import array
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from models.index_folder.lexical_folder import TEXT_END, PostingLists

WORDS_AT_ONCE = 4_000_000
"""Words of all texts that are numbered or sorted together: a quarter of a million records have 25 million."""


class WordsOfTexts:
    """The words of texts in their order, as they come."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        """Word → its number, from 1 as words first appear."""
        self._sequence = array("I")

    def add(self, words: Sequence[str]) -> None:
        """Add the words of the next text."""
        numbers = self._numbers
        self._sequence.extend([numbers.setdefault(word, len(numbers) + 1) for word in words])
        self._sequence.append(TEXT_END)

    def sequence(self) -> tuple[tuple[str, ...], NDArray[np.uint32]]:
        """The distinct words, sorted, and all words in their order, each as its place among these counted from 1.

        TEXT_END stands after each text. They are given away, for they fill the memory: no texts are left.
        """
        given_away, self._sequence = self._sequence, array("I")
        words = tuple(sorted(self._numbers))
        place_of = np.zeros(len(words) + 1, dtype=np.uint32)
        place_of[[self._numbers[word] for word in words]] = np.arange(1, len(words) + 1, dtype=np.uint32)
        sequence = np.frombuffer(given_away, dtype=np.uint32)
        for start in range(0, len(sequence), WORDS_AT_ONCE):
            part = sequence[start : start + WORDS_AT_ONCE]
            part[:] = place_of[part]
        return words, sequence


def posting_lists(words: tuple[str, ...], sequence: NDArray[np.uint32]) -> PostingLists:
    """The posting lists of texts, of words and sequence as WordsOfTexts gives them."""
    ends_of_texts = np.flatnonzero(sequence == TEXT_END)
    parts = [_sorted_postings(sequence, ends_of_texts, *part) for part in _parts(sequence, len(words))]
    ends, rows_of_words, counts = map(np.concatenate, zip(*parts, strict=True))
    return PostingLists(words, np.cumsum(ends), rows_of_words, counts)


def _parts(sequence: NDArray[np.uint32], words: int) -> Iterator[tuple[int, int]]:
    """The first and the last word of parts that fill the memory one after the other; there may be no words."""
    part = np.cumsum(np.bincount(sequence, minlength=words + 1)[1:]) // WORDS_AT_ONCE
    firsts = [0, *(np.flatnonzero(np.diff(part)) + 1).tolist()]
    return zip([first + 1 for first in firsts], [*firsts[1:], words], strict=True)


def _sorted_postings(
    sequence: NDArray[np.uint32], ends_of_texts: NDArray[np.intp], first: int, last: int
) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.unsignedinteger]]:
    """How many texts hold each of the words from `first` to `last`, which, and how often each."""
    places = np.flatnonzero((sequence >= first) & (sequence <= last))
    # One number for each word and row, by whose order both are sorted at once.
    pairs = sequence[places].astype(np.int64) << 32
    pairs |= np.searchsorted(ends_of_texts, places)
    pairs.sort()
    firsts = np.flatnonzero(np.concatenate([[True], pairs[1:] != pairs[:-1]])[: len(pairs)])
    counts = np.diff(firsts, append=len(pairs))
    pairs = pairs[firsts]
    return (
        np.bincount((pairs >> 32) - first, minlength=last - first + 1),
        (pairs & 0xFFFFFFFF).astype(np.int32),
        # A byte each, where no word stands 256 times in a text.
        counts.astype(np.min_scalar_type(counts.max(initial=0))),
    )
