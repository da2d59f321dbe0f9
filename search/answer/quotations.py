"""Words of a source out of records of the index: the one place where quotations are made.

A record that several editions of its document hold is quoted in a language that is asked for, where it is indexed in
it; else in its main one.
"""

from models.records.records import Commitment, Place, Recommendation, Wording
from search.answer.editions import edition_of
from search.datamodel.answer import ReferredComment
from search.datamodel.chosen import ChosenRecord
from search.datamodel.progress import ProgressLink
from search.datamodel.quotation import BY_THE_INDEX, Quotation


def words_of(record: ChosenRecord, language: str | None = None) -> Quotation:
    """A record's whole paragraph, as printed."""
    if isinstance(record, Recommendation | Commitment):
        edition = edition_of(record, language)
        return _quotation(edition.quoted, edition.place)
    return _quotation(record.text, record.place)


def in_each_edition(record: ChosenRecord) -> tuple[Quotation, ...]:
    """A record's whole paragraph in all languages in which it is indexed, its main one first."""
    further = record.wordings if isinstance(record, Recommendation | Commitment) else ()
    return words_of(record), *map(wording_of, further)


def printed_request_of(record: ChosenRecord, language: str | None = None) -> Quotation:
    """The record's own words with the States that follow them: a paragraph may hold twenty other requests."""
    if isinstance(record, Recommendation):
        edition = edition_of(record, language)
        if edition.own_request:
            return _quotation(edition.own_request, edition.place)
    return words_of(record, language)


def request_of(record: ChosenRecord, language: str | None = None) -> Quotation:
    """The record's own words without the States; with them where the request is not printed in one piece."""
    if isinstance(record, Recommendation):
        edition = edition_of(record, language)
        words = edition.text.strip(" ;,.")
        if words in edition.quoted:
            return _quotation(words, edition.place)
    return printed_request_of(record, language)


def comment_of(record: ChosenRecord) -> Quotation | None:
    """The State's own words on a recommendation; None where it has none."""
    if not isinstance(record, Recommendation) or not record.comment:
        return None
    return _quotation(record.comment, record.comment_source)


def list_comment_of(record: ChosenRecord) -> Quotation | None:
    """The State's own words on a list that has the recommendation; None where there are none."""
    if not isinstance(record, Recommendation) or not record.list_comment:
        return None
    return _quotation(record.list_comment, record.list_comment_source)


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
