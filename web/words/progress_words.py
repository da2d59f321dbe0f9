"""What is said of what was reported on recommendations: who reports, and how."""

from collections.abc import Sequence

from models.messages.message import Message
from models.records.documents import PRE_SESSION_KINDS
from search import FollowUp, ReportedParagraphRecord, Reporter, Reporting, ReviewProgress, words_of
from web.site.language import day, either, gettext, side_by_side, translated
from web.words.citation import cited_lines, cited_place, review_line
from web.words.quotations import in_marks
from web.words.review_dates import year_and_session

REPORTER_NAMES: dict[Reporter, Message] = {
    "State": Message("The State"),
    "United Nations": Message("United Nations bodies"),
    "Stakeholders": Message("Stakeholders"),
}
"""Whose words documents bring, as headings of columns; in the order in which rows have them."""
REPORTING_WORDS: dict[Reporting, Message] = {
    "stated": Message("Cites it"),
    "by meaning": Message("Similar content"),
    "silent": Message("Nothing found"),
    "not indexed": Message("Not indexed"),
}
"""What documents of one reporter say on a recommendation."""
WHAT_IS_TOLD = Message(
    "Who reports what on each recommendation before the next review. Whether it has been implemented is for you to "
    "judge."
)
"""What the follow-up table of a review tells, and what it does not."""


def not_indexed(found: FollowUp | ReviewProgress, more: Sequence[str] = ()) -> str:
    """The one sentence on what is not indexed: documents on the time since the review, and `more` missing too."""
    kinds = tuple(kind.rules.name for kind in found.missing if kind in PRE_SESSION_KINDS)
    gaps = [translated(kind.rules.awaited_as) for kind in found.missing if kind.rules.awaited_as]
    if kinds:
        sessions = either([year_and_session(session) for session in found.sessions])
        gaps.append(
            gettext("%(documents)s before the next review in %(sessions)s", documents=kinds, sessions=sessions)
            if sessions
            else gettext("%(documents)s before the next review", documents=kinds)
        )
    gaps += more
    return gettext("Not indexed: %(gaps)s.", gaps=gettext("; ").join(gaps)) if gaps else ""


def reported_citation(record: ReportedParagraphRecord, state: str, invented: bool) -> str:
    """Which document it is and of when, the place with its heading, and the words as printed; `state` by name."""
    document, place = record.text.document, cited_place(record.text.place)
    speech = side_by_side((document.kind.rules.title, review_line(document.session, state)))
    if document.issued:
        speech = side_by_side((speech, day(document.issued)))
    if record.text.headings:
        place = gettext("%(source)s, under “%(heading)s”", source=place, heading=record.text.headings[-1])
    return cited_lines([speech, place, in_marks(words_of(record.text))], invented)
