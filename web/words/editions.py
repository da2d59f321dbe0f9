"""Records in the words of the reader's language, where their document is indexed in it."""

from markupsafe import Markup

from models.records.records import Commitment, Observation, Recommendation
from search import ChosenRecord, Edition, Quotation, Record, edition_of, request_of, words_of
from web.site.language import page_language
from web.words.safe_text import Folded, folded, marked


def edition_shown(record: Record) -> Edition:
    """What a record says in the language of the page, or else in its main one."""
    return edition_of(record, page_language().language)


def words_shown(record: ChosenRecord) -> Quotation:
    """The whole paragraph of any record, as printed in that language."""
    return words_of(record, page_language().language)


def request_shown(record: ChosenRecord) -> Quotation:
    """What a record asks for, as printed in that language, without the States that asked."""
    return request_of(record, page_language().language)


def language_shown(record: ChosenRecord) -> str:
    """The code of the language of these words; "" where it is not known."""
    if isinstance(record, Recommendation | Commitment):
        return edition_shown(record).language
    return record.language if isinstance(record, Observation) else ""


def marked_request(record: Record) -> Markup:
    """The paragraph as HTML, with the request of the record told apart from the others."""
    edition = edition_shown(record)
    return marked(edition.quoted, [edition.request])


def folded_request(record: Record) -> Folded:
    """The paragraph in parts, so that a short line can begin with the request."""
    edition = edition_shown(record)
    return folded(edition.quoted, [edition.request])
