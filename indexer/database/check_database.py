"""Check the index of a database thoroughly: its tables against the manifest, and words and vectors against texts.

PostgreSQL finds pages that are not as it wrote them by itself, where its data checksums are on, and holds keys and
references between tables.
"""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from indexer.write.check import COUNTS, NO_ROW_MAY_BREAK, TEXTS_PROBED
from models.index_database.address import DatabaseAddress
from models.index_database.connection import connected, failures_told
from models.index_database.snapshots import snapshot_in_use
from models.index_database.tables import COUNTS_TYPE, ENDS_TYPE, PLACES_TYPE, ROWS_TYPE
from models.index_folder.folder import Manifest
from models.queries import as_postgresql
from models.spoken import saying
from models.words import forms_and_stems

if TYPE_CHECKING:
    from models.index_database.connection import Connection

_NOT_OF_UNIT_LENGTH = "SELECT count(*) FROM text_vector WHERE abs(vector_norm(vector) - 1) > 0.001"
_UNUSABLE_INDEXES = """
SELECT indexrelid::regclass::text FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
WHERE relnamespace = %s::regnamespace AND NOT (indisvalid AND indisready) ORDER BY 1
"""
_PROBES = """
SELECT row, text FROM text_vector JOIN text ON sha256 = text_sha256 WHERE row %% %s = 0 ORDER BY row
"""
_WORDS = "SELECT word, rows, counts{} FROM {} WHERE word = ANY(%s)"


def problems_of_database(address: DatabaseAddress) -> Iterator[str]:
    """Everything that is wrong with the snapshot in use, one sentence each; nothing for a sound one.

    Raises:
        IndexDatabaseError: there is no index, or the database cannot be reached.
        IndexFolderError: it is of another format.
    """
    with connected(address) as connection, failures_told(address):
        snapshot = snapshot_in_use(address, connection)
        yield from _table_problems(connection, snapshot.manifest)
        for (index,) in connection.execute(_UNUSABLE_INDEXES, [snapshot.schema]).fetchall():
            yield saying("The index %(index)s is not complete: run REINDEX INDEX %(index)s.", index=index)
        yield from _vector_problems(connection)
        yield from _word_problems(connection, snapshot.manifest)


def _table_problems(connection: "Connection", manifest: Manifest) -> Iterator[str]:
    for name, query in COUNTS.items():
        ((found,),) = connection.execute(query.encode()).fetchall()
        if found != manifest.counts.get(name):
            yield saying(
                "The database has %(found)s %(name)s, the manifest says %(expected)s.",
                found=str(found),
                name=saying(name),
                expected=str(manifest.counts.get(name)),
            )
    for sentence, query in NO_ROW_MAY_BREAK.items():
        if connection.execute(as_postgresql(query).encode()).fetchone():
            yield saying("The database is damaged: %(sentence)s.", sentence=saying(sentence))


def _vector_problems(connection: "Connection") -> Iterator[str]:
    ((found,),) = connection.execute(_NOT_OF_UNIT_LENGTH).fetchall()
    if found:
        yield saying("%(found)s vectors are not of unit length.", found=str(found))


def _word_problems(connection: "Connection", manifest: Manifest) -> Iterator[str]:
    rows = manifest.counts["text_rows"]
    ((packed,),) = connection.execute("SELECT ends FROM word_end", binary=True).fetchall()
    ends = np.frombuffer(packed, dtype=ENDS_TYPE)
    if len(ends) != rows:
        yield saying(
            "There are the words of %(count)s texts, not of the %(rows)s of the database.",
            count=str(len(ends)),
            rows=str(rows),
        )
        return
    for row, text in connection.execute(_PROBES, [max(1, rows // TEXTS_PROBED)]).fetchall():
        if not _has_words_of(
            connection, int(row), str(text), range(int(ends[row - 1]) + 1 if row else 0, int(ends[row]))
        ):
            yield saying("The text of row %(row)s is not found by its words.", row=str(row))


def _has_words_of(connection: "Connection", row: int, text: str, stretch: range) -> bool:
    """Whether posting lists have the words of a text as often as it has them, and in their order."""
    forms, stems = forms_and_stems(text)
    for table, words in (("word_stem", stems), ("word_form", forms)):
        places = ", places" if table == "word_stem" else ""
        query = _WORDS.format(places, table)
        found = {word: packed for word, *packed in connection.execute(query.encode(), [words], binary=True)}
        counts = {word: _count(row, *packed[:2]) for word, packed in found.items()}
        if counts != Counter(words):
            return False
        if places and _in_order(stretch, {word: packed[2] for word, packed in found.items()}) != words:
            return False
    return True


def _count(row: int, rows: bytes, counts: bytes) -> int:
    of_row = np.frombuffer(rows, dtype=ROWS_TYPE) == row
    return int(np.frombuffer(counts, dtype=COUNTS_TYPE)[of_row].sum())


def _in_order(stretch: range, packed: dict[str, bytes]) -> list[str]:
    """The stems that stand at a stretch of places, one after the other."""
    places = {word: np.frombuffer(of_word, dtype=PLACES_TYPE) for word, of_word in packed.items()}
    word_at = {
        int(place): word
        for word, of_word in places.items()
        for place in of_word[(of_word >= stretch.start) & (of_word < stretch.stop)]
    }
    return [word_at[place] for place in stretch if place in word_at]
