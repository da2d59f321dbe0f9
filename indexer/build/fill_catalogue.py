"""Fill a catalogue from the parts of its documents: choose, join, give ids, write; one review at a time."""

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from indexer.build.gather import GatheredDocuments
from indexer.build.reuse import EarlierMerges, Merged, digest_of_merging
from indexer.datamodel.document_extract import SkippedFile, extract_from_text, identity_from_text
from indexer.datamodel.review_extracts import OBSERVATIONS, review_of_subject, subject_of, warnings_without_review
from indexer.merge.latest_issue import Candidate, choose_documents
from indexer.merge.observations import merge_observations
from indexer.merge.review import MergedReview, is_adopted, merge_review
from indexer.merge.stable_ids import names_commitment, pair_ids
from indexer.write.catalogue import CatalogueWriter
from indexer.write.checkpoint import UnfinishedWork
from indexer.write.insert_rows import copy_rows, insert_rows
from indexer.write.previous_snapshot import PreviousSnapshot
from models.records.documents import DocumentKind
from models.reviews.states import State

StoredExtract = tuple[str, str]
"""Digest and subject: what one document says of one subject."""


@dataclass(frozen=True, slots=True)
class FilledCatalogue:
    """What became of the documents and of the ids given before."""

    skipped: tuple[SkippedFile, ...]
    """All that gave nothing to the catalogue, other issues of a document that is used among them."""
    kept: int
    """Documents of earlier runs that are still in use."""
    withdrawn: int
    """Ids that the previous snapshot still had and that lead nowhere now."""
    warnings: tuple[str, ...] = ()
    """What in the documents could not be used or did not fit, one sentence each."""
    table_rows: tuple[tuple[str, int], ...] = ()
    """What became of the rows of tables, and of how many."""


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
    extracts, warnings = _extracts_by_review(catalogue, chosen)
    writer = CatalogueWriter(catalogue, states)
    earlier = EarlierMerges(catalogue, writer, previous)
    table_rows: Counter[str] = Counter()
    withdrawn = 0
    for review in sorted({*extracts, *(previous.reviews() if previous else ())}):
        state, _, session = review.rpartition("-")
        if review in extracts:
            writer.write_review(state, int(session))
        texts = _texts(catalogue, extracts.get(review, []))
        digest = digest_of_merging(texts, adopted=is_adopted(int(session), today))
        merging = earlier.reuse(review, digest)
        if merging is None:
            merged = merge_review(state, int(session), map(extract_from_text, texts), today)
            withdrawn += _write_review(writer, review, merged, previous)
            merging = Merged(merged.warnings, merged.table_rows)
            if review in extracts:
                earlier.keep(review, digest, merging)
        warnings += merging.warnings
        table_rows += merging.table_rows
    warnings += _write_observations(catalogue, writer, earlier, {candidate.digest for candidate in chosen})
    reviews_of: dict[str, set[str]] = defaultdict(set)
    for review, of_review in extracts.items():
        for digest, _ in of_review:
            reviews_of[digest].add(review)
    for candidate in sorted(chosen, key=lambda one: (one.identity.symbol, one.digest)):
        writer.write_document(candidate, reviews_of[candidate.digest])
    skipped = (*gathered.skipped, *left_out)
    writer.write_skipped(skipped, gathered.reader)
    return FilledCatalogue(
        skipped=skipped,
        kept=sum(not candidate.given_now for candidate in chosen),
        withdrawn=withdrawn,
        warnings=tuple(warnings),
        table_rows=tuple(table_rows.most_common()),
    )


def _write_review(writer: CatalogueWriter, review: str, merged: MergedReview, previous: PreviousSnapshot | None) -> int:
    """Write the records of one review and return how many of its ids are withdrawn now."""
    known = previous.requests(review) if previous else []
    aliases = previous.aliases(review) if previous else []
    of_commitments = (
        [request for request in known if names_commitment(request.id)],
        [alias for alias in aliases if names_commitment(alias.old_id)],
    )
    of_requests = (
        [request for request in known if not names_commitment(request.id)],
        [alias for alias in aliases if not names_commitment(alias.old_id)],
    )
    records, request_aliases = pair_ids(merged.recommendations, *of_requests, merged.same_as)
    commitments, commitment_aliases = pair_ids(merged.commitments, *of_commitments)
    writer.write_recommendations(records)
    writer.write_responses(records, merged.statements)
    writer.write_commitments(commitments)
    writer.write_aliases(review, [*request_aliases, *commitment_aliases])
    current_before = {request.id for request in known}
    new_aliases = (*request_aliases, *commitment_aliases)
    return sum(alias.id is None and alias.old_id in current_before for alias in new_aliases)


def _write_observations(
    catalogue: sqlite3.Connection, writer: CatalogueWriter, earlier: EarlierMerges, chosen: Set[str]
) -> list[str]:
    """Write what treaty bodies say, State by State; returns a sentence for each that cannot be told from another."""
    rows = catalogue.execute(
        "SELECT subject, digest FROM document_extract WHERE subject LIKE ? ORDER BY subject, digest",
        [f"%{OBSERVATIONS}"],
    ).fetchall()
    warnings: list[str] = []
    for subject, of_subject in groupby(rows, key=lambda row: row[0]):
        texts = _texts(catalogue, [(digest, subject) for _, digest in of_subject if digest in chosen])
        digest = digest_of_merging(texts)
        if earlier.reuse(subject, digest):
            continue
        merged = merge_observations(map(extract_from_text, texts))
        twice = dict.fromkeys(one.id for one in merged if writer.has_entry(one.id))
        warnings += [f"{name} stands for paragraphs on two States: only that on the first is kept." for name in twice]
        writer.write_observations([one for one in merged if one.id not in twice])
        if not twice:
            earlier.keep(subject, digest, Merged((), Counter()))
    return warnings


def _copy_extracts(
    catalogue: sqlite3.Connection,
    wanted: Mapping[str, str],
    previous: PreviousSnapshot | None,
    unfinished: UnfinishedWork,
) -> None:
    """Bring together what the wanted documents hold; what this or an interrupted run has read comes first."""
    insert_rows(catalogue, "document_extract", (row for row in unfinished.extracts() if row["digest"] in wanted))
    if previous is not None:
        kept = json.dumps(sorted(wanted.keys() - unfinished.readers().keys()))
        source = "FROM previous.document_extract WHERE digest IN (SELECT value FROM json_each(:kept))"
        copy_rows(catalogue, "document_extract", source, {"kept": kept})


def _candidates(catalogue: sqlite3.Connection, gathered: GatheredDocuments) -> Iterator[Candidate]:
    rows = catalogue.execute(
        "SELECT digest, parts -> '$.identity', sum(json_array_length(parts, '$.recommendations') "
        "+ json_array_length(parts, '$.answers.responses') + json_array_length(parts, '$.observations')) "
        "FROM document_extract GROUP BY digest ORDER BY digest"
    )
    for digest, identity, records in rows:
        given = digest in gathered.given
        name = gathered.given[digest] if given else gathered.kept[digest]
        yield Candidate(digest, name, identity_from_text(identity), given, records)


def _extracts_by_review(
    catalogue: sqlite3.Connection, chosen: Sequence[Candidate]
) -> tuple[dict[str, list[StoredExtract]], list[str]]:
    """What the chosen documents say of each review, and a sentence for each that answers a report not indexed."""
    reports = {
        candidate.identity.symbol: subject_of(candidate.identity)
        for candidate in chosen
        if candidate.identity.kind is DocumentKind.WORKING_GROUP_REPORT
    }
    by_digest = {candidate.digest: candidate for candidate in chosen}
    extracts: dict[str, list[StoredExtract]] = defaultdict(list)
    warnings: list[str] = []
    for digest, subject in catalogue.execute("SELECT digest, subject FROM document_extract ORDER BY digest, subject"):
        candidate = by_digest.get(digest)
        review = review_of_subject(subject, reports) if candidate else None
        if candidate and review:
            extracts[review].append((digest, subject))
        elif candidate and subject == subject_of(candidate.identity):
            (text,) = _texts(catalogue, [(digest, subject)])
            warnings += warnings_without_review(extract_from_text(text), subject)
    return extracts, warnings


def _texts(catalogue: sqlite3.Connection, extracts: Sequence[StoredExtract]) -> list[str]:
    """The pieces as JSON."""
    query = "SELECT parts FROM document_extract WHERE digest = ? AND subject = ?"
    return [catalogue.execute(query, extract).fetchone()[0] for extract in extracts]
