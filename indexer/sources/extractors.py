"""What is taken out of a UN document of each kind that is read, and what it must say for that.

Whose it is, its symbol and its authority stand in models.records.documents.DocumentKind.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from indexer.extract.commitments import extract_commitments
from indexer.extract.observations import extract_observations
from indexer.extract.reported.reported import reported_paragraphs
from indexer.extract.reports.recommendations import extract_recommendations
from indexer.extract.reports.review_facts import review_facts
from indexer.extract.responses.addendum import addendum_answers
from indexer.extract.responses.council_report import session_report_answers
from indexer.extract.responses.working_group_report import working_group_answers
from models.languages.read_languages import READ_LANGUAGES
from models.messages.spoken import saying
from models.records.documents import REPORTING_KINDS, DocumentIdentity, DocumentKind, ReadDocument
from models.records.records import Commitment, Observation, Recommendation, StatedAnswers
from models.records.reported import ReportedParagraph
from models.records.review_facts import ReviewFact
from models.reviews.states import StateTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Extractors:
    """What takes what out of the documents of one kind; None for what they do not hold."""

    recommendations: Callable[[ReadDocument, DocumentIdentity, StateTable], Iterable[Recommendation]] | None = None
    answers: Callable[[ReadDocument, DocumentIdentity, StateTable], StatedAnswers] | None = None
    commitments: Callable[[ReadDocument, DocumentIdentity, StateTable], Iterable[Commitment]] | None = None
    observations: Callable[[ReadDocument, DocumentIdentity], Iterable[Observation]] | None = None
    reported: Callable[[ReadDocument, DocumentIdentity], Iterable[ReportedParagraph]] | None = None
    facts: Callable[[ReadDocument, DocumentIdentity, StateTable], Iterable[ReviewFact]] | None = None
    """What it says of how the review was held."""
    refused_without: tuple[str, ...] = ()
    """Fields of its identity without which nothing of it can be used: state_under_review, session."""
    only_read_languages: bool = False
    """Whether it is refused in a language whose words are not known."""


def _working_group_answers(document: ReadDocument, identity: DocumentIdentity, _states: StateTable) -> StatedAnswers:
    return working_group_answers(document, identity)


def _session_report_answers(document: ReadDocument, identity: DocumentIdentity, _states: StateTable) -> StatedAnswers:
    return session_report_answers(document, identity)


def _addendum_answers(document: ReadDocument, identity: DocumentIdentity, states: StateTable) -> StatedAnswers:
    """One in a language that is not read gives a warning alone."""
    if identity.language not in READ_LANGUAGES:
        return StatedAnswers(
            warnings=(saying("%(symbol)s is in a language whose answers are not read.", symbol=identity.symbol),)
        )
    return addendum_answers(document, identity, states)


def _reported(document: ReadDocument, identity: DocumentIdentity) -> Iterable[ReportedParagraph]:
    """What a document on the time since a review reports; nothing where it does not say since which."""
    if identity.state_under_review is None or identity.session is None:
        return ()
    return reported_paragraphs(document, identity)


EXTRACTORS: Mapping[DocumentKind, Extractors] = MappingProxyType(
    {kind: Extractors(reported=_reported) for kind in REPORTING_KINDS}
    | {
        DocumentKind.WORKING_GROUP_REPORT: Extractors(
            recommendations=extract_recommendations,
            answers=_working_group_answers,
            commitments=extract_commitments,
            facts=review_facts,
            refused_without=("state_under_review", "session"),
            only_read_languages=True,
        ),
        DocumentKind.ADDENDUM: Extractors(answers=_addendum_answers, commitments=extract_commitments),
        DocumentKind.HRC_SESSION_REPORT: Extractors(answers=_session_report_answers),
        DocumentKind.NATIONAL_REPORT: Extractors(commitments=extract_commitments, reported=_reported),
        DocumentKind.CONCLUDING_OBSERVATIONS: Extractors(
            observations=extract_observations, refused_without=("state_under_review",)
        ),
    }
)
"""Of every kind of UN document that holds recommendations, answers to them, commitments or observations, and of all
that report on them; general comments, lists and tables are read from files of their own formats."""
