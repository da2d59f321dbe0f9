"""Write catalogue.sqlite: the documents and records of one snapshot."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import closing, contextmanager
from datetime import date
from itertools import chain, repeat
from pathlib import Path
from urllib.parse import quote

from indexer.datamodel.document_extract import SkippedFile, references_as_text
from indexer.merge.copies import Candidate, Copy
from indexer.merge.drafts import Became, ReplacedDraft
from indexer.merge.stable_ids import Alias
from indexer.merge.stated_links import StatedLink
from indexer.write.insert_rows import Row, insert_rows, row
from indexer.write.passages import cut_neighbours, cut_passages
from indexer.write.previous_snapshot import PreviousSnapshot
from models.files.digests import sha256_of_text
from models.index_folder.catalogue_schema import FIRST_MIGRATION, INDEXES, MIGRATIONS
from models.index_folder.migrations import migrate
from models.records.documents import DocumentIdentity, Draft, address_of_symbol
from models.records.enums import Position
from models.records.records import (
    Commitment,
    Discrepancy,
    Observation,
    Place,
    Recommendation,
    Response,
    Wording,
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
        review, cycle = review_id(state, session), cycle_of_session(session)
        self._insert("review", [row("review", id=review, state=state, session=session, cycle=cycle, reviewed=reviewed)])

    def write_document(self, document: Candidate, reviews: Set[str]) -> None:
        """Write one document; `reviews` are the ids of those of which it says something."""
        identity = document.identity
        review = next(iter(reviews)) if len(reviews) == 1 else None
        url = self._address(identity)
        self._insert("document", [row("document", document, identity, date=identity.date, review=review, url=url)])
        self._insert("document_review", (row("document_review", document, review=each) for each in sorted(reviews)))

    def write_copy(self, copy: Copy) -> None:
        """Write a file that has the symbol of a document and differs; comes after that document."""
        identity = copy.file.identity
        self._insert("copy", [row("copy", copy.file, identity, date=identity.date, used=copy.used.digest)])

    def write_draft(self, review: str, symbol: str, draft: Draft) -> None:
        """Write that the report of a review is a draft."""
        self._insert("source", [_source_row(review, "draft", 1, Place(symbol, None, None), words=draft.as_text)])

    def write_facts(self, review: str, facts: Sequence[ReviewFact]) -> None:
        """Write how a review was held, as its report says."""
        self.write_states(fact.words for fact in facts if fact.kind is FactKind.TROIKA)
        orders: Counter[FactKind] = Counter()
        for fact in facts:
            orders[fact.kind] += 1
            self._insert("source", [_source_row(review, fact.kind, orders[fact.kind], fact.place, words=fact.words)])

    def write_replaced_drafts(self, review: str, copies: Sequence[Copy]) -> None:
        """Write the drafts of a review that others replace; comes after the documents that are used."""
        names = enumerate((copy.file.identity.symbol for copy in copies), 1)
        self._insert(
            "source", (_source_row(review, "replaced", order, Place(each, None, None)) for order, each in names)
        )
        self._insert("replaced_draft", (_replaced_row(review, copy) for copy in copies))

    def write_draft_requests(
        self, review: str, replaced: Iterable[ReplacedDraft], recommendations: Sequence[Recommendation]
    ) -> None:
        """Write what became of the requests of replaced drafts; `recommendations` are those of the review."""
        for draft in replaced:
            requests = enumerate(draft.requests, 1)
            self._insert(
                "draft_request",
                (_draft_request_row(review, draft.digest, order, each, recommendations) for order, each in requests),
            )

    def write_recommendations(self, records: Sequence[Recommendation]) -> None:
        """Write recommendations in catalogue order."""
        self.write_states(sponsor.state for record in records for sponsor in record.sponsors)
        self._write_entries("recommendation", records)
        self._insert("recommendation", map(_row_of_request, repeat("recommendation"), records))
        self._insert("sponsor", chain.from_iterable(map(_sponsor_rows, records)))
        self._insert("source", chain.from_iterable(map(_source_rows, records)))
        self._insert("stated_in_copy", chain.from_iterable(map(_rows_of_copies, records)))
        self._write_wordings(records)

    def _write_wordings(self, records: Iterable[Recommendation | Commitment]) -> None:
        """Write what records say in further languages."""
        for record in records:
            self._insert("text", (_text_row(wording.text, wording.language) for wording in record.wordings))
            self._insert("wording", (_wording_row(record.id, wording) for wording in record.wordings))

    def write_responses(self, records: Sequence[Recommendation], statements: Iterable[Sequence[Response]]) -> None:
        """Write what the UN's documents answer to each of the records."""
        for record, of_record in zip(records, statements, strict=True):
            self._insert("response", _response_rows(record, of_record))

    def write_discrepancies(self, review: str, discrepancies: Iterable[Discrepancy]) -> None:
        """Write what documents count and the records of a review do not meet."""
        numbered = enumerate(discrepancies, 1)
        rows = (row("discrepancy", found, found.place, review=review, order=order) for order, found in numbered)
        self._insert("discrepancy", rows)

    def write_commitments(self, commitments: Sequence[Commitment]) -> None:
        """Write commitments in catalogue order."""
        self._write_entries("commitment", commitments)
        self._insert("commitment", map(_row_of_request, repeat("commitment"), commitments))
        self._insert("source", map(_source_of_text, commitments))
        self._insert(
            "source", (_source_of_day(each.id, each.place, each.made_on) for each in commitments if each.made_on)
        )
        self._write_wordings(commitments)

    def write_observations(self, observations: Sequence[Observation]) -> None:
        """Write observations in catalogue order, each with the passages that are searched."""
        self.write_states(observation.entity for observation in observations if observation.entity)
        self._write_entries("observation", observations)
        self._insert("observation", (row("observation", each, each.place) for each in observations))
        self._insert("source", map(_source_of_text, observations))
        for observation in observations:
            self._write_passages(observation)

    def _write_passages(self, observation: Observation) -> None:
        passages = cut_passages(observation.text)
        self._insert("text", (_text_row(passage.text, observation.language) for passage in passages))
        rows = (
            row(
                "observation_passage",
                each,
                observation=observation.id,
                order=order,
                text_sha256=sha256_of_text(each.text),
            )
            for order, each in enumerate(passages, 1)
        )
        self._insert("observation_passage", rows)

    def write_reported(self, paragraphs: Sequence[tuple[DocumentIdentity, ReportedParagraph]]) -> None:
        """Write what the documents before a review report, each paragraph with the passages that are compared."""
        self.write_states(identity.state_under_review for identity, _ in paragraphs if identity.state_under_review)
        self._insert("text", (_text_row(paragraph.text, identity.language) for identity, paragraph in paragraphs))
        numbered = enumerate(paragraphs, self.next_number())
        self._insert("entry", (_entry_of_report(number, *record) for number, record in numbered))
        self._insert("reported", (_reported_row(*record) for record in paragraphs))
        self._insert("source", (_source_of_text(paragraph) for _, paragraph in paragraphs))
        for identity, paragraph in paragraphs:
            passages = cut_neighbours(paragraph.text)
            self._insert("text", (_text_row(passage, identity.language) for passage in passages))
            self._insert("reported_passage", _passage_rows(paragraph.id, passages))

    def write_stated_links(self, links: Iterable[StatedLink]) -> None:
        """Write which recommendations reported paragraphs name."""
        self._insert("stated_link", (row("stated_link", link, link.reference) for link in links))

    def _write_entries(self, kind: str, records: Sequence[Recommendation | Commitment | Observation]) -> None:
        """Write what records of all kinds have in common: texts, entries, labels."""
        self._insert("text", (_text_row(record.text, record.language) for record in records))
        numbered = enumerate(records, self.next_number())
        self._insert("entry", (_entry_row(number, kind, record) for number, record in numbered))
        self._insert("label", chain.from_iterable(map(_label_rows, records)))

    def has_entry(self, record_id: str) -> bool:
        """Whether a record of this id is written already."""
        return self._catalogue.execute("SELECT 1 FROM entry WHERE id = ?", [record_id]).fetchone() is not None

    def next_number(self) -> int:
        """The number of the entry that is written next."""
        (number,) = self._catalogue.execute("SELECT coalesce(max(number) + 1, 0) FROM entry").fetchone()
        return int(number)

    def write_aliases(self, review: str, aliases: Iterable[Alias]) -> None:
        """Write the ids of a review that no record has now."""
        self._insert("alias", (row("alias", alias, review=review) for alias in aliases))

    def write_skipped(self, files: Iterable[SkippedFile], reader: str) -> None:
        """Write the files that gave nothing; `reader` is the digest of the code that read them."""
        self._insert("skipped", (row("skipped", file, reader=reader if file.lasting else None) for file in files))

    def write_states(self, codes: Iterable[str]) -> None:
        """Write States that are not there yet."""
        self._insert("state", (row("state", self._states[code]) for code in sorted(set(codes))))

    def _address(self, identity: DocumentIdentity) -> str | None:
        """Where the UN publishes the document; no address for one about an invented State, or that is not the UN's."""
        code = identity.state_under_review
        rules = identity.kind.rules
        is_published_elsewhere = not rules.is_published_by_un and not identity.symbol.startswith("A/")
        has_symbol = rules.has_own_symbol and address_of_symbol(identity.symbol)
        if not has_symbol or is_published_elsewhere or (code and self._states[code].invented):
            return None
        return UN_DOCUMENTS.format(language=identity.language, symbol=quote(identity.symbol))

    def _insert(self, table: str, rows: Iterable[Row]) -> None:
        """Insert rows; States and texts that are there already are passed over."""
        insert_rows(self._catalogue, table, rows, "IGNORE" if table in ("state", "text") else "ABORT")


@contextmanager
def new_catalogue(path: Path, previous: PreviousSnapshot | None = None) -> Iterator[sqlite3.Connection]:
    """An empty catalogue; what is written is committed at the end. SQL finds that of `previous` as "previous".

    A crash loses the whole unfinished snapshot anyway, so SQLite need not protect a part of it.
    """
    with closing(sqlite3.connect(path, uri=True)) as catalogue:
        catalogue.execute("PRAGMA journal_mode = MEMORY")
        catalogue.execute("PRAGMA synchronous = OFF")
        catalogue.execute(f"PRAGMA cache_size = -{CACHE_KILOBYTES}")
        migrate(catalogue, MIGRATIONS, FIRST_MIGRATION)
        if previous is not None:
            previous.attach_to(catalogue)
        yield catalogue
        catalogue.commit()
        catalogue.executescript(INDEXES)


def _text_row(text: str, language: str) -> Row:
    return row("text", sha256=sha256_of_text(text), language=language, text=text)


def _entry_row(number: int, kind: str, record: Recommendation | Commitment | Observation) -> Row:
    review = None if isinstance(record, Observation) else record.review
    state = record.entity if isinstance(record, Observation) else record.state_under_review
    return _entry(number, kind, record, review, state, record.language)


def _entry_of_report(number: int, identity: DocumentIdentity, record: ReportedParagraph) -> Row:
    """It belongs to no review's records: it reports on one, and was written for another."""
    return _entry(number, "report", record, None, identity.state_under_review, identity.language)


def _entry(number: int, kind: str, record: _Record, review: str | None, state: str | None, language: str) -> Row:
    columns = {"kind": kind, "review": review, "state": state, "source_language": language}
    return row("entry", record, number=number, text_sha256=sha256_of_text(record.text), **columns)


def _row_of_request(table: str, record: Recommendation | Commitment) -> Row:
    action = record.action
    return row(
        table,
        record,
        record.place,
        action_category=action and action.category,
        action_origin=action and action.origin,
        action_verb=action and action.verb,
    )


def _replaced_row(review: str, copy: Copy) -> Row:
    identity = copy.file.identity
    draft = identity.draft.as_text if identity.draft else ""
    return row("replaced_draft", copy.file, identity, review=review, draft=draft, used=copy.used.digest)


def _draft_request_row(
    review: str, digest: str, order: int, became: Became, recommendations: Sequence[Recommendation]
) -> Row:
    before = became.before
    return row(
        "draft_request",
        became,
        before,
        draft=digest,
        order=order,
        review=review,
        old_id=before.id,
        paragraph=before.place.paragraph or "",
        states=before.recommending_states,
        position=before.interim_position,
        recommendation=None if became.index is None else recommendations[became.index].id,
    )


def _wording_row(record_id: str, wording: Wording) -> Row:
    return row("wording", wording, wording.place, record=record_id, text_sha256=sha256_of_text(wording.text))


def _reported_row(identity: DocumentIdentity, record: ReportedParagraph) -> Row:
    return row(
        "reported",
        record,
        record.place,
        review=review_id(identity.state_under_review or "", identity.session or 0),
        reported_on=None,  # told when all reviews are there
        document_kind=identity.kind,
        references=references_as_text(record.references),
    )


def _passage_rows(reported: str, passages: Iterable[str]) -> Iterator[Row]:
    for order, passage in enumerate(passages, 1):
        yield row("reported_passage", reported=reported, order=order, text_sha256=sha256_of_text(passage))


def _label_rows(record: Recommendation | Commitment | Observation) -> Iterator[Row]:
    return (row("label", label, record=record.id) for label in record.labels)


def _response_rows(record: Recommendation, statements: Iterable[Response]) -> Iterator[Row]:
    # Lists, tables and the report's own intro paragraph answer no number: their words are in the table `source` alone.
    answering = (statement for statement in statements if statement.answers)
    for order, statement in enumerate(answering, 1):
        yield row(
            "response",
            statement,
            statement.place,
            recommendation=record.id,
            order=order,
            document=statement.place.symbol,
            words=statement.position_words,
            chosen=statement.place == record.position_source and statement.position is record.position,
        )


def _sponsor_rows(record: Recommendation) -> Iterator[Row]:
    for order, sponsor in enumerate(record.sponsors, 1):
        yield row("sponsor", sponsor, recommendation=record.id, order=order)


def _source_rows(record: Recommendation) -> Iterator[Row]:
    yield _source_of_text(record)
    if record.position_source is not None:
        words = record.position_words
        yield _source_row(record.id, "position", 1, record.position_source, record.position, words)
        if record.qualified:
            yield _source_row(record.id, "qualified", 1, record.position_source, words=record.qualified.value)
        if record.answered_on:
            yield _source_of_day(record.id, record.position_source, record.answered_on)
    if record.comment_source is not None:
        yield _source_row(record.id, "comment", 1, record.comment_source, words=record.comment)
    if record.list_comment_source is not None:
        yield _source_row(record.id, "list comment", 1, record.list_comment_source, words=record.list_comment)
    for order, conflict in enumerate(record.conflicts, 1):
        role = "copy" if conflict.file else "conflict"
        yield _source_row(record.id, role, order, conflict.place, conflict.position, conflict.words)


def _rows_of_copies(record: Recommendation) -> Iterator[Row]:
    """In which file each conflict stands that is a copy's."""
    for order, conflict in enumerate(record.conflicts, 1):
        if conflict.file:
            yield row("stated_in_copy", conflict, record=record.id, order=order)


def _source_of_text(record: _Record) -> Row:
    return _source_row(record.id, "text", 1, record.place)


def _source_of_day(record_id: str, place: Place, day: date) -> Row:
    """On which day a commitment was made, or a position taken: the document says it, in another paragraph."""
    return _source_row(record_id, "day", 1, Place(place.symbol, None, None), words=day.isoformat())


def _source_row(
    record: str, role: str, order: int, place: Place, position: Position | None = None, words: str | None = None
) -> Row:
    return row("source", place, record=record, role=role, order=order, position=position, words=words)
