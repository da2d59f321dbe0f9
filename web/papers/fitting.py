"""Words counted against a limit: what is said, and what is kept free for what is still to be filled in."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from web.downloads.office_files import Gap
from web.papers.limits import Limit, count_words
from web.papers.paper import Aside, Cited, Heading, Paragraph, Part, Style, Words
from web.site.language import gettext

WORDS_OF_A_GAP = 15
"""Kept free for each place to be filled."""

Counter = Callable[[str], int]


@dataclass(frozen=True, slots=True)
class Count:
    """The words of a text."""

    written: int
    kept_free: int
    """For its gaps."""

    @property
    def all(self) -> int:
        """Both together: what has to stay within the limit."""
        return self.written + self.kept_free

    def __add__(self, other: "Count") -> "Count":
        """Of two texts one after the other."""
        return Count(self.written + other.written, self.kept_free + other.kept_free)


def count_spoken(words: Words, count: Counter) -> Count:
    """What is read out: without citations and asides."""
    spoken = "".join(piece for piece in words if not isinstance(piece, Gap | Aside | Cited))
    return Count(count(spoken), WORDS_OF_A_GAP * sum(isinstance(piece, Gap) for piece in words))


def count_printed(words: Words, count: Counter) -> Count:
    """All that is printed."""
    printed = "".join(piece for piece in words if not isinstance(piece, Gap))
    return Count(count(printed), WORDS_OF_A_GAP * sum(isinstance(piece, Gap) for piece in words))


def total(counts: Iterable[Count]) -> Count:
    """Of several texts."""
    return sum(counts, Count(0, 0))


def fitting(
    passages: Sequence[Sequence[Sequence[Words]]], room: int, count: Callable[[Words], Count], ahead: int = 1
) -> list[Sequence[Words]]:
    """As many passages as there is room for, in their order, each in the longest of its forms that fits.

    Args:
        passages: for each its forms, the longest first; a form is paragraphs.
        room: in words.
        count: counts the words of a paragraph.
        ahead: for so many of the next passages, in their shortest forms, room is kept before one is made longer.

    Returns:
        Those that come first: what does not fit ends the list, so that what is left out is the end of the plan.
    """
    taken: list[Sequence[Words]] = []
    shortest = [total(map(count, forms[-1])).all for forms in passages]
    for place, forms in enumerate(passages):
        # the shortest forms of the next ones come before a longer form of this one
        needed_next = sum(shortest[place + 1 : place + 1 + ahead])
        sizes = [total(map(count, form)).all for form in forms]
        chosen = next((form for form, size in zip(forms, sizes, strict=True) if size + needed_next <= room), None)
        if chosen is None and shortest[place] <= room:
            chosen = forms[-1]
        if chosen is None:
            break
        taken.append(chosen)
        room -= total(map(count, chosen)).all
    return taken


def count_words_printed(words: Words) -> Count:
    """The words of a paragraph, citations counted."""
    return count_printed(words, count_words)


def count_part(part: Part) -> Count:
    """The words of a heading or paragraph."""
    if isinstance(part, Heading):
        return count_words_printed((part.text,))
    return count_words_printed(part.words) if isinstance(part, Paragraph) else Count(0, 0)


def counted(count: Count, limit: Limit) -> str:
    """How long a draft is, and how long it may be."""
    return gettext(
        "Words: %(written)s written, %(kept)s kept free for what is shaded, %(most)s at most, citations counted.",
        written=count.written,
        kept=count.kept_free,
        most=limit.words,
    )


def numbered(passage: Sequence[Words]) -> Iterator[Part]:
    """What is said of one item: a numbered paragraph, and under it who says what on it."""
    for place, words in enumerate(passage):
        yield Paragraph(words, Style.BULLET if place else Style.NUMBERED)
