"""Why a record was found, as its printed words that share a stem with the query."""

from collections.abc import Collection

from models.lexical_schema import words_of

Spans = tuple[tuple[int, int], ...]


def highlight_words(quoted: str, stems: Collection[str], start: int = 0, end: int | None = None) -> Spans:
    """Where words with one of these stems stand between two places of the quoted text.

    (start, end), ascending, not overlapping. Words of another ask of the paragraph are no reason to show this one.
    """
    words = words_of(quoted[start:end])
    return tuple((start + word.start, start + word.end) for word in words if word.stem in stems)


def words_at(quoted: str, spans: Spans) -> tuple[str, ...]:
    """The words at these places, as printed, each once whatever its capitals."""
    printed = [quoted[start:end] for start, end in spans]
    return tuple({word.casefold(): word for word in reversed(printed)}.values())[::-1]
