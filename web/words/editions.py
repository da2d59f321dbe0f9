"""Records in the words of the reader's language, where their document is indexed in it."""

from search import ChosenRecord, Edition, Quotation, Record, edition_of, request_of, words_of
from web.site.language import page_language


def edition_shown(record: Record) -> Edition:
    """What a record says in the language of the page, or else in its main one."""
    return edition_of(record, page_language().language)


def words_shown(record: ChosenRecord) -> Quotation:
    """The whole paragraph of any record, as printed in that language."""
    return words_of(record, page_language().language)


def request_shown(record: ChosenRecord) -> Quotation:
    """What a record asks for, as printed in that language, without the States that asked."""
    return request_of(record, page_language().language)
