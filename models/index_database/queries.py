"""Queries of the catalogue, whose tables are kept in SQLite or in PostgreSQL: one way to write them, for both.

They are written in SQL that both read, with these ways of SQLite, which `as_postgresql` rewrites: `?` for a parameter,
`IN (SELECT value FROM json_each(?))` for one that is a list, and `CROSS JOIN … ON` where SQLite must begin with the
table on the left. SQLite takes parameters by number and name as well, PostgreSQL does not: `check_query` refuses them
before either is asked, so that no query works in one alone. Where order matters a query says so, NULLs too: the two
sort them differently by themselves.

What a parameter may hold is what both can keep, so that a question has the same answer in both.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from models.errors import UnstorableValue
from models.messages.message import Message

QUERIES_KEPT = 1024
STORABLE = r"^[^\x00]*$"
"""What texts from outside match, as the schemas of programs write it. Half a surrogate pair, which no store takes
either, is in no JSON and no address."""
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_OTHER_PARAMETER = re.compile(r"\?\d|[:@$]\w|--|/\*")
_LEAST, _MOST = -(2**63), 2**63 - 1


def check_query(query: str, parameters: Sequence[object]) -> None:
    """Refuse, whichever store is to be asked, what one of the two does not take.

    Raises:
        UnstorableValue: a parameter holds what no text or number of an index can be.
        ValueError: the query is not written as both read it, or has another number of parameters.
    """
    if _places(query) != len(parameters):
        raise ValueError(f"{_places(query)} parameters stand in this query, {len(parameters)} are given: {query}")
    check_values(parameters)


def check_values(values: Iterable[object]) -> None:
    """Refuse values that no text or number of an index can be; a value may be a list of such.

    Raises:
        UnstorableValue: a text with NUL or half a surrogate pair, or a number of more than 64 bits.
    """
    for value in values:
        if isinstance(value, list):
            check_values(value)
        elif isinstance(value, str) and _UNSTORABLE.search(value):
            raise UnstorableValue(Message("Some of what was given has characters that no text has: type it anew."))
        elif isinstance(value, int) and not _LEAST <= value <= _MOST:
            raise UnstorableValue(Message("A number that was given is too large: check it for typing errors."))


@lru_cache(QUERIES_KEPT)
def _places(query: str) -> int:
    """How many parameters stand in a query."""
    bare = _QUOTED.sub("", query)
    if _OTHER_PARAMETER.search(bare) or bare.count("?") != query.count("?"):
        raise ValueError(f"Parameters are written “?”, outside quotation marks, and nothing else is: {query}")
    return bare.count("?")


@lru_cache(QUERIES_KEPT)
def as_postgresql(query: str) -> str:
    """A query for SQLite with psycopg's placeholders; a parameter that is a list is an array."""
    query = query.replace("%", "%%")
    query = query.replace("IN (SELECT value FROM json_each(?))", "= ANY(?)")
    # It makes SQLite begin with the table on the left; PostgreSQL finds where to begin by what it knows of the tables.
    query = query.replace("CROSS JOIN", "JOIN")
    return query.replace("?", "%s")
