"""The words of a snapshot in a database: a posting list is one row, found by its word.

BM25 is computed from them by the same code as over a folder, and gives the same scores.
"""

from collections.abc import Sequence
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from models.index_database.tables import COUNTS_TYPE, ENDS_TYPE, PLACES_TYPE, ROWS_TYPE
from models.words import FORM_FIELD, TEXT_FIELD
from search.lexical.stored_words import Counts, Places, Rows, texts_with_near
from search.store.database_catalogue import CatalogueInDatabase

CACHED_WORDS = 5_000
"""Of each kind, whose posting lists are kept: what questions name again and again."""


_TABLES = {TEXT_FIELD: "word_stem", FORM_FIELD: "word_form"}


class WordsInDatabase:
    """The tables of words of one snapshot."""

    def __init__(self, catalogue: CatalogueInDatabase) -> None:
        self._catalogue = catalogue
        self._words: dict[str, tuple[str, ...]] = {}
        self.postings = lru_cache(2 * CACHED_WORDS)(self._postings)
        """field, word → the text rows that hold it, ascending, and how often it stands in each."""

    @cached_property
    def lengths(self) -> NDArray[np.float32]:
        """Words of each text row."""
        return np.diff(self.ends, prepend=-1).astype(np.float32) - 1

    @cached_property
    def ends(self) -> Places:
        """The place behind the last word of each text row."""
        ((ends,),) = self._catalogue.own_rows("SELECT ends FROM word_end", binary=True)
        return np.frombuffer(ends, dtype=ENDS_TYPE)

    def words(self, field: str) -> tuple[str, ...]:
        """All words of a field, in the order of their code points; read once, some hundred thousand at most."""
        if field not in self._words:
            query = f"SELECT word FROM {_TABLES[field]} ORDER BY word"  # noqa: S608 - one of two names above
            self._words[field] = tuple(str(word) for (word,) in self._catalogue.own_rows(query))
        return self._words[field]

    def places(self, stem: str) -> Places:
        """Where a stem stands."""
        for (places,) in self._catalogue.own_rows("SELECT places FROM word_stem WHERE word = %s", stem, binary=True):
            return np.frombuffer(places, dtype=PLACES_TYPE)
        return np.empty(0, dtype=PLACES_TYPE)

    def with_phrase(self, stems: Sequence[str], rows: NDArray[np.intp]) -> NDArray[np.intp]:
        """Of text rows that hold all of these stems, ascending, those that hold them one after the other."""
        places = {stem: self.places(stem) for stem in set(stems)}
        return np.intersect1d(rows, texts_with_near([places[stem] for stem in stems], self.ends, within=1))

    def forget(self) -> None:
        """Let go of the words that questions named."""
        self.postings.cache_clear()

    def _postings(self, field: str, word: str) -> tuple[Rows, Counts]:
        query = f"SELECT rows, counts FROM {_TABLES[field]} WHERE word = %s"  # noqa: S608 - one of two names above
        for rows, counts in self._catalogue.own_rows(query, word, binary=True):
            return np.frombuffer(rows, dtype=ROWS_TYPE), np.frombuffer(counts, dtype=COUNTS_TYPE)
        return np.empty(0, dtype=np.int32), np.empty(0, dtype=np.uint32)
