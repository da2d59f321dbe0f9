"""Where in a printed paragraph the request of a record stands, and the words for which it was found.

A paragraph may hold twenty requests of other States.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from models.records.records import Commitment
from models.texts.words import stem, words_of
from search.datamodel.answer import Record
from search.query.discriminative_terms import stop_stems

Span = tuple[int, int]
Spans = tuple[Span, ...]

_PARENTHESES = r"\((?:[^()]|\([^()]*\))*\)"
_STATES = re.compile(rf"[\s.;,]*({_PARENTHESES}(?:\s*{_PARENTHESES})*)")
"""The States in parentheses that follow a request, each in its own or all in one; names can hold parentheses too."""
_ADDED = "recommended "
"""Stands in front of a request that is taken from the dialogue, where it may be printed far away."""
_OF_EVERY_ISSUE = frozenset(map(stem, ("human", "right", "State", "recommendation")))
"""Words of the field, which say nothing on why one record is shown and another not."""


def request_in_paragraph_of(record: Record) -> Span:
    """Where the request stands in `record.quoted`, with the States that follow it.

    The whole paragraph where the request is composed, or is printed several times and its States do not tell which it
    is.
    """
    if isinstance(record, Commitment) or record.composed:
        return 0, len(record.quoted)
    return request_in(record.quoted, record.text, [sponsor.printed for sponsor in record.sponsors])


def request_in(quoted: str, text: str, sponsors: Sequence[str]) -> Span:
    """Where a request stands in a paragraph, with the names of its States as they are printed there."""
    request = text.rstrip(" .;,")
    printed = list(_spans(quoted, request, sponsors)) or list(_spans(quoted, request.removeprefix(_ADDED), sponsors))
    with_sponsors = [span for span, has_sponsors in printed if has_sponsors]
    if with_sponsors:
        return with_sponsors[0]
    return printed[0][0] if len(printed) == 1 else (0, len(quoted))


def words_within(quoted: str, span: Span) -> str | None:
    """A request as printed, by where it stands, where its paragraph holds other words too."""
    start, end = span
    return quoted[start:end] if any(map(str.isalnum, quoted[:start] + quoted[end:])) else None


def _spans(quoted: str, request: str, sponsors: Sequence[str]) -> Iterator[tuple[Span, bool]]:
    """Where these words are printed, with the request's own States where they follow, and whether they do."""
    start = quoted.find(request) if request else -1
    while start >= 0:
        end = start + len(request)
        after_states = _after_states(quoted, end, sponsors)
        yield (start, after_states), after_states > end
        start = quoted.find(request, end)


def _after_states(quoted: str, place: int, sponsors: Sequence[str]) -> int:
    """Where the request's own States end that follow there, though marks of a list stand between them:
    "(Brazil); (Chad)"."""
    while (states := _STATES.match(quoted, place)) and any(name in states[1] for name in sponsors):
        place = states.end()
    return place


def highlight_words(
    quoted: str, stems: Collection[str], start: int = 0, end: int | None = None, names: Iterable[frozenset[str]] = ()
) -> Spans:
    """Why a record was found: where words with one of these stems stand between two places of the quoted text.

    (start, end), ascending, not overlapping. Words of another request of the paragraph are no reason to show this one.
    `names` are sets of stems that count only where all of a set stand there. Stop words of a phrase are no reason, nor
    is “human rights” where other words are looked for. Characters of Chinese that stand together are one word.
    """
    spans: list[Span] = []
    words = list(words_of(quoted[start:end]))
    present = {word.stem for word in words}
    content = frozenset(stems).union(*(name for name in names if name <= present)) - stop_stems()
    sought = content - _OF_EVERY_ISSUE or content
    for word in words:
        if word.stem in sought:
            touches = spans and spans[-1][1] == start + word.start
            first = spans.pop()[0] if touches else start + word.start
            spans.append((first, start + word.end))
    return tuple(spans)


def words_at(quoted: str, spans: Spans) -> tuple[str, ...]:
    """The words at these places, as printed, each once whatever its capitals."""
    printed = [quoted[start:end] for start, end in spans]
    return tuple({word.casefold(): word for word in reversed(printed)}.values())[::-1]
