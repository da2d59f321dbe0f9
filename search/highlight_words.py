"""Why a record was found, as its printed words that share a stem with the query."""

from collections.abc import Collection

from models.lexical_schema import words_of

Spans = tuple[tuple[int, int], ...]


def highlight_words(quoted: str, stems: Collection[str]) -> Spans:
    """Where words with one of these stems stand in the quoted text: (start, end), ascending, not overlapping."""
    return tuple((word.start, word.end) for word in words_of(quoted) if word.stem in stems)


def words_at(quoted: str, spans: Spans) -> tuple[str, ...]:
    """The words at these places, as printed, each once whatever its capitals."""
    printed = [quoted[start:end] for start, end in spans]
    return tuple({word.casefold(): word for word in reversed(printed)}.values())[::-1]
