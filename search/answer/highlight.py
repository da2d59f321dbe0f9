"""Why a record was found, as its printed words that share a stem with the query."""

from collections.abc import Collection, Iterable

from models.texts.words import stem, words_of
from search.query.discriminative_terms import stop_stems

Spans = tuple[tuple[int, int], ...]
_OF_EVERY_ISSUE = frozenset(map(stem, ("human", "right", "State", "recommendation")))
"""Words of the field, which say nothing on why one record is shown and another not."""


def highlight_words(
    quoted: str, stems: Collection[str], start: int = 0, end: int | None = None, names: Iterable[frozenset[str]] = ()
) -> Spans:
    """Where words with one of these stems stand between two places of the quoted text.

    (start, end), ascending, not overlapping. Words of another request of the paragraph are no reason to show this one.
    `names` are sets of stems that count only where all of a set stand there. Stop words of a phrase are no reason, nor
    is “human rights” where other words are looked for. Characters of Chinese that stand together are one word.
    """
    spans: list[tuple[int, int]] = []
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
