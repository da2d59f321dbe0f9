"""What a paper consists of, whatever file it becomes.

Words are pieces of text, told apart by whose they are: what others said is `Quoted`, what the organisation still has to
say is a `Gap`, where words stand is `Cited`; all else is the program's, or the plan's own. `Quoted` is made of a
Quotation alone, which comes out of the index alone: a paper cannot put other words between quotation marks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from models.records.records import Place
from search import Quotation
from web.downloads.office_files import Gap
from web.site.language import gettext
from web.words.citation import cited_place
from web.words.quotations import in_marks_of_a_paper

Words = tuple[str, ...]
"""Pieces that stand one after the other; among them those of the kinds below, and PositionWord and Address."""


class Quoted(str):
    """Words of others as printed, with their quotation marks."""

    __slots__ = ()

    def __new__(cls, quotation: Quotation) -> "Quoted":
        """Of words of a source."""
        return super().__new__(cls, in_marks_of_a_paper(quotation))


class Strong(str):
    """Words that stand out."""

    __slots__ = ()


class Aside(str):
    """Small print within a sentence: how something is known. Not read out, and not counted."""

    __slots__ = ()


class Suggested(str):
    """What the program suggests and nobody has taken over yet."""

    __slots__ = ()


class Cited(str):
    """Where words stand; sources are gathered from these. Not read out, and not counted."""

    __slots__ = ("place",)
    place: Place

    def __new__(cls, place: Place, *, in_parentheses: bool = True, nearly: bool = False) -> "Cited":
        """The citation of a place; `nearly` where it has what is quoted in other words that say the same."""
        named = cited_place(place)
        if nearly:
            named = gettext("in nearly the same words: %(place)s", place=named)
        cited = super().__new__(cls, f"({named})" if in_parentheses else named)
        cited.place = place
        return cited


def quoted(quotation: Quotation) -> Words:
    """Words of others between quotation marks, and where they stand."""
    words = Quoted(quotation)
    return (words, " ", Cited(quotation.place)) if quotation.place else (words,)


def gap(what: str) -> Gap:
    """A place to be filled, with what belongs there."""
    return Gap(gettext("[ … %(what)s ]", what=what))


def blank() -> Gap:
    """The same where a heading says what belongs there."""
    return Gap("[ … ]")


def joined(sentences: Iterable[Words]) -> Words:
    """Sentences with spaces between them."""
    pieces: list[str] = []
    for words in sentences:
        pieces += [" ", *words] if pieces else words
    return tuple(pieces)


class Style(Enum):
    """How a paragraph looks."""

    PLAIN = "plain"
    QUOTATION = "quotation"
    BULLET = "bullet"
    NUMBERED = "numbered"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a paper."""

    text: str
    level: int = 1
    new_page: bool = False
    """Whether it begins a page."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in a paragraph of their own."""

    words: Words
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    key: str
    """Its name in JSON."""
    heading: str
    width: float = 0
    """In cm on paper; 0: only files for other programs have it."""
    part: int | None = None
    """Of a table too wide for one sheet, the part that it stands in on paper, from 0; None: in each."""


Cell = tuple[Words, ...]
"""The lines of a cell."""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under a heading of their own, which stands on paper alone."""

    heading: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns."""

    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]


Part = Heading | Paragraph | Table


@dataclass(frozen=True, slots=True)
class Source:
    """A document that a paper cites."""

    symbol: str
    """Or the name of a list or table."""
    about: str
    """What it is, and of when; "" where that is not known."""
    paragraphs: tuple[str, ...]
    address: str | None
    """Where the United Nations publishes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper, ready to be written."""

    title: str
    head: str
    """What stands at the top of each page."""
    counted: str
    """How long it is and may be, for those who write it; "" where nobody counts."""
    letterhead: tuple[tuple[str, Words], ...]
    """Who writes to whom, when, for what and how to answer: a line each, before everything else."""
    parts: tuple[Part, ...]
    notes: tuple[Words, ...]
    """For those who hand it on, not for those who get it: in a file of their own."""
    sources: tuple[Source, ...] = ()
    warning: str = ""
    """What those who write it must know first, on its first page."""
    landscape: bool = False
    small: bool = False
    """Whether it is set in smaller print, for what has to stay on one page."""

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its tables; those of one paper have the same columns."""
        return tuple(part for part in self.parts if isinstance(part, Table))

    def words(self) -> Iterator[Words]:
        """All that it says, notes left out, in its order."""
        for part in self.parts:
            if isinstance(part, Heading):
                yield (part.text,)
            elif isinstance(part, Paragraph):
                yield part.words
            elif isinstance(part, Table):
                yield from (words for group in part.groups for row in group.rows for cell in row for words in cell)

    def cited(self) -> tuple[Place, ...]:
        """The places that it cites, each once, in its order."""
        pieces = (piece for words in self.words() for piece in words)
        return tuple(dict.fromkeys(piece.place for piece in pieces if isinstance(piece, Cited)))
