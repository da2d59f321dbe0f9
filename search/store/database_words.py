"""The words of a snapshot in a database: a posting list is one row, found by its word.

BM25 is computed from them by the same code as over a folder, and gives the same scores.
"""

from collections.abc import Sequence
from functools import cached_property, lru_cache, partial
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from models.index_database.tables import COUNTS_TYPE, ENDS_TYPE, PLACES_TYPE, ROWS_TYPE
from search.lexical.stored_words import Counts, Rows
from search.store.database_catalogue import CatalogueInDatabase

CACHED_WORDS = 5_000
"""Of each kind, whose posting lists are kept: what questions name again and again."""


class WordsInDatabase:
    """The tables of words of one snapshot."""

    def __init__(self, catalogue: CatalogueInDatabase) -> None:
        """Nothing is read yet."""
        self._catalogue = catalogue
        self.stem = lru_cache(CACHED_WORDS)(partial(self._postings, "word_stem"))
        """stem → the text rows that hold it, ascending, and how often it stands in each."""
        self.form = lru_cache(CACHED_WORDS)(partial(self._postings, "word_form"))
        """The same of a word as printed, folded."""

    @cached_property
    def lengths(self) -> NDArray[np.float32]:
        """Words of each text row."""
        return np.diff(self._ends, prepend=-1).astype(np.float32) - 1

    @cached_property
    def _ends(self) -> NDArray[np.int64]:
        ((ends,),) = self._catalogue.own_rows("SELECT ends FROM word_end", binary=True)
        return np.frombuffer(ends, dtype=ENDS_TYPE)

    def with_phrase(self, stems: Sequence[str], rows: NDArray[np.intp]) -> NDArray[np.intp]:
        """Of text rows that hold all of these stems, ascending, those that hold them one after the other.

        Texts are a place apart, so that no phrase goes from one into the next.
        """
        query = "SELECT word, places FROM word_stem WHERE word = ANY(%s)"
        found = self._catalogue.own_rows(query, list(set(stems)), binary=True)
        places = {word: np.frombuffer(packed, dtype=PLACES_TYPE) for word, packed in found}
        starts = places[stems[0]]
        for offset, stem in enumerate(stems[1:], 1):
            starts = np.intersect1d(starts, places[stem] - offset, assume_unique=True)
        return np.intersect1d(rows, np.searchsorted(self._ends, starts))

    def forms_starting(self, prefix: str, limit: int) -> tuple[str, ...]:
        """At most `limit` of the words as printed, folded, that begin with these letters, in alphabetical order."""
        query = "SELECT word FROM word_form WHERE word >= %s ORDER BY word LIMIT %s"
        found = [str(word) for (word,) in self._catalogue.own_rows(query, prefix, limit)]
        return tuple(takewhile(lambda word: word.startswith(prefix), found))

    def forget(self) -> None:
        """Let go of the words that questions named."""
        self.stem.cache_clear()
        self.form.cache_clear()

    def _postings(self, table: str, word: str) -> tuple[Rows, Counts]:
        query = f"SELECT rows, counts FROM {table} WHERE word = %s"  # noqa: S608 - one of two names above
        for rows, counts in self._catalogue.own_rows(query, word, binary=True):
            return np.frombuffer(rows, dtype=ROWS_TYPE), np.frombuffer(counts, dtype=COUNTS_TYPE)
        return np.empty(0, dtype=np.int32), np.empty(0, dtype=np.uint32)
