"""Fill a catalogue from the extracts of its documents: merge, give ids, write; one review at a time."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from indexer.datamodel.document_extract import DocumentExtract, SkippedFile
from indexer.datamodel.gathered_documents import GatheredDocuments
from indexer.datamodel.review_extracts import days_of_reviews
from indexer.merge.copies import Candidate, Copy
from indexer.merge.drafts import replacement_in_words, review_of_report
from indexer.merge.observations import merge_observations
from indexer.merge.review import MergedReview, merge_review
from indexer.merge.stable_ids import names_commitment, pair_ids
from indexer.progress import Progress, silent
from indexer.report.changed_positions import ChangedPositions, change_in_words, changed_positions
from indexer.runs.choose_extracts import ChosenExtracts, choose_extracts, stored_extracts
from indexer.runs.link_reported import link_reported
from indexer.write.cache import Cache
from indexer.write.catalogue import CatalogueWriter
from indexer.write.previous_snapshot import PreviousSnapshot
from indexer.write.rows import insert_row
from models.messages.spoken import saying
from models.records.records import Recommendation, state_and_session
from models.reviews.states import State


@dataclass(frozen=True, slots=True)
class FilledCatalogue:
    """What became of the documents and of the ids given before."""

    skipped: tuple[SkippedFile, ...]
    """All that gave nothing to the catalogue, other issues of a document that is used among them."""
    kept: int
    """Documents of earlier runs that are still in use."""
    withdrawn: int
    """Ids that the previous snapshot still had and that lead nowhere now."""
    changes: tuple[str, ...] = ()
    """Which positions of earlier runs are others now, one sentence for each review."""
    warnings: tuple[str, ...] = ()
    """What in the documents could not be used or did not fit, one sentence each."""


def fill_catalogue(
    catalogue: sqlite3.Connection,
    gathered: GatheredDocuments,
    previous: PreviousSnapshot | None,
    cache: Cache,
    states: Mapping[str, State],
    today: date,
    progress: Progress = silent,
) -> FilledCatalogue:
    """Write all documents, records, aliases and skipped files; `states` holds every State that may occur."""
    for row in cache.extracts(gathered.names):
        insert_row(catalogue, "document_extract", row)
    chosen = choose_extracts(catalogue, gathered, today)
    writer = CatalogueWriter(catalogue, states)
    new_files, replaced_now = _new_files(gathered, previous), _new_replacements(chosen, previous)
    filling = _Filling(catalogue, writer, previous, new_files, replaced_now)
    reviews = sorted(chosen.of_review.keys() | (previous.reviews() if previous else set()))
    days = days_of_reviews(document.identity for document in _in_order(chosen.files.used))
    with progress("Merging records", len(reviews) + len(chosen.of_entity) + len(chosen.of_pre_session)) as advance:
        for review in reviews:
            if review in chosen.of_review:
                writer.write_review(*state_and_session(review), days.get(review))
            filling.add_review(review, chosen, today)
            advance(1)
        for extracts in chosen.of_entity:
            filling.add_observations(stored_extracts(catalogue, extracts))
            advance(1)
        for extracts in chosen.of_pre_session:
            filling.add_reported(stored_extracts(catalogue, extracts))
            advance(1)
    filling.warnings += link_reported(catalogue, writer)
    for document in _in_order(chosen.files.used):
        writer.write_document(document, chosen.reviews_of.get(document.digest, frozenset()))
    for copy in sorted(chosen.files.copies, key=lambda copy: copy.file.digest):
        writer.write_copy(copy)
    _write_drafts(writer, chosen)
    skipped = (*gathered.skipped, *chosen.files.left_out)
    writer.write_skipped(skipped, gathered.reader)
    return FilledCatalogue(
        skipped=skipped,
        kept=sum(not document.given_now for document in chosen.files.used),
        withdrawn=filling.withdrawn,
        changes=(*filling.replacements, *filling.changes),
        warnings=(*chosen.warnings, *filling.warnings),
    )


def _write_drafts(writer: CatalogueWriter, chosen: ChosenExtracts) -> None:
    """Write which reports are drafts, and which drafts others replace."""
    for document in _in_order(chosen.files.used):
        review, draft = review_of_report(document.identity), document.identity.draft
        if review and draft:
            writer.write_draft(review, document.identity.symbol, draft)
    by_review: dict[str, list[Copy]] = {}
    for copy in sorted(chosen.files.replaced, key=lambda copy: copy.file.digest):
        by_review.setdefault(review_of_report(copy.file.identity) or "", []).append(copy)
    for review, copies in by_review.items():
        writer.write_replaced_drafts(review, copies)


def _new_replacements(chosen: ChosenExtracts, previous: PreviousSnapshot | None) -> dict[str, Copy]:
    """By digest, the drafts that no earlier run replaced by the same file."""
    known = previous.replaced_drafts() if previous else set()
    return {
        copy.file.digest: copy for copy in chosen.files.replaced if (copy.file.digest, copy.used.digest) not in known
    }


def _in_order(documents: Sequence[Candidate]) -> list[Candidate]:
    return sorted(documents, key=lambda document: (document.identity.symbol, document.digest))


@dataclass(slots=True)
class _Filling:
    """A catalogue that is being filled, subject by subject, and what is to be reported of it."""

    catalogue: sqlite3.Connection
    writer: CatalogueWriter
    previous: PreviousSnapshot | None
    new_files: Mapping[str, str]
    """Names of files that no earlier run has used, by digest."""
    replaced_now: Mapping[str, Copy]
    """By digest, the drafts that are replaced in this run."""
    replacements: list[str] = field(default_factory=list)
    """What this run made of drafts, one sentence for each."""
    changes: list[str] = field(default_factory=list)
    """Which positions are others than in the snapshot before, one sentence for each review."""
    warnings: list[str] = field(default_factory=list)
    withdrawn: int = 0

    def add_review(self, review: str, chosen: ChosenExtracts, today: date) -> None:
        """Write the records of a review, or withdraw the ids of one of which nothing is indexed any more."""
        state, session = state_and_session(review)
        stored = chosen.of_review.get(review, ())
        extracts = [
            replace(extract, copy_of=chosen.files.used_instead.get(extract.digest, ""))
            for extract in stored_extracts(self.catalogue, stored)
        ]
        merged = merge_review(state, session, extracts, today)
        recommendations, withdrawn = _write_review(self.writer, review, merged, self.previous)
        self.withdrawn += withdrawn
        for draft in merged.replaced:
            if copy := self.replaced_now.get(draft.digest):
                names = {"draft": copy.file.name, "used": copy.used.name}
                self.replacements.append(replacement_in_words(draft, names, review))
        self._compare_positions(review, recommendations, [digest for digest, _ in stored])
        self.warnings += merged.warnings

    def _compare_positions(
        self, review: str, recommendations: Sequence[Recommendation], digests: Sequence[str]
    ) -> None:
        """Keep which positions are others than in the snapshot before, and which new files speak of the review."""
        before = self.previous.positions(review) if self.previous else {}
        changed = changed_positions(before, recommendations)
        if changed:
            files = sorted(self.new_files[digest] for digest in digests if digest in self.new_files)
            self.changes.append(change_in_words(ChangedPositions(review, tuple(files), changed)))

    def add_observations(self, extracts: Iterable[DocumentExtract]) -> None:
        """Write what treaty bodies say to one State or other entity.

        The id of a paragraph names it by its document: one that two States are said to be told cannot be told apart.
        """
        merged = merge_observations(extracts)
        self.writer.write_observations([record for record in merged if self._is_new(record.id)])

    def add_reported(self, extracts: Iterable[DocumentExtract]) -> None:
        """Write what the documents before one review report, document by document."""
        documents = sorted(extracts, key=lambda document: document.identity.symbol)
        merged = [(document.identity, paragraph) for document in documents for paragraph in document.reported]
        self.writer.write_reported([record for record in merged if self._is_new(record[1].id)])

    def _is_new(self, record_id: str) -> bool:
        """Whether no entry has this id, which names a document and paragraph; else it is reported."""
        if not self.writer.has_entry(record_id):
            return True
        self.warnings.append(
            saying(
                "%(id)s stands for paragraphs on two States: only that on the first is kept.",
                id=record_id,
            )
        )
        return False


def _new_files(gathered: GatheredDocuments, previous: PreviousSnapshot | None) -> dict[str, str]:
    """Name of each file given that no earlier run has used, by digest."""
    known = previous.documents().keys() if previous else set()
    return {digest: name for digest, name in gathered.given.items() if digest not in known}


def _write_review(
    writer: CatalogueWriter, review: str, merged: MergedReview, previous: PreviousSnapshot | None
) -> tuple[Sequence[Recommendation], int]:
    """Write the records of one review; return its recommendations by their ids, and how many ids are withdrawn now."""
    known = previous.requests(review) if previous else []
    aliases = previous.aliases(review) if previous else []
    recommendations, new_aliases = pair_ids(
        merged.recommendations,
        [request for request in known if not names_commitment(request.id)],
        [alias for alias in aliases if not names_commitment(alias.old_id)],
        merged.same_as,
        renumbered=bool(merged.replaced),
    )
    commitments, aliases_of_commitments = pair_ids(
        merged.commitments,
        [request for request in known if names_commitment(request.id)],
        [alias for alias in aliases if names_commitment(alias.old_id)],
    )
    new_aliases += aliases_of_commitments
    writer.write_recommendations(recommendations)
    writer.write_commitments(commitments)
    writer.write_facts(review, merged.facts)
    writer.write_draft_requests(review, merged.replaced, recommendations)
    writer.write_discrepancies(review, merged.discrepancies)
    writer.write_aliases(review, new_aliases)
    current_before = {request.id for request in known}
    withdrawn = sum(alias.id is None and alias.old_id in current_before for alias in new_aliases)
    return recommendations, withdrawn
