"""Cut a document into numbered paragraphs under their headings: one machine for every kind whose numbers count on.

    "II. Implementation of recommendations …"   a heading, by its Roman number
    "B. Institutional framework"                … its letter
    "1. Equality and non-discrimination"        … its number: set in bold, it is no paragraph
    "Detention conditions"                      … its type
    "33. The Committee is concerned about:"     a paragraph: numbers count on through the document
    "(a) The crowding of …"                     its sub-paragraph

A heading is told by what surrounds it: it stands behind the end of a sentence, and a numbered paragraph or another
heading follows. Where a document has bold or italic lines, a heading is one; text alone has capitals. What differs from
kind to kind is in its profile.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from indexer.extract.outline.headings import Heading, HeadingTree, notes_called
from indexer.extract.outline.marks import (
    BULLET,
    LETTER,
    LETTERED,
    NUMBER,
    ROMAN,
    begins_item,
    behind_mark,
    counts_on,
    ends_sentence,
    has_mark_of_heading,
    leads_on,
    precedes_item,
)
from indexer.extract.outline.spacing import Spacing
from indexer.extract.thresholds import HEADING_WORDS, LINES_OF_TITLE, SAME_LEFT
from indexer.text.lines import join_lines
from models.records.documents import Line

_OF_THE_PAGE = re.compile(r"[*∗†]|GE\.\d|A/HRC/WG\.6/\d+/[A-Z]{3}/\d$|[\ue000-\uf8ff\s]{4,}$")
"""Starred notes, job numbers, symbols, bar codes: what text files keep of the head and foot of a page."""

_OF_CONTENTS = re.compile(r"(?:(?<!\.)\.{4,}+|(?<![.\s]\s)\.(?:\s\.){3,}+|(?<!…)…{2,}+)[\s\d–−-]*+$")
"""A line of a table of contents, whose dots lead to a page: neither it nor what stands above it is a heading."""


@dataclass(frozen=True, slots=True)
class Profile:
    """How documents of one kind are laid out."""

    missing: int
    """Numbers of paragraphs that may be missing between two."""
    first: int | None = 1
    """The number of the first paragraph, None for any."""
    heading: re.Pattern[str] | None = None
    """How headings begin, where their words are known; numbers may then stand behind any line."""
    headings_are_open: bool = False
    """Whether no heading ends with a full stop, colon, semicolon or comma."""
    bold_numbers: bool = True
    """Whether a number in bold opens a paragraph. Elsewhere it does only where the paragraphs' numbers stand: some
    begin with a bold topic ("19. Slovenia ensures *protection against interference*", national reports of 2019)."""
    parted_by_space: bool = False
    """Whether white space behind a sentence begins a part of its own; in text alone, each line that ends one does."""


@dataclass(slots=True)
class OutlineParagraph:
    """A numbered paragraph as it is printed."""

    number: str
    page: int
    headings: tuple[Heading, ...]
    """The widest first."""
    parts: list[list[Line]] = field(default_factory=list)
    """The stem, each item, and paragraphs without a number: their lines."""

    @property
    def text(self) -> str:
        """The words as printed, each part on a line of its own."""
        return "\n".join(filter(None, map(join_lines, self.parts)))

    @property
    def lines(self) -> list[Line]:
        """All its lines."""
        return [line for part in self.parts for line in part]

    @property
    def notes(self) -> tuple[int, ...]:
        """Numbers of the notes that it calls."""
        return notes_called(self.lines)

    @property
    def last_line(self) -> Line:
        """The last line read so far."""
        return self.parts[-1][-1]

    @property
    def has_ended(self) -> bool:
        """Whether its last line ends a sentence."""
        return ends_sentence(self.last_line.text)


def outlined(lines: Sequence[Line], profile: Profile) -> Iterator[OutlineParagraph]:
    """The numbered paragraphs in reading order, without what stands above the first."""
    outliner = _Outliner(lines, profile)
    contents = _lines_of_contents(lines)
    for place, line in enumerate(lines):
        if place in contents:
            outliner.pending.clear()
        elif not _OF_THE_PAGE.match(line.text):
            yield from outliner.take(line)
    yield from outliner.finish()


def _lines_of_contents(lines: Sequence[Line]) -> set[int]:
    """The places of the lines of tables of contents, those between two with dots too: they are titles that take
    several lines or have no room for dots, or stand at the head of a page. One line of dots in itself is none."""
    dotted = [place for place, line in enumerate(lines) if _OF_CONTENTS.search(line.text)]
    contents: set[int] = set()
    for before, after in pairwise(dotted):
        if after - before <= LINES_OF_TITLE:
            contents.update(range(before, after + 1))
    return contents


class _Outliner:
    """Walks the lines once: the open paragraph, the lines that may be headings of the next, the headings that hold."""

    def __init__(self, lines: Sequence[Line], profile: Profile) -> None:
        self.profile = profile
        self.spacing = Spacing.of(lines)
        self.typed = any(line.bold or line.italic for line in lines)
        """Whether the document has type; text alone has none."""
        self.tree = HeadingTree()
        self.current: OutlineParagraph | None = None
        self.pending: list[Line] = []
        self.behind_heading = False

    def take(self, line: Line) -> Iterator[OutlineParagraph]:
        """Read a line, and yield the paragraph that it ends."""
        if number := self._number(line):
            yield from self.finish()
            self._open(line, number)
        elif number := self._first_again(line):
            self._begin_again(line, number)
        elif self.current is None:
            if _OF_CONTENTS.search(line.text):
                self.pending.clear()
            else:
                self.pending.append(line)
        elif self._may_be_heading(line, self.current):
            self.pending.append(line)
        else:
            self._continue(self.current, line)

    def finish(self) -> Iterator[OutlineParagraph]:
        """Yield the open paragraph, if there is one."""
        if self.current:
            yield self.current

    def _open(self, line: Line, number: re.Match[str]) -> None:
        above = self.pending if self.current or self.typed else _below_cover(self.pending)
        self._take_headings(above)
        rest = behind_mark(line, number.end())
        self.current = OutlineParagraph(number[1], line.page, self.tree.headings, [[rest]])
        self.pending, self.behind_heading = [], False

    def _continue(self, paragraph: OutlineParagraph, line: Line) -> None:
        """Add a line to the open paragraph, with what looked like a heading and no number followed."""
        # A table may stand between a heading and the first paragraph below it: compilations of 2014.
        if self.typed and any(has_mark_of_heading(above.text) for above in self.pending):
            self._take_headings(self.pending)
            self.behind_heading = True
        for text_line in (*self.pending, line):
            if self._begins_part(paragraph, text_line):
                paragraph.parts.append([text_line])
            else:
                paragraph.parts[-1].append(text_line)
        self.pending = []

    def _begins_part(self, paragraph: OutlineParagraph, line: Line) -> bool:
        before = paragraph.last_line
        if LETTERED.match(line.text) and precedes_item(before.text):
            return True
        if not paragraph.has_ended:
            return False
        is_parted = self.spacing.parts(before, line) or not line.size
        return begins_item(line.text) or (self.profile.parted_by_space and is_parted)

    def _number(self, line: Line) -> re.Match[str] | None:
        """The number that opens a paragraph here: the next one, behind the end of the paragraph before."""
        found = NUMBER.match(line.text)
        if found is None or (line.bold and not self._may_be_bold(line)):
            return None
        number = int(found[1])
        if self.current is None:
            return found if self.profile.first in (None, number) else None
        last = int(self.current.number)
        if self.profile.heading or self.pending or self.behind_heading or self.current.has_ended:
            return found if counts_on(number, last, self.profile.missing) else None
        return found if number == last + 1 and self._may_have_ended(self.current, line) else None

    def _first_again(self, line: Line) -> re.Match[str] | None:
        """The number of the first paragraph, where what was taken for it is a list that stands before it.

        "1. IMO  International Maritime Organization / 2. …", abbreviations of a national report of 2009, ends no
        sentence; what leads to a list within the first paragraph does.
        """
        found = NUMBER.match(line.text)
        is_first = found is not None and self.profile.first == int(found[1])
        if self.current is None or not is_first or self.current.number != str(self.profile.first):
            return None
        return None if any(ends_sentence(above.text) for above in self.current.lines) else found

    def _begin_again(self, line: Line, number: re.Match[str]) -> None:
        """Open the first paragraph anew, below what is set in bold or italics right above it."""
        above = [*(self.current.lines if self.current else ()), *self.pending]
        typed = [place for place, other in enumerate(above) if not (other.bold or other.italic)]
        self.tree = HeadingTree()
        self.pending = above[typed[-1] + 1 :] if typed else []
        self._open(line, number)

    def _may_be_bold(self, line: Line) -> bool:
        if self.profile.bold_numbers:
            return True
        if self.current is None:
            return False
        # Margins of left and right pages may differ: reports of 2009.
        lefts = (self.current.parts[0][0].left, self.current.last_line.left)
        return any(abs(line.left - left) <= SAME_LEFT for left in lefts)

    def _may_have_ended(self, paragraph: OutlineParagraph, following: Line) -> bool:
        """Whether a paragraph may end without a full stop: with an address in brackets, a table, a list of titles."""
        return (
            paragraph.last_line.text.endswith(")")
            or any(BULLET.match(line.text) for line in paragraph.lines)
            or self.spacing.parts(paragraph.last_line, following)
        )

    def _may_be_heading(self, line: Line, current: OutlineParagraph) -> bool:
        """Whether a line behind the end of a paragraph is, or goes on with, a heading of the next."""
        text = line.text
        if self.profile.heading:
            return bool(self.pending) or self.profile.heading.match(text) is not None
        is_set_off = line.bold and self.spacing.parts(current.last_line, line)
        if not (self.pending or current.has_ended or is_set_off):
            return False
        if begins_item(text) or len(text.split()) > HEADING_WORDS:
            return False
        is_open = text.rstrip("”\"’'»")[-1:] not in (".", ";", ":", ",")
        if self.typed:
            return (line.bold or line.italic) and (is_open or not self.profile.headings_are_open)
        # Compilations since 2017: "IV. Implementation of international human rights obligations, / taking into …".
        goes_on = (text.endswith(",") and ROMAN.match(text) is not None) or _is_in_brackets(self.pending, text)
        return (bool(self.pending) or text[:1].isupper() or text[:1].isdecimal()) and (goes_on or is_open)

    def _take_headings(self, lines: Iterable[Line]) -> None:
        """Read headings; what goes on in the same type, without a mark of its own, is one."""
        groups: list[list[Line]] = []
        for line in lines:
            if groups and self._goes_on(groups[-1], line):
                groups[-1].append(line)
            else:
                groups.append([line])
        for group in groups:
            self.tree.take(group)

    def _goes_on(self, heading: Sequence[Line], following: Line) -> bool:
        if self.profile.heading:
            return self.profile.heading.match(following.text) is None
        if has_mark_of_heading(following.text):
            return False
        line = heading[-1]
        if not line.size:
            return following.text[:1].islower() or leads_on(line.text) or _is_in_brackets(heading)
        same_type = (line.bold, line.italic, line.size) == (following.bold, following.italic, following.size)
        return same_type and not self.spacing.parts(line, following)


def _is_in_brackets(heading: Sequence[Line], behind: str = "") -> bool:
    """Whether a bracket of a heading is open at its end: "C. Children (recommendations 92.27–92.29; / 92.60)"."""
    printed = "".join(line.text for line in heading[-LINES_OF_TITLE:]) + behind
    return printed.count("(") > printed.count(")")


def _below_cover(lines: Sequence[Line]) -> Sequence[Line]:
    """Of a text without type: the headings right above the first paragraph, without the cover."""
    for mark in (ROMAN, LETTER):
        if marked := [place for place, line in enumerate(lines) if mark.match(line.text)]:
            return lines[marked[-1] :]
    return ()
