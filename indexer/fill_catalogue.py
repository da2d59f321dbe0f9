"""Fill a catalogue from the parts of its documents: choose, join, give ids, write; one review at a time."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from indexer.choose_documents import Candidate, Review, choose_documents
from indexer.document_parts import DocumentParts, SkippedFile, parts_from_text
from indexer.gather_documents import GatheredDocuments
from indexer.join_records import join_records
from indexer.pair_ids import pair_ids
from indexer.previous_snapshot import PreviousSnapshot
from indexer.unfinished_work import UnfinishedWork
from indexer.write_catalogue import CatalogueWriter
from models.records import Recommendation
from models.states import State


@dataclass(frozen=True, slots=True)
class FilledCatalogue:
    """What became of the documents and of the ids given before."""

    skipped: tuple[SkippedFile, ...]
    """All that gave nothing to the catalogue, other issues of a document that is used among them."""
    kept: int
    """Documents of earlier runs that are still in use."""
    withdrawn: int
    """Ids that the previous snapshot still had and that lead nowhere now."""


def fill_catalogue(
    catalogue: sqlite3.Connection,
    gathered: GatheredDocuments,
    previous: PreviousSnapshot | None,
    unfinished: UnfinishedWork,
    states: Mapping[str, State],
    today: date,
) -> FilledCatalogue:
    """Write all documents, records, aliases and skipped files; `states` holds every State that may occur."""
    names = {**gathered.kept, **gathered.given}
    _copy_extracts(catalogue, names, previous, unfinished)
    chosen, left_out = choose_documents(_candidates(catalogue, gathered))
    by_review: dict[Review, list[Candidate]] = defaultdict(list)
    for candidate in sorted(chosen, key=lambda one: one.symbol):
        by_review[candidate.review].append(candidate)
    writer = CatalogueWriter(catalogue, states)
    withdrawn = 0
    for review in sorted({*by_review, *_known_reviews(previous)}):
        documents = [_parts(catalogue, candidate) for candidate in by_review.get(review, [])]
        withdrawn += _write_review(writer, review, documents, previous, today)
    skipped = (*gathered.skipped, *left_out)
    writer.write_skipped(skipped, gathered.reader)
    kept = sum(not candidate.given_now for candidate in chosen)
    return FilledCatalogue(skipped, kept, withdrawn)


def _write_review(
    writer: CatalogueWriter,
    review: Review,
    documents: Sequence[DocumentParts],
    previous: PreviousSnapshot | None,
    today: date,
) -> int:
    """Write one review and return how many of its ids are withdrawn now."""
    review_id = "{}-{}".format(*review)
    records: Sequence[Recommendation] = list(join_records(documents, today))
    known = previous.asks(review_id) if previous else []
    records, aliases = pair_ids(records, known, previous.aliases(review_id) if previous else [])
    if documents:
        writer.write_review(*review)
    for document in documents:
        writer.write_document(document)
    writer.write_recommendations(records)
    writer.write_aliases(review_id, aliases)
    current_before = {ask.id for ask in known}
    return sum(alias.id is None and alias.old_id in current_before for alias in aliases)


def _copy_extracts(
    catalogue: sqlite3.Connection,
    wanted: Mapping[str, str],
    previous: PreviousSnapshot | None,
    unfinished: UnfinishedWork,
) -> None:
    """Bring together what the wanted documents hold; what this or an interrupted run has read comes first."""

    def wanted_of(rows: Iterator[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
        return (row for row in rows if row[0] in wanted)

    catalogue.executemany("INSERT INTO document_extract VALUES (?, ?, ?)", wanted_of(unfinished.extracts()))
    if previous is not None:
        catalogue.executemany("INSERT OR IGNORE INTO document_extract VALUES (?, ?, ?)", wanted_of(previous.extracts()))


def _candidates(catalogue: sqlite3.Connection, gathered: GatheredDocuments) -> Iterator[Candidate]:
    identity = ("symbol", "state_under_review", "session", "date")
    columns = ", ".join(f"parts ->> '$.identity.{name}'" for name in identity)
    rows = catalogue.execute(
        f"SELECT digest, json_array_length(parts, '$.recommendations'), {columns} "  # noqa: S608
        "FROM document_extract ORDER BY digest"
    )
    for digest, records, symbol, state, session, issued in rows:
        given = digest in gathered.given
        name = gathered.given[digest] if given else gathered.kept[digest]
        yield Candidate(digest, name, symbol, (state, session), issued or "", given, records)


def _parts(catalogue: sqlite3.Connection, candidate: Candidate) -> DocumentParts:
    (text,) = catalogue.execute("SELECT parts FROM document_extract WHERE digest = ?", [candidate.digest]).fetchone()
    return replace(parts_from_text(text), name=candidate.name)


def _known_reviews(previous: PreviousSnapshot | None) -> Iterator[Review]:
    for review in previous.reviews() if previous else ():
        state, _, session = review.rpartition("-")
        yield state, int(session)
