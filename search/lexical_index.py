"""The Whoosh index of a snapshot, read as arrays: which texts hold a word, how often and where.

Whoosh's own searchers collect one document at a time in Python. Here its posting lists become numpy arrays once
and stay in memory (all lists of 270,000 texts are some 50 MB), so that scores, masks and counts are sums over arrays.
Phrases are looked for in the words, in their order, of the texts that hold all words of the phrase.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial, reduce
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from models.lexical_schema import FORM_FIELD, ROW_FIELD, SEQUENCE, TEXT_END, TEXT_FIELD, code_of
from search.places_between import places_between
from search.whoosh_arrays import blocks_of, numbers_of

if TYPE_CHECKING:
    from whoosh.reading import IndexReader

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
    """Posting lists by word stem. One Whoosh reader shares its file position, so reading it takes turns."""

    def __init__(self, folder: Path, counted: NDArray[np.bool_]) -> None:
        """Open a lexical folder whose digests were checked.

        `counted` is a mask over its text rows: others are as if they were not there. What treaty bodies say is found
        by meaning alone, and says nothing on how rare a word is among recommendations.
        """
        self._reader = _open_reader(folder)
        self._lock = Lock()
        self._row_of_document = _rows_of_documents(self._reader)
        # Memory-mapped; workers of one machine share its pages.
        self._sequence: NDArray[np.uint64] = np.asarray(np.load(folder / SEQUENCE, mmap_mode="r"))
        self._ends = np.flatnonzero(self._sequence == TEXT_END)
        self.row_count = len(counted)
        self._counted = counted
        self._all_counted = bool(counted[self._row_of_document].all())
        self.lengths = np.diff(self._ends, prepend=-1).astype(np.float32) - 1
        """Words of each text row."""
        indexed = self.lengths[counted & (self.lengths > 0)]
        self.text_count = len(indexed)
        self.average_length = float(indexed.mean()) if len(indexed) else 1.0
        self.postings = lru_cache(CACHED_WORDS)(partial(self._read_postings, TEXT_FIELD))
        """stem → Postings; a stem that no text holds has empty ones."""
        self.frequency = lru_cache(CACHED_WORDS)(self._read_frequency)
        """stem → how many texts hold the word."""

    def _read_frequency(self, stem: str) -> int:
        if not self._all_counted:
            return len(self.postings(stem).rows)
        # Whoosh knows the number without reading the list of a word that stands in half of all texts.
        with self._lock:
            return int(self._reader.doc_frequency(TEXT_FIELD, stem)) if (TEXT_FIELD, stem) in self._reader else 0

    def _read_postings(self, field: str, word: str) -> Postings:
        documents, counts = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.float32)]
        with self._lock:
            for segment, first in self._reader.leaf_readers():
                if (field, word) in segment:
                    for block in blocks_of(segment.postings(field, word)):
                        documents.append(block.documents + first)
                        counts.append(block.counts)
        rows = self._row_of_document[np.concatenate(documents)]
        order = np.argsort(rows)
        order = order[self._counted[rows[order]]]
        return Postings(rows[order], np.concatenate(counts)[order])

    def rows_with(self, stem: str) -> NDArray[np.bool_]:
        """A mask over text rows: those that hold the word."""
        mask = np.zeros(self.row_count, dtype=bool)
        mask[self.postings(stem).rows] = True
        return mask

    def rows_with_phrase(self, stems: Sequence[str]) -> NDArray[np.bool_]:
        """A mask over text rows: those that hold the words one after the other."""
        if len(stems) == 1:
            return self.rows_with(stems[0])
        holding = reduce(np.logical_and, map(self.rows_with, stems))
        rows = np.flatnonzero(holding)
        if len(rows) > self.row_count * FEW:
            starts = np.flatnonzero(self._sequence == code_of(stems[0]))
        else:
            starts = places_between(self._ends[rows] - self.lengths[rows].astype(np.intp), self._ends[rows])
        starts = starts[starts + len(stems) < len(self._sequence)]
        for place, stem in enumerate(stems):
            starts = starts[self._sequence[starts + place] == code_of(stem)]
        mask = np.zeros(self.row_count, dtype=bool)
        mask[np.searchsorted(self._ends, starts)] = True
        return mask & holding

    def rows_printing(self, forms: Iterable[str]) -> NDArray[np.bool_]:
        """A mask over text rows: those that print one of these words, which are folded."""
        mask = np.zeros(self.row_count, dtype=bool)
        for form in forms:
            mask[self._read_postings(FORM_FIELD, form).rows] = True
        return mask

    def forms_starting(self, prefix: str, limit: int) -> tuple[str, ...]:
        """At most `limit` of the words as printed, folded, that begin with these letters, in alphabetical order."""
        with self._lock:
            found = islice(self._reader.expand_prefix(FORM_FIELD, prefix), limit)
            return tuple(form.decode("utf-8") for form in found)


def _open_reader(folder: Path) -> "IndexReader":
    from whoosh.filedb.filestore import FileStorage

    # Whoosh maps a segment only to copy the whole of it into memory; read in place, its words come soon enough.
    return FileStorage(str(folder), supports_mmap=False, readonly=True).open_index().reader()


def _rows_of_documents(reader: "IndexReader") -> NDArray[np.int32]:
    """The text row of each Whoosh document."""
    columns = [segment.column_reader(ROW_FIELD, translate=False) for segment, _ in reader.leaf_readers()]
    return np.concatenate([np.empty(0, np.int32), *map(numbers_of, columns)]).astype(np.int32)
