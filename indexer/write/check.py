"""Check a snapshot thoroughly: files against the manifest; catalogue, words and vectors against each other."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np

from indexer.write.cache import UNFINISHED
from indexer.write.entry_columns import columns_of
from indexer.write.previous_snapshot import open_catalogue
from indexer.write.snapshot import BUILDING, LOCK, NEW_CURRENT
from models.encoders.unit_vectors import rounded_rows
from models.errors import IndexFolderError
from models.index_folder.controlled_columns import check_columns
from models.index_folder.entry_columns import COLUMNS, open_entry_columns, same_entry_columns
from models.index_folder.folder import (
    CATALOGUE,
    CURRENT,
    LEXICAL,
    MANIFEST,
    ROUNDED_VECTORS,
    ROUNDING_FACTORS,
    SNAPSHOT_NAME,
    VECTORS,
    VECTORS_MADE,
    Manifest,
    check_files,
    damaged_part,
    read_manifest,
)
from models.index_folder.lexical_folder import LexicalFolder, PostingLists, open_lexical
from models.index_folder.stored_arrays import stored_array
from models.index_folder.stored_records import KINDS, record_from_text
from models.messages.spoken import saying
from models.records.records import Recommendation
from models.texts.words import forms_and_stems

OF_A_FOLDER = {
    CURRENT,
    NEW_CURRENT,
    LOCK,
    VECTORS_MADE,
    *(f"{UNFINISHED}{ending}" for ending in ("", "-journal", "-wal", "-shm")),
}
"""Names in an index folder, besides those of snapshots."""
TEXTS_PROBED = 50
"""So many texts are looked up by all their words."""
_PROBES = "SELECT row, text FROM text_vector JOIN text ON sha256 = text_sha256 WHERE row % ? = 0 AND row < ?"
_ROWS_AT_ONCE = 50_000
Rows = Callable[..., Iterable[Any]]
"""Gives the rows of a query, which a list of its parameters may follow."""

COUNTS = {
    "documents": "SELECT count(*) FROM document",
    "reviews": "SELECT count(*) FROM review",
    "recommendations": "SELECT count(*) FROM recommendation",
    "observations": "SELECT count(*) FROM observation",
    "reported": "SELECT count(*) FROM reported",
    "entries": "SELECT count(*) FROM entry",
    "texts": "SELECT count(*) FROM text",
    "text_rows": "SELECT count(*) FROM text_vector",
    "skipped": "SELECT count(*) FROM skipped",
    "copies": "SELECT count(*) FROM copy",
}
"""The counts of a manifest."""

NO_ROW_MAY_BREAK = {
    "entries are not numbered from 0 without a gap": (
        "SELECT 1 FROM (SELECT max(number) + 1 AS expected, count(*) AS found FROM entry) WHERE expected <> found"
    ),
    "an entry has no text row": (
        "SELECT 1 FROM entry LEFT JOIN text_vector USING (text_sha256) WHERE kind <> 'observation' AND row IS NULL"
    ),
    "an observation has no passage, or a passage no text row": (
        "SELECT 1 FROM entry LEFT JOIN observation_passage AS passage ON observation = entry.id "
        "LEFT JOIN text_vector ON text_vector.text_sha256 = passage.text_sha256 "
        "WHERE kind = 'observation' AND row IS NULL"
    ),
    "a wording in a further language has no text row": (
        "SELECT 1 FROM wording LEFT JOIN text_vector USING (text_sha256) WHERE row IS NULL"
    ),
    "a recommendation and its entry differ": (
        "SELECT 1 FROM entry LEFT JOIN recommendation USING (id) "
        "WHERE kind = 'recommendation' AND coalesce(entry.review, '') <> coalesce(recommendation.review, '')"
    ),
    "a report and its entry differ": (
        "SELECT 1 FROM entry LEFT JOIN reported USING (id) WHERE kind = 'report' AND reported.id IS NULL"
    ),
    "an alias is the id of a record": "SELECT 1 FROM alias JOIN entry ON entry.id = old_id",
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
        # SQLite is not let near files that are not as they were written.
        yield error.sentence
        return
    yield from _foreign_files(snapshot, manifest)
    try:
        with closing(open_catalogue(snapshot / CATALOGUE)) as catalogue:
            yield from _catalogue_problems(catalogue, manifest)
            yield from _folder_problems(snapshot / LEXICAL, catalogue, manifest)
            if not just_digested:
                yield from _column_problems(snapshot / COLUMNS, catalogue)
                yield from content_problems(catalogue.execute)
    except sqlite3.DatabaseError as error:
        yield damaged_part(CATALOGUE, str(error))
        return
    if manifest.has_vectors:
        yield from _vector_problems(snapshot, manifest)


def beside_snapshots(folder: Path) -> Iterator[str]:
    """What does not belong into an index folder, one sentence each: nothing of it is ever opened."""
    for path in sorted(folder.iterdir()):
        if not (SNAPSHOT_NAME.fullmatch(path.name.removeprefix(BUILDING)) or path.name in OF_A_FOLDER):
            yield saying("%(path)s does not belong to the index: remove it.", path=path.name)


def _foreign_files(snapshot: Path, manifest: Manifest) -> Iterator[str]:
    present = {path.relative_to(snapshot).as_posix() for path in snapshot.rglob("*") if path.is_file()}
    for path in sorted(present - set(manifest.files) - {MANIFEST}):
        yield saying("%(path)s does not belong to the index: remove it.", path=path)


def _catalogue_problems(catalogue: sqlite3.Connection, manifest: Manifest) -> Iterator[str]:
    for (message,) in catalogue.execute("PRAGMA integrity_check(1)"):
        if message != "ok":
            yield damaged_part(CATALOGUE, message)
    for table, *_ in catalogue.execute("PRAGMA foreign_key_check"):
        yield damaged_part(CATALOGUE, f"a row of {table} refers to nothing")
    yield from record_problems(catalogue.execute, manifest)


def record_problems(rows: Rows, manifest: Manifest) -> Iterator[str]:
    """What is wrong with the records of a catalogue, wherever it is, one sentence each."""
    for name, query in COUNTS.items():
        ((found,),) = rows(query)
        if found != manifest.counts.get(name):
            yield damaged_part(CATALOGUE, f"{found} {name}, the manifest says {manifest.counts.get(name)}")
    for sentence, query in NO_ROW_MAY_BREAK.items():
        if any(rows(query)):
            yield damaged_part(CATALOGUE, sentence)


def content_problems(rows: Rows) -> Iterator[str]:
    """Whether a record of a catalogue, wherever it is, or a value beside it, cannot be read."""
    try:
        check_columns(rows)
        for kind, content in rows("SELECT kind, content FROM entry"):
            record_from_text(KINDS.get(kind, Recommendation), content, text="")
    except IndexFolderError as error:
        yield error.sentence


def _folder_problems(folder: Path, catalogue: sqlite3.Connection, manifest: Manifest) -> Iterator[str]:
    try:
        lexical = open_lexical(folder)
    except ValueError as error:
        yield damaged_part(LEXICAL, str(error))
        return
    yield from lexical_problems(lexical, catalogue.execute, manifest)


def lexical_problems(lexical: LexicalFolder, rows_of: Rows, manifest: Manifest) -> Iterator[str]:
    """What is wrong with the words of the texts of a catalogue, wherever it is, one sentence each."""
    rows = manifest.counts["text_rows"]
    if len(lexical.ends) != rows:
        yield damaged_part(LEXICAL, f"the words of {len(lexical.ends)} texts, not of the {rows} of the catalogue")
        return
    starts = np.concatenate([[0], lexical.ends + 1])
    for row, text in rows_of(_PROBES, [max(1, rows // TEXTS_PROBED), rows]):
        numbers = lexical.sequence[starts[row] : starts[row + 1] - 1]
        if not _has_words_of(lexical, row, text, [lexical.stems.words[number - 1] for number in numbers]):
            yield damaged_part(LEXICAL, f"the text of row {row} is not found by its words")


def _has_words_of(lexical: LexicalFolder, row: int, text: str, in_order: list[str]) -> bool:
    """Whether the posting lists and the order of words are those of a text."""
    forms, stems = forms_and_stems(text)
    listed = all(
        _count(lists, row, word) == count
        for lists, words in ((lexical.stems, stems), (lexical.forms, forms))
        for word, count in Counter(words).items()
    )
    return listed and in_order == stems


def _count(lists: PostingLists, row: int, word: str) -> int:
    """How often a word stands in a text row, by its posting list."""
    found = lists.list_of(word)
    return int(lists.counts[found][lists.rows[found] == row].sum())


def _column_problems(folder: Path, catalogue: sqlite3.Connection) -> Iterator[str]:
    try:
        columns = open_entry_columns(folder)
    except ValueError as error:
        yield damaged_part(COLUMNS, str(error))
        return
    if columns is not None and not same_entry_columns(columns, columns_of(catalogue)):
        yield damaged_part(COLUMNS, "not those of the catalogue")


def _vector_problems(snapshot: Path, manifest: Manifest) -> Iterator[str]:
    rows, each = manifest.counts["text_rows"], (manifest.vector_space.dimension,)
    try:
        found = len(stored_array(snapshot / VECTORS, np.float32, each))
        if found != rows:
            yield damaged_part(VECTORS, f"{found} vectors, not the {rows} of the catalogue")
            return
        for start in range(0, rows, _ROWS_AT_ONCE):
            part = slice(start, start + _ROWS_AT_ONCE)
            # Mapped anew for each part: what is mapped counts as memory.
            vectors = stored_array(snapshot / VECTORS, np.float32, each)[part]
            if not np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-3):
                yield damaged_part(VECTORS, f"not of unit length, from row {start} on")
            numbers, factors = rounded_rows(vectors)
            stored = (
                stored_array(snapshot / ROUNDED_VECTORS, np.int8, each)[part],
                stored_array(snapshot / ROUNDING_FACTORS, np.float32)[part],
            )
            if not (np.array_equal(stored[0], numbers) and np.array_equal(stored[1], factors)):
                yield damaged_part(ROUNDED_VECTORS, f"not those of the vectors, from row {start} on")
    except ValueError as error:
        yield damaged_part(VECTORS, str(error))
