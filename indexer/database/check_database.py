"""What the index of a database holds, and a thorough check of it: tables against the manifest, words and vectors.

PostgreSQL finds pages that are not as it wrote them by itself, where its data checksums are on, and holds keys and
references between tables.
"""

from collections.abc import Iterator
from typing import Any

from indexer.describe.description import describe
from indexer.write.check import content_problems, lexical_problems, record_problems
from models.index_database.address import DatabaseAddress
from models.index_database.snapshots import snapshot_in_use
from models.index_database.tables import words_from_rows
from models.index_folder.folder import LEXICAL, VECTORS, damaged_part
from models.messages.spoken import saying

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
        yield from content_problems(snapshot.rows)
        for (index,) in snapshot.rows(_UNUSABLE_INDEXES, [snapshot.schema]):
            yield saying("The index %(index)s is not complete: run REINDEX INDEX %(index)s.", index=index)
        ((found,),) = snapshot.rows(_NOT_OF_UNIT_LENGTH)
        if found:
            yield damaged_part(VECTORS, f"{found} vectors are not of unit length")
        try:
            yield from lexical_problems(words_from_rows(snapshot.own_rows), snapshot.rows, snapshot.manifest)
        except (ValueError, IndexError) as error:
            yield damaged_part(LEXICAL, str(error))
