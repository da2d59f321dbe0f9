"""Which words of a printed paragraph are the request of a record: it may hold twenty requests of other States."""

import re
from collections.abc import Iterator

from models.records.records import Commitment, Recommendation
from search.datamodel.answer import Record

Span = tuple[int, int]

_PARENTHESES = r"\((?:[^()]|\([^()]*\))*\)"
_STATES = re.compile(rf"[\s.;,]*({_PARENTHESES}(?:\s*{_PARENTHESES})*)")
"""The States in parentheses that follow a request, each in its own or all in one; names can hold parentheses too."""
_ADDED = "recommended "
"""Stands in front of a request that is taken from the dialogue, where it may be printed far away."""


def request_in_paragraph_of(record: Record) -> Span:
    """Where the request stands in `record.quoted`, with the States that follow it.

    The whole paragraph where the request is composed, or is printed several times and its States do not tell which it
    is.
    """
    whole = (0, len(record.quoted))
    if isinstance(record, Commitment) or record.composed:
        return whole
    request = record.text.rstrip(" .;,")
    printed = list(_spans(record, request)) or list(_spans(record, request.removeprefix(_ADDED)))
    with_sponsors = [span for span, has_sponsors in printed if has_sponsors]
    if with_sponsors:
        return with_sponsors[0]
    return printed[0][0] if len(printed) == 1 else whole


def request_in_paragraph(record: Record) -> str | None:
    """The record's own request, as printed, where it can be told apart from other words of its paragraph."""
    start, end = request_in_paragraph_of(record)
    quoted = record.quoted
    return quoted[start:end] if any(map(str.isalnum, quoted[:start] + quoted[end:])) else None


def _spans(record: Recommendation, request: str) -> Iterator[tuple[Span, bool]]:
    """Where these words are printed, with the record's own States where they follow, and whether they do."""
    names = [sponsor.printed for sponsor in record.sponsors]
    start = record.quoted.find(request) if request else -1
    while start >= 0:
        end = start + len(request)
        states = _STATES.match(record.quoted, end)
        if states and any(name in states[1] for name in names):
            yield (start, states.end()), True
        else:
            yield (start, end), False
        start = record.quoted.find(request, end)
