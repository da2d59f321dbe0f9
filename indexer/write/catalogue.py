"""Write catalogue.sqlite: the documents and records of one snapshot."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from indexer.datamodel.document_extract import SkippedFile
from indexer.merge.answers import Statement
from indexer.merge.latest_issue import WITHOUT_SYMBOL, Candidate
from indexer.merge.stable_ids import Alias
from indexer.write.passages import cut_passages
from indexer.write.previous_snapshot import PreviousSnapshot
from models.index_folder.catalogue_schema import INDEXES, SCHEMA
from models.records.documents import DocumentIdentity
from models.records.records import ActionCategory, Commitment, Label, Observation, Place, Recommendation, review_id
from models.reviews.sessions import cycle_of_session
from models.reviews.states import State

UN_DOCUMENTS = "https://docs.un.org/en/"
CACHE_KILOBYTES = 200_000
"""Digests come in no order: a table that outgrows the cache is written again and again."""

Row = tuple[str | int | float | None, ...]


class CatalogueWriter:
    """Writes entries in the order in which they are numbered; everything is one transaction."""

    def __init__(self, catalogue: sqlite3.Connection, states: Mapping[str, State]) -> None:
        """`states` holds every State that may occur."""
        self._catalogue = catalogue
        self._states = states

    def write_review(self, state: str, session: int) -> None:
        """Write a review; comes before its documents and records."""
        self.write_states([state])
        self._insert("review", [(review_id(state, session), state, session, cycle_of_session(session), None)])

    def write_document(self, document: Candidate, reviews: Set[str]) -> None:
        """Write one document; `reviews` are the ids of those of which it says something."""
        identity = document.identity
        row = (
            document.digest,
            identity.symbol,
            identity.kind.value,
            identity.language,
            document.date or None,
            next(iter(reviews)) if len(reviews) == 1 else None,
            document.name,
            self._address(identity),
        )
        self._insert("document", [row])
        self._insert("document_review", ((document.digest, review) for review in sorted(reviews)))

    def write_recommendations(self, records: Sequence[Recommendation]) -> None:
        """Write recommendations in catalogue order."""
        self.write_states(sponsor.state for record in records for sponsor in record.sponsors)
        self._write_entries("recommendation", records)
        self._insert("recommendation", map(_recommendation_row, records))
        self._insert("sponsor", (row for record in records for row in _sponsor_rows(record)))
        self._insert("source", (row for record in records for row in _source_rows(record)))

    def write_responses(self, records: Sequence[Recommendation], statements: Iterable[Sequence[Statement]]) -> None:
        """Write what the UN's documents answer to each of the records."""
        said = zip(records, statements, strict=True)
        self._insert("response", (row for record, all_said in said for row in _response_rows(record, all_said)))

    def write_commitments(self, commitments: Sequence[Commitment]) -> None:
        """Write commitments in catalogue order."""
        self._write_entries("commitment", commitments)
        self._insert("commitment", map(_commitment_row, commitments))
        self._insert("source", (_source_row(one.id, "text", 1, one.place) for one in commitments))

    def write_observations(self, observations: Sequence[Observation]) -> None:
        """Write observations in catalogue order, each with the passages that are searched."""
        self.write_states(one.entity for one in observations if one.entity)
        self._write_entries("observation", observations)
        self._insert("observation", map(_observation_row, observations))
        self._insert("source", (_source_row(one.id, "text", 1, one.place) for one in observations))
        for one in observations:
            passages = [(_digest(passage.text), passage) for passage in cut_passages(one.text)]
            self._insert("text", ((digest, one.language, passage.text) for digest, passage in passages))
            rows = ((one.id, order, passage.part, digest) for order, (digest, passage) in enumerate(passages, 1))
            self._insert("observation_passage", rows)

    def _write_entries(self, kind: str, records: Sequence[Recommendation | Commitment | Observation]) -> None:
        """Write what records of all kinds have in common: texts, entries, labels."""
        digests = [_digest(record.text) for record in records]
        texts = ((digest, record.language, record.text) for digest, record in zip(digests, records, strict=True))
        self._insert("text", texts)
        entries = (
            (number, record.id, kind, *_review_and_state(record), digest, record.language)
            for number, (digest, record) in enumerate(zip(digests, records, strict=True), self.next_number())
        )
        self._insert("entry", entries)
        self._insert("label", (row for record in records for row in _label_rows(record.id, record.labels)))

    def has_entry(self, record_id: str) -> bool:
        """Whether a record of this id is written already."""
        return self._catalogue.execute("SELECT 1 FROM entry WHERE id = ?", [record_id]).fetchone() is not None

    def next_number(self) -> int:
        """The number of the entry that is written next."""
        (number,) = self._catalogue.execute("SELECT coalesce(max(number) + 1, 0) FROM entry").fetchone()
        return int(number)

    def write_aliases(self, review: str, aliases: Iterable[Alias]) -> None:
        """Write the ids of a review that no record has now."""
        self._insert("alias", ((alias.old_id, alias.id, review, alias.meaning) for alias in aliases))

    def write_skipped(self, files: Iterable[SkippedFile], reader: str) -> None:
        """Write the files that gave nothing; `reader` is the digest of the code that read them."""
        rows = ((file.name, file.digest, reader if file.lasting else None, file.reason) for file in files)
        self._insert("skipped", rows)

    def write_states(self, codes: Iterable[str]) -> None:
        """Write States that are not there yet."""
        states = (self._states[code] for code in sorted(set(codes)))
        rows = ((one.code, one.name, one.kind.value, one.regional_group, int(one.invented)) for one in states)
        self._insert("state", rows)

    def _address(self, identity: DocumentIdentity) -> str | None:
        """Where the UN publishes the document; no address for one about an invented State, or that is not the UN's."""
        code = identity.state_under_review
        if identity.kind in WITHOUT_SYMBOL or (code and self._states[code].invented):
            return None
        return UN_DOCUMENTS + quote(identity.symbol)

    def _insert(self, table: str, rows: Iterable[Row]) -> None:
        """Insert rows as wide as the table; States and texts that are there already are passed over."""
        columns = len(self._catalogue.execute(f"PRAGMA table_info({table})").fetchall())
        or_ignore = "OR IGNORE" if table in ("state", "text") else ""
        marks = ", ".join("?" * columns)
        self._catalogue.executemany(f"INSERT {or_ignore} INTO {table} VALUES ({marks})", rows)  # noqa: S608


@contextmanager
def new_catalogue(path: Path, previous: PreviousSnapshot | None = None) -> Iterator[sqlite3.Connection]:
    """An empty catalogue; what is written is committed at the end. SQL finds that of `previous` as "previous".

    A crash loses the whole unfinished snapshot anyway, so SQLite need not protect a part of it.
    """
    with closing(sqlite3.connect(path, uri=True)) as catalogue:
        catalogue.execute("PRAGMA journal_mode = MEMORY")
        catalogue.execute("PRAGMA synchronous = OFF")
        catalogue.execute(f"PRAGMA cache_size = -{CACHE_KILOBYTES}")
        catalogue.executescript(SCHEMA)
        if previous is not None:
            previous.attach_to(catalogue)
        yield catalogue
        catalogue.commit()
        catalogue.executescript(INDEXES)


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
        *_action_columns(record.action),
    )


def _commitment_row(record: Commitment) -> Row:
    place = record.place
    return (
        record.id,
        record.review,
        place.symbol,
        place.paragraph,
        record.order,
        place.page,
        *_action_columns(record.action),
    )


def _observation_row(one: Observation) -> Row:
    place, issued = one.place, one.date.isoformat() if one.date else None
    return one.id, one.committee, one.entity, place.symbol, place.paragraph, place.page, one.heading, one.kind, issued


def _review_and_state(record: Recommendation | Commitment | Observation) -> tuple[str | None, str | None]:
    """Of which review a record is part, if any, and whose record it is, if one State's."""
    if isinstance(record, Observation):
        return None, record.entity
    return record.review, record.state_under_review


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _label_rows(record_id: str, labels: Iterable[Label]) -> Iterator[Row]:
    for one in labels:
        yield record_id, one.scheme, one.label, one.origin.value, one.confidence


def _action_columns(action: ActionCategory | None) -> tuple[int | None, str | None, str | None]:
    return (action.category, action.origin.value, action.verb) if action else (None, None, None)


def _response_rows(record: Recommendation, said: Sequence[Statement]) -> Iterator[Row]:
    for order, one in enumerate((one for one in said if one.answers), 1):
        chosen = one.place == record.position_source and one.position is record.position
        place = one.place
        yield (
            record.id,
            order,
            place.symbol,
            place.paragraph,
            place.page,
            one.answers,
            one.position.value if one.position else None,
            one.words,
            one.comment,
            int(chosen),
        )


def _sponsor_rows(record: Recommendation) -> Iterator[Row]:
    for order, sponsor in enumerate(record.sponsors, 1):
        yield record.id, order, sponsor.state, sponsor.printed


def _source_rows(record: Recommendation) -> Iterator[Row]:
    yield _source_row(record.id, "text", 1, record.place)
    if record.position_source is not None:
        words = record.position_words
        yield _source_row(record.id, "position", 1, record.position_source, record.position, words)
    if record.comment_source is not None:
        yield _source_row(record.id, "comment", 1, record.comment_source, words=record.comment)
    for order, conflict in enumerate(record.conflicts, 1):
        yield _source_row(record.id, "conflict", order, conflict.place, conflict.position, conflict.words)


def _source_row(
    record_id: str,
    role: str,
    order: int,
    place: Place,
    position: str | None = None,
    words: str | None = None,
) -> Row:
    return record_id, role, order, place.symbol, place.paragraph, place.page, position, words
