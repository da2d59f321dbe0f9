"""Write vectors.npy, one unit vector per text row, and the same rounded; only texts never embedded before are embedded.

A vector is made by the text's language (models.encoders.other_languages). So a text is embedded anew where it is now
taken for one of another language, and where the way of its language into the vector space has changed.
"""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path
from sys import intern
from typing import NamedTuple

import numpy as np
from numpy.lib.format import dtype_to_descr, open_memmap, write_array_header_1_0
from numpy.typing import NDArray

from indexer.progress import Advance, Progress
from indexer.write.checkpoint import UnfinishedWork
from indexer.write.previous_snapshot import PreviousSnapshot
from models.encoders.other_languages import chain_into, encoder_of
from models.encoders.text_encoder import TextEncoder
from models.encoders.unit_vectors import rounded_rows
from models.index_folder.folder import ROUNDED_VECTORS, ROUNDING_FACTORS, VECTORS, VECTORS_MADE
from models.index_folder.stored_arrays import stored_array
from models.texts.words import ENGLISH

ROWS_AT_ONCE = 50_000
"""So many are copied at once."""
TEXTS_PER_SAVE = 1024
"""So many texts are embedded between two saves: what an interruption can lose."""


class Text(NamedTuple):
    """A text whose vector is to be written; its words, of which there are a hundred million bytes, stay on disk."""

    row: int
    characters: int
    language: str


_KNOWN = """
INSERT INTO known SELECT text_vector.row, earlier.row FROM text_vector
JOIN previous.text_vector AS earlier USING (text_sha256)
JOIN text AS now ON now.sha256 = text_sha256 JOIN previous.text AS before USING (sha256, language)
WHERE earlier.row BETWEEN 0 AND :last AND (:same_way OR language = :english)
"""
_MISSING = """
SELECT sha256, row, length(text), language FROM text_vector JOIN text ON sha256 = text_sha256
WHERE row NOT IN (SELECT row FROM known)
"""


def write_vectors(
    path: Path,
    rows: int,
    catalogue: sqlite3.Connection,
    previous: PreviousSnapshot | None,
    unfinished: UnfinishedWork,
    encoder: TextEncoder,
    progress: Progress,
) -> int:
    """Write the vectors of all rows of a catalogue and return how many texts were embedded.

    `previous` is a snapshot of the same vector space, if there is one.
    """
    _new_array(path, (rows, encoder.space.dimension))
    catalogue.execute("CREATE TEMP TABLE known (row INTEGER PRIMARY KEY, earlier INTEGER NOT NULL)")
    if previous is not None:
        previous.attach_to(catalogue)
        same_way = previous.manifest.other_languages == chain_into(encoder.space)
        last = len(_vectors_of(previous)) - 1
        catalogue.execute(_KNOWN, {"english": ENGLISH, "same_way": same_way, "last": last})
        _take_over(path, catalogue, previous)
    # SQLite hands out each language as an object of its own.
    missing = {
        digest: Text(row, characters, intern(language))
        for digest, row, characters, language in catalogue.execute(_MISSING)
    }
    languages = sorted({text.language for text in missing.values()})
    encoders = {language: encoder_of(language, encoder) for language in languages}
    _finish(path, missing, encoders, unfinished)
    made = VectorsMade(path.parent.parent / VECTORS_MADE, rows - len(missing))
    with progress("Embedding texts", len(missing)) as advance:
        for language in languages:
            _embed(path, catalogue, missing, language, unfinished, encoders[language], made, advance)
    return len(missing)


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


def write_rounded(path: Path) -> None:
    """Write the vectors of a file rounded, beside it: a quarter of the bytes, in which search looks for the nearest."""
    shape = open_memmap(path, mode="r").shape
    factors = np.empty(shape[0], dtype=np.float32)
    with path.with_name(ROUNDED_VECTORS).open("wb") as file:
        write_array_header_1_0(file, {"descr": "|i1", "fortran_order": False, "shape": shape})
        for start in range(0, shape[0], ROWS_AT_ONCE):
            part = slice(start, start + ROWS_AT_ONCE)
            # Mapped anew for each part: what is mapped counts as memory.
            numbers, factors[part] = rounded_rows(open_memmap(path, mode="r")[part])
            file.write(numbers.data)
    np.save(path.with_name(ROUNDING_FACTORS), factors)


def _new_array(path: Path, shape: tuple[int, int]) -> None:
    """Write zeros. A file that is only made longer gets its room when a page of it is written; where the disk has none
    by then, the system ends the process that mapped the page (SIGBUS) instead of telling it."""
    rows, dimension = shape
    zeros = np.zeros((min(rows, ROWS_AT_ONCE), dimension), np.float32)
    with path.open("wb") as file:
        header = {"descr": dtype_to_descr(zeros.dtype), "fortran_order": False, "shape": shape}
        write_array_header_1_0(file, header)
        for start in range(0, rows, ROWS_AT_ONCE):
            file.write(zeros[: rows - start].data)


def _finish(
    path: Path, missing: dict[str, Text], encoders: Mapping[str, TextEncoder], unfinished: UnfinishedWork
) -> None:
    """Write what an interrupted run had embedded, which is taken out of `missing`."""
    for space in {each.space for each in encoders.values()}:
        known = unfinished.vectors(space)
        # A file counts as memory for as long as it is mapped.
        while part := list(islice(known, ROWS_AT_ONCE)):
            vectors = open_memmap(path, mode="r+")
            for digest, vector in part:
                if digest in missing and encoders[missing[digest].language].space == space:
                    vectors[missing.pop(digest).row] = vector


def _take_over(path: Path, catalogue: sqlite3.Connection, previous: PreviousSnapshot) -> None:
    """Copy the known rows, a part at a time: a file counts as memory for as long as it is mapped."""
    pairs = catalogue.execute("SELECT row, earlier FROM known ORDER BY row")
    while part := pairs.fetchmany(ROWS_AT_ONCE):
        rows, earlier = map(list, zip(*part, strict=True))
        open_memmap(path, mode="r+")[rows] = _vectors_of(previous)[earlier]


def _vectors_of(previous: PreviousSnapshot) -> NDArray[np.float32]:
    return stored_array(previous.path / VECTORS, np.float32, each=(previous.manifest.vector_space.dimension,))


def _embed(
    path: Path,
    catalogue: sqlite3.Connection,
    texts: Mapping[str, Text],
    language: str,
    unfinished: UnfinishedWork,
    encoder: TextEncoder,
    made: VectorsMade,
    advance: Advance,
) -> None:
    """Embed the texts of a language, those of like length together, the longest first: the time left is never told too
    short."""
    of_language = (digest for digest, text in texts.items() if text.language == language)
    ordered = sorted(of_language, key=lambda digest: -texts[digest].characters)
    for start in range(0, len(ordered), TEXTS_PER_SAVE):
        digests = ordered[start : start + TEXTS_PER_SAVE]
        batch = encoder.encode(_words_of(catalogue, digests), advance)
        open_memmap(path, mode="r+")[[texts[digest].row for digest in digests]] = batch
        unfinished.keep_vectors(encoder.space, digests, batch)
        made.add(len(digests))


def _words_of(catalogue: sqlite3.Connection, digests: Sequence[str]) -> list[str]:
    """The texts of these digests, in their order."""
    query = "SELECT sha256, text FROM text WHERE sha256 IN (SELECT value FROM json_each(?))"
    words = dict(catalogue.execute(query, [json.dumps(digests)]))
    return [words[digest] for digest in digests]
