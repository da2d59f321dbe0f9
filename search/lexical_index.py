"""The Whoosh index of a snapshot, read as arrays: which texts hold a word, how often and where.

Whoosh's own searchers collect one document at a time in Python. Here its posting lists become numpy arrays once
and stay in memory (all lists of 270,000 texts are some 50 MB), so that scores, masks and counts are sums over arrays.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from models.lexical_schema import ROW_FIELD, TEXT_FIELD

if TYPE_CHECKING:
    from whoosh.reading import IndexReader

CACHED_WORDS = 20_000
_POSITIONS = 1 << 20
"""More than a text has words: row * _POSITIONS + position is one number per word of the index."""


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """The texts that hold one word."""

    rows: NDArray[np.int32]
    """Text rows, ascending."""
    counts: NDArray[np.float32]
    """How often the word stands in each."""


class LexicalIndex:
    """Posting lists by word stem. One Whoosh reader shares its file position, so reading it takes turns."""

    def __init__(self, folder: Path, row_count: int) -> None:
        """Open a lexical folder whose digests were checked; `row_count` is the number of text rows."""
        self._reader = _open_reader(folder)
        self._lock = Lock()
        self._row_of_document = _rows_of_documents(self._reader)
        self.row_count = row_count
        self.lengths = self._lengths()
        """Words of each text row, float32; 0 for a row that is not indexed."""
        indexed = self.lengths[self.lengths > 0]
        self.text_count = len(indexed)
        self.average_length = float(indexed.mean()) if len(indexed) else 1.0
        self.postings = lru_cache(CACHED_WORDS)(self._read_postings)
        """stem → Postings; a stem that no text holds has empty ones."""

    def _lengths(self) -> NDArray[np.float32]:
        lengths = np.zeros(self.row_count, dtype=np.float32)
        length = self._reader.doc_field_length
        lengths[self._row_of_document] = [
            length(number, TEXT_FIELD) or 0 for number in range(len(self._row_of_document))
        ]
        return lengths

    def frequency(self, stem: str) -> int:
        """How many texts hold the word."""
        with self._lock:
            return int(self._reader.doc_frequency(TEXT_FIELD, stem)) if (TEXT_FIELD, stem) in self._reader else 0

    def _read_postings(self, stem: str) -> Postings:
        documents: list[int] = []
        counts: list[float] = []
        with self._lock:
            matcher = self._matcher(stem)
            while matcher is not None and matcher.is_active():
                documents.append(matcher.id())
                counts.append(matcher.weight())
                matcher.next()
        rows = self._row_of_document[np.array(documents, dtype=np.int64)]
        order = np.argsort(rows)
        return Postings(rows[order], np.array(counts, dtype=np.float32)[order])

    def rows_with(self, stem: str) -> NDArray[np.bool_]:
        """A mask over text rows: those that hold the word."""
        mask = np.zeros(self.row_count, dtype=bool)
        mask[self.postings(stem).rows] = True
        return mask

    def rows_with_phrase(self, stems: Sequence[str]) -> NDArray[np.bool_]:
        """A mask over text rows: those that hold the words one after the other."""
        mask = reduce(np.logical_and, [self.rows_with(stem) for stem in set(stems)])
        if len(stems) > 1 and mask.any():
            places = [self._places(stem, mask) - offset for offset, stem in enumerate(stems)]
            starts = reduce(lambda left, right: np.intersect1d(left, right, assume_unique=True), places)
            mask = np.zeros(self.row_count, dtype=bool)
            mask[starts // _POSITIONS] = True
        return mask

    def _places(self, stem: str, row_mask: NDArray[np.bool_]) -> NDArray[np.int64]:
        """Where the word stands in the texts of a mask, as row * _POSITIONS + position + the longest phrase."""
        documents = np.flatnonzero(row_mask[self._row_of_document]).tolist()
        places: list[int] = []
        with self._lock:
            matcher = self._matcher(stem)
            for document in documents:
                matcher.skip_to(document)
                base = int(self._row_of_document[document]) * _POSITIONS + _POSITIONS // 2
                places += [base + position for position in matcher.value_as("positions")]
        return np.array(places, dtype=np.int64)

    def stems_starting(self, prefix: str, limit: int) -> tuple[str, ...]:
        """At most `limit` stems of the index that begin with these letters, in alphabetical order."""
        with self._lock:
            found = islice(self._reader.expand_prefix(TEXT_FIELD, prefix), limit)
            return tuple(stem.decode("utf-8") for stem in found)

    def _matcher(self, stem: str) -> Any:
        return self._reader.postings(TEXT_FIELD, stem) if (TEXT_FIELD, stem) in self._reader else None


def _open_reader(folder: Path) -> "IndexReader":
    from whoosh.filedb.filestore import FileStorage

    return FileStorage(str(folder), readonly=True).open_index().reader()


def _rows_of_documents(reader: "IndexReader") -> NDArray[np.int32]:
    """The text row of each Whoosh document."""
    return np.fromiter(reader.column_reader(ROW_FIELD), dtype=np.int32, count=reader.doc_count_all())
