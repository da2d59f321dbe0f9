"""Any record in one line, whatever its kind: where it stands, of which year, who says it to whom."""

from models.records.records import Commitment, Observation, Recommendation
from search import ChosenRecord, ReportedText
from web.site.language import gettext, side_by_side
from web.words.citation import citation_line, cited_place, committee_names
from web.words.review_dates import year
from web.words.safe_text import visible


def record_citation(record: ChosenRecord, state: str) -> str:
    """Its citation with the year; `state` is the name of the State that it is about, "" for all States."""
    if isinstance(record, Recommendation | Commitment):
        return citation_line(record, state)
    if isinstance(record, Observation):
        return visible(_observation(record, state))
    return visible(_reported(record, state))


def _observation(record: Observation, state: str) -> str:
    committee, place = committee_names(record.committee), cited_place(record.place)
    speech = gettext("%(committee)s to %(state)s", committee=committee, state=state) if state else committee
    return side_by_side([speech, *([str(record.date.year)] if record.date else []), place])


def _reported(record: ReportedText, state: str) -> str:
    document = record.document
    when = str(document.issued.year) if document.issued else year(document.session)
    return side_by_side([document.kind.rules.title, state, when, cited_place(record.place)])
