"""Take a State's answers to numbered recommendations out of the documents of its review."""

from indexer.extract.responses.addendum import addendum_answers
from indexer.extract.responses.council_report import session_report_answers
from indexer.extract.responses.working_group_report import working_group_answers
from models.records.documents import DocumentIdentity, DocumentKind, ReadDocument
from models.records.records import StatedAnswers
from models.reviews.states import StateTable

LANGUAGES = ("en", "fr", "es")
"""Languages whose words for positions are known."""


def extract_responses(document: ReadDocument, identity: DocumentIdentity, states: StateTable) -> StatedAnswers:
    """The answers, totals and slips of an addendum, a Working Group report or a report of a Council session.

    Other kinds of document answer nothing. An addendum in a language that is not read gives a warning alone.
    """
    if identity.kind is DocumentKind.WORKING_GROUP_REPORT:
        return working_group_answers(document, identity)
    if identity.kind is DocumentKind.HRC_SESSION_REPORT:
        return session_report_answers(document, identity)
    if identity.kind is not DocumentKind.ADDENDUM:
        return StatedAnswers()
    if identity.language not in LANGUAGES:
        return StatedAnswers(warnings=(f"{identity.symbol} is in a language whose answers are not read.",))
    return addendum_answers(document, identity, states)
