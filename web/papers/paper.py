"""What a paper consists of, whatever file it becomes.

Words are pieces of text, told apart by whose they are: what others said is `Quoted`, what the organisation still has to
say is a `Blank`, where words stand is `Cited`; all else is the template's, or the plan's own. `Quoted` is made of a
Quotation alone, which comes out of the index alone: a paper cannot put other words between quotation marks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Self

from models.records.records import Place
from search import Quotation
from web.files.office_files import Gap
from web.site.language import gettext
from web.words.citation import cited_place
from web.words.quotations import in_marks_of_a_paper

Words = tuple[str, ...]
"""Pieces that stand one after the other; among them those of the kinds below, and PositionWord and Address."""


class Quoted(str):
    """Words of others as printed, with their quotation marks."""

    __slots__ = ()
    kind = "quoted"

    def __new__(cls, quotation: Quotation) -> Self:
        """Of words of a source."""
        return super().__new__(cls, in_marks_of_a_paper(quotation))


class ItemWords(Quoted):
    """What an item of the plan itself says: the blanks that follow are on it, whatever else is quoted between."""

    __slots__ = ()


class Strong(str):
    """Words that stand out."""

    __slots__ = ()
    kind = "strong"


class Aside(str):
    """Small print within a sentence: how something is known. Not read out, and not counted."""

    __slots__ = ()
    kind = "small"


class Blank(Gap):
    """A place to be filled in, which pages show as a field."""

    __slots__ = ("key", "under")
    kind = "field"
    key: str
    """Which blank it is, whenever the paper is made of that plan with those options."""
    under: str
    """The heading or the words of an item that it follows, of a translation the quotation; "" at the beginning."""

    def __new__(cls, words: str, key: str = "", under: str = "") -> "Blank":
        """A blank has its key once it stands in a paper."""
        blank = super().__new__(cls, words)
        blank.key, blank.under = key, under
        return blank


class Translation(Blank):
    """A blank for the translation of the quotation before it, in whose place it is read out."""

    __slots__ = ()


class Cited(str):
    """Where words stand; sources are gathered from these. Not read out, and not counted."""

    __slots__ = ("place",)
    kind = "small"
    place: Place

    def __new__(cls, place: Place, *, in_parentheses: bool = True, nearly: bool = False) -> "Cited":
        """The citation of a place; `nearly` where it has what is quoted in other words that say the same."""
        named = cited_place(place)
        if nearly:
            named = gettext("in nearly the same words: %(place)s", place=named)
        cited = super().__new__(cls, f"({named})" if in_parentheses else named)
        cited.place = place
        return cited


def quoted(quotation: Quotation, kind: type[Quoted] = Quoted) -> Words:
    """Words of others between quotation marks, and where they stand."""
    words = kind(quotation)
    return (words, " ", Cited(quotation.place)) if quotation.place else (words,)


def blank(what: str = "") -> Blank:
    """A place to be filled, with what belongs there; without, where a heading says it."""
    return Blank(gettext("[ … %(what)s ]", what=what) if what else "[ … ]")


class Style(Enum):
    """How a paragraph looks."""

    PLAIN = "plain"
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


Cell = list[Words]
"""The lines of a cell."""
Row = list[Cell]


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows under a heading of their own, which stands on paper alone."""

    heading: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns."""

    columns: list[Column]
    groups: list[RowGroup]

    @property
    def rows(self) -> Iterator[Row]:
        """Those of all groups."""
        return (row for group in self.groups for row in group.rows)


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


@dataclass(slots=True)
class Paper:
    """A paper, ready to be written."""

    title: str = ""
    head: str = ""
    """What stands at the top of each page."""
    letterhead: list[tuple[str, Words]] = field(default_factory=list)
    """Who writes to whom, when and for what: a line each, before everything else."""
    parts: list[Part] = field(default_factory=list)
    counted: int | None = None
    """How many of these count against its limit; None: all do."""
    notes: list[Words] = field(default_factory=list)
    """For those who hand it on, not for those who get it: in a file of their own."""
    sources: tuple[Source, ...] = ()
    landscape: bool = False
    small: bool = False
    """Whether it is set in smaller print, for what has to stay on one page."""

    @property
    def tables(self) -> list[Table]:
        """Its tables; those of one paper have the same columns."""
        return [part for part in self.parts if isinstance(part, Table)]

    def words(self) -> Iterator[Words]:
        """All that it says, letterhead and notes left out, in its order."""
        for part in self.parts:
            match part:
                case Heading(text):
                    yield (text,)
                case Paragraph(words):
                    yield words
                case Table():
                    yield from (words for row in part.rows for cell in row for words in cell)

    def cited(self) -> tuple[Place, ...]:
        """The places that it cites, each once, in its order."""
        pieces = (piece for words in self.words() for piece in words)
        return tuple(dict.fromkeys(piece.place for piece in pieces if isinstance(piece, Cited)))

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """The places to be filled, in their order."""
        lines = (*(words for _, words in self.letterhead), *self.words())
        return tuple(piece for words in lines for piece in words if isinstance(piece, Blank))

    def sign(self, names: Iterable[str]) -> None:
        """Name joint signatories in its letterhead, if there are any."""
        signed = gettext("; ").join(names)
        if signed:
            self.letterhead.append((gettext("Joint signatories"), (signed,)))
