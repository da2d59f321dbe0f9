"""Cut what a document holds into what it says of each review.

Most documents speak of one review. A report of a session of the Human Rights Council answers the reports of some
fifteen, a table has rows of all. An addendum does not say its Working Group session: its symbol names the report that
it answers, and that report names the review. So an extract is stored under its subject:

    NAM-24               a review: recommendations, answers, commitments
    A/HRC/48/4           the same, by the symbol of its report, where the document does not name the review
    NAM-24/reported      what documents before a review report on the time since the one before
    NAM/observations     what treaty bodies say to a State or other entity; "/observations": to all States
    ""                   what is said of no review
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from indexer.datamodel.document_extract import DocumentExtract
from models.messages.spoken import saying
from models.records.documents import DocumentIdentity, DocumentKind, address_of_symbol, report_in_symbol
from models.records.records import Observation, Response, StatedAnswers, StatedPledge, StatedTotal, review_id

NO_REVIEW, REPORTED, OBSERVATIONS = "", "/reported", "/observations"
_Said = TypeVar("_Said")


def review_extracts(extract: DocumentExtract) -> dict[str, DocumentExtract]:
    """What a document says of each subject; a document that says nothing has one empty extract."""
    subject_of_whole = subject_of(extract.identity)

    def answered(said: Response | StatedTotal | StatedPledge) -> str:
        return _subject_of_answer(said.report, extract.identity)

    responses = _by_subject(extract.answers.responses, answered)
    totals = _by_subject(extract.answers.totals, answered)
    pledges = _by_subject(extract.answers.pledges, answered)
    entries = _by_subject(extract.entries, lambda entry: review_id(entry.state_under_review, entry.session))
    observations = _by_subject(extract.observations, subject_of_observation)
    empty = DocumentExtract(extract.name, extract.digest, extract.identity, copy_of=extract.copy_of)
    reported = {f"{subject_of_whole}{REPORTED}": extract.reported} if extract.reported else {}
    whole = replace(extract, answers=StatedAnswers(), entries=(), observations=(), reported=())
    extract_of = {subject_of_whole: whole}
    return {
        subject: replace(
            extract_of.get(subject, empty),
            commitments=(
                *extract_of.get(subject, empty).commitments,
                *(pledge.commitment for pledge in pledges[subject]),
            ),
            answers=StatedAnswers(tuple(responses[subject]), tuple(totals[subject])),
            entries=tuple(entries[subject]),
            observations=tuple(observations[subject]),
            reported=reported.get(subject, ()),
        )
        for subject in sorted({subject_of_whole, *responses, *totals, *pledges, *entries, *observations, *reported})
    }


def _by_subject(said: Iterable[_Said], subject: Callable[[_Said], str]) -> Mapping[str, list[_Said]]:
    of_subject: dict[str, list[_Said]] = defaultdict(list)
    for each in said:
        of_subject[subject(each)].append(each)
    return of_subject


def subject_of(identity: DocumentIdentity) -> str:
    """What a document as a whole speaks of."""
    if identity.kind is DocumentKind.ADDENDUM and address_of_symbol(identity.symbol):
        return report_in_symbol(identity.symbol)
    if identity.state_under_review is None or identity.session is None:
        return NO_REVIEW
    return review_id(identity.state_under_review, identity.session)


def subject_of_observation(observation: Observation) -> str:
    """All that treaty bodies say to the State or entity that it is said to; of a general comment, to all States."""
    return f"{observation.entity or ''}{OBSERVATIONS}"


def _subject_of_answer(report: str, identity: DocumentIdentity) -> str:
    """A Working Group report's answers to itself are said of its own review, as are a State's without a symbol."""
    is_of_own = identity.kind is DocumentKind.WORKING_GROUP_REPORT or not address_of_symbol(identity.symbol)
    return subject_of(identity) if is_of_own else report


def reviews_of_reports(identities: Iterable[DocumentIdentity]) -> dict[str, str]:
    """Symbol of each Working Group report → id of its review. An addendum to a report that was issued again ("…/Rev.1")
    still names the first issue."""
    reports = [identity for identity in identities if identity.kind is DocumentKind.WORKING_GROUP_REPORT]
    of_report_in_symbols = {report_in_symbol(report.symbol): subject_of(report) for report in reports}
    return of_report_in_symbols | {report.symbol: subject_of(report) for report in reports}


def days_of_reviews(identities: Iterable[DocumentIdentity]) -> dict[str, date]:
    """Id of each review → its day, where its Working Group report says it; of several, what the first of them says."""
    days: dict[str, date] = {}
    for identity in identities:
        if identity.reviewed:
            days.setdefault(subject_of(identity), identity.reviewed)
    return days


def review_of_subject(subject: str, reviews: Mapping[str, str]) -> str | None:
    """The id of the review that a subject means; None for a report that is not indexed, or no review.

    Args:
        subject: as text.
        reviews: symbol of each Working Group report indexed → id of its review.
    """
    if "/" in subject:
        return reviews.get(subject)
    return subject or None


def warnings_without_review(extract: DocumentExtract, subject: str) -> Iterator[str]:
    """What is to be reported of an extract that no review indexed can use."""
    yield from extract.warnings
    if subject != NO_REVIEW:
        yield saying(
            "%(name)s answers %(subject)s, which is not indexed: add that report.", name=extract.name, subject=subject
        )
