"""Find the sections on voluntary commitments and cut them into their printed items."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from indexer.extract.outline.headings import HeadingTree, Level
from indexer.extract.outline.marks import BULLET, DASH, behind_mark, counts_on
from indexer.extract.outline.spacing import Spacing
from indexer.extract.thresholds import (
    INDENTED,
    MISSING_PLEDGES,
    PLEDGE_HEADING_CHARACTERS,
    PLEDGE_HEADING_LINES,
    SAME_SIZE,
)
from indexer.text.lines import join_lines
from models.languages.read_languages import any_language
from models.records.documents import Line

_PLEDGES = re.compile(any_language(lambda words: words.pledges.headings), re.I)
_OF_PLEDGES = re.compile(any_language(lambda words: words.pledges.nouns), re.I)
_ON_EARLIER_PLEDGES = re.compile(any_language(lambda words: words.pledges.earlier), re.I)
_LAST_PART = re.compile(rf"{any_language(lambda words: f'{words.layout.annex}|{words.layout.notes}')}\b", re.I)
_PARAGRAPH = re.compile(r"(\d{1,3})\s?[.)]\s*(?=\S)")
_LETTERED = re.compile(r"\(?([a-z])\)\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class _PrintedHeading:
    """A heading and the lines that it takes (first, behind the last)."""

    start: int
    end: int
    level: Level
    words: str
    """Without its mark."""
    size: float


@dataclass(frozen=True, slots=True)
class PledgeSection:
    """One section on commitments."""

    heading: str
    lines: tuple[Line, ...]
    """What stands below the heading."""
    spacing: Spacing
    """Of the document."""
    on_earlier: bool = False
    """True for a chapter of a part on how earlier pledges were kept."""


@dataclass(slots=True)
class PrintedItem:
    """A paragraph of the section, or an item of a list in it."""

    paragraph: str | None
    """"113", "77(a)", "63.1"; the paragraph itself for its bullets; None where the section has no numbers."""
    listed: bool
    """True for an item of a list."""
    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words, without number or bullet."""
        return join_lines(self.lines)


def pledge_sections(lines: Sequence[Line]) -> Iterator[PledgeSection]:
    """The sections on commitments, in reading order."""
    spacing = Spacing.of(lines)
    headings = list(_headings(lines, spacing))
    part_on_earlier_pledges = False
    end = 0
    for place, heading in enumerate(headings):
        if heading.level is Level.ROMAN:
            part_on_earlier_pledges = bool(_ON_EARLIER_PLEDGES.search(heading.words))
        if heading.start < end or not _heads_pledges(heading.words):
            continue
        end = next((other.start for other in headings[place + 1 :] if _ends_section(other, heading)), len(lines))
        yield PledgeSection(heading.words, tuple(lines[heading.end : end]), spacing, part_on_earlier_pledges)


def _headings(lines: Sequence[Line], spacing: Spacing) -> Iterator[_PrintedHeading]:
    """The headings in reading order."""
    tree = HeadingTree()
    for start, line in enumerate(lines):
        if _begins_heading(lines, start, spacing):
            end = start + 1
            while end < start + PLEDGE_HEADING_LINES and _continues_heading(lines, start, end, spacing):
                end += 1
            heading = tree.take(lines[start:end])
            yield _PrintedHeading(start, end, heading.level, heading.text, line.size)


def _begins_heading(lines: Sequence[Line], index: int, spacing: Spacing) -> bool:
    line = lines[index]
    if not line.bold or len(line.text) > PLEDGE_HEADING_CHARACTERS or line.text.rstrip().endswith((";", ":")):
        return False
    is_item = _PARAGRAPH.match(line.text) or BULLET.match(line.text) or DASH.match(line.text)
    return not is_item and (index == 0 or spacing.begins_block(lines[index - 1], line))


def _continues_heading(lines: Sequence[Line], start: int, index: int, spacing: Spacing) -> bool:
    """Whether the line at `index` goes on with the heading that begins at `start`."""
    if index >= len(lines) or spacing.begins_block(lines[index - 1], lines[index]):
        return False
    return lines[index].bold and abs(lines[index].size - lines[start].size) < 1


def _heads_pledges(heading: str) -> bool:
    names_pledges = _PLEDGES.match(heading) and _OF_PLEDGES.search(heading)
    return bool(names_pledges) and not _ON_EARLIER_PLEDGES.search(heading)


def _ends_section(heading: _PrintedHeading, of_section: _PrintedHeading) -> bool:
    """Whether a heading stands as high as a section's, by their numbers, or by size where it has none.

    The annex and the notes end every section.
    """
    if _LAST_PART.match(heading.words):
        return True
    is_numbered = heading.level <= Level.LETTER
    return heading.level <= of_section.level if is_numbered else heading.size >= of_section.size - SAME_SIZE


def printed_items(section: PledgeSection) -> list[PrintedItem]:
    """The paragraphs and list items of a section, in reading order; what only introduces a list is left out."""
    lines = section.lines
    in_headings = {
        index for heading in _headings(lines, section.spacing) for index in range(heading.start, heading.end)
    }
    cutter = _Cutter()
    for index, line in enumerate(lines):
        if index not in in_headings:
            before = lines[index - 1] if index else line
            begins_block = before.page == line.page and section.spacing.begins_block(before, line)
            cutter.take(line, new_block=begins_block or index - 1 in in_headings)
    items = cutter.items
    return [item for item, after in zip(items, [*items[1:], None], strict=True) if not _introduces(item, after)]


def _introduces(item: PrintedItem, after: PrintedItem | None) -> bool:
    return after is not None and item.text.endswith(":") and (after.listed or not item.listed)


class _Cutter:
    """Walks the lines once and keeps the counts of paragraphs, of numbered items and of letters."""

    def __init__(self) -> None:
        self.items: list[PrintedItem] = []
        self._paragraph = 0
        self._number = 0
        self._number_left = 0.0
        self._letter = ""

    def take(self, line: Line, *, new_block: bool) -> None:
        """Open an item where the line continues one of the counts, else add the line to the open one."""
        opened = self._numbered(line) or self._lettered(line)
        bullet = BULLET.match(line.text) or DASH.match(line.text)
        if opened:
            self._open(line, opened, listed=bool(self._number or self._letter))
        elif bullet:
            self._open(line, bullet, listed=True)
        elif new_block or not self.items:
            self._open(line, None, listed=False)
        else:
            self.items[-1].lines.append(line)

    def _open(self, line: Line, mark: re.Match[str] | None, *, listed: bool) -> None:
        words = behind_mark(line, mark.end()) if mark else line
        self.items.append(PrintedItem(self._label(), listed, [words]))

    def _label(self) -> str | None:
        numbers = ".".join(str(number) for number in (self._paragraph, self._number) if number)
        return numbers + (f"({self._letter})" if self._letter else "") or None

    def _numbered(self, line: Line) -> re.Match[str] | None:
        match = _PARAGRAPH.match(line.text)
        if match is None:
            return None
        number = int(match[1])
        if self._is_item(number, line):
            self._number, self._number_left = number, line.left
        elif not self._paragraph or counts_on(number, self._paragraph, MISSING_PLEDGES):
            self._paragraph, self._number = number, 0
        else:
            return None
        self._letter = ""
        return match

    def _is_item(self, number: int, line: Line) -> bool:
        """Whether a number counts on in a list, or begins one in a paragraph.

        Where it would be the next paragraph's as well, the left edge tells.
        """
        if number == 1:
            return self._paragraph > 0
        is_next_paragraph = number == self._paragraph + 1
        is_at_list = abs(line.left - self._number_left) < INDENTED
        is_next_item = self._number > 0 and number == self._number + 1
        return is_next_item and (is_at_list or not is_next_paragraph)

    def _lettered(self, line: Line) -> re.Match[str] | None:
        match = _LETTERED.match(line.text)
        expected = chr(ord(self._letter) + 1) if self._letter else "a"
        if match is None or match[1] != expected:
            return None
        self._letter = match[1]
        return match
