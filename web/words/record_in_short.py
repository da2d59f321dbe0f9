"""Any record in one line, whatever its kind: where it stands, of which year, who says it to whom."""

from models.records.records import Commitment, Observation, Recommendation
from search import ChosenRecord, ReportedText
from web.site.language import gettext, side_by_side
from web.words.citation import citation_line, cited_place, committee_names
from web.words.editions import edition_shown, words_shown
from web.words.progress_words import REPORT_TITLES
from web.words.sessions import year
from web.words.text import visible


def record_citation(record: ChosenRecord, state: str) -> str:
    """Its citation with the year; `state` is the name of the State that it is about, "" for all States."""
    if isinstance(record, Recommendation | Commitment):
        return citation_line(record, state)
    if isinstance(record, Observation):
        return visible(_observation(record, state))
    return visible(_reported(record, state))


def record_words(record: ChosenRecord) -> str:
    """Its words as printed, in the reader's language where they are indexed in it."""
    return words_shown(record).words


def record_language(record: ChosenRecord) -> str:
    """The code of the language of these words; "" where it is not known."""
    if isinstance(record, Recommendation | Commitment):
        return edition_shown(record).language
    return record.language if isinstance(record, Observation) else ""


def _observation(record: Observation, state: str) -> str:
    committee, place = committee_names(record.committee), cited_place(record.place)
    speech = gettext("%(committee)s to %(state)s", committee=committee, state=state) if state else committee
    return side_by_side([speech, *([str(record.date.year)] if record.date else []), place])


def _reported(record: ReportedText, state: str) -> str:
    document = record.document
    when = str(document.issued.year) if document.issued else year(document.session)
    return side_by_side([str(REPORT_TITLES[document.kind]), state, when, cited_place(record.place)])
