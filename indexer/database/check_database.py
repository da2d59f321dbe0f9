"""What the index of a database holds, and a thorough check of it: tables against the manifest, words and vectors.

PostgreSQL finds pages that are not as it wrote them by itself, where its data checksums are on, and holds keys and
references between tables.
"""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.describe.description import describe
from indexer.write.check import lexical_problems, record_problems
from models.index_database.address import DatabaseAddress
from models.index_database.snapshots import DatabaseSnapshot, snapshot_in_use
from models.index_database.tables import COUNTS_TYPE, ENDS_TYPE, PLACES_TYPE, ROWS_TYPE
from models.index_folder.lexical_folder import TEXT_END, LexicalFolder, PostingLists
from models.messages.spoken import saying, why_it_failed

_NOT_OF_UNIT_LENGTH = "SELECT count(*) FROM text_vector WHERE abs(vector_norm(vector) - 1) > 0.001"
_UNUSABLE_INDEXES = """
SELECT indexrelid::regclass::text FROM pg_index JOIN pg_class ON pg_class.oid = indrelid
WHERE relnamespace = ?::regnamespace AND NOT (indisvalid AND indisready) ORDER BY 1
"""
_BYTES = """
SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint FROM pg_class
WHERE relnamespace = ?::regnamespace AND relkind = 'r'
"""


def describe_database(address: DatabaseAddress) -> dict[str, Any]:
    """The facts as plain data, as indexer.describe.description.describe_index gives them for a folder.

    Raises:
        IndexDatabaseError: there is no index, or the database cannot be reached.
        IndexFolderError: it is of another format.
    """
    with snapshot_in_use(address) as snapshot:
        ((size,),) = snapshot.rows(_BYTES, [snapshot.schema])
        return describe(snapshot.manifest, int(size), snapshot.rows)


def problems_of_database(address: DatabaseAddress) -> Iterator[str]:
    """Everything that is wrong with the snapshot in use, one sentence each; nothing for a sound one.

    Raises:
        IndexDatabaseError: there is no index, or the database cannot be reached.
        IndexFolderError: it is of another format.
    """
    with snapshot_in_use(address) as snapshot:
        yield from record_problems(snapshot.rows, snapshot.manifest)
        for (index,) in snapshot.rows(_UNUSABLE_INDEXES, [snapshot.schema]):
            yield saying("The index %(index)s is not complete: run REINDEX INDEX %(index)s.", index=index)
        ((found,),) = snapshot.rows(_NOT_OF_UNIT_LENGTH)
        if found:
            yield saying("%(found)s vectors are not of unit length.", found=str(found))
        try:
            yield from lexical_problems(_words(snapshot), snapshot.rows, snapshot.manifest)
        except (ValueError, IndexError) as error:
            yield saying("The words are damaged: %(error)s.", error=why_it_failed(error))


def _words(snapshot: DatabaseSnapshot) -> LexicalFolder:
    """The words of all texts as a lexical folder has them; raises ValueError or IndexError where they are damaged."""
    stems, places = _posting_lists(snapshot, "word_stem", "places")
    forms, _ = _posting_lists(snapshot, "word_form", "''::bytea")
    ((packed,),) = snapshot.connection.execute("SELECT ends FROM word_end", binary=True).fetchall()
    ends = np.frombuffer(packed, dtype=ENDS_TYPE)
    sequence = np.full(ends.max(initial=-1) + 1, TEXT_END, dtype=np.uint32)
    for number, of_stem in enumerate(places, 1):
        sequence[of_stem[of_stem < len(sequence)]] = number
    lexical = LexicalFolder(stems, forms, sequence)
    if not np.array_equal(lexical.ends, ends):
        raise ValueError("words stand where texts end, or nowhere")
    return lexical


def _posting_lists(snapshot: DatabaseSnapshot, table: str, places: str) -> tuple[PostingLists, list[NDArray[Any]]]:
    query = f"SELECT word, rows, counts, {places} FROM {table} ORDER BY word"  # noqa: S608 - names given above
    found = snapshot.connection.execute(query.encode(), binary=True).fetchall()
    rows = [np.frombuffer(of_word, dtype=ROWS_TYPE) for _, of_word, *_ in found]
    counts = [np.frombuffer(of_word, dtype=COUNTS_TYPE) for *_, of_word, _ in found]
    lists = PostingLists(
        tuple(str(word) for word, *_ in found),
        np.cumsum([len(of_word) for of_word in rows], dtype=np.int64),
        np.concatenate([np.empty(0, np.int32), *rows]),
        np.concatenate([np.empty(0, np.uint32), *counts]),
    )
    return lists, [np.frombuffer(of_word, dtype=PLACES_TYPE) for *_, of_word in found]
