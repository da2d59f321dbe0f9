"""A result as a Word document: what to take into a meeting, each recommendation with all that a citation needs."""

from typing import Any

from docx.shared import Cm, Pt, RGBColor

from models.records.records import Recommendation
from search import (
    COMMENT,
    COMMENT_ON_LIST,
    Hit,
    Record,
    coder_of,
    comment_of,
    list_comment_of,
    position_recorded_in,
)
from web.downloads.office_files import PositionWord
from web.downloads.result_file import ResultFile
from web.downloads.word_document import NO_LANGUAGE, add_link, add_position, add_text, docx_file, new_document
from web.site.language import gettext, translated
from web.site.served_index import is_invented, state_name
from web.words.citation import (
    address_shown,
    citation_line,
    cited_place,
    record_title,
    referred_in_words,
    why_to_check,
    wordings_in_words,
)
from web.words.editions import edition_shown
from web.words.page_words import STRENGTH_WORDS
from web.words.quotations import in_marks

_GREY = RGBColor(0x6B, 0x6B, 0x6B)


def write_docx(result: ResultFile) -> bytes:
    """How to read the file, then the own State's recommendations and those of others."""
    document = new_document(result.title, result.running_head())
    if result.question is not None:
        add_fact(document, gettext("Issue or words looked for"), result.question)
    for line in result.about():
        add_text(document.add_paragraph(), line)
    for heading, hits in result.groups():
        add_text(document.add_heading("", 1), heading)
        if not hits:
            add_text(document.add_paragraph(), result.nothing_found())
        for hit in hits:
            _add_hit(document, hit, rated=bool(result.answer.strengths))
    return docx_file(document)


def _add_hit(document: Any, hit: Hit, rated: bool) -> None:
    record = hit.record
    add_text(document.add_heading("", 2), record_title(record, state_name(record.state_under_review)))
    add_quotation(document, record)
    add_citation(document, record)
    if rated:
        add_fact(document, gettext("Match"), str(STRENGTH_WORDS[hit.strength]))
    further = wordings_in_words(record)
    if further:
        add_fact(document, gettext("In other languages"), further)
    unsure = why_to_check(record) if isinstance(record, Recommendation) else None
    if unsure:
        add_fact(document, gettext("Check position"), unsure)
    for heading, comment in ((COMMENT, comment_of(record)), (COMMENT_ON_LIST, list_comment_of(record))):
        if comment:
            source = f" ({cited_place(comment.place)})" if comment.place else ""
            paragraph = add_fact(document, translated(heading), "")
            add_text(paragraph, in_marks(comment), NO_LANGUAGE)
            add_text(paragraph, source)
    for referred in hit.referred:
        add_fact(document, gettext("Comment it refers to"), referred_in_words(referred))


def add_quotation(document: Any, record: Record) -> None:
    """The paragraph as printed, the requests that were not found in grey."""
    edition = edition_shown(record)
    (start, end), words = edition.request, edition.quoted
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Cm(0.75)
    paragraph.paragraph_format.keep_with_next = True
    pieces = ((words[:start], True), (words[start:end], False), (words[end:], True))
    for text, is_rest in pieces:
        if text:
            run = add_text(paragraph, text, edition.language)
            if is_rest:
                run.font.color.rgb = _GREY


def add_citation(document: Any, record: Record) -> None:
    """One line: the place to cite; the position, shaded, with where it was read; the address of the document."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(4)
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
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.space_after = Pt(4)
    add_text(paragraph, name + gettext(": ")).bold = True
    add_text(paragraph, words)
    return paragraph
