"""Write vectors.npy, one unit vector per text row, and the same rounded; only texts never embedded before are embedded.

A vector is made by the text's language (models.encoders.other_languages). So a text is embedded anew where it is now
taken for one of another language, and where the way of its language into the vector space has changed.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path

import numpy as np
from numpy.lib.format import write_array_header_1_0
from numpy.typing import NDArray

from indexer.progress import Advance, Progress
from indexer.write.cache import Cache
from indexer.write.previous_snapshot import open_catalogue
from indexer.write.text_rows import texts_of
from models.encoders.other_languages import chain_into, encoder_of, space_from
from models.encoders.text_encoder import TextEncoder, VectorSpace
from models.encoders.unit_vectors import rounded_rows
from models.index_folder.folder import CATALOGUE, ROUNDED_VECTORS, ROUNDING_FACTORS, VECTORS, VECTORS_MADE
from models.index_folder.stored_arrays import save_array

ROWS_AT_ONCE = 10_000
"""So many vectors are in memory at once."""
TEXTS_PER_SAVE = 1024
"""So many texts are embedded between two saves: what an interruption can lose."""
# Those of like length are embedded together, the longest first: the time left is never told too short. Words, of which
# there are a hundred million bytes, stay on disk.
_BY_LANGUAGE = """
SELECT language, sha256 FROM text_vector JOIN text ON sha256 = text_sha256 ORDER BY language, length(text) DESC, row
"""
_BY_ROW = "SELECT language, sha256 FROM text_vector JOIN text ON sha256 = text_sha256 ORDER BY row"


def write_vectors(snapshot: Path, rows: int, cache: Cache, encoder: TextEncoder, progress: Progress) -> int:
    """Write the vectors of a snapshot whose catalogue is complete, and return how many texts were embedded."""
    with closing(open_catalogue(snapshot / CATALOGUE)) as catalogue:
        missing = {
            language: _missing((digest for _, digest in texts), language, cache, encoder.space)
            for language, texts in groupby(catalogue.execute(_BY_LANGUAGE), itemgetter(0))
        }
        count = sum(map(len, missing.values()))
        made = VectorsMade(snapshot.parent / VECTORS_MADE, rows - count)
        with progress("Embedding texts", count) as advance:
            for language, digests in missing.items():
                if digests:
                    _embed(catalogue, digests, cache, encoder_of(language, encoder), made, advance)
        save_vectors(snapshot, (rows, encoder.space.dimension), _by_row(catalogue, cache, encoder.space))
    return count


class VectorsMade:
    """Of how many texts the vectors are there, in a file for those who search meanwhile."""

    def __init__(self, path: Path, count: int) -> None:
        self._path = path
        self._count = 0
        self.add(count)

    def add(self, count: int) -> None:
        """Count further texts."""
        self._count += count
        self._path.write_text(str(self._count), encoding="ascii")


def _missing(digests: Iterator[str], language: str, cache: Cache, english: VectorSpace) -> list[str]:
    """The texts in a language that are to be embedded."""
    space = space_from(language, english, chain_into(english))
    missing: list[str] = []
    while part := list(islice(digests, ROWS_AT_ONCE)):
        known = cache.vectors(space, language, part)
        missing += (digest for digest in part if digest not in known)
    return missing


def _embed(
    catalogue: sqlite3.Connection,
    digests: Sequence[str],
    cache: Cache,
    encoder: TextEncoder,
    made: VectorsMade,
    advance: Advance,
) -> None:
    """Embed texts of one language into the cache."""
    for start in range(0, len(digests), TEXTS_PER_SAVE):
        part = digests[start : start + TEXTS_PER_SAVE]
        cache.keep_vectors(encoder.space, part, encoder.encode(texts_of(catalogue, part), advance))
        made.add(len(part))


def _by_row(catalogue: sqlite3.Connection, cache: Cache, english: VectorSpace) -> Iterator[NDArray[np.float32]]:
    """The vectors of all rows, a part at a time."""
    texts = catalogue.execute(_BY_ROW)
    while part := texts.fetchmany(ROWS_AT_ONCE):
        known: dict[str, NDArray[np.float32]] = {}
        for language in {language for language, _ in part}:
            space = space_from(language, english, chain_into(english))
            known |= cache.vectors(space, language, [digest for of_text, digest in part if of_text == language])
        yield np.stack([known[digest] for _, digest in part])


def save_vectors(snapshot: Path, shape: tuple[int, int], parts: Iterable[NDArray[np.float32]]) -> None:
    """Write vectors, and the same rounded: a quarter of the bytes, in which search looks for the nearest."""
    factors = []
    with (snapshot / VECTORS).open("wb") as exact, (snapshot / ROUNDED_VECTORS).open("wb") as rounded:
        for file, kind in ((exact, "<f4"), (rounded, "|i1")):
            write_array_header_1_0(file, {"descr": kind, "fortran_order": False, "shape": shape})
        for vectors in parts:
            numbers, of_part = rounded_rows(vectors)
            exact.write(vectors.data)
            rounded.write(numbers.data)
            factors.append(of_part)
    save_array(snapshot / ROUNDING_FACTORS, np.concatenate(factors))
