"""The Whoosh index of a snapshot, read as arrays: which texts hold a word, how often and where.

Whoosh's own searchers collect one document at a time in Python. Here its posting lists become numpy arrays once
and stay in memory (all lists of 270,000 texts are some 50 MB), so that scores, masks and counts are sums over arrays.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, compress, islice
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from models.lexical_schema import ROW_FIELD, TEXT_FIELD
from search.posting_blocks import Block, blocks_of, positions_in

if TYPE_CHECKING:
    from whoosh.reading import IndexReader

CACHED_WORDS = 20_000
_POSITIONS = 1 << 20
"""More than a text has words: row * _POSITIONS + position is one number per word of the index."""
_NOTHING = np.empty(0, dtype=np.int64)


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
        self._segments = tuple(self._reader.leaf_readers())
        self._row_of_document = _rows_of_documents(self._reader)
        self.row_count = len(counted)
        self._counted = counted
        self._all_counted = bool(counted[self._row_of_document].all())
        self.lengths = self._lengths()
        """Words of each text row, float32; 0 for a row that is not indexed."""
        indexed = self.lengths[counted & (self.lengths > 0)]
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
        if not self._all_counted:
            return len(self.postings(stem).rows)
        # Whoosh knows the number without reading the list of a word that stands in half of all texts.
        with self._lock:
            return int(self._reader.doc_frequency(TEXT_FIELD, stem)) if (TEXT_FIELD, stem) in self._reader else 0

    def _read_postings(self, stem: str) -> Postings:
        with self._lock:
            blocks = list(self._blocks(stem))
        documents = np.concatenate([_NOTHING, *(block.documents for block in blocks)])
        counts = np.concatenate([_NOTHING, *(block.counts for block in blocks)]).astype(np.float32)
        rows = self._row_of_document[documents]
        order = np.argsort(rows)
        order = order[self._counted[rows[order]]]
        return Postings(rows[order], counts[order])

    def _blocks(self, stem: str, wanted: NDArray[np.int64] | None = None) -> Iterator[Block]:
        """The posting list of a word in its blocks; those that hold none of the wanted documents may be left out."""
        for segment, first in self._segments:
            if (TEXT_FIELD, stem) in segment:
                among = None if wanted is None else wanted - first
                for block in blocks_of(segment.postings(TEXT_FIELD, stem), among):
                    yield block._replace(documents=block.documents + first)

    def rows_with(self, stem: str) -> NDArray[np.bool_]:
        """A mask over text rows: those that hold the word."""
        mask = np.zeros(self.row_count, dtype=bool)
        mask[self.postings(stem).rows] = True
        return mask

    def rows_with_phrase(self, stems: Sequence[str]) -> NDArray[np.bool_]:
        """A mask over text rows: those that hold the words one after the other."""
        rarest, *others = sorted(enumerate(stems), key=lambda word: self.frequency(word[1]))
        mask = self.rows_with(rarest[1])
        if not others:
            return mask
        # The rarest first: of the lists of common words, little then needs to be read.
        starts = self._starts(*rarest, mask)
        for place, stem in others:
            starts = np.intersect1d(starts, self._starts(place, stem, mask), assume_unique=True)
            mask = np.zeros(self.row_count, dtype=bool)
            mask[starts // _POSITIONS] = True
        return mask

    def _starts(self, place: int, stem: str, row_mask: NDArray[np.bool_]) -> NDArray[np.int64]:
        """Where a phrase may begin whose word at `place` this is, in the texts of a mask.

        A start is row * _POSITIONS + position + the longest phrase.
        """
        wanted = row_mask[self._row_of_document]
        with self._lock:
            blocks = list(self._blocks(stem, np.flatnonzero(wanted)))
        bases = [_NOTHING]
        positions: list[tuple[int, ...]] = []
        for block in blocks:
            kept = wanted[block.documents]
            rows = self._row_of_document[block.documents[kept]].astype(np.int64)
            bases.append(np.repeat(rows * _POSITIONS + _POSITIONS // 2 - place, block.counts[kept].astype(np.int64)))
            positions += map(positions_in, compress(block.values, kept.tolist()))
        starts = np.concatenate(bases)
        starts += np.fromiter(chain.from_iterable(positions), dtype=np.int64, count=len(starts))
        return starts

    def stems_starting(self, prefix: str, limit: int) -> tuple[str, ...]:
        """At most `limit` stems of the index that begin with these letters, in alphabetical order."""
        with self._lock:
            found = islice(self._reader.expand_prefix(TEXT_FIELD, prefix), limit)
            return tuple(stem.decode("utf-8") for stem in found)


def _open_reader(folder: Path) -> "IndexReader":
    from whoosh.filedb.filestore import FileStorage

    return FileStorage(str(folder), readonly=True).open_index().reader()


def _rows_of_documents(reader: "IndexReader") -> NDArray[np.int32]:
    """The text row of each Whoosh document."""
    return np.fromiter(reader.column_reader(ROW_FIELD), dtype=np.int32, count=reader.doc_count_all())
