"""A result as a Word document: what to take into a meeting, each recommendation with all that a citation needs."""

from typing import Any

from docx.shared import Cm, RGBColor

from models.records.records import Commitment, Place, Recommendation
from search import Hit, Record, request_in_paragraph_of
from web.downloads.office_files import add_link, add_text, docx_file, new_document
from web.downloads.result_file import ResultFile
from web.site.language import gettext
from web.site.served_index import state_name
from web.words.citation import (
    cited_place,
    document_address,
    position_in_words,
    record_title,
    referred_in_words,
    source_name,
    sponsors_as_printed,
)
from web.words.sessions import review_in_words

LONGEST_HEADING = 300
"""Characters of the user's text that a heading can hold."""
_GREY = RGBColor(0x6B, 0x6B, 0x6B)


def write_docx(result: ResultFile) -> bytes:
    """The question as the title, how to read the file, then the own State's recommendations and those of others."""
    document = new_document(_shortened(result.question))
    for line in result.about():
        add_text(document.add_paragraph(), line)
    for heading, hits in result.groups():
        add_text(document.add_heading("", 1), heading)
        if not hits:
            add_text(document.add_paragraph(), result.nothing_found())
        for hit in hits:
            _add_hit(document, hit)
    return docx_file(document)


def _shortened(question: str) -> str:
    words = " ".join(question.split())
    return words if len(words) <= LONGEST_HEADING else f"{words[:LONGEST_HEADING].rstrip()}…"


def _add_hit(document: Any, hit: Hit) -> None:
    record, own = hit.record, state_name(hit.record.state_under_review)
    add_text(document.add_heading("", 2), record_title(record, own))
    _add_quotation(document, record)
    if isinstance(record, Commitment):
        _add_fact(document, gettext("Voluntary commitment of"), own)
    else:
        _add_answer(document, hit, record, own)
    _add_fact(document, gettext("Review"), review_in_words(record.session))
    place = record.place
    if isinstance(record, Recommendation) and place.paragraph is None:
        unread = gettext("%(source)s; the report is not among the documents indexed", source=source_name(place.symbol))
        _add_fact(document, gettext("Source"), unread)
    else:
        _add_source(document, gettext("Source"), place, hit.invented)
    if hit.invented:
        _add_fact(document, gettext("Invented sample"), gettext("no document of the United Nations"))


def _add_quotation(document: Any, record: Record) -> None:
    """The paragraph as printed, the requests that were not found in grey."""
    start, end = request_in_paragraph_of(record)
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Cm(0.75)
    paragraph.paragraph_format.keep_with_next = True
    pieces = ((record.quoted[:start], True), (record.quoted[start:end], False), (record.quoted[end:], True))
    for text, is_rest in pieces:
        if text:
            run = add_text(paragraph, text)
            if is_rest:
                run.font.color.rgb = _GREY


def _add_answer(document: Any, hit: Hit, record: Recommendation, own: str) -> None:
    _add_fact(document, gettext("Made by"), sponsors_as_printed(record))
    _add_fact(document, gettext("Position of %(state)s", state=own), position_in_words(record))
    if record.comment:
        _add_fact(document, gettext("The State's comment"), f"“{record.comment}”")
        if record.comment_source:
            _add_fact(document, gettext("Comment recorded in"), cited_place(record.comment_source))
    for referred in hit.referred:
        _add_fact(document, gettext("Comment it refers to"), referred_in_words(referred))


def _add_source(document: Any, name: str, place: Place, invented: bool) -> None:
    paragraph = _add_fact(document, name, cited_place(place))
    address = None if invented else document_address(place)
    if address:
        paragraph.add_run(", ")
        add_link(paragraph, address)


def _add_fact(document: Any, name: str, words: str) -> Any:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Cm(0.1)
    paragraph.add_run(f"{name}: ").bold = True
    add_text(paragraph, words)
    return paragraph
