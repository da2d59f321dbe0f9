"""What search is measured against, each doing the same with the same records.

SQLite FTS5 and tantivy: find the entries of a query, keep those of a filter, rank by BM25, read the first ten texts,
and count the found ones by every filter field. `BruteForce`: encode the issue, multiply with all vectors, take the
ten best under a mask; no words, no facets.
"""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import tantivy
from numpy.typing import NDArray

from benches.speed_questions import KeywordQuestion
from search.catalogue.entries import Mask
from search.semantic.encoder import QueryEncoder

SHOWN = 10
COLUMNS = ("under_review", "regional_group", "cycle", "session", "position", "kind", "language")
COLUMN_OF_FIELD = {"group": "regional_group"}
"""Fields of Filters whose column has another name: "group" is a word of SQL."""

_ENTRIES = """
SELECT number, text, entry.state, regional_group, cycle, session, position, entry.kind, language
FROM entry JOIN text ON sha256 = text_sha256 JOIN state ON code = entry.state
JOIN review ON review.id = entry.review JOIN recommendation ON recommendation.id = entry.id ORDER BY number
"""
_SPONSORS = "SELECT DISTINCT number, sponsor.state FROM sponsor JOIN entry ON entry.id = recommendation ORDER BY number"

_FTS5 = f"""
CREATE VIRTUAL TABLE words USING fts5(text, content='', tokenize='porter unicode61');
CREATE TABLE entry (number INTEGER PRIMARY KEY, text, {", ".join(COLUMNS)});
CREATE TABLE sponsor (number, state, PRIMARY KEY (number, state)) WITHOUT ROWID;
"""


class Fts5:
    """SQLite's full-text index."""

    def __init__(self, catalogue: Path, path: Path) -> None:
        """Make the index at `path` if there is none."""
        if not path.exists():
            _write_fts5(catalogue, path)
        self._store = sqlite3.connect(path)
        self._store.execute("PRAGMA temp_store = MEMORY")

    def find(self, question: KeywordQuestion) -> tuple[list[Any], list[list[Any]]]:
        """The first ten texts, and the counts of each facet."""
        execute = self._store.execute
        execute("DROP TABLE IF EXISTS temp.found")
        column = COLUMN_OF_FIELD.get(question.column or "", question.column)
        only = f"AND entry.{column} = ?" if column else ""
        execute(
            f"CREATE TEMP TABLE found AS SELECT number, rank AS score, {', '.join(COLUMNS)} "  # noqa: S608
            f"FROM words JOIN entry ON number = words.rowid WHERE words MATCH ? {only}",
            [question.fts5, question.value] if column else [question.fts5],
        )
        best = "SELECT text FROM found JOIN entry USING (number) ORDER BY score, number LIMIT ?"
        texts = execute(best, [SHOWN]).fetchall()
        counts = [
            execute(f"SELECT {column}, count(*) FROM found GROUP BY 1 ORDER BY 2 DESC").fetchall()  # noqa: S608
            for column in COLUMNS
        ]
        by_sponsor = "SELECT state, count(*) FROM found JOIN sponsor USING (number) GROUP BY 1 ORDER BY 2 DESC"
        return texts, [*counts, execute(by_sponsor).fetchall()]


def _write_fts5(catalogue: Path, path: Path) -> None:
    with sqlite3.connect(catalogue) as source, sqlite3.connect(path) as store:
        store.executescript(_FTS5)
        marks = ", ".join("?" * (len(COLUMNS) + 2))
        store.executemany(f"INSERT INTO entry VALUES ({marks})", source.execute(_ENTRIES))  # noqa: S608
        store.execute("INSERT INTO words (rowid, text) SELECT number, text FROM entry")
        store.execute("INSERT INTO words (words) VALUES ('optimize')")
        store.executemany("INSERT INTO sponsor VALUES (?, ?)", source.execute(_SPONSORS))


class Tantivy:
    """The tantivy library, with its facet counts by aggregation over columns."""

    def __init__(self, catalogue: Path, folder: Path) -> None:
        """Make the index in `folder` if there is none."""
        schema = _tantivy_schema()
        if not folder.exists():
            folder.mkdir()
            try:
                _write_tantivy(tantivy.Index(schema, str(folder)), catalogue)
            except BaseException:
                shutil.rmtree(folder)
                raise
        self._index = tantivy.Index(schema, str(folder))
        self._searcher = self._index.searcher()

    def find(self, question: KeywordQuestion) -> tuple[list[Any], Any]:
        """The first ten texts, and the counts of each facet."""
        words = question.tantivy
        if question.column:
            column = COLUMN_OF_FIELD.get(question.column, question.column)
            words = f'+({words}) +{column}:"{question.value}"'
        query = self._index.parse_query(words, ["text"])
        found = self._searcher.search(query, SHOWN)
        texts = [self._searcher.doc(address)["text"] for _, address in found.hits]
        return texts, self._searcher.aggregate(query, _TANTIVY_FACETS)


_TANTIVY_FACETS = {name: {"terms": {"field": name, "size": 300}} for name in (*COLUMNS, "sponsor")}


def _tantivy_schema() -> "tantivy.Schema":
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=True, tokenizer_name="en_stem")
    for name in (*COLUMNS, "sponsor"):
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


def _write_tantivy(index: "tantivy.Index", catalogue: Path) -> None:
    writer = index.writer(100_000_000, 1)
    with sqlite3.connect(catalogue) as source:
        sponsors = _grouped(source.execute(_SPONSORS))
        for number, text, *values in source.execute(_ENTRIES):
            document = tantivy.Document(text=text)
            for name, value in zip(COLUMNS, values, strict=True):
                document.add_text(name, str(value))
            for state in sponsors.get(number, ()):
                document.add_text("sponsor", state)
            writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


def _grouped(rows: Iterable[tuple[int, str]]) -> Mapping[int, list[str]]:
    grouped: dict[int, list[str]] = {}
    for number, value in rows:
        grouped.setdefault(number, []).append(value)
    return grouped


class BruteForce:
    """The encoder and one product of a matrix and a vector."""

    def __init__(self, encoder: QueryEncoder, vectors: NDArray[np.float32], rows: NDArray[np.int32]) -> None:
        """The index's own encoder and vectors; `rows` is the text row of each entry."""
        self._encoder = encoder
        self._vectors = vectors
        self._rows = rows

    def match(self, text: str, mask: Mask) -> NDArray[np.intp]:
        """The ten entries of a mask that are nearest to an issue, the nearest first."""
        scores = (self._vectors @ self._encoder.vector(text))[self._rows]
        entries = np.flatnonzero(mask)
        scores = scores[entries]
        count = min(SHOWN, len(entries))
        best = np.argpartition(-scores, count - 1)[:count] if count else np.empty(0, dtype=np.intp)
        return entries[best[np.argsort(-scores[best])]]


def sizes(paths: Mapping[str, Path]) -> Iterator[tuple[str, float]]:
    """Megabytes of files, or of all files in folders."""
    for name, path in paths.items():
        files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
        yield name, sum(file.stat().st_size for file in files) / 1e6
