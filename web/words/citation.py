"""A recommendation as a citation in plain text, ready to copy."""

import re

from models.records.enums import Position
from models.records.records import Commitment, Observation, Place, Recommendation
from models.reviews.sessions import cycle_of_session
from models.vocabularies.treaty_bodies import committee_name
from search import Record, ReferredComment, request_in_paragraph, sponsors_as_printed
from web.words.marked_text import visible

_WITHOUT_ANSWER = {
    Position.PENDING: "pending; the report announces a later answer",
    Position.UNKNOWN: "unknown; no answer in the documents indexed",
}

_CODERS = {
    "OHCHR thematic list": "OHCHR in its thematic list",
    "Universal Human Rights Index": "the Universal Human Rights Index",
}
"""Names of lists and tables as they stand in a sentence, where that is otherwise."""
_SYMBOL = re.compile(r"[A-Z]+(/[A-Za-z0-9.()-]+)+")
"""A document symbol of the United Nations; nothing in it needs quoting in an address."""


def citation(record: Recommendation, state_under_review: str, invented: bool) -> str:
    """Review, paragraph as printed, recommending States as printed, source, and position with its source.

    `state_under_review` is the State's name today.
    """
    lines = [
        _review(record, state_under_review),
        _source(record),
        f"“{record.quoted}”",
        f"Recommending: {sponsors_as_printed(record) or 'not named in the paragraph'}",
        f"Position of {state_under_review}: {position_in_words(record)}",
    ]
    return _lines(lines, invented)


def commitment_citation(record: Commitment, state_under_review: str, invented: bool) -> str:
    """Review, kind and source, and the words as printed."""
    lines = [
        _review(record, state_under_review),
        f"Voluntary commitment of {state_under_review}, {cited_place(record.place)}",
        f"“{record.text}”",
    ]
    return _lines(lines, invented)


def observation_citation(record: Observation, addressee: str | None, *, invented: bool, is_copy: bool) -> str:
    """Who speaks to whom, the place with its heading, and the words.

    `addressee` is the name of the State or other entity, None for a general comment; `is_copy` where the words are
    those of an export, not of the document.
    """
    issued = f", {record.date.isoformat()}" if record.date else ""
    speaker = committee_name(record.committee)
    head = f"{speaker} to {addressee}{issued}" if addressee else f"{speaker}, {record.heading}{issued}"
    under = f", under “{record.heading}”" if addressee and record.heading else ""
    source = f"{cited_place(record.place)}{under}"
    copied = ["Words as given by the Universal Human Rights Index"] if is_copy else []
    return _lines([head, source, f"“{record.text}”", *copied], invented)


def _review(record: Record, state_under_review: str) -> str:
    cycle = cycle_of_session(record.session)
    return f"Universal Periodic Review of {state_under_review}, Working Group session {record.session} (cycle {cycle})"


def _lines(lines: list[str], invented: bool) -> str:
    return visible("\n".join(["Invented sample: no document of the United Nations", *lines] if invented else lines))


def cited_place(place: Place) -> str:
    """Symbol, paragraph and page in words ("A/HRC/28/15, paragraph 115.12, page 14")."""
    paragraph = f", paragraph {place.paragraph}" if place.paragraph else ""
    page = f", page {place.page}" if place.page else ""
    return f"{place.symbol}{paragraph}{page}"


def record_title(record: Record, state_under_review: str) -> str:
    """What a record is called in headings ("Slovenia, paragraph 115.12, session 20")."""
    paragraph = f"paragraph {record.place.paragraph}, " if record.place.paragraph else ""
    return visible(f"{state_under_review}, {paragraph}session {record.session}")


def request_found(record: Record) -> str | None:
    """The record's own request, as printed, where its paragraph holds words of others too."""
    request = request_in_paragraph(record)
    return None if request is None else visible(request)


def document_address(place: Place) -> str | None:
    """Where the United Nations publishes a document; None for a source that is no document with a symbol."""
    return f"https://undocs.org/{place.symbol}" if _SYMBOL.fullmatch(place.symbol) else None


def _source(record: Recommendation) -> str:
    """Where the words stand; a table is not quoted as if it were the report."""
    if record.place.paragraph is None:
        return f"Known from {record.place.symbol}; the report is not among the documents indexed"
    return f"{cited_place(record.place)}{_as_printed(record)}"


def _as_printed(record: Recommendation) -> str:
    """The printed number where it differs from the paragraph ("1." in the list under paragraph 111)."""
    printed = record.printed_number
    return f" (printed as “{printed}”)" if printed and printed.rstrip(".") != record.place.paragraph else ""


def position_in_words(record: Recommendation) -> str:
    """The position with where it was read, or why there is none."""
    if record.position in _WITHOUT_ANSWER:
        return _WITHOUT_ANSWER[record.position]
    source = record.position_source
    if source is None:
        return record.position.value
    return f"{record.position.value} ({coding(source, record.position_words) or cited_place(source)})"


def coding(place: Place, words: str | None) -> str | None:
    """That a position is the coding of a list or table, not words of the State; None for a document of the UN."""
    if place.coded_by is None:
        return None
    coded = f"coded {words} by" if words else "coded by"
    return f"{coded} {_CODERS.get(place.coded_by, place.coded_by)}"


def referred_in_words(referred: ReferredComment) -> str:
    """A comment that another refers to: what it is on, its words, and where they stand."""
    several = "s" if len(referred.paragraphs) > 1 else ""
    place = f" ({cited_place(referred.place)})" if referred.place else ""
    return visible(f"On paragraph{several} {', '.join(referred.paragraphs)}: “{referred.comment}”{place}")
