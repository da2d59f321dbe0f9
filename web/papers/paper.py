"""What a paper consists of, whatever file it becomes.

Words are pieces of text, told apart by whose they are: what others said is `Quoted`, what the organisation still has to
say is a `Gap`, where words stand is `Cited`; all else is the template's, or the plan's own. `Quoted` is made of a
Quotation alone, which comes out of the index alone: a paper cannot put other words between quotation marks.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

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

    def __new__(cls, quotation: Quotation) -> "Quoted":
        """Of words of a source."""
        return super().__new__(cls, in_marks_of_a_paper(quotation))


class Strong(str):
    """Words that stand out."""

    __slots__ = ()
    kind = "strong"


class Aside(str):
    """Small print within a sentence: how something is known. Not read out, and not counted."""

    __slots__ = ()
    kind = "small"


class Suggested(str):
    """What the program suggests and nobody has taken over yet: in what is for the organisation itself alone."""

    __slots__ = ()


class Translation(Gap):
    """A blank for the translation of the quotation before it, in whose place it is read out."""

    __slots__ = ()


class Field(Gap):
    """A blank that a page lets people fill in, with what it is called in the form."""

    __slots__ = ("key",)
    kind = "field"
    key: str

    def __new__(cls, gap: Gap, key: str) -> "Field":
        """Of a blank."""
        field = super().__new__(cls, gap)
        field.key = key
        return field


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


def quoted(quotation: Quotation) -> Words:
    """Words of others between quotation marks, and where they stand."""
    words = Quoted(quotation)
    return (words, " ", Cited(quotation.place)) if quotation.place else (words,)


def gap(what: str = "") -> Gap:
    """A place to be filled, with what belongs there; without, where a heading says it."""
    return Gap(gettext("[ … %(what)s ]", what=what) if what else "[ … ]")


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

    def words(self) -> Iterator[Words]:
        """What its cells say, a line each."""
        yield from (words for group in self.groups for row in group.rows for cell in row for words in cell)


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


@dataclass(frozen=True, slots=True)
class Blank:
    """A place to be filled in a paper."""

    key: str
    """Which blank it is, whenever the paper is made of that plan with those options."""
    gap: Gap
    under: str
    """The heading or quotation that it follows; "" at the beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper, ready to be written."""

    title: str
    head: str
    """What stands at the top of each page."""
    letterhead: tuple[tuple[str, Words], ...]
    """Who writes to whom, when and for what: a line each, before everything else."""
    parts: tuple[Part, ...]
    notes: tuple[Words, ...] = ()
    """For those who hand it on, not for those who get it: in a file of their own."""
    sources: tuple[Source, ...] = ()
    landscape: bool = False
    small: bool = False
    """Whether it is set in smaller print, for what has to stay on one page."""

    @property
    def tables(self) -> tuple[Table, ...]:
        """Its tables; those of one paper have the same columns."""
        return tuple(part for part in self.parts if isinstance(part, Table))

    def words(self) -> Iterator[Words]:
        """All that it says, letterhead and notes left out, in its order."""
        for part in self.parts:
            match part:
                case Heading(text):
                    yield (text,)
                case Paragraph(words):
                    yield words
                case Table():
                    yield from part.words()

    def cited(self) -> tuple[Place, ...]:
        """The places that it cites, each once, in its order."""
        pieces = (piece for words in self.words() for piece in words)
        return tuple(dict.fromkeys(piece.place for piece in pieces if isinstance(piece, Cited)))

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """The places to be filled, in their order."""
        found: list[Blank] = []
        namer = _BlankNamer()
        self._with_words(lambda words: tuple(namer.seen(piece, found) for piece in words))
        return tuple(found)

    def filled(self, texts: Mapping[str, str]) -> "Paper":
        """The paper with what somebody wrote into its blanks, by their keys; those without a text stay."""
        namer = _BlankNamer()
        return self._with_words(lambda words: tuple(texts.get(namer.key(piece), "") or piece for piece in words))

    def with_fields(self) -> "Paper":
        """The paper with its blanks as fields of a form."""
        namer = _BlankNamer()
        return self._with_words(lambda words: tuple(namer.field(piece) for piece in words))

    def signed_by(self, names: tuple[str, ...]) -> "Paper":
        """The paper with joint signatories in its letterhead; as it is without any."""
        signed = ((gettext("Joint signatories"), (gettext("; ").join(names),)),) if names else ()
        return replace(self, letterhead=(*self.letterhead, *signed))

    def _with_words(self, change: Callable[[Words], Words]) -> "Paper":
        letterhead = tuple((name, change(words)) for name, words in self.letterhead)
        return replace(self, letterhead=letterhead, parts=tuple(_changed(part, change) for part in self.parts))


def _changed(part: Part, change: Callable[[Words], Words]) -> Part:
    match part:
        case Heading(text):
            change((Strong(text),))
            return part
        case Paragraph(words):
            return replace(part, words=change(words))
        case Table():
            groups = (
                replace(group, rows=tuple(_changed_row(row, change) for row in group.rows)) for group in part.groups
            )
            return replace(part, groups=tuple(groups))


def _changed_row(row: Iterable[Cell], change: Callable[[Words], Words]) -> tuple[Cell, ...]:
    return tuple(tuple(change(words) for words in cell) for cell in row)


class _BlankNamer:
    """Names blanks by what stands before them, so that what was typed finds its place in a paper that is made anew."""

    def __init__(self) -> None:
        self._under = ""
        self._count: Counter[str] = Counter()

    def key(self, piece: str) -> str:
        """The key of a blank; "" for another piece."""
        if isinstance(piece, Quoted | Strong):
            self._under = str(piece)
        if not isinstance(piece, Gap):
            return ""
        name = f"{self._under}\n{piece}"
        self._count[name] += 1
        return hashlib.sha256(f"{name}\n{self._count[name]}".encode()).hexdigest()[:16]

    def field(self, piece: str) -> str:
        """The piece itself, a blank as a field."""
        key = self.key(piece)
        return Field(piece, key) if isinstance(piece, Gap) else piece

    def seen(self, piece: str, found: list[Blank]) -> str:
        """The piece itself; a blank is added to those found."""
        key = self.key(piece)
        if key and isinstance(piece, Gap):
            found.append(Blank(key, piece, self._under))
        return piece
