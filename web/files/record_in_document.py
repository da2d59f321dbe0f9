"""A record in a Word document: its words as printed, its citation with the position, facts on it."""

from typing import Any

from models.records.records import Recommendation
from search import Record, coder_of, position_recorded_in
from web.files.office_files import PositionWord
from web.files.word_document import STRONG, add_link, add_position, add_text
from web.site.language import gettext, translated
from web.site.served_index import is_invented, state_name
from web.words.citation import address_shown, citation_line, record_title
from web.words.editions import edition_shown

FACT, REST = "Fact", "RequestNotFound"
"""Styles of a paragraph and, by its id, of words in one."""


def add_record(document: Any, record: Record) -> None:
    """A record under its title, with its words and its citation."""
    add_text(document.add_heading("", 2), record_title(record, state_name(record.state_under_review)))
    add_quotation(document, record)
    add_citation(document, record)


def add_quotation(document: Any, record: Record) -> None:
    """The paragraph as printed, the requests that were not found in grey."""
    edition = edition_shown(record)
    (start, end), words = edition.request, edition.quoted
    paragraph = document.add_paragraph(style="Words As Printed")
    for text, style in ((words[:start], REST), (words[start:end], None), (words[end:], REST)):
        if text:
            add_text(paragraph, text, edition.language, style)


def add_citation(document: Any, record: Record) -> None:
    """One line: the place to cite; the position, shaded, with where it was read; the address of the document."""
    paragraph = document.add_paragraph(style=FACT)
    add_text(paragraph, f"{citation_line(record, state_name(record.state_under_review))}. ")
    if isinstance(record, Recommendation):
        add_position(paragraph, PositionWord(record, quoting=True))
        recorded = None if coder_of(record) else position_recorded_in(record)
        add_text(paragraph, f" ({translated(recorded)}). " if recorded else ". ")
    address = address_shown(record)
    if is_invented(record):
        add_text(paragraph, gettext("Invented sample: no document of the United Nations"))
    elif address:
        add_link(paragraph, address)


def add_fact(document: Any, name: str, words: str) -> Any:
    """A paragraph that begins with what it is."""
    paragraph = document.add_paragraph(style=FACT)
    add_text(paragraph, name + gettext(": "), style=STRONG)
    add_text(paragraph, words)
    return paragraph
