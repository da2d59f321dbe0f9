"""The words of a snapshot: which texts hold a word, how often and where.

The arrays of the lexical folder (models.index_folder.lexical_folder) are mapped into memory, so that workers of one
machine share them; scores, masks and counts are sums over arrays. Phrases are looked for in the words, in their order,
of the texts that hold all words of the phrase.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial, reduce
from itertools import takewhile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.index_folder.lexical_folder import TEXT_END, PostingLists, open_lexical
from search.catalogue.fields import indices_between

CACHED_WORDS = 20_000
FEW = 1 / 20
"""Share of texts up to which looking at each of their words costs less than comparing all words with one."""


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """The texts that hold one word."""

    rows: NDArray[np.int32]
    """Text rows, ascending."""
    counts: NDArray[np.float32]
    """How often the word stands in each."""


class LexicalIndex:
    """Posting lists by word stem."""

    def __init__(self, folder: Path, counted: NDArray[np.bool_]) -> None:
        """Open a lexical folder.

        `counted` is a mask over its text rows: others are as if they were not there. What treaty bodies say is found
        by meaning alone, and says nothing on how rare a word is among recommendations.

        Raises:
            ValueError: it is no lexical folder, or one of other texts.
        """
        lexical = open_lexical(folder)
        self._stems, self._forms, self._sequence = lexical.stems, lexical.forms, lexical.sequence
        self._ends = np.flatnonzero(self._sequence == TEXT_END)
        if len(self._ends) != len(counted):
            raise ValueError(f"the words are of {len(self._ends)} texts, not of {len(counted)}")
        self.row_count = len(counted)
        self._counted = counted
        self._all_counted = bool(counted.all())
        self.lengths = np.diff(self._ends, prepend=-1).astype(np.float32) - 1
        """Words of each text row."""
        indexed = self.lengths[counted & (self.lengths > 0)]
        self.text_count = len(indexed)
        self.average_length = float(indexed.mean()) if len(indexed) else 1.0
        self.postings = lru_cache(CACHED_WORDS)(partial(self._read_postings, self._stems))
        """stem → Postings; a stem that no text holds has empty ones."""
        self.frequency = lru_cache(CACHED_WORDS)(self._read_frequency)
        """stem → how many texts hold the word."""

    def _read_frequency(self, stem: str) -> int:
        return int(np.count_nonzero(self._counted[self._stems.rows[self._stems.list_of(stem)]]))

    def _read_postings(self, lists: PostingLists, word: str) -> Postings:
        found = lists.list_of(word)
        rows, counts = lists.rows[found], lists.counts[found].astype(np.float32)
        if self._all_counted:
            return Postings(rows, counts)
        counted = self._counted[rows]
        return Postings(rows[counted], counts[counted])

    def rows_of_all_texts(self, stem: str) -> NDArray[np.int32]:
        """The text rows that hold the word, those that are not counted too, ascending."""
        return self._stems.rows[self._stems.list_of(stem)]

    def rows_with(self, stem: str) -> NDArray[np.bool_]:
        """A mask over text rows: those that hold the word."""
        mask = np.zeros(self.row_count, dtype=bool)
        mask[self.postings(stem).rows] = True
        return mask

    def rows_with_phrase(self, stems: Sequence[str]) -> NDArray[np.bool_]:
        """A mask over text rows: those that hold the words one after the other."""
        if len(stems) == 1:
            return self.rows_with(stems[0])
        numbers = [1 + place for stem in stems if (place := self._stems.place_of(stem)) is not None]
        if len(numbers) < len(stems):
            return np.zeros(self.row_count, dtype=bool)
        holding = reduce(np.logical_and, map(self.rows_with, stems))
        rows = np.flatnonzero(holding)
        if len(rows) > self.row_count * FEW:
            starts = np.flatnonzero(self._sequence == numbers[0])
        else:
            starts = indices_between(self._ends[rows] - self.lengths[rows].astype(np.intp), self._ends[rows])
        starts = starts[starts + len(stems) < len(self._sequence)]
        for offset, number in enumerate(numbers):
            starts = starts[self._sequence[starts + offset] == number]
        mask = np.zeros(self.row_count, dtype=bool)
        mask[np.searchsorted(self._ends, starts)] = True
        return mask & holding

    def rows_printing(self, forms: Iterable[str]) -> NDArray[np.bool_]:
        """A mask over text rows: those that print one of these words, which are folded."""
        mask = np.zeros(self.row_count, dtype=bool)
        for form in forms:
            mask[self._read_postings(self._forms, form).rows] = True
        return mask

    def forms_starting(self, prefix: str, limit: int) -> tuple[str, ...]:
        """At most `limit` of the words as printed, folded, that begin with these letters, in alphabetical order."""
        words = self._forms.words
        first = bisect_left(words, prefix)
        return tuple(takewhile(lambda word: word.startswith(prefix), words[first : first + limit]))
