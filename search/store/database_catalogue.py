"""The records of a snapshot in a database: the tables of its schema."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models.index_database.address import DatabaseAddress
from models.index_database.connection import failures_told
from models.index_database.dialect import as_postgresql
from search.catalogue.connection import ROWS_OF_PART, CatalogueConnection, Row

if TYPE_CHECKING:
    from models.index_database.connection import Pool


class CatalogueInDatabase(CatalogueConnection):
    """A few connections to one snapshot, for as many threads at once."""

    def __init__(self, address: DatabaseAddress, pool: "Pool") -> None:
        """`pool` has connections whose search path is the schema of the snapshot."""
        self._address = address
        self._pool = pool

    def rows(self, query: str, *parameters: object) -> list[Row]:
        """All rows that a query gives; a parameter may be a list.

        Raises:
            IndexDatabaseError: the database cannot be reached, or refuses it.
        """
        return self.own_rows(as_postgresql(query), *parameters)

    def own_rows(self, query: str, *parameters: object, binary: bool = False) -> list[Row]:
        """The same of a query in PostgreSQL's own words; `binary`: values come as the server has them."""
        with failures_told(self._address), self._pool.connection() as connection:
            return connection.execute(query.encode(), parameters, binary=binary).fetchall()

    def parts(self, query: str) -> Iterator[list[Row]]:
        """The rows that a long query gives, a part at a time."""
        with (
            failures_told(self._address),
            self._pool.connection() as connection,
            connection.transaction(),
            connection.cursor(name="parts") as cursor,
        ):
            cursor.execute(as_postgresql(query).encode())
            while rows := cursor.fetchmany(ROWS_OF_PART):
                yield rows
