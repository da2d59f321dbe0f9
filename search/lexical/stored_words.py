"""The words of a snapshot as they are kept: which texts hold each, and in which order texts have them.

They are the arrays of a lexical folder, mapped into memory. Fields are those of models.texts.words.lexical_schema.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from models.index_folder.lexical_folder import LexicalFolder
from models.texts.words import FORM_FIELD, TEXT_FIELD
from search.datamodel.ranges import indices_between

Rows = NDArray[np.int32]
Counts = NDArray[np.unsignedinteger]
Places = NDArray[np.integer]
"""Places in the sequence of the words of all texts, ascending; between two texts there is a place without a word."""
FEW = 1 / 20
"""Share of texts up to which looking at each of their words costs less than comparing all words with one."""


class StoredWords:
    """The words of all texts; words are given as models.texts.words cuts them."""

    def __init__(self, lexical: LexicalFolder) -> None:
        self._lists = {TEXT_FIELD: lexical.stems, FORM_FIELD: lexical.forms}
        self._sequence = lexical.sequence
        self.ends = lexical.ends
        """The place behind the last word of each text row."""
        self.lengths = np.diff(self.ends, prepend=-1).astype(np.float32) - 1
        """Words of each text row."""

    def words(self, field: str) -> Sequence[str]:
        """All words of a field, in the order of their code points."""
        return self._lists[field].words

    def postings(self, field: str, word: str) -> tuple[Rows, Counts]:
        """The text rows that hold a word of a field, ascending, and how often it stands in each."""
        lists = self._lists[field]
        found = lists.list_of(word)
        return lists.rows[found], lists.counts[found]

    def places(self, stem: str) -> Places:
        """Where a stem stands."""
        return np.flatnonzero(self._sequence == self._number(stem))

    def with_phrase(self, stems: Sequence[str], rows: NDArray[np.intp]) -> NDArray[np.intp]:
        """Of text rows that hold all of these stems, ascending, those that hold them one after the other."""
        numbers = [self._number(stem) for stem in stems]
        if len(rows) > len(self.lengths) * FEW:
            starts = np.flatnonzero(self._sequence == numbers[0])
        else:
            starts = indices_between(self.ends[rows] - self.lengths[rows].astype(np.intp), self.ends[rows])
        starts = starts[starts + len(stems) < len(self._sequence)]
        for offset, number in enumerate(numbers):
            starts = starts[self._sequence[starts + offset] == number]
        return np.intersect1d(rows, np.searchsorted(self.ends, starts))

    def _number(self, stem: str) -> int:
        """What stands for a stem in the sequence; a number that is not in it where no text holds the stem."""
        place = self._lists[TEXT_FIELD].place_of(stem)
        return -1 if place is None else place + 1


def texts_with_near(places: Sequence[Places], ends: Places, within: int) -> NDArray[np.intp]:
    """The text rows where words stand in this order, each at most `within` places behind the one before it.

    `places` of each word; 1 is the next place.
    """
    reached, *others = places
    for following in others:
        nearest = np.searchsorted(reached, following) - 1
        before, following = reached[nearest[nearest >= 0]], following[nearest >= 0]
        same_text = np.searchsorted(ends, before) == np.searchsorted(ends, following)
        reached = following[same_text & (following - before <= within)]
    return np.unique(np.searchsorted(ends, reached))
