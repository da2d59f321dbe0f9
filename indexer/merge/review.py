"""From what all documents, lists and tables say of one review to one record per request and one per commitment.

A pure function of the extracts: their order does not matter, and what is given twice counts once.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from indexer.datamodel.document_extract import DocumentExtract
from indexer.datamodel.review_extracts import (
    review_extracts,
    review_of_subject,
    reviews_of_reports,
    subject_of,
    warnings_without_review,
)
from indexer.datamodel.source_entries import UHRI, UPR_INFO, TableEntry
from indexer.merge.answers import (
    Answers,
    collect_answers,
    issue_of,
    with_final_position,
)
from indexer.merge.answers_of_copies import conflicts_of_copies
from indexer.merge.corrigenda import correct
from indexer.merge.drafts import ReplacedDraft, replaced_draft
from indexer.merge.languages import MergedRecords, join_languages, preference
from indexer.merge.pledges import merge_table_pledges
from indexer.merge.tables import distinct_entries, merge_table_entries
from indexer.merge.thematic_list import merge_listed
from indexer.merge.thresholds import ADOPTED_AFTER
from indexer.merge.totals import discrepancies
from models.messages.spoken import saying
from models.records.discrepancies import discrepancy_in_words
from models.records.drafts import commitment_with_drafts, recommendation_with_drafts
from models.records.places import place_in_words
from models.records.records import (
    EVERY_OTHER,
    Commitment,
    Discrepancy,
    Recommendation,
    Response,
    list_answered,
    state_and_session,
)
from models.records.review_facts import FactKind, ReviewFact
from models.reviews.sessions import last_day_of_session


@dataclass(frozen=True, slots=True)
class MergedReview:
    """The records of one review."""

    recommendations: tuple[Recommendation, ...]
    """The requests of the report in printed order, then those known from a table alone."""
    commitments: tuple[Commitment, ...] = ()
    same_as: Mapping[str, str] = field(default_factory=dict)
    """Id that a request has where only a table knows it → its id now that the report is indexed."""
    discrepancies: tuple[Discrepancy, ...] = ()
    """What documents count and the records do not meet."""
    replaced: tuple[ReplacedDraft, ...] = ()
    """What became of the requests of drafts, the earliest draft first."""
    facts: tuple[ReviewFact, ...] = ()
    """How the review was held, as its report says."""
    warnings: tuple[str, ...] = ()
    """What did not fit, one sentence each: answers left unmerged, totals that are not met."""


def merge_review(state: str, session: int, extracts: Iterable[DocumentExtract], today: date) -> MergedReview:
    """Merge everything that is known of one review.

    Args:
        state: code of the State under review.
        session: number of the Working Group session.
        extracts: what each document, list and table holds of this review; of copies (`copy_of`) only what they answer
            otherwise is kept, as conflicts, of drafts what became of their requests.
        today: an answer still missing is unknown where the review is adopted by then, else pending.
    """
    files = sorted({document.digest: document for document in extracts}.values(), key=_order)
    documents = [file for file in files if not file.copy_of]
    entries = _entries(documents)
    corrected, warnings_of_corrigenda = correct(_requests(documents), documents)
    in_languages = join_languages(corrected, _commitments(state, session, documents))
    requests = in_languages.recommendations
    answers = collect_answers(requests, _in_main_language_last(documents))
    lists = merge_listed(requests, [listed for document in documents for listed in document.listed])
    uhri = merge_table_entries(state, session, lists.records, entries.uhri)
    upr_info = merge_table_entries(state, session, (*uhri.records, *uhri.own), entries.upr_info)
    commitments = merge_table_pledges(state, session, in_languages.commitments, entries.pledges)
    records = (*upr_info.records, *upr_info.own)
    outside = (upr_info.statements, uhri.statements, lists.statements)
    instead = [file for file in files if file.copy_of]
    of_copies = conflicts_of_copies(requests, [file for file in instead if not file.identity.is_draft])
    adopted = is_adopted(session, today)
    recommendations = tuple(
        with_final_position(record, _statements(record.id, outside, answers), adopted, of_copies.get(record.id, ()))
        for record in records
    )
    totals = [total for document in documents for total in document.answers.totals]
    unmet = tuple(discrepancies(totals, recommendations[: len(requests)]))
    warnings = [
        *(warning for document in documents for warning in document.warnings),
        *warnings_of_corrigenda,
        *in_languages.warnings,
        *_unmerged(answers.unmerged),
        *lists.warnings,
        *map(discrepancy_in_words, unmet),
    ]
    return MergedReview(
        recommendations=tuple(_with_discrepancies(record, unmet) for record in recommendations),
        commitments=commitments,
        same_as={**uhri.same_as, **upr_info.same_as},
        discrepancies=unmet,
        replaced=tuple(_replaced(instead, requests)),
        facts=tuple(_facts(documents)),
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _facts(documents: Iterable[DocumentExtract]) -> Iterator[ReviewFact]:
    """Of each kind what the report says in its main language, else in another; of its issues, the latest."""
    latest_first = [document for document in documents if document.facts][::-1]
    reports = sorted(latest_first, key=_language_of)
    for kind in FactKind:
        of_kind = ([fact for fact in report.facts if fact.kind is kind] for report in reports)
        yield from next(filter(None, of_kind), [])


def _language_of(document: DocumentExtract) -> tuple[bool, str]:
    return preference(document.identity.language)


def _replaced(files: Iterable[DocumentExtract], requests: Sequence[Recommendation]) -> Iterator[ReplacedDraft]:
    """What became of the requests of the drafts among the files that are not used."""
    drafts = [(draft, file) for file in files if (draft := file.identity.draft)]
    for draft, file in sorted(drafts, key=lambda found: (found[0].as_text.removeprefix("saved "), found[1].digest)):
        yield replaced_draft(file.digest, draft, file.recommendations, requests)


def _with_discrepancies(record: Recommendation, unmet: Iterable[Discrepancy]) -> Recommendation:
    concerning = tuple(discrepancy for discrepancy in unmet if discrepancy.concerns(record.position_source))
    return replace(record, discrepancies=concerning)


def is_adopted(session: int, today: date) -> bool:
    """Whether the Human Rights Council has adopted the reviews of a session by now."""
    last_day = last_day_of_session(session)
    return last_day is not None and last_day + ADOPTED_AFTER < today


def _order(document: DocumentExtract) -> tuple[str, tuple[int, int, int, str], str]:
    return document.identity.kind.value, issue_of(document.identity.symbol), document.digest


@dataclass(frozen=True, slots=True)
class _Entries:
    """The rows of the tables of one review."""

    uhri: list[TableEntry]
    upr_info: list[TableEntry]
    pledges: list[TableEntry]
    """Rows without a position: what the State under review promised."""


def _entries(documents: Iterable[DocumentExtract]) -> _Entries:
    entries = _Entries([], [], [])
    for entry in distinct_entries(entry for document in documents for entry in document.entries):
        if entry.position is None:
            entries.pledges.append(entry)
        elif entry.source == UHRI:
            entries.uhri.append(entry)
        elif entry.source == UPR_INFO:
            entries.upr_info.append(entry)
    return entries


def _requests(documents: Iterable[DocumentExtract]) -> list[Recommendation]:
    """The requests of the report in each language; where it was issued again, each paragraph as the latest issue that
    has it prints it."""
    latest: dict[tuple[str, str | None], list[Recommendation]] = {}
    for document in documents:
        paragraphs: dict[tuple[str, str | None], list[Recommendation]] = {}
        for record in document.recommendations:
            paragraphs.setdefault((record.language, record.place.paragraph), []).append(record)
        latest |= paragraphs
    return [record for requests in latest.values() for record in requests]


def _commitments(state: str, session: int, documents: Iterable[DocumentExtract]) -> list[Commitment]:
    """The commitments read in the documents.

    An addendum does not say its Working Group session, so a commitment read in it may not know its review.
    """
    return [
        replace(commitment, state_under_review=state, session=session)
        for document in documents
        for commitment in document.commitments
    ]


def _in_main_language_last(documents: Iterable[DocumentExtract]) -> list[DocumentExtract]:
    """In the order in which answers of one document count."""
    return sorted(documents, key=lambda document: preference(document.identity.language), reverse=True)


def _statements(record_id: str, outside: Iterable[Mapping[str, Response]], answers: Answers) -> tuple[Response, ...]:
    """All that is said on one request, the authoritative last; `outside` are tables and lists in that order."""
    of_others = (statements[record_id] for statements in outside if record_id in statements)
    return (*of_others, *answers.statements.get(record_id, ()))


def _unmerged(responses: Iterable[Response]) -> Iterator[str]:
    """What a paragraph says on numbers that fit nothing, in one sentence for each paragraph."""
    answers_of: dict[tuple[str, str], list[str]] = {}
    for response in responses:
        named = list_answered(response.answers) or response.answers
        number = saying("all others") if response.answers == EVERY_OTHER else named
        words = f"({response.position_words})" if response.position_words else ""
        key = place_in_words(replace(response.place, page=None)), response.report
        answers_of.setdefault(key, []).append(" ".join(filter(None, (number, words))))
    for (place, report), answers in answers_of.items():
        yield saying(
            "%(place)s answers %(answers)s: not joined, for no recommendation of %(report)s fits, or more than one.",
            place=place,
            answers=", ".join(answers),
            report=report,
        )


def merge_documents(documents: Sequence[DocumentExtract], today: date) -> MergedRecords:
    """Merge documents, lists and tables, review by review in the order in which the reviews first occur."""
    reports = reviews_of_reports(document.identity for document in documents if not document.copy_of)
    extracts_of: dict[str, list[DocumentExtract]] = {}
    warnings: list[str] = []
    for document in documents:
        for subject, extract in review_extracts(document).items():
            review = review_of_subject(subject, reports)
            if review:
                extracts_of.setdefault(review, []).append(extract)
            elif subject == subject_of(document.identity):
                warnings += warnings_without_review(extract, subject)
    reviews = []
    for review, extracts in extracts_of.items():
        reviews.append(merge_review(*state_and_session(review), extracts, today))
    drafts = {
        document.identity.symbol: draft
        for document in documents
        if not document.copy_of and (draft := document.identity.draft)
    }
    recommendations = (record for review in reviews for record in review.recommendations)
    commitments = (record for review in reviews for record in review.commitments)
    return MergedRecords(
        recommendations=tuple(recommendation_with_drafts(record, drafts) for record in recommendations),
        commitments=tuple(commitment_with_drafts(record, drafts) for record in commitments),
        warnings=(*warnings, *(warning for review in reviews for warning in review.warnings)),
    )
