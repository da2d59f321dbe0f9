"""The words of a snapshot as they are kept: which texts hold each, and in which order texts have them.

Either arrays of the lexical folder, mapped into memory so that workers of one machine share them, or tables of a
database (search.store.database_words).
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from models.index_folder.lexical_folder import PostingLists, open_lexical
from search.catalogue.fields import indices_between

Rows = NDArray[np.int32]
Counts = NDArray[np.unsignedinteger]
FEW = 1 / 20
"""Share of texts up to which looking at each of their words costs less than comparing all words with one."""


class StoredWords(Protocol):
    """The words of all texts; words are given as models.words cuts them."""

    @property
    def lengths(self) -> NDArray[np.float32]:
        """Words of each text row."""
        ...

    def stem(self, stem: str) -> tuple[Rows, Counts]:
        """The text rows that hold a stem, ascending, and how often it stands in each."""
        ...

    def form(self, form: str) -> tuple[Rows, Counts]:
        """The same of a word as printed, folded."""
        ...

    def with_phrase(self, stems: Sequence[str], rows: NDArray[np.intp]) -> NDArray[np.intp]:
        """Of text rows that hold all of these stems, ascending, those that hold them one after the other."""
        ...

    def forget(self) -> None:
        """Let go of the words that questions named."""
        ...

    def forms_starting(self, prefix: str, limit: int) -> tuple[str, ...]:
        """At most `limit` of the words as printed, folded, that begin with these letters, in alphabetical order."""
        ...


class WordsInFolder:
    """The arrays of a lexical folder."""

    def __init__(self, folder: Path) -> None:
        """Map them into memory.

        Raises:
            ValueError: it is no lexical folder.
        """
        lexical = open_lexical(folder)
        self._stems, self._forms, self._sequence = lexical.stems, lexical.forms, lexical.sequence
        self._ends = lexical.ends
        self._lengths = np.diff(self._ends, prepend=-1).astype(np.float32) - 1

    @property
    def lengths(self) -> NDArray[np.float32]:
        """Words of each text row."""
        return self._lengths

    def stem(self, stem: str) -> tuple[Rows, Counts]:
        """The text rows that hold a stem, ascending, and how often it stands in each."""
        return _postings(self._stems, stem)

    def form(self, form: str) -> tuple[Rows, Counts]:
        """The same of a word as printed, folded."""
        return _postings(self._forms, form)

    def with_phrase(self, stems: Sequence[str], rows: NDArray[np.intp]) -> NDArray[np.intp]:
        """Of text rows that hold all of these stems, ascending, those that hold them one after the other."""
        numbers = [1 + place for stem in stems if (place := self._stems.place_of(stem)) is not None]
        if len(rows) > len(self.lengths) * FEW:
            starts = np.flatnonzero(self._sequence == numbers[0])
        else:
            starts = indices_between(self._ends[rows] - self.lengths[rows].astype(np.intp), self._ends[rows])
        starts = starts[starts + len(stems) < len(self._sequence)]
        for offset, number in enumerate(numbers):
            starts = starts[self._sequence[starts + offset] == number]
        return np.intersect1d(rows, np.searchsorted(self._ends, starts))

    def forms_starting(self, prefix: str, limit: int) -> tuple[str, ...]:
        """At most `limit` of the words as printed, folded, that begin with these letters, in alphabetical order."""
        words = self._forms.words
        first = bisect_left(words, prefix)
        return tuple(takewhile(lambda word: word.startswith(prefix), words[first : first + limit]))

    def forget(self) -> None:
        """Nothing of a question is kept."""


def _postings(lists: PostingLists, word: str) -> tuple[Rows, Counts]:
    found = lists.list_of(word)
    return lists.rows[found], lists.counts[found]
