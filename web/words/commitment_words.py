"""When a voluntary commitment was made, as far as its document says it."""

from models.records.documents import DocumentKind
from models.records.records import Commitment
from models.reviews.calendar import days_of_adoption
from search import IndexedDocument
from web.site.language import day, gettext
from web.words.review_dates import year_and_session


def itself_committed(record: Commitment, document: IndexedDocument | None, state: str) -> str:
    """When a State (by name) committed itself, before its words ("Vellania itself committed (7 March 2031):").

    Args:
        document: the one in which it stands; None where that is not indexed.
    """
    when = when_committed(record, document)
    if not when and document and document.kind == DocumentKind.HRC_SESSION_REPORT:
        # Such reports appear years after the meetings: their own date is none of the commitment.
        when = str(days_of_adoption(record.session)[0].year)
    when = when or year_and_session(record.session)
    return gettext("%(state)s itself committed (%(when)s):", state=state, when=when)


def when_committed(record: Commitment, document: IndexedDocument | None) -> str:
    """When a commitment was made, for its page and lists; "" where only its review is known."""
    if record.made_on:
        return day(record.made_on)
    if document and document.date and document.kind != DocumentKind.HRC_SESSION_REPORT:
        return gettext("Day not stated; document of %(day)s", day=day(document.date))
    return ""
