"""An index database as a store: the records, words and vectors of one snapshot in PostgreSQL with pgvector.

A posting list is one row, found by its word; BM25 is computed from them by the same code as over a folder, and gives
the same scores. Cosines are computed by the server, of all texts that a question looks at: an index of neighbours would
give the nearest alone, and an answer counts all that is on an issue.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from models.errors import IndexDatabaseError
from models.index_database.address import DatabaseAddress
from models.index_database.connection import NEXT_STEP, first_row
from models.index_database.queries import as_postgresql, check_values
from models.index_database.tables import (
    COUNTS_TYPE,
    ENDS_TYPE,
    PLACES_TYPE,
    ROWS_TYPE,
    schema_of,
    vector_of,
)
from models.index_folder.entry_columns import read_entry_columns
from models.index_folder.folder import manifest_from_text
from models.messages.spoken import saying
from models.texts.words import FORM_FIELD, TEXT_FIELD
from search.catalogue.connection import ROWS_OF_PART, CatalogueConnection, Row
from search.lexical.stored_words import Counts, Places, Rows, texts_with_near
from search.semantic.vectors import NONE, Vectors
from search.store.database_servers import DatabaseServers
from search.store.store import Store

CACHED_WORDS = 10_000
"""Whose posting lists are kept: what questions name again and again."""
FEW = 4_000
"""Texts that are found by their numbers, rather than by looking at the number of each text."""
LOWEST = np.float32(-1)
Mask = NDArray[np.bool_]

_MANIFEST = "SELECT manifest FROM upr.snapshot WHERE name = %s"
_TABLES = {TEXT_FIELD: "word_stem", FORM_FIELD: "word_form"}
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
            words=WordsInDatabase(catalogue),
            vectors=VectorsInDatabase(catalogue, manifest.counts["text_rows"], manifest.vector_space.dimension),
        )

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


class WordsInDatabase:
    """The tables of words of one snapshot."""

    def __init__(self, catalogue: CatalogueInDatabase) -> None:
        self._catalogue = catalogue
        self.words = lru_cache(self._words)
        """field → all its words, in the order of their code points; some hundred thousand at most."""
        self.postings = lru_cache(CACHED_WORDS)(self._postings)
        """field, word → the text rows that hold it, ascending, and how often it stands in each."""

    @cached_property
    def lengths(self) -> NDArray[np.float32]:
        """Words of each text row."""
        return np.diff(self.ends, prepend=-1).astype(np.float32) - 1

    @cached_property
    def ends(self) -> Places:
        """The place behind the last word of each text row."""
        ((ends,),) = self._catalogue.own_rows("SELECT ends FROM word_end", binary=True)
        return np.frombuffer(ends, dtype=ENDS_TYPE)

    def places(self, stem: str) -> Places:
        """Where a stem stands."""
        for (places,) in self._catalogue.own_rows("SELECT places FROM word_stem WHERE word = %s", stem, binary=True):
            return np.frombuffer(places, dtype=PLACES_TYPE)
        return np.empty(0, dtype=PLACES_TYPE)

    def with_phrase(self, stems: Sequence[str], rows: NDArray[np.intp]) -> NDArray[np.intp]:
        """Of text rows that hold all of these stems, ascending, those that hold them one after the other."""
        places = {stem: self.places(stem) for stem in set(stems)}
        return np.intersect1d(rows, texts_with_near([places[stem] for stem in stems], self.ends, within=1))

    def forget(self) -> None:
        """Let go of the words that questions named."""
        self.postings.cache_clear()

    def _words(self, field: str) -> tuple[str, ...]:
        query = f"SELECT word FROM {_TABLES[field]} ORDER BY word"  # noqa: S608 - one of two names above
        return tuple(str(word) for (word,) in self._catalogue.own_rows(query))

    def _postings(self, field: str, word: str) -> tuple[Rows, Counts]:
        query = f"SELECT rows, counts FROM {_TABLES[field]} WHERE word = %s"  # noqa: S608 - one of two names above
        for rows, counts in self._catalogue.own_rows(query, word, binary=True):
            return np.frombuffer(rows, dtype=ROWS_TYPE), np.frombuffer(counts, dtype=COUNTS_TYPE)
        return np.empty(0, dtype=np.int32), np.empty(0, dtype=np.uint32)


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
