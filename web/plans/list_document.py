"""A visitor's list as a Word document: what is on it, State by State, each record with all that a citation needs."""

from collections.abc import Sequence
from itertools import groupby

from models.records.records import Commitment, Recommendation
from search import ChosenEntry, SearchIndex
from web.files.record_in_document import add_record
from web.files.word_document import add_text, docx_file, new_document
from web.site.language import gettext
from web.site.served_index import state_name
from web.words.editions import language_shown, words_shown
from web.words.sources_of_plan import citation_of


def chosen_document(entries: Sequence[ChosenEntry], index: SearchIndex) -> bytes:
    """The entries in the order of the page; what the index does not hold is named by its id alone."""
    document = new_document(gettext("Your list"), "")
    states = list(dict.fromkeys(entry.state or "" for entry in entries))
    in_order = sorted(entries, key=lambda entry: states.index(entry.state or ""))
    for state, of_state in groupby(in_order, key=lambda entry: entry.state or ""):
        add_text(document.add_heading("", 1), state_name(state) if state else gettext("Other"))
        for entry in of_state:
            record = entry.record
            if isinstance(record, Recommendation | Commitment):
                add_record(document, record)
            elif record is not None:
                add_text(document.add_heading("", 2), citation_of(entry, index))
                add_text(document.add_paragraph(), words_shown(record).words, language_shown(record))
            else:
                words = gettext(": ").join((gettext("Not indexed"), entry.asked_for))
                add_text(document.add_paragraph(), words)
    return docx_file(document)
