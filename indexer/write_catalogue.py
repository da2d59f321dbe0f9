"""Write catalogue.sqlite: the documents and records of one snapshot."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from hashlib import sha256
from itertools import count
from pathlib import Path
from urllib.parse import quote

from indexer.document_parts import DocumentParts, SkippedFile
from indexer.pair_ids import Alias
from models.catalogue_schema import SCHEMA
from models.documents import DocumentIdentity
from models.records import Place, Recommendation, review_id
from models.sessions import cycle_of_session
from models.states import State

UN_DOCUMENTS = "https://docs.un.org/en/"

Row = tuple[str | int | None, ...]


class CatalogueWriter:
    """Writes entries in the order in which they are numbered; everything is one transaction."""

    def __init__(self, catalogue: sqlite3.Connection, states: Mapping[str, State]) -> None:
        """`states` holds every State that may occur."""
        self._catalogue = catalogue
        self._states = states
        self._numbers = count()

    def write_review(self, state: str, session: int) -> None:
        """Write a review; comes before its documents and records."""
        self._write_states([state])
        self._insert("review", [(review_id(state, session), state, session, cycle_of_session(session), None)])

    def write_document(self, parts: DocumentParts) -> None:
        """Write one document; its review, if it has one, comes first."""
        identity = parts.identity
        date = identity.date.isoformat() if identity.date else None
        row = (
            parts.digest,
            identity.symbol,
            identity.kind.value,
            identity.language,
            date,
            review_of(identity),
            parts.name,
            self._address(identity),
        )
        self._insert("document", [row])

    def write_recommendations(self, records: Sequence[Recommendation]) -> None:
        """Write recommendations in catalogue order."""
        self._write_states(sponsor.state for record in records for sponsor in record.sponsors)
        digests = [sha256(record.text.encode()).hexdigest() for record in records]
        texts = [(digest, record.language, record.text) for digest, record in zip(digests, records, strict=True)]
        self._insert("text", texts)
        self._insert(
            "entry",
            [
                (next(self._numbers), record.id, "recommendation", record.review, record.state_under_review, digest)
                for digest, record in zip(digests, records, strict=True)
            ],
        )
        self._insert("recommendation", map(_recommendation_row, records))
        self._insert("sponsor", (row for record in records for row in _sponsor_rows(record)))
        self._insert("source", (row for record in records for row in _source_rows(record)))

    def write_aliases(self, review: str, aliases: Iterable[Alias]) -> None:
        """Write the ids of a review that no record has now."""
        self._insert("alias", ((alias.old_id, alias.id, review, alias.meaning) for alias in aliases))

    def write_skipped(self, files: Iterable[SkippedFile], reader: str) -> None:
        """Write the files that gave nothing; `reader` is the digest of the code that read them."""
        rows = ((file.name, file.digest, reader if file.lasting else None, file.reason) for file in files)
        self._insert("skipped", rows)

    def _write_states(self, codes: Iterable[str]) -> None:
        states = (self._states[code] for code in sorted(set(codes)))
        rows = ((one.code, one.name, one.kind.value, one.regional_group, int(one.invented)) for one in states)
        self._insert("state", rows)

    def _address(self, identity: DocumentIdentity) -> str | None:
        """Where the UN publishes the document; no address for a document about an invented State."""
        code = identity.state_under_review
        return None if code and self._states[code].invented else UN_DOCUMENTS + quote(identity.symbol)

    def _insert(self, table: str, rows: Iterable[Row]) -> None:
        """Insert rows as wide as the table; States and texts that are there already are passed over."""
        columns = len(self._catalogue.execute(f"PRAGMA table_info({table})").fetchall())
        or_ignore = "OR IGNORE" if table in ("state", "text") else ""
        marks = ", ".join("?" * columns)
        self._catalogue.executemany(f"INSERT {or_ignore} INTO {table} VALUES ({marks})", rows)  # noqa: S608


@contextmanager
def new_catalogue(path: Path) -> Iterator[sqlite3.Connection]:
    """An empty catalogue; what is written is committed at the end.

    A crash loses the whole unfinished snapshot anyway, so SQLite need not protect a part of it.
    """
    with closing(sqlite3.connect(path)) as catalogue:
        catalogue.execute("PRAGMA journal_mode = MEMORY")
        catalogue.execute("PRAGMA synchronous = OFF")
        catalogue.executescript(SCHEMA)
        yield catalogue
        catalogue.commit()


def review_of(identity: DocumentIdentity) -> str | None:
    """The id of the review that a document belongs to, None where it belongs to no single one."""
    if identity.state_under_review is None or identity.session is None:
        return None
    return review_id(identity.state_under_review, identity.session)


def _recommendation_row(record: Recommendation) -> Row:
    return (
        record.id,
        record.review,
        record.place.paragraph,
        record.printed_number,
        record.clause,
        record.quoted,
        int(record.composed),
        record.interim_position.value,
        record.position.value,
    )


def _sponsor_rows(record: Recommendation) -> Iterator[Row]:
    for order, sponsor in enumerate(record.sponsors, 1):
        yield record.id, order, sponsor.state, sponsor.printed


def _source_rows(record: Recommendation) -> Iterator[Row]:
    yield _source_row(record, "text", 1, record.place)
    if record.position_source is not None:
        yield _source_row(record, "position", 1, record.position_source, record.position)
    if record.comment_source is not None:
        yield _source_row(record, "comment", 1, record.comment_source, words=record.comment)
    for order, conflict in enumerate(record.conflicts, 1):
        yield _source_row(record, "conflict", order, conflict.place, conflict.position, conflict.words)


def _source_row(
    record: Recommendation,
    role: str,
    order: int,
    place: Place,
    position: str | None = None,
    words: str | None = None,
) -> Row:
    return record.id, role, order, place.symbol, place.paragraph, place.page, position, words
