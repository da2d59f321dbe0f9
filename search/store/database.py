"""An index database as a store: the records, words and vectors of one snapshot in PostgreSQL with pgvector.

Records are asked for. Words are read once, and looked up by the same code as those of a folder. Cosines are computed by
the server, of all texts that a question looks at: an index of neighbours would give the nearest alone, and an answer
counts all that is on an issue.
"""

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from models.encoders.text_encoder import Vectors
from models.errors import IndexDatabaseError
from models.index_database.address import DatabaseAddress
from models.index_database.connection import NEXT_STEP, first_row
from models.index_database.queries import as_postgresql, check_values
from models.index_database.tables import schema_of, vector_of, words_from_rows
from models.index_folder.entry_columns import read_entry_columns
from models.index_folder.folder import manifest_from_text
from models.messages.spoken import saying, why_it_failed
from search.catalogue.connection import ROWS_OF_PART, CatalogueConnection, Row
from search.catalogue.entries import Mask
from search.lexical.stored_words import StoredWords
from search.semantic.vectors import LOWEST, NONE
from search.store.database_servers import DatabaseServers
from search.store.store import Store

FEW = 4_000
"""Texts that are found by their numbers, rather than by looking at the number of each text."""

_MANIFEST = "SELECT manifest FROM upr.snapshot WHERE name = %s"
_VECTORS = "SELECT row, vector_send(vector) FROM text_vector WHERE row = ANY(%s)"
# One value in place of a row for each text, which take longer to read than the cosines to compute.
_COSINES = """
SELECT string_agg(int4send(row::int) || float4send((-(vector <#> %s::vector))::real), ''::bytea)
FROM text_vector WHERE {looked_at}
"""
_COSINES_OF_FEW = _COSINES.format(looked_at="row = ANY(%s)")
_COSINES_OF_MANY = _COSINES.format(looked_at="get_bit(%s::bytea, row) = 1")
_COSINE = np.dtype([("row", ">i4"), ("cosine", ">f4")])


class DatabaseIndex:
    """The index of a database, for readers."""

    def __init__(self, address: DatabaseAddress) -> None:
        self._address = address
        self._servers = DatabaseServers(address)

    def __str__(self) -> str:
        return str(self._address)

    def current_name(self) -> str:
        """The name of the snapshot in use, which is asked for once a second at most.

        Raises:
            IndexDatabaseError: there is no index, or the database cannot be reached.
        """
        return self._servers.current_name()

    def open(self, *, large_unchecked: bool = False) -> Store:
        """Open the snapshot in use; PostgreSQL itself compares the digests of its pages, when it reads them.

        Raises:
            IndexDatabaseError: there is no index, or the database cannot be reached.
            IndexFolderError: it is of another format.
        """
        name = self._servers.current_name()
        found = first_row(self._servers.in_turn().address, _MANIFEST, name)
        if found is None:
            raise IndexDatabaseError(
                saying("Another index was put into %(index)s in this moment: try again.", index=str(self))
            )
        manifest = manifest_from_text(str(found[0]), str(self), NEXT_STEP)
        catalogue = CatalogueInDatabase(self._servers, schema_of(name))
        return Store(
            name=name,
            manifest=manifest,
            catalogue=catalogue,
            columns=read_entry_columns(catalogue.parts),
            words=self._words(catalogue),
            vectors=VectorsInDatabase(catalogue, manifest.counts["text_rows"], manifest.vector_space.dimension),
        )

    def _words(self, catalogue: "CatalogueInDatabase") -> StoredWords:
        try:
            return StoredWords(words_from_rows(partial(catalogue.own_rows, binary=True)))
        except (ValueError, OSError) as error:
            raise IndexDatabaseError(
                saying(
                    "%(address)s cannot be used (%(reason)s): see `upr check ADDRESS`.",
                    address=str(self),
                    reason=why_it_failed(error),
                )
            ) from error

    def rebuild(self) -> str:
        """The next step for an index that cannot be used."""
        return NEXT_STEP


class CatalogueInDatabase(CatalogueConnection):
    """The records of a snapshot: the tables of its schema, for many threads at once."""

    def __init__(self, servers: DatabaseServers, schema: str) -> None:
        self._servers = servers
        self._schema = schema

    def _rows(self, query: str, parameters: Sequence[object]) -> list[Row]:
        return self.own_rows(as_postgresql(query), *parameters)

    def own_rows(self, query: str, *parameters: object, binary: bool = False) -> list[Row]:
        """All rows that a query in PostgreSQL's own words gives; `binary`: values come as the server has them.

        Raises:
            IndexDatabaseError: the database cannot be reached, or refuses it.
            UnstorableValue: a parameter is none that a database can hold.
        """
        check_values(parameters)
        return self._servers.rows(self._schema, query, parameters, binary=binary)

    def parts(self, query: str) -> Iterator[list[Row]]:
        """The rows that a long query gives, a part at a time.

        Not put once more: a snapshot that could not be opened is opened anew.
        """
        with (
            self._servers.in_turn().pool.connection(self._schema) as connection,
            connection.transaction(),
            connection.cursor(name="parts") as cursor,
        ):
            cursor.execute(as_postgresql(query).encode())
            while rows := cursor.fetchmany(ROWS_OF_PART):
                yield rows


class VectorsInDatabase:
    """The vectors of one snapshot."""

    def __init__(self, catalogue: CatalogueInDatabase, count: int, dimension: int) -> None:
        """`count` is that of text rows."""
        self._catalogue = catalogue
        self._count = count
        self._dimension = dimension

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, rows: NDArray[np.integer] | int) -> Vectors:
        wanted = np.atleast_1d(np.asarray(rows, dtype=np.int64))
        distinct, place_of = np.unique(wanted, return_inverse=True)
        vectors = np.empty((len(distinct), self._dimension), dtype=np.float32)
        found = self._catalogue.own_rows(_VECTORS, distinct.tolist(), binary=True) if len(distinct) else []
        places = np.searchsorted(distinct, [row for row, _ in found])
        for place, (_, sent) in zip(places, found, strict=True):
            vectors[place] = vector_of(sent)
        return vectors[place_of] if np.ndim(rows) else vectors[0]

    def nearest(self, query: Vectors, rows: NDArray[np.integer], count: int) -> tuple[NDArray[np.intp], Vectors]:
        """Of these text rows, the `count` nearest: their places among `rows`, the nearest first, and their cosines."""
        near = self._cosines_of(rows, query)[rows]
        places = np.argsort(-near, kind="stable")[:count]
        return places, near[places]

    def cosines(self, query: Vectors, floor: Vectors, best_of: Mask | None = None) -> Vectors:
        """One cosine per text row, whether it reaches its floor or not; LOWEST for rows that are not looked at."""
        looked_at = floor < NONE
        return self._cosines_of(np.flatnonzero(looked_at if best_of is None else looked_at | best_of), query)

    def _cosines_of(self, rows: NDArray[np.integer], query: Vectors) -> Vectors:
        found = np.full(self._count, LOWEST)
        if len(rows):
            few = len(rows) <= FEW
            asked = (_COSINES_OF_FEW, rows.tolist()) if few else (_COSINES_OF_MANY, _packed(rows, self._count))
            ((packed,),) = self._catalogue.own_rows(asked[0], str(query.tolist()), asked[1], binary=True)
            cosines = np.frombuffer(packed or b"", dtype=_COSINE)
            found[cosines["row"]] = np.maximum(cosines["cosine"], LOWEST)
        return found


def _packed(rows: NDArray[np.integer], count: int) -> bytes:
    """A bit for each text row, 1 for these; the first of a byte is its lowest, as get_bit reads them."""
    mask = np.zeros(count, dtype=bool)
    mask[rows] = True
    return np.packbits(mask, bitorder="little").tobytes()
