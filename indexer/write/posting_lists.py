"""Posting lists and the order of words, made of texts cut into words, and joined to those made before."""

from array import array
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.index_folder.lexical_folder import TEXT_END, PostingLists


class WordsOfTexts:
    """The words of texts in their order, as they come."""

    def __init__(self) -> None:
        """No texts yet."""
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

        TEXT_END stands after each text.
        """
        words = tuple(sorted(self._numbers))
        place_of = np.zeros(len(words) + 1, dtype=np.uint32)
        place_of[[self._numbers[word] for word in words]] = np.arange(1, len(words) + 1, dtype=np.uint32)
        return words, place_of[np.array(self._sequence, dtype=np.uint32)]


def posting_lists(words: tuple[str, ...], sequence: NDArray[np.uint32], first_row: int) -> PostingLists:
    """The posting lists of texts whose rows are `first_row` and those after it."""
    ends_of_texts = np.flatnonzero(sequence == TEXT_END)
    rows = np.arange(first_row, first_row + len(ends_of_texts), dtype=np.int32)
    # One number for each word and row, by whose order both are sorted at once; in place, for there are millions.
    pairs = sequence[sequence != TEXT_END].astype(np.int64)
    pairs <<= 32
    pairs |= np.repeat(rows, np.diff(ends_of_texts, prepend=-1) - 1)
    pairs.sort()
    firsts = np.flatnonzero(np.concatenate([[True], pairs[1:] != pairs[:-1]])[: len(pairs)])
    counts = np.diff(firsts, append=len(pairs))
    pairs = pairs[firsts]
    return PostingLists(
        words,
        np.searchsorted(pairs, np.arange(2, len(words) + 2) << 32),
        (pairs & 0xFFFFFFFF).astype(np.int32),
        # A byte each, where no word stands 256 times in a text.
        counts.astype(np.min_scalar_type(counts.max(initial=0))),
    )


def merged(earlier: PostingLists, later: PostingLists) -> PostingLists:
    """The posting lists of both; all rows of `later` are greater than those of `earlier`."""
    words = tuple(sorted({*earlier.words, *later.words}))
    numbers = np.concatenate(
        [np.repeat(_places(lists.words, words), np.diff(lists.ends, prepend=0)) for lists in (earlier, later)]
    )
    # Stable: within a word, the earlier rows stay in front.
    order = np.argsort(numbers, kind="stable")
    return PostingLists(
        words,
        np.cumsum(np.bincount(numbers, minlength=len(words))),
        np.concatenate([earlier.rows, later.rows])[order],
        np.concatenate([earlier.counts, later.counts])[order],
    )


def renumbered(sequence: NDArray[np.uint32], words: tuple[str, ...], among: tuple[str, ...]) -> NDArray[np.uint32]:
    """The same words in the same order, each as its place among more words."""
    place_of = np.concatenate([[TEXT_END], _places(words, among) + 1]).astype(np.uint32)
    return place_of[sequence]


def _places(words: tuple[str, ...], among: tuple[str, ...]) -> NDArray[np.int32]:
    place_of = {word: place for place, word in enumerate(among)}
    return np.array([place_of[word] for word in words], dtype=np.int32)
