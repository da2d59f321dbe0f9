"""Check a snapshot thoroughly: files against the manifest, catalogue, Whoosh and vectors against each other."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import numpy as np
from whoosh import index
from whoosh.reading import IndexReader

from indexer.previous_snapshot import open_catalogue
from models.errors import IndexFolderError
from models.index_folder import (
    CATALOGUE,
    LEXICAL,
    MANIFEST,
    VECTORS,
    Manifest,
    check_files,
    read_manifest,
)
from models.lexical_schema import ROW_FIELD, SEQUENCE, TEXT_END, TEXT_FIELD, words_of

TEXTS_PROBED = 50
WORDS_PROBED = 5
"""So many texts are looked up in Whoosh, each by so many of its own words."""
_ROWS_AT_ONCE = 50_000

COUNTS = {
    "documents": "SELECT count(*) FROM document",
    "reviews": "SELECT count(*) FROM review",
    "recommendations": "SELECT count(*) FROM recommendation",
    "observations": "SELECT count(*) FROM observation",
    "entries": "SELECT count(*) FROM entry",
    "texts": "SELECT count(*) FROM text",
    "text_rows": "SELECT count(*) FROM text_vector",
    "skipped": "SELECT count(*) FROM skipped",
}
"""The counts of a manifest."""

_NO_ROW_MAY_BREAK = {
    "entries are not numbered from 0 without a gap": (
        "SELECT 1 FROM (SELECT max(number) + 1 AS expected, count(*) AS found FROM entry) WHERE expected <> found"
    ),
    "an entry has no text row": ("SELECT 1 FROM entry LEFT JOIN text_vector USING (text_sha256) WHERE row IS NULL"),
    "a recommendation and its entry differ": (
        "SELECT 1 FROM entry LEFT JOIN recommendation USING (id) "
        "WHERE kind = 'recommendation' AND entry.review IS NOT recommendation.review"
    ),
    "an alias is the id of a record": "SELECT 1 FROM alias JOIN entry ON entry.id = old_id",
    "a record has no source for its text": (
        "SELECT 1 FROM entry LEFT JOIN source ON record = id AND role = 'text' WHERE record IS NULL"
    ),
    "text rows are not numbered from 0 without a gap": (
        "SELECT 1 FROM (SELECT max(row) + 1 AS expected, count(*) AS found FROM text_vector) WHERE expected <> found"
    ),
}


def problems_of(snapshot: Path, *, just_digested: bool = False) -> Iterator[str]:
    """Everything that is wrong with a snapshot, one sentence each; nothing for a sound one.

    `just_digested`: the digests in its manifest were made of its files a moment ago.
    """
    try:
        manifest = read_manifest(snapshot)
        if not just_digested:
            check_files(snapshot, manifest)
    except IndexFolderError as error:
        # Whoosh and SQLite are not let near files that are not as they were written.
        yield str(error)
        return
    yield from _foreign_files(snapshot, manifest)
    with closing(open_catalogue(snapshot / CATALOGUE)) as catalogue:
        yield from _catalogue_problems(catalogue, manifest)
        yield from _lexical_problems(snapshot / LEXICAL, catalogue, manifest)
    yield from _vector_problems(snapshot / VECTORS, manifest)


def _foreign_files(snapshot: Path, manifest: Manifest) -> Iterator[str]:
    present = {path.relative_to(snapshot).as_posix() for path in snapshot.rglob("*") if path.is_file()}
    for path in sorted(present - set(manifest.files) - {MANIFEST}):
        yield f"{path} does not belong to the index: remove it."


def _catalogue_problems(catalogue: sqlite3.Connection, manifest: Manifest) -> Iterator[str]:
    for (message,) in catalogue.execute("PRAGMA integrity_check(1)"):
        if message != "ok":
            yield f"The catalogue is damaged: {message}."
    for table, *_ in catalogue.execute("PRAGMA foreign_key_check"):
        yield f"The catalogue is damaged: a row of {table} refers to nothing."
    for name, query in COUNTS.items():
        (found,) = catalogue.execute(query).fetchone()
        if found != manifest.counts.get(name):
            yield f"The catalogue has {found} {name}, the manifest says {manifest.counts.get(name)}."
    for sentence, query in _NO_ROW_MAY_BREAK.items():
        if catalogue.execute(query).fetchone():
            yield f"The catalogue is damaged: {sentence}."


def _lexical_problems(folder: Path, catalogue: sqlite3.Connection, manifest: Manifest) -> Iterator[str]:
    rows = manifest.counts["text_rows"]
    probes = catalogue.execute(
        "SELECT row, text FROM text_vector JOIN text ON sha256 = text_sha256 WHERE row % ? = 0",
        [max(1, rows // TEXTS_PROBED)],
    )
    with closing(index.open_dir(folder)) as lexical, closing(lexical.reader()) as reader:
        found = list(reader.column_reader(ROW_FIELD))
        documents = {row: document for document, row in enumerate(found)}
        if sorted(found) != list(range(rows)):
            yield f"Whoosh holds {len(found)} texts, which are not the {rows} text rows of the catalogue."
            return
        sequence = np.load(folder / SEQUENCE, mmap_mode="r")
        if (ends := int(np.count_nonzero(sequence == TEXT_END))) != rows:
            yield f"{SEQUENCE} holds the words of {ends} texts, not of {rows}."
        for row, text in probes:
            # The longest words are the rarest: looking these up is quick.
            stems = sorted({word.stem for word in words_of(text)}, key=len)[-WORDS_PROBED:]
            if row not in documents or not all(_holds(reader, stem, documents[row]) for stem in stems):
                yield f"Whoosh does not find the text of row {row} by its words."


def _holds(reader: IndexReader, stem: str, document: int) -> bool:
    """Whether the posting list of a word has the document."""
    if (TEXT_FIELD, stem) not in reader:
        return False
    matcher = reader.postings(TEXT_FIELD, stem)
    matcher.skip_to(document)
    return bool(matcher.is_active() and matcher.id() == document)


def _vector_problems(path: Path, manifest: Manifest) -> Iterator[str]:
    vectors = np.load(path, mmap_mode="r")
    shape = (manifest.counts["text_rows"], manifest.vector_space.dimension)
    if vectors.shape != shape or vectors.dtype != np.float32:
        yield f"The vectors are {vectors.dtype} {vectors.shape}, not float32 {shape}."
        return
    for start, end in pairwise([*range(0, shape[0], _ROWS_AT_ONCE), shape[0]]):
        # Mapped anew for each part: what is mapped counts as memory.
        lengths = np.linalg.norm(np.load(path, mmap_mode="r")[start:end], axis=1)
        if not np.allclose(lengths, 1.0, atol=1e-3):
            yield f"Some of the vectors {start} to {end - 1} are not of unit length."
