"""A result as a Word document: what to take into a meeting, each recommendation with all that a citation needs."""

from typing import Any

from models.records.records import Recommendation
from search import (
    COMMENT,
    COMMENT_ON_LIST,
    Hit,
    comment_of,
    list_comment_of,
)
from web.files.record_in_document import add_fact, add_record
from web.files.word_document import NO_LANGUAGE, add_text, docx_file, new_document
from web.results.result_file import ResultFile
from web.site.language import gettext, translated
from web.words.citation import (
    cited_place,
    referred_in_words,
    why_to_check,
    wordings_in_words,
)
from web.words.page_words import STRENGTH_WORDS
from web.words.quotations import in_marks


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
    add_record(document, record)
    if rated:
        add_fact(document, gettext("Match"), translated(STRENGTH_WORDS[hit.strength]))
    further = wordings_in_words(record)
    if further:
        add_fact(document, gettext("In other languages"), further)
    unsure = why_to_check(record) if isinstance(record, Recommendation) else None
    if unsure:
        add_fact(document, gettext("To check"), unsure)
    for heading, comment in ((COMMENT, comment_of(record)), (COMMENT_ON_LIST, list_comment_of(record))):
        if comment:
            source = f" ({cited_place(comment.place)})" if comment.place else ""
            paragraph = add_fact(document, translated(heading), "")
            add_text(paragraph, in_marks(comment), NO_LANGUAGE)
            add_text(paragraph, source)
    for referred in hit.referred:
        add_fact(document, gettext("Comments it refers to"), referred_in_words(referred))
