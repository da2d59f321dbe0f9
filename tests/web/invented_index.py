"""A real index of invented records for the tests of the site, of documents that say what the records say."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path

from indexer.datamodel.document_extract import DocumentExtract
from indexer.datamodel.source_entries import THEMATIC_LIST, UHRI, UPR_INFO, ListedRecommendation, TableEntry
from indexer.runs.build_index import index_extracts
from models.encoders.text_encoder import TEST_ENCODER
from models.records.documents import SOURCE_NAMES, DocumentIdentity, DocumentKind
from models.records.records import (
    Commitment,
    Observation,
    Place,
    Recommendation,
    Response,
    StatedAnswers,
    StatedTotal,
)
from models.records.reported import ReportedParagraph, Stated, StatedReference
from models.reviews.sessions import last_day_of_session
from models.reviews.states import StateTable
from search import SearchIndex
from search.datamodel.answer import Answer, Overview
from search.datamodel.progress import ReportingDocument
from search.datamodel.question import IssueQuestion, KeywordQuestion, Listing
from search.store.index_at import index_at
from tests.shared_folder import shared_folder
from tests.web.invented_records import (
    COPIED,
    EARLIER,
    NATIONAL_REPORT,
    NORM,
    OBSERVATION,
    PLEDGE,
    REPORTED,
    STATES,
    SUMMARY,
    sample_records,
)

TODAY = date(2026, 4, 1)
"""The Council has not adopted the reviews of session 50 yet."""


_Document = tuple[str, str | None, int | None]
"""Symbol, State and session: none of a document on many reviews."""
_Statement = Response | StatedTotal | TableEntry | ListedRecommendation


def _documents_of(
    records: Iterable[Recommendation], pledge: Commitment, *, national_report: bool
) -> Iterator[DocumentExtract]:
    """The documents that say what the records and the others of invented_records.py say."""
    by_report: dict[_Document, list[Recommendation]] = defaultdict(list)
    for record in records:
        by_report[record.place.symbol, *_review_of(record)].append(record)
    by_report[pledge.place.symbol, *_review_of(pledge)].extend(())
    said = _said_on(by_report.values())
    for report, of_report in by_report.items():
        if report[0] not in SOURCE_NAMES.values():
            pledges = tuple(_in_languages(pledge)) if pledge.place.symbol == report[0] else ()
            identity = _identity(DocumentKind.WORKING_GROUP_REPORT, *report)
            yield _saying(identity, said.pop(report, ()), recommendations=tuple(of_report), commitments=pledges)
    for document, statements in said.items():
        yield _saying(_identity(_kind_of(document[0]), *document), statements)
    yield from map(_observing, (OBSERVATION, COPIED, NORM))
    if national_report:
        yield _national_report()
    silent = ReportedParagraph(Place(SUMMARY.symbol, "4", 2), "Markets opened on Sundays.", ("Trade",))
    yield _reporting(SUMMARY, silent)


def _said_on(reports: Iterable[Sequence[Recommendation]]) -> dict[_Document, list[_Statement]]:
    said: dict[_Document, list[_Statement]] = defaultdict(list)
    for of_report in reports:
        for record in of_report:
            for place, statement in _statements(record, of_report):
                said[_document_at(place, record)].append(statement)
    return said


def _national_report() -> DocumentExtract:
    reference = StatedReference(Stated.HEADING, REPORTED.headings[-1], ("1", "2", "3", "4"), holds_below=True)
    own = ReportedParagraph(REPORTED.place, REPORTED.text, REPORTED.headings, (reference,))
    after = ReportedParagraph(replace(REPORTED.place, paragraph="13"), "The harbour was dredged.", ("Harbours",))
    return _reporting(NATIONAL_REPORT, own, after)


def _review_of(record: Recommendation | Commitment) -> tuple[str, int]:
    return record.state_under_review, record.session


def _document_at(place: Place, record: Recommendation) -> _Document:
    is_own = place.symbol == record.place.symbol and not place.coded_by
    is_of_one_review = is_own or _kind_of(place.symbol) in (DocumentKind.ADDENDUM, DocumentKind.THEMATIC_LIST)
    return (place.symbol, *_review_of(record)) if is_of_one_review else (place.symbol, None, None)


def _kind_of(symbol: str) -> DocumentKind:
    kinds = {name: kind for kind, name in SOURCE_NAMES.items()}
    return kinds.get(symbol, DocumentKind.ADDENDUM if "/Add." in symbol else DocumentKind.HRC_SESSION_REPORT)


def _identity(kind: DocumentKind, symbol: str, state: str | None, session: int | None) -> DocumentIdentity:
    """A report is issued a month after its session, what answers it a quarter of a year later."""
    last_day = (last_day_of_session(session) if session else None) or date(2015, 3, 1)
    days = 33 if kind is DocumentKind.WORKING_GROUP_REPORT else 118
    return DocumentIdentity(symbol, kind, "en", state, session, last_day + timedelta(days))


def _saying(identity: DocumentIdentity, statements: Iterable[_Statement], **more: object) -> DocumentExtract:
    said = tuple(dict.fromkeys(statements))
    return _document(
        identity,
        answers=StatedAnswers(
            tuple(each for each in said if isinstance(each, Response)),
            tuple(each for each in said if isinstance(each, StatedTotal)),
        ),
        entries=tuple(each for each in said if isinstance(each, TableEntry)),
        listed=tuple(each for each in said if isinstance(each, ListedRecommendation)),
        **more,
    )


def _in_languages(pledge: Commitment) -> Iterator[Commitment]:
    yield replace(pledge, wordings=())
    for wording in pledge.wordings:
        yield replace(pledge, language=wording.language, text=wording.text, place=wording.place, wordings=())


def _statements(record: Recommendation, of_report: Sequence[Recommendation]) -> Iterator[tuple[Place, _Statement]]:
    """What documents must say for a record to have its position, comment, conflicts and discrepancies."""
    for total in record.discrepancies:
        yield total.place, StatedTotal(total.place, record.place.symbol, total.stated, total.position, total.words)
    requests = sum(each.place.paragraph == record.place.paragraph for each in of_report)
    answer = Response(
        place=record.position_source or record.comment_source or record.place,
        report=record.place.symbol,
        answers=record.place.paragraph or "",
        position=record.position if record.position_source else None,
        position_words=record.position_words or "",
        part=record.text if requests > 1 else "",
        qualified=record.qualified,
        answered_on=record.answered_on,
    )
    if record.place.coded_by:
        yield _as_coded(record, replace(answer, place=record.place, position=record.position))
        return
    for conflict in record.conflicts:
        yield _as_coded(
            record, replace(answer, place=conflict.place, position=conflict.position, position_words=conflict.words)
        )
    if record.position_source:
        yield _as_coded(record, answer)
    if record.comment:
        place = record.comment_source or answer.place
        yield (
            place,
            replace(answer, place=place, position=None, position_words="", comment=record.comment, comment_place=place),
        )


def _as_coded(record: Recommendation, answer: Response) -> tuple[Place, _Statement]:
    """An answer as the document says it that it stands in: a table or list has its own way."""
    place, words = answer.place, answer.position_words
    if place.symbol in (UPR_INFO, UHRI):
        return place, TableEntry(
            *_review_of(record),
            record.text,
            words,
            answer.position,
            record.sponsors,
            action_category=None,
            labels=(),
            source=place.symbol,
            qualified=answer.qualified,
        )
    if place.symbol == THEMATIC_LIST:
        return place, ListedRecommendation(
            answer.answers, answer.position, words, position_source="", labels=(), qualified=answer.qualified
        )
    return place, answer


def _observing(record: Observation) -> DocumentExtract:
    if record is COPIED:
        identity = DocumentIdentity("Universal Human Rights Index", DocumentKind.RIGHTS_INDEX_EXPORT, "en")
    elif record is NORM:
        identity = DocumentIdentity(record.place.symbol, DocumentKind.GENERAL_COMMENT, "en", None, None, record.date)
    else:
        kind = DocumentKind.CONCLUDING_OBSERVATIONS
        identity = DocumentIdentity(record.place.symbol, kind, "en", record.entity, None, record.date)
    return _document(identity, observations=(record,))


def _reporting(document: ReportingDocument, *paragraphs: ReportedParagraph) -> DocumentExtract:
    identity = DocumentIdentity(document.symbol, document.kind, "en", "XAA", document.session, document.issued)
    return _document(identity, reported=paragraphs)


def _document(identity: DocumentIdentity, **holds: object) -> DocumentExtract:
    digest = sha256(repr((identity, holds)).encode()).hexdigest()
    return DocumentExtract(f"{identity.symbol.replace('/', '_')}.pdf", digest, identity, **holds)


@cache
def _states() -> StateTable:
    return StateTable.from_states([*StateTable.built_in(), *STATES])


@cache
def _folder(*runs: tuple[Recommendation, ...], pledge: Commitment, national_report: bool) -> Path:
    """A folder with an index of the records of the last run, written once in a process."""
    folder = shared_folder() / sha256(repr((runs, pledge, national_report)).encode()).hexdigest()
    for records in runs:
        index_extracts(
            _documents_of(records, pledge, national_report=national_report), folder, TEST_ENCODER, _states(), TODAY
        )
    return folder


@lru_cache(maxsize=8)
def _opened(folder: Path) -> SearchIndex:
    """One of the last folders that a test asked for: to open one takes most of the time of making a site over it."""
    return SearchIndex(index_at(folder))


class InventedIndex(SearchIndex):
    """The index of some records, or of the sample, and of the others of this file; remembers what it was asked."""

    def __init__(
        self,
        records: Iterable[Recommendation] | None = None,
        *,
        earlier: Iterable[Recommendation] = (),
        pledge: Commitment = PLEDGE,
        national_report: bool = True,
    ) -> None:
        """`earlier` are records of an edition that was indexed before."""
        self.records = list(sample_records() if records is None else records)
        before = tuple(EARLIER if records is None else earlier)
        runs = [before, tuple(self.records)] if before else [tuple(self.records)]
        self.folder = _folder(*runs, pledge=pledge, national_report=national_report)
        self._snapshots = _opened(self.folder)._snapshots
        self.questions: list[Listing] = []

    def overview(self) -> Overview:
        return replace(super().overview(), built="2026-11-24T12:00:00+00:00")

    def match(self, question: IssueQuestion) -> Answer:
        self.questions.append(question)
        return super().match(question)

    def find(self, question: KeywordQuestion) -> Answer:
        self.questions.append(question)
        return super().find(question)

    def browse(self, listing: Listing) -> Answer:
        self.questions.append(listing)
        return super().browse(listing)
