"""Queries that SQLite reads, as PostgreSQL reads them (search.catalogue.connection says how they are written)."""

from functools import lru_cache

QUERIES_KEPT = 1024


@lru_cache(QUERIES_KEPT)
def as_postgresql(query: str) -> str:
    """The same query with psycopg's placeholders; a parameter that is a list is an array."""
    query = query.replace("%", "%%")
    query = query.replace("IN (SELECT value FROM json_each(?))", "= ANY(?)")
    # It makes SQLite begin with the table on the left; PostgreSQL finds where to begin by what it knows of the tables.
    query = query.replace("CROSS JOIN", "JOIN")
    return query.replace("?", "%s")
