"""Which extracts the records of a new catalogue are merged from: those of the documents to index, by review."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby
from operator import itemgetter

from indexer.datamodel.document_extract import (
    DocumentExtract,
    extract_from_text,
    identity_from_text,
)
from indexer.datamodel.gathered_documents import GatheredDocuments
from indexer.datamodel.review_extracts import (
    OBSERVATIONS,
    REPORTED,
    review_of_subject,
    reviews_of_reports,
    subject_of,
    warnings_without_review,
)
from indexer.merge.copies import (
    Candidate,
    Choice,
    Contents,
    Copy,
    choose_documents,
    contents_of,
    copy_in_words,
    overwritten_in_words,
)

StoredExtract = tuple[str, str]
"""Digest and subject: what one document says of one subject."""


@dataclass(frozen=True, slots=True)
class ChosenExtracts:
    """The documents to index, and what they say."""

    files: Choice
    of_review: Mapping[str, Sequence[StoredExtract]]
    """By id of the review."""
    reviews_of: Mapping[str, Set[str]]
    """Digest of a document → ids of the reviews of which it says something; nothing for one that speaks of none."""
    of_entity: Sequence[Sequence[StoredExtract]]
    """What treaty bodies say, of each State or other entity by itself."""
    of_pre_session: Sequence[Sequence[StoredExtract]]
    """What documents before a review report, of each review by itself."""
    warnings: tuple[str, ...]
    """A sentence for each file that is another now, each copy, and each document that answers a report not indexed."""


def choose_extracts(catalogue: sqlite3.Connection, gathered: GatheredDocuments, today: date) -> ChosenExtracts:
    """Choose among the gathered documents, whose extracts are in the catalogue."""

    @cache
    def contents(digest: str) -> Contents:
        return contents_of(_all_extracts(catalogue, digest))

    choice = choose_documents(_candidates(catalogue, gathered), today, contents)
    of_review, warnings = _extracts_by_review(catalogue, choice.used, (*choice.copies, *choice.replaced))
    digests = {document.digest for document in choice.used}
    reviews_of: dict[str, set[str]] = defaultdict(set)
    for review, extracts in of_review.items():
        for digest, _ in extracts:
            reviews_of[digest].add(review)
    return ChosenExtracts(
        files=choice,
        of_review=of_review,
        reviews_of=reviews_of,
        of_entity=_extracts_by_subject(catalogue, OBSERVATIONS, digests),
        of_pre_session=_extracts_by_subject(catalogue, REPORTED, digests),
        warnings=(
            *(overwritten_in_words(copy) for copy in choice.overwritten),
            *(copy_in_words(copy) for copy in choice.copies),
            *warnings,
        ),
    )


def _candidates(catalogue: sqlite3.Connection, gathered: GatheredDocuments) -> Iterator[Candidate]:
    query = "SELECT digest, parts -> '$.identity' FROM document_extract GROUP BY digest ORDER BY digest"
    names = gathered.names
    for digest, identity in catalogue.execute(query).fetchall():
        yield Candidate(digest, names[digest], identity_from_text(identity), digest in gathered.given)


def _all_extracts(catalogue: sqlite3.Connection, digest: str) -> Iterator[DocumentExtract]:
    """What one file says of all its subjects."""
    rows = catalogue.execute("SELECT parts FROM document_extract WHERE digest = ? ORDER BY subject", [digest])
    return (extract_from_text(text) for (text,) in rows.fetchall())


def _extracts_by_review(
    catalogue: sqlite3.Connection, chosen: Sequence[Candidate], copies: Sequence[Copy]
) -> tuple[dict[str, list[StoredExtract]], list[str]]:
    """What the chosen documents and their copies say of each review, and a sentence for each that answers a report
    not indexed."""
    reports = reviews_of_reports(candidate.identity for candidate in chosen)
    document_of = {candidate.digest: candidate for candidate in (*chosen, *(copy.file for copy in copies))}
    extracts: dict[str, list[StoredExtract]] = defaultdict(list)
    warnings: list[str] = []
    for digest, subject in catalogue.execute("SELECT digest, subject FROM document_extract ORDER BY digest, subject"):
        document = document_of.get(digest)
        if document is None:
            continue
        review = review_of_subject(subject, reports)
        if review:
            extracts[review].append((digest, subject))
        elif subject == subject_of(document.identity):
            (extract,) = stored_extracts(catalogue, [(digest, subject)])
            warnings += warnings_without_review(extract, subject)
    used = {candidate.digest for candidate in chosen}
    # A copy may be about another review than the file that is used: nothing is indexed of a review by copies alone.
    return {
        review: of_review for review, of_review in extracts.items() if any(digest in used for digest, _ in of_review)
    }, warnings


def _extracts_by_subject(catalogue: sqlite3.Connection, ending: str, chosen: Set[str]) -> list[list[StoredExtract]]:
    """What the chosen documents say of each of the subjects that end so."""
    rows = catalogue.execute(
        "SELECT digest, subject FROM document_extract WHERE subject LIKE ? ORDER BY subject, digest", [f"%{ending}"]
    )
    of_chosen = (row for row in rows if row[0] in chosen)
    return [list(of_subject) for _, of_subject in groupby(of_chosen, key=itemgetter(1))]


def stored_extracts(catalogue: sqlite3.Connection, extracts: Iterable[StoredExtract]) -> list[DocumentExtract]:
    """The extracts themselves."""
    query = "SELECT parts FROM document_extract WHERE digest = ? AND subject = ?"
    return [extract_from_text(catalogue.execute(query, extract).fetchone()[0]) for extract in extracts]
