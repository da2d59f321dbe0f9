"""Write vectors.npy, one unit vector per text row, and the same rounded; only texts never embedded before are embedded.

A vector is made by the text's language (models.encoders.other_languages). So a text is embedded anew where it is now
taken for one of another language, and where the way of its language into the vector space has changed.
"""

import json
import os
import shutil
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from sys import intern
from typing import NamedTuple

import numpy as np
from numpy.lib.format import dtype_to_descr, open_memmap, write_array_header_1_0

from indexer.progress import Advance, Progress
from indexer.write.checkpoint import UnfinishedWork
from indexer.write.previous_snapshot import PreviousSnapshot
from indexer.write.text_rows import TextRows
from models.encoders.other_languages import chain_into, encoder_of
from models.encoders.text_encoder import TextEncoder, VectorSpace
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


@dataclass(frozen=True, slots=True)
class TextsToEmbed:
    """The texts of the new rows, and those of rows reused whose vectors are made in another way now."""

    texts: dict[str, Text]
    """By digest."""
    made_otherwise: frozenset[str]
    """Digests of texts whose vector of an earlier run cannot be used."""


def texts_to_embed(
    catalogue: sqlite3.Connection, rows: TextRows, previous: PreviousSnapshot | None, space: VectorSpace
) -> TextsToEmbed:
    """What has no vector in `previous`, a snapshot of the same vector space, if there is one."""
    made_otherwise = _made_otherwise(catalogue, previous, space) if previous else frozenset()
    found = catalogue.execute(
        "SELECT sha256, row, length(text), language FROM text_vector JOIN text ON sha256 = text_sha256 "
        "WHERE row >= ? OR sha256 IN (SELECT value FROM json_each(?))",
        [rows.reused, json.dumps(list(made_otherwise))],
    )
    # SQLite hands out each language as an object of its own.
    texts = {digest: Text(row, characters, intern(language)) for digest, row, characters, language in found}
    return TextsToEmbed(texts, made_otherwise)


def _made_otherwise(catalogue: sqlite3.Connection, previous: PreviousSnapshot, space: VectorSpace) -> frozenset[str]:
    """Texts that were of another language before, and all of other languages if their way into the space changed."""
    before, now = _other_languages(previous.catalogue), _other_languages(catalogue)
    same_way = previous.manifest.other_languages == chain_into(space)
    return frozenset(digest for digest, _ in (before ^ now if same_way else before | now))


def _other_languages(catalogue: sqlite3.Connection) -> set[tuple[str, str]]:
    """Digest and language of the texts that are not English."""
    return set(catalogue.execute("SELECT sha256, language FROM text WHERE language <> ?", [ENGLISH]))


def write_vectors(
    path: Path,
    catalogue: sqlite3.Connection,
    to_embed: TextsToEmbed,
    rows: TextRows,
    previous: PreviousSnapshot | None,
    unfinished: UnfinishedWork,
    encoder: TextEncoder,
    progress: Progress,
) -> int:
    """Write the vectors of all rows of a catalogue and return how many texts were embedded.

    What need not be embedded is taken out of `to_embed`. `previous` is as in `texts_to_embed`.
    """
    if previous is not None and not to_embed.texts:
        link_or_copy(previous.path / VECTORS, path)
        return 0
    _new_array(path, (rows.total, encoder.space.dimension))
    missing = to_embed.texts
    if previous is not None:
        _reuse(path, rows, previous)
        _take_over(path, missing, previous, to_embed.made_otherwise)
    languages = sorted({text.language for text in missing.values()})
    encoders = {language: encoder_of(language, encoder) for language in languages}
    _finish(path, missing, encoders, unfinished)
    made = VectorsMade(path.parent.parent / VECTORS_MADE, rows.total - len(missing))
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


def _reuse(path: Path, rows: TextRows, previous: PreviousSnapshot) -> None:
    """Copy the rows reused."""
    carried = range(rows.reused)
    _copy(path, carried, previous, carried)


def _take_over(path: Path, missing: dict[str, Text], previous: PreviousSnapshot, made_otherwise: Iterable[str]) -> None:
    """Copy the vectors of other known texts, which are taken out of `missing`."""
    known = previous.catalogue.execute("SELECT text_sha256, row FROM text_vector ORDER BY row")
    rows = [
        (missing.pop(digest).row, row) for digest, row in known if digest in missing and digest not in made_otherwise
    ]
    _copy(path, [new for new, _ in rows], previous, [old for _, old in rows])


def _copy(path: Path, rows: Sequence[int], previous: PreviousSnapshot, known_rows: Sequence[int]) -> None:
    """Copy rows of the snapshot before, a part at a time: a file counts as memory for as long as it is mapped."""
    for start in range(0, len(rows), ROWS_AT_ONCE):
        part = slice(start, start + ROWS_AT_ONCE)
        known = stored_array(previous.path / VECTORS, np.float32, each=(previous.manifest.vector_space.dimension,))
        open_memmap(path, mode="r+")[rows[part]] = known[known_rows[part]]


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


def link_or_copy(source: Path, target: Path) -> None:
    """Give a file that is never changed a second name, or copy it where the disk knows no such names."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
