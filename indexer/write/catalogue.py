"""Write catalogue.sqlite: the documents and records of one snapshot."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from urllib.parse import quote

from indexer.datamodel.document_extract import SkippedFile
from indexer.datamodel.kept_sentences import sentence_as_text
from indexer.merge.copies import Candidate, Copy
from indexer.merge.drafts import ReplacedDraft
from indexer.merge.stable_ids import Alias
from indexer.merge.stated_links import StatedLink
from indexer.write.passages import cut_neighbours, cut_passages
from indexer.write.rows import insert_row, row
from models.files.digests import sha256_of_text
from models.index_folder.catalogue_schema import FIRST_MIGRATION, INDEXES, MIGRATIONS
from models.index_folder.migrations import migrate
from models.index_folder.stored_records import record_as_text
from models.records.documents import DocumentIdentity, Draft, address_of_symbol
from models.records.records import (
    Commitment,
    Discrepancy,
    Observation,
    Place,
    Recommendation,
    review_id,
)
from models.records.reported import ReportedParagraph
from models.records.review_facts import FactKind, ReviewFact
from models.reviews.sessions import cycle_of_session
from models.reviews.states import State

UN_DOCUMENTS = "https://docs.un.org/{language}/{symbol}"
CACHE_KILOBYTES = 200_000
"""Digests come in no order: a table that outgrows the cache is written again and again."""


_Record = Recommendation | Commitment | Observation | ReportedParagraph


class CatalogueWriter:
    """Writes entries in the order in which they are numbered; everything is one transaction."""

    def __init__(self, catalogue: sqlite3.Connection, states: Mapping[str, State]) -> None:
        """`states` holds every State that may occur."""
        self._catalogue = catalogue
        self._states = states

    def write_review(self, state: str, session: int, reviewed: date | None = None) -> None:
        """Write a review, with its day where that is known; comes before its documents and records."""
        self.write_states([state])
        cycle = cycle_of_session(session)
        self._add("review", id=review_id(state, session), state=state, session=session, cycle=cycle, reviewed=reviewed)

    def write_document(self, document: Candidate, reviews: Set[str]) -> None:
        """Write one document; `reviews` are the ids of those of which it says something."""
        identity = document.identity
        review = next(iter(reviews)) if len(reviews) == 1 else None
        self._add("document", document, identity, date=identity.date, review=review, url=self._address(identity))
        for review in sorted(reviews):
            self._add("document_review", document, review=review)

    def write_copy(self, copy: Copy) -> None:
        """Write a file that has the symbol of a document and differs; comes after that document."""
        self._add("copy", copy.file, copy.file.identity, date=copy.file.identity.date, used=copy.used.digest)

    def write_draft(self, review: str, symbol: str, draft: Draft) -> None:
        """Write that the report of a review is a draft."""
        self._add_fact(review, "draft", Place(symbol, None, None), words=draft.as_text)

    def write_facts(self, review: str, facts: Sequence[ReviewFact]) -> None:
        """Write how a review was held, as its report says."""
        self.write_states(fact.words for fact in facts if fact.kind is FactKind.TROIKA)
        orders: Counter[FactKind] = Counter()
        for fact in facts:
            orders[fact.kind] += 1
            self._add_fact(review, fact.kind, fact.place, orders[fact.kind], fact.words)

    def write_replaced_drafts(self, review: str, copies: Sequence[Copy]) -> None:
        """Write the drafts of a review that others replace; comes after the documents that are used."""
        for order, copy in enumerate(copies, 1):
            identity = copy.file.identity
            draft = identity.draft.as_text if identity.draft else ""
            self._add_fact(review, "replaced", Place(identity.symbol, None, None), order)
            self._add("replaced_draft", copy.file, identity, review=review, draft=draft, used=copy.used.digest)

    def write_draft_requests(
        self, review: str, replaced: Iterable[ReplacedDraft], recommendations: Sequence[Recommendation]
    ) -> None:
        """Write what became of the requests of replaced drafts; `recommendations` are those of the review."""
        for draft in replaced:
            for order, became in enumerate(draft.requests, 1):
                before = became.before
                self._add(
                    "draft_request",
                    became,
                    before,
                    draft=draft.digest,
                    order=order,
                    review=review,
                    old_id=before.id,
                    paragraph=before.place.paragraph or "",
                    states=before.recommending_states,
                    position=before.interim_position,
                    recommendation=None if became.index is None else recommendations[became.index].id,
                )

    def write_recommendations(self, records: Sequence[Recommendation]) -> None:
        """Write recommendations in catalogue order."""
        self.write_states(sponsor.state for record in records for sponsor in record.sponsors)
        self._write_entries("recommendation", records)
        for record in records:
            answered_in = record.position_source and record.position_source.symbol
            self._add("recommendation", record, answered_in=answered_in)
            for state in sorted(set(record.recommending_states)):
                self._add("sponsor", recommendation=record.id, state=state)
        self._write_wordings(records)

    def _write_wordings(self, records: Iterable[Recommendation | Commitment]) -> None:
        """Write what records say in further languages."""
        for record in records:
            for wording in record.wordings:
                digest = self._add_text(wording.text, wording.language)
                self._add("wording", wording, wording.place, record=record.id, text_sha256=digest)

    def write_discrepancies(self, review: str, discrepancies: Iterable[Discrepancy]) -> None:
        """Write what documents count and the records of a review do not meet."""
        for order, found in enumerate(discrepancies, 1):
            self._add("discrepancy", found, found.place, review=review, order=order)

    def write_commitments(self, commitments: Sequence[Commitment]) -> None:
        """Write commitments in catalogue order."""
        self._write_entries("commitment", commitments)
        self._write_wordings(commitments)

    def write_observations(self, observations: Sequence[Observation]) -> None:
        """Write observations in catalogue order, each with the passages that are searched."""
        self.write_states(observation.entity for observation in observations if observation.entity)
        self._write_entries("observation", observations)
        for record in observations:
            self._add("observation", record)
            for order, passage in enumerate(cut_passages(record.text), 1):
                digest = self._add_text(passage.text, record.language)
                self._add("observation_passage", passage, observation=record.id, order=order, text_sha256=digest)

    def write_reported(self, paragraphs: Sequence[tuple[DocumentIdentity, ReportedParagraph]]) -> None:
        """Write what the documents before a review report, each paragraph with the passages that are compared."""
        self.write_states(identity.state_under_review for identity, _ in paragraphs if identity.state_under_review)
        for number, (identity, record) in enumerate(paragraphs, self._next_number()):
            # It belongs to no review's records: it reports on one, and was written for another.
            self._add_entry(number, "report", record, None, identity.state_under_review, identity.language)
            review = review_id(identity.state_under_review or "", identity.session or 0)
            # Which review it reports on is told when all are there.
            self._add("reported", record, review=review, reported_on=None, document_kind=identity.kind)
        for identity, record in paragraphs:
            for order, passage in enumerate(cut_neighbours(record.text), 1):
                digest = self._add_text(passage, identity.language)
                self._add("reported_passage", reported=record.id, order=order, text_sha256=digest)

    def write_stated_links(self, links: Iterable[StatedLink]) -> None:
        """Write which recommendations reported paragraphs name."""
        for link in links:
            self._add("stated_link", link, link.reference)

    def has_entry(self, record_id: str) -> bool:
        """Whether a record of this id is written already."""
        return self._catalogue.execute("SELECT 1 FROM entry WHERE id = ?", [record_id]).fetchone() is not None

    def write_aliases(self, review: str, aliases: Iterable[Alias]) -> None:
        """Write the ids of a review that no record has now."""
        for alias in aliases:
            self._add("alias", alias, review=review)

    def write_skipped(self, files: Iterable[SkippedFile], reader: str) -> None:
        """Write the files that gave nothing; `reader` is the digest of the code that read them."""
        for file in files:
            self._add("skipped", file, reason=sentence_as_text(file.reason), reader=reader if file.lasting else None)

    def write_states(self, codes: Iterable[str]) -> None:
        """Write States that are not there yet."""
        for code in sorted(set(codes)):
            self._add("state", self._states[code])

    def _write_entries(self, kind: str, records: Sequence[Recommendation | Commitment | Observation]) -> None:
        """Write what records of all kinds have in common: texts, entries, labels."""
        for number, record in enumerate(records, self._next_number()):
            review = None if isinstance(record, Observation) else record.review
            state = record.entity if isinstance(record, Observation) else record.state_under_review
            self._add_entry(number, kind, record, review, state, record.language)
            for label in record.labels:
                self._add("label", label, record=record.id)

    def _next_number(self) -> int:
        """The number of the entry that is written next."""
        (number,) = self._catalogue.execute("SELECT coalesce(max(number) + 1, 0) FROM entry").fetchone()
        return int(number)

    def _add_entry(
        self, number: int, kind: str, record: _Record, review: str | None, state: str | None, language: str
    ) -> None:
        action = None if isinstance(record, Observation | ReportedParagraph) else record.action
        self._add(
            "entry",
            record,
            record.place,
            number=number,
            kind=kind,
            review=review,
            state=state,
            text_sha256=self._add_text(record.text, language),
            source_language=language,
            action_category=action and action.category,
            action_origin=action and action.origin,
            action_verb=action and action.verb,
            content=record_as_text(record),
        )
        for symbol in sorted({place.symbol for place in _places(record)}):
            self._add("stands_in", id=record.id, symbol=symbol)

    def _add_fact(self, review: str, role: str, place: Place, order: int = 1, words: str | None = None) -> None:
        self._add("review_fact", place, review=review, role=role, order=order, words=words)

    def _add_text(self, text: str, language: str) -> str:
        """Add a text, if it is not there already, and return its digest."""
        digest = sha256_of_text(text)
        self._add("text", sha256=digest, language=language, text=text)
        return digest

    def _add(self, table: str, *parts: object, **given: object) -> None:
        """Add a row, as `row` makes it; a State or a text that is there already is passed over."""
        conflict = "IGNORE" if table in ("state", "text") else "ABORT"
        insert_row(self._catalogue, table, row(table, *parts, **given), conflict)

    def _address(self, identity: DocumentIdentity) -> str | None:
        """Where the UN publishes the document; no address for one about an invented State, or that is not the UN's."""
        code = identity.state_under_review
        rules = identity.kind.rules
        is_published_elsewhere = not rules.is_published_by_un and not identity.symbol.startswith("A/")
        has_symbol = rules.has_own_symbol and address_of_symbol(identity.symbol)
        if not has_symbol or is_published_elsewhere or (code and self._states[code].invented):
            return None
        return UN_DOCUMENTS.format(language=identity.language, symbol=quote(identity.symbol))


def _places(record: _Record) -> Iterator[Place]:
    """Where something of a record stands."""
    yield record.place
    if isinstance(record, Recommendation):
        yield from filter(None, (record.position_source, record.comment_source, record.list_comment_source))
        yield from (conflict.place for conflict in record.conflicts)


@contextmanager
def new_catalogue(path: Path) -> Iterator[sqlite3.Connection]:
    """An empty catalogue; what is written is committed at the end.

    A crash loses the whole unfinished snapshot anyway, so SQLite need not protect a part of it.
    """
    with closing(sqlite3.connect(path)) as catalogue:
        catalogue.execute("PRAGMA journal_mode = MEMORY")
        catalogue.execute("PRAGMA synchronous = OFF")
        catalogue.execute(f"PRAGMA cache_size = -{CACHE_KILOBYTES}")
        migrate(catalogue, MIGRATIONS, FIRST_MIGRATION)
        yield catalogue
        catalogue.commit()
        catalogue.executescript(INDEXES)
