"""The tables of an index database.

    upr.snapshot            the snapshots that are there, one of them in use (made by models.index_database.migrations)
    upr.plan_version        plans that the site keeps, as ciphertext
    upr.kept_question       searches that the site keeps for a while, as ciphertext
    upr.kept_list           lists of chosen records and uploads, the same
    upr.form_secret         what the site knows its own forms by
    snapshot_<name>.…       one schema for each snapshot, never changed once it is in use:
        …                   the tables of models.index_folder.catalogue_schema, with the same columns
        text_vector.vector  the unit vector of each text row, with an index of neighbours (HNSW) over half precision
        word_stem           which texts hold a stem, how often, and where among the words of all texts
        word_form           which texts hold a word as printed, folded, and how often
        word_end            where the words of each text end, in one row

A reader finds the snapshot in use by one query and goes on with its tables until it finds another one in use; so a
snapshot is replaced as a whole, and the one before is kept for those that still read it. Numbers of words are
little-endian arrays, as in a lexical folder: a posting list is one value, found by one look into the index of words.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from models.index_folder.folder import SNAPSHOT_NAME

SHARED = "upr"
READER, SITE = "upr_reader", "upr_site"
"""Group roles that are given their rights where they exist: one reads the record, the other keeps plans as well."""
WORD_TABLES = """
CREATE TABLE word_stem (
    word text COLLATE "C" PRIMARY KEY, rows bytea NOT NULL, counts bytea NOT NULL, places bytea NOT NULL
);
CREATE TABLE word_form (word text COLLATE "C" PRIMARY KEY, rows bytea NOT NULL, counts bytea NOT NULL);
CREATE TABLE word_end (ends bytea NOT NULL)
"""
ROWS_TYPE, COUNTS_TYPE, PLACES_TYPE, ENDS_TYPE = "<i4", "<u4", "<i4", "<i8"
"""Of the numbers in these tables, as numpy names them."""
_TYPES = {"TEXT": 'text COLLATE "C"', "INTEGER": "bigint", "REAL": "double precision", "BLOB": "bytea"}
"""Texts are compared by code points, as SQLite does."""


MOST_DIMENSIONS = 4000
"""Of vectors of half precision that pgvector can index; longer ones are compared one by one."""


NEIGHBOURS = 1000
"""The most neighbours that pgvector gives without beginning anew, and how many candidates it keeps while it looks."""
_NEIGHBOURS_INDEX = """
CREATE INDEX text_vector_neighbours ON text_vector
USING hnsw ((vector::halfvec({dimension})) halfvec_ip_ops) WITH (m = 24, ef_construction = 200)
"""
# The settings hold within the function. Where a mask leaves out many of the nearest, the index goes on to those after;
# the planner, which cannot know how many a mask leaves, would rather sort all texts.
_NEIGHBOURS_FUNCTION = """
CREATE FUNCTION neighbours(mask bytea, query vector, wanted integer)
RETURNS TABLE (number bigint, cosine double precision)
LANGUAGE sql STABLE
SET hnsw.ef_search = {most} SET hnsw.iterative_scan = relaxed_order SET hnsw.max_scan_tuples = 100000
SET enable_seqscan = off
AS $$
    WITH nearest AS MATERIALIZED (
        SELECT row, vector FROM text_vector WHERE get_bit(mask, row) = 1
        ORDER BY vector::halfvec({dimension}) <#> query::halfvec({dimension}) LIMIT wanted
    )
    SELECT row, -(vector <#> query) FROM nearest
$$
"""


def neighbours_index(dimension: int) -> list[str]:
    """What makes the index of neighbours of vectors of so many numbers, and the function that asks it.

    Half precision halves it; the function compares the neighbours by the vectors themselves. Its mask has a bit for
    each text row; the first of a byte is its lowest.
    """
    if dimension > MOST_DIMENSIONS:
        return []
    return [
        _NEIGHBOURS_INDEX.format(dimension=dimension),
        _NEIGHBOURS_FUNCTION.format(dimension=dimension, most=NEIGHBOURS),
    ]


def schema_of(snapshot: str) -> str:
    """The schema of a snapshot.

    Raises:
        ValueError: the name is that of no snapshot.
    """
    if not SNAPSHOT_NAME.fullmatch(snapshot):
        raise ValueError(f"{snapshot[:80]} names no snapshot")
    return f"snapshot_{snapshot.lower().replace('-', '_')}"


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a catalogue."""

    name: str
    columns: tuple[str, ...]
    created: str
    """The statement that makes it in PostgreSQL, with its keys but without what refers to other tables."""
    completed: tuple[str, ...]
    """Those that add indexes and references once all rows are there."""


def catalogue_tables(catalogue: sqlite3.Connection) -> Iterator[Table]:
    """The tables of a catalogue.sqlite as PostgreSQL makes them: what a migration adds there comes along."""
    names = catalogue.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
    )
    for (name,) in names.fetchall():
        yield _table(catalogue, name)


def _table(catalogue: sqlite3.Connection, name: str) -> Table:
    columns, primary = [], {}
    for _, column, kind, required, _, key in catalogue.execute(f"PRAGMA table_info({_quoted(name)})"):
        columns.append(f"{_quoted(column)} {_TYPES[kind]}{' NOT NULL' if required or key else ''}")
        if key:
            primary[key] = column
    keys = [f"PRIMARY KEY ({_list(primary[place] for place in sorted(primary))})"] if primary else []
    completed = []
    for _, index, unique, origin, _ in catalogue.execute(f"PRAGMA index_list({_quoted(name)})").fetchall():
        of_index = [column for _, _, column in catalogue.execute(f"PRAGMA index_info({_quoted(index)})")]
        if origin == "u":
            keys.append(f"UNIQUE ({_list(of_index)})")
        elif origin == "c":
            kind = "UNIQUE INDEX" if unique else "INDEX"
            completed.append(f"CREATE {kind} {_quoted(index)} ON {_quoted(name)} ({_list(of_index)})")
    for _, _, parent, column, to, *_ in catalogue.execute(f"PRAGMA foreign_key_list({_quoted(name)})"):
        referred = f" ({_quoted(to)})" if to else ""
        completed.append(
            f"ALTER TABLE {_quoted(name)} ADD FOREIGN KEY ({_quoted(column)}) REFERENCES {_quoted(parent)}{referred}"
        )
    return Table(
        name,
        tuple(row[1] for row in catalogue.execute(f"PRAGMA table_info({_quoted(name)})")),
        f"CREATE TABLE {_quoted(name)} ({', '.join([*columns, *keys])})",
        tuple(sorted(completed, key=lambda statement: "FOREIGN KEY" in statement)),
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _list(columns: Iterator[str] | list[str]) -> str:
    return ", ".join(map(_quoted, columns))
