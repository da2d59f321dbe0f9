"""Words of a source out of records of the index: the one place where quotations are made."""

from models.records.records import Commitment, Place, Recommendation, Wording
from search.answer.request_span import request_in_paragraph
from search.datamodel.answer import ReferredComment
from search.datamodel.chosen import ChosenRecord
from search.datamodel.progress import ProgressLink
from search.datamodel.quotation import BY_THE_INDEX, Quotation


def words_of(record: ChosenRecord) -> Quotation:
    """A record's whole paragraph, as printed."""
    words = record.quoted if isinstance(record, Recommendation | Commitment) else record.text
    return _quotation(words, record.place)


def printed_request_of(record: ChosenRecord) -> Quotation:
    """The record's own words with the States that follow them: a paragraph may hold twenty other requests."""
    own = request_in_paragraph(record) if isinstance(record, Recommendation) else None
    return _quotation(own, record.place) if own else words_of(record)


def request_of(record: ChosenRecord, language: str | None = None) -> Quotation:
    """The same without the States; with them where the request is not printed in one piece.

    In the edition of its document in a language, where that is indexed.
    """
    if isinstance(record, Recommendation | Commitment):
        for wording in record.wordings:
            if wording.language == language:
                words = wording.text.strip(" ;,.")
                return _quotation(words, wording.place) if words in wording.quoted else wording_of(wording)
    if isinstance(record, Recommendation):
        words = record.text.strip(" ;,.")
        if words in record.quoted:
            return _quotation(words, record.place)
    return printed_request_of(record)


def comment_of(record: ChosenRecord) -> Quotation | None:
    """The State's own words on a recommendation; None where it has none."""
    if not isinstance(record, Recommendation) or not record.comment:
        return None
    return _quotation(record.comment, record.comment_source)


def referred_comment_of(referred: ReferredComment) -> Quotation:
    """The words that a comment refers to."""
    return _quotation(referred.comment, referred.place)


def wording_of(wording: Wording) -> Quotation:
    """What the same document says in a further language."""
    return _quotation(wording.quoted, wording.place)


def sentence_of(link: ProgressLink) -> Quotation:
    """The sentence of a paragraph that matters most for a recommendation."""
    return _quotation(link.sentence, link.report.place)


def _quotation(words: str, place: Place | None) -> Quotation:
    return Quotation(words, place, BY_THE_INDEX)
