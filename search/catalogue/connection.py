"""The connection to the catalogue of a snapshot, and what is read by it whatever the kind of record.

How its queries are written says models.index_database.queries.
"""

import json
import sqlite3
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

from models.errors import RecordMoved, RecordWithdrawn, UnknownRecord
from models.index_database.queries import check_query
from models.index_folder.discrepancies import stored_discrepancies
from models.messages.message import Message
from models.records.documents import SOURCE_NAMES, Draft, draft_in
from models.records.records import Discrepancy
from search.datamodel.answer import ReviewSummary

_ALIASES = """
SELECT alias.id FROM alias LEFT JOIN entry ON entry.id = alias.id WHERE old_id = ? AND coalesce(kind, ?) = ?
"""
"""An id that leads to a record of another kind stands for none of this kind."""
_REVIEWS = """
SELECT review.id, session, cycle, (SELECT count(*) FROM recommendation WHERE review = review.id)
FROM review WHERE state = ? ORDER BY session
"""
_SYMBOLS = """
SELECT DISTINCT document_review.review, symbol FROM document JOIN document_review USING (digest)
WHERE document_review.review IN (SELECT value FROM json_each(?)) ORDER BY symbol
"""
_TEXTS = """
SELECT row, text FROM text_vector JOIN text ON sha256 = text_sha256
WHERE row IN (SELECT value FROM json_each(?))
"""

_DRAFTS = "SELECT symbol, words FROM review_fact WHERE role = 'draft' ORDER BY symbol"

Row = tuple[Any, ...]
ROWS_OF_PART = 10_000


def rows_by_first(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """Rows by their first column, which they lose: what they belong to."""
    found: dict[str, list[Row]] = defaultdict(list)
    for first, *row in rows:
        found[first].append(tuple(row))
    return found


def _of_documents(symbols: Iterable[Row]) -> tuple[str, ...]:
    """The symbols of documents, without the names that stand for lists and tables."""
    return tuple(symbol for (symbol,) in symbols if symbol not in SOURCE_NAMES.values())


class CatalogueConnection(ABC):
    """A read-only connection to the tables of one snapshot, which are never changed; threads share it."""

    def rows(self, query: str, *parameters: object) -> list[Row]:
        """All rows that a query gives; a parameter may be a list.

        Raises:
            UnstorableValue: a parameter is none that an index can hold.
            ValueError: the query is not written as every store reads it.
        """
        check_query(query, parameters)
        return self._rows(query, parameters)

    @abstractmethod
    def _rows(self, query: str, parameters: Sequence[object]) -> list[Row]:
        """All rows that a query gives, which was checked with its parameters."""

    @abstractmethod
    def parts(self, query: str) -> Iterator[list[Row]]:
        """The rows that a long query gives, a part at a time."""

    @cached_property
    def discrepancies(self) -> Mapping[str, tuple[Discrepancy, ...]]:
        """By review, what documents count and its records do not meet."""
        return stored_discrepancies(self.rows)

    @cached_property
    def drafts(self) -> Mapping[str, Draft]:
        """By symbol, the reports that are drafts."""
        return {symbol: draft_in(words) for symbol, words in self.rows(_DRAFTS)}

    def number_of(self, record_id: str, kind: str = "recommendation") -> int:
        """The entry number of a record of this kind.

        Raises:
            RecordMoved: the same request has another id now.
            RecordWithdrawn: the documents indexed no longer hold it.
            UnknownRecord: this index never gave the id.
            UnstorableValue: it has characters that no index can hold.
        """
        found = self.rows("SELECT number FROM entry WHERE id = ? AND kind = ?", record_id, kind)
        if found:
            return int(found[0][0])
        aliases = self.rows(_ALIASES, record_id, kind, kind)
        if not aliases:
            raise UnknownRecord(
                Message(
                    "There is no record %(id)s in this index: copy the id from a page or from a search result.",
                    id=record_id[:80],
                )
            )
        if aliases[0][0] is None:
            raise RecordWithdrawn(
                Message(
                    "%(id)s was withdrawn: the documents indexed now no longer hold it; search for its words instead.",
                    id=record_id,
                )
            )
        raise RecordMoved(record_id, aliases[0][0])

    def reviews(self, state: str) -> tuple[ReviewSummary, ...]:
        """The reviews of a State, earliest first."""
        found = self.rows(_REVIEWS, state)
        symbols = rows_by_first(self.rows(_SYMBOLS, [review for review, *_ in found]) if found else ())
        return tuple(
            ReviewSummary(review, session, cycle, _of_documents(symbols[review]), recommendations)
            for review, session, cycle, recommendations in found
        )

    def texts(self, text_rows: Iterable[int]) -> dict[int, str]:
        """The texts of these text rows; a row whose text no entry has is left out."""
        return dict(self.rows(_TEXTS, list(text_rows)))


class CatalogueFile(CatalogueConnection):
    """One connection to catalogue.sqlite, whose users take turns."""

    def __init__(self, path: Path) -> None:
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self._lock = Lock()

    def _rows(self, query: str, parameters: Sequence[object]) -> list[Row]:
        """All rows that a query gives."""
        values = [json.dumps(value) if isinstance(value, list) else value for value in parameters]
        with self._lock:
            return self._connection.execute(query, values).fetchall()

    def parts(self, query: str) -> Iterator[list[Row]]:
        """The rows that a long query gives, a part at a time; others wait until the last is taken."""
        with self._lock:
            cursor = self._connection.execute(query)
            while rows := cursor.fetchmany(ROWS_OF_PART):
                yield rows
