"""The words of a snapshot: which texts hold a word, how often and where.

Scores, masks and counts are sums over arrays. Phrases are looked for in the words, in their order, of the texts that
hold all words of the phrase.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce

import numpy as np
from numpy.typing import NDArray

from models.texts.words import FORM_FIELD, TEXT_FIELD
from search.lexical.stored_words import Counts, Rows, StoredWords, texts_with_near

CACHED_WORDS = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """The texts that hold one word."""

    rows: NDArray[np.int32]
    """Text rows, ascending."""
    counts: NDArray[np.float32]
    """How often the word stands in each."""


class LexicalIndex:
    """Posting lists by word stem."""

    def __init__(self, stored: StoredWords, counted: NDArray[np.bool_]) -> None:
        """Look into the words of a snapshot.

        `counted` is a mask over its text rows: others are as if they were not there. What treaty bodies say is found
        by meaning alone, and says nothing on how rare a word is among recommendations.

        Raises:
            ValueError: the words are of other texts.
        """
        if len(stored.lengths) != len(counted):
            raise ValueError(f"the words are of {len(stored.lengths)} texts, not of {len(counted)}")
        self.stored = stored
        """The words of all texts."""
        self.row_count = len(counted)
        self._counted = counted
        self._all_counted = bool(counted.all())
        self.lengths = stored.lengths
        """Words of each text row."""
        indexed = self.lengths[counted & (self.lengths > 0)]
        self.text_count = len(indexed)
        self.average_length = float(indexed.mean()) if len(indexed) else 1.0
        self.postings = lru_cache(CACHED_WORDS)(self._read_postings)
        """stem → Postings; a stem that no text holds has empty ones."""
        self.frequency = lru_cache(CACHED_WORDS)(self._read_frequency)
        """stem → how many texts hold the word."""

    def forget(self) -> None:
        """Let go of the words that questions named, which are kept with what was read for them."""
        self.postings.cache_clear()
        self.frequency.cache_clear()

    def _read_frequency(self, stem: str) -> int:
        rows, _ = self.stored.postings(TEXT_FIELD, stem)
        return int(np.count_nonzero(self._counted[rows]))

    def _read_postings(self, stem: str) -> Postings:
        return self._of_counted(*self.stored.postings(TEXT_FIELD, stem))

    def _of_counted(self, rows: Rows, counts: Counts) -> Postings:
        if self._all_counted:
            return Postings(rows, counts.astype(np.float32))
        counted = self._counted[rows]
        return Postings(rows[counted], counts[counted].astype(np.float32))

    def rows_of_all_texts(self, stem: str) -> NDArray[np.int32]:
        """The text rows that hold the word, those that are not counted too, ascending."""
        rows, _ = self.stored.postings(TEXT_FIELD, stem)
        return rows

    def rows_with(self, stem: str) -> NDArray[np.bool_]:
        """A mask over text rows: those that hold the word."""
        mask = np.zeros(self.row_count, dtype=bool)
        mask[self.postings(stem).rows] = True
        return mask

    def rows_with_phrase(self, stems: Sequence[str], within: int = 1) -> NDArray[np.bool_]:
        """A mask over text rows: those with the words in this order, each at most `within` places behind the last."""
        holding = reduce(np.logical_and, map(self.rows_with, stems))
        if len(stems) == 1 or not holding.any():
            return holding
        mask = np.zeros(self.row_count, dtype=bool)
        if within == 1:
            mask[self.stored.with_phrase(stems, np.flatnonzero(holding))] = True
        else:
            mask[texts_with_near([self.stored.places(stem) for stem in stems], self.stored.ends, within)] = True
        return mask & holding

    def rows_printing(self, forms: Iterable[str]) -> NDArray[np.bool_]:
        """A mask over text rows: those that print one of these words, which are folded."""
        mask = np.zeros(self.row_count, dtype=bool)
        for form in forms:
            mask[self._of_counted(*self.stored.postings(FORM_FIELD, form)).rows] = True
        return mask
