"""Write vectors.npy: one unit vector per text row; only texts never embedded before are embedded."""

import sqlite3
from pathlib import Path

import numpy as np
from numpy.lib.format import open_memmap
from numpy.typing import NDArray

from indexer.previous_snapshot import PreviousSnapshot
from indexer.progress import Progress
from indexer.text_rows import TextRows, new_texts
from indexer.unfinished_work import UnfinishedWork
from indexer.write_lexical import link_or_copy
from models.index_folder import VECTORS
from models.text_encoder import TextEncoder

TEXTS_PER_SAVE = 1024
"""So many texts are embedded between two saves: what an interruption can lose."""

Texts = dict[str, tuple[int, str]]
"""Digest → row and text."""


def write_vectors(
    path: Path,
    texts: Texts,
    rows: TextRows,
    previous: PreviousSnapshot | None,
    unfinished: UnfinishedWork,
    encoder: TextEncoder,
    progress: Progress,
) -> int:
    """Write the vectors of all rows and return how many texts were embedded.

    `texts` are those of the new rows; `previous` is a snapshot of the same vector space, if there is one.
    """
    if previous is not None and rows.carried == rows.total:
        link_or_copy(previous.path / VECTORS, path)
        return 0
    vectors = open_memmap(path, mode="w+", dtype=np.float32, shape=(rows.total, encoder.space.dimension))
    missing = dict(texts)
    if previous is not None:
        _take_over(vectors, rows, missing, previous)
    for digest, vector in unfinished.vectors(encoder.space):
        if digest in missing:
            vectors[missing.pop(digest)[0]] = vector
    _embed(vectors, missing, unfinished, encoder, progress)
    vectors.flush()
    return len(missing)


def _take_over(vectors: NDArray[np.float32], rows: TextRows, missing: Texts, previous: PreviousSnapshot) -> None:
    """Copy the rows carried over, and vectors of other known texts, which are taken out of `missing`."""
    known = np.load(previous.path / VECTORS, mmap_mode="r")
    vectors[: rows.carried] = known[: rows.carried]
    for digest, row in previous.catalogue.execute("SELECT text_sha256, row FROM text_vector"):
        if digest in missing:
            vectors[missing.pop(digest)[0]] = known[row]


def _embed(
    vectors: NDArray[np.float32], missing: Texts, unfinished: UnfinishedWork, encoder: TextEncoder, progress: Progress
) -> None:
    """Embed texts of like length together, the longest first: the time left is never told too short."""
    ordered = sorted(missing, key=lambda digest: -len(missing[digest][1]))
    with progress("Embedding texts", len(ordered)) as advance:
        for start in range(0, len(ordered), TEXTS_PER_SAVE):
            digests = ordered[start : start + TEXTS_PER_SAVE]
            batch = encoder.encode([missing[digest][1] for digest in digests], advance)
            vectors[[missing[digest][0] for digest in digests]] = batch
            unfinished.keep_vectors(encoder.space, digests, batch)


def texts_of_new_rows(catalogue: sqlite3.Connection, rows: TextRows) -> Texts:
    """The texts whose rows are new."""
    return {digest: (row, text) for row, digest, text in new_texts(catalogue, rows)}
