"""When a voluntary commitment was made, as far as its document says it."""

from models.records.documents import DocumentKind
from models.records.records import Commitment
from models.reviews.calendar import days_of_adoption
from search import IndexedDocument
from web.site.language import day, gettext
from web.words.review_dates import year_and_session


def itself_committed(record: Commitment, document: IndexedDocument | None, state: str) -> str:
    """When a State (by name) committed itself, before its words ("On 7 March 2031, Vellania itself committed:").

    Args:
        document: the one in which it stands; None where that is not indexed.
    """
    if record.made_on:
        return gettext("On %(day)s, %(state)s itself committed:", day=day(record.made_on), state=state)
    if document and document.kind == DocumentKind.HRC_SESSION_REPORT:
        # Such reports appear years after the meetings: their own date is none of the commitment.
        year = str(days_of_adoption(record.session)[0].year)
        return gettext("In %(year)s, %(state)s itself committed:", year=year, state=state)
    if document and document.date:
        issued = day(document.date)
        return gettext("In a document of %(day)s, %(state)s itself committed:", day=issued, state=state)
    review = year_and_session(record.session)
    return gettext("In its review of %(review)s, %(state)s itself committed:", review=review, state=state)


def when_committed(record: Commitment, document: IndexedDocument | None) -> str:
    """When a commitment was made, for its page and lists; "" where only its review is known."""
    if record.made_on:
        return day(record.made_on)
    if document and document.date and document.kind != DocumentKind.HRC_SESSION_REPORT:
        return gettext("Day not stated; document of %(day)s", day=day(document.date))
    return ""
