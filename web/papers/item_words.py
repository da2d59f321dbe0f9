"""What templates of papers are given: pieces of text, and modules that say more of records, dates and reviews."""

from collections.abc import Mapping
from typing import Any

import search
from models.plans.plan import Evidence
from models.reviews.sessions import cycle_of_session
from models.texts.words import ENGLISH
from search import ChosenRecord, Quotation, language_of, printed_request_of
from web.files.office_files import PositionWord
from web.papers import limits, select_items
from web.papers.facts import PlanFacts
from web.papers.paper import Aside, Cited, ItemWords, Quoted, Strong, Translation, Words, blank, quoted
from web.site import language
from web.site.language import gettext, listed, page_language, side_by_side
from web.words import (
    citation,
    commitment_words,
    coverage_words,
    editions,
    page_words,
    progress_words,
    review_dates,
)

MOST_PRINTED = 5_000
"""Characters of one text in a table."""


def quote(quotation: Quotation, most: int = 0, kind: type[Quoted] = Quoted) -> Words:
    """Words of others with their source: whole, or of a longer text as far as a full stop or semicolon of it.

    Where they are in another language than the paper, room for a translation follows.
    """
    words, *source = quoted(quotation.ended_at_clause(most or len(quotation.words)), kind)
    read_in = page_language().language
    if read_in == ENGLISH or read_in == language_of(quotation.words):
        return (words, *source)
    return (words, " ", Translation(blank(gettext("translation"))), *source)


def item_words(record: ChosenRecord, most: int = 0) -> Words:
    """What a record asks for or says, as the words of the item that it is."""
    return quote(editions.request_shown(record), most, ItemWords)


def as_printed(record: ChosenRecord) -> ItemWords:
    """What was said, with the States that follow it."""
    words = printed_request_of(record, page_language().language)
    return ItemWords(words if len(words.words) <= MOST_PRINTED else words.shortened(MOST_PRINTED))


def evidence_words(evidence: Evidence, *, spoken: bool = False) -> Words:
    """One piece of the organisation's own, as it wrote it, with what it names as its source.

    Where it changed what it took from a document, that document is no source of it.
    """
    if evidence.record:
        return (evidence.text,)
    about = gettext("; ").join(filter(None, (evidence.when, evidence.document, "" if spoken else evidence.link)))
    return (evidence.text, " ", Aside(f"({about})")) if about else (evidence.text,)


def evidence_cell(evidence: tuple[Evidence, ...], facts: PlanFacts) -> list[Words]:
    """Pieces of evidence, those of others quoted with their source where a document says them."""
    said = ((each, facts.sources.quoted(each)) for each in evidence)
    return [quoted(words) if words else evidence_words(each) for each, words in said]


_MODULES = (
    citation,
    commitment_words,
    coverage_words,
    editions,
    language,
    limits,
    page_words,
    progress_words,
    review_dates,
    search,
    select_items,
)
GIVEN: Mapping[str, Any] = {module.__name__.rpartition(".")[2]: module for module in _MODULES} | {
    "aside": Aside,
    "as_printed": as_printed,
    "blank": blank,
    "cite": Cited,
    "cycle_of": cycle_of_session,
    "evidence_cell": evidence_cell,
    "evidence_words": evidence_words,
    "item_words": item_words,
    "listed": listed,
    "position_word": PositionWord,
    "quote": quote,
    "side_by_side": side_by_side,
    "strong": Strong,
}
"""By the name that templates call it."""
