"""Cut concluding observations into numbered paragraphs with their headings and sub-paragraphs.

    "C. Principal matters of concern and recommendations"   a section
    "Detention conditions"                                  a heading
    "33. The Committee is concerned about:"                 a paragraph: numbers count on through the document
    "(a) The crowding of …"                                 its sub-paragraph

A heading is told by what surrounds it: it stands after the end of a sentence, has no full stop of its own, and a
numbered paragraph (or another heading) follows. Where a document has bold or italic lines, a heading is one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from indexer.text.lines import AFTER_MARK, join_lines
from models.records.documents import Line, ReadDocument

MOST_LEFT_OUT = 20
"""Paragraph numbers that may be missing between two paragraphs of an excerpt."""
MAX_HEADING_WORDS = 30
PARAGRAPH_GAP = 1.6
"""Distance of two lines, in sizes of their type, from which the second begins a paragraph."""
_NUMBER = re.compile(r"(\d{1,3})\s?\.\s*(?=[^\W\d]|[(“\"‘'])")
_SUB_PARAGRAPH = re.compile(r"\(([a-z]{1,4})\)\s*(?=\S)")
_SECTION_MARK = re.compile(rf"(?:[A-Z]|[IVX]{{1,5}})\.{AFTER_MARK}")
_ANY_MARK = re.compile(rf"^(?:[A-Z]|[IVX]{{1,5}}|\d{{1,2}})\.{AFTER_MARK}")
_SENTENCE_END = re.compile(r"[.;:!?][)\]”\"’'\d]*$")
_BEFORE_ITEM = re.compile(r"(?:[,.;:!?]|\b(?:and|or))[)\]”\"’'\d]*$")
_FOOTNOTE = re.compile(r"[*∗†]|GE\.\d")


@dataclass(slots=True)
class ObservationParagraph:
    """A numbered paragraph."""

    number: str
    page: int
    section: str
    """The heading with a letter or Roman number above it, without that mark; "" for none."""
    heading: str
    """The nearest heading above it, "" for none."""
    parts: list[list[Line]] = field(default_factory=list)
    """Stem, sub-paragraphs, and paragraphs without a number: the lines of each."""

    @property
    def text(self) -> str:
        """The words as printed, each part on a line of its own."""
        return "\n".join(filter(None, map(join_lines, self.parts)))

    @property
    def last_words(self) -> str:
        """How the last line ends."""
        return self.parts[-1][-1].text


@dataclass(slots=True)
class _Headings:
    section: str = ""
    heading: str = ""

    def take(self, printed: Iterable[str]) -> None:
        """Read headings that stand above one paragraph, the widest first."""
        for words in printed:
            self.heading = _ANY_MARK.sub("", words, count=1).strip()
            if _SECTION_MARK.match(words):
                self.section = self.heading


def observation_paragraphs(document: ReadDocument) -> Iterator[ObservationParagraph]:
    """The numbered paragraphs in reading order; cover, footnotes and what follows the last one are left out."""
    formatted = any(line.bold or line.italic for line in document.lines)
    headings = _Headings()
    current: ObservationParagraph | None = None
    pending: list[Line] = []
    for line in document.lines:
        if _FOOTNOTE.match(line.text):
            continue
        if number := _number(line, current, pending):
            if current:
                yield current
            headings.take(_joined_headings(pending))
            rest = _without(line, number.end())
            current = ObservationParagraph(number[1], line.page, headings.section, headings.heading, [[rest]])
            pending = []
        elif current is None or _may_be_heading(line, current, pending, formatted):
            pending.append(line)
        else:
            # No number followed: what looked like a heading was text of the paragraph.
            for text_line in (*pending, line):
                _continue(current, text_line)
            pending = []
    if current:
        yield current


def _number(line: Line, current: ObservationParagraph | None, pending: Sequence[Line]) -> re.Match[str] | None:
    """The number that opens a paragraph here: the next one, after the end of the paragraph before."""
    found = _NUMBER.match(line.text)
    if found is None:
        return None
    number = int(found[1])
    if current is None:
        return found if number == 1 else None
    last = int(current.number)
    has_ended = bool(pending) or _SENTENCE_END.search(current.last_words)
    return found if has_ended and last < number <= last + MOST_LEFT_OUT else None


def _may_be_heading(line: Line, current: ObservationParagraph, pending: Sequence[Line], formatted: bool) -> bool:
    """Whether a line behind the end of a paragraph is, or goes on with, a heading of the next."""
    text = line.text
    if not pending and not _SENTENCE_END.search(current.last_words):
        return False
    if _SUB_PARAGRAPH.match(text) or text.endswith((".", ";", ":", ",")) or len(text.split()) > MAX_HEADING_WORDS:
        return False
    if formatted:
        return line.bold or line.italic
    # Documents read as text alone have no type: a capital or a number tells, but not of the second line of a heading.
    begins_so = text[:1].isupper() or text[:1].isdecimal()
    return begins_so or bool(pending)


def _joined_headings(lines: Sequence[Line]) -> Iterator[str]:
    """Headings; one that takes several printed lines is joined."""
    group: list[Line] = []
    for line in lines:
        if group and not _goes_on(group[-1], line):
            yield join_lines(group)
            group = []
        group.append(line)
    if group:
        yield join_lines(group)


def _goes_on(line: Line, following: Line) -> bool:
    """Whether two lines are one heading; where only words are known, the second does not begin with a capital."""
    if not line.size:
        return following.text[:1].islower()
    same_type = (line.bold, line.italic, line.size) == (following.bold, following.italic, following.size)
    return same_type and not _begins_paragraph(line, following) and not _ANY_MARK.match(following.text)


def _begins_paragraph(line: Line, following: Line) -> bool:
    """Whether white space parts two lines; unplaced lines are paragraphs each, but for those cut off at their end."""
    if not line.size:
        return _SENTENCE_END.search(line.text) is not None
    return line.page == following.page and following.top - line.top > PARAGRAPH_GAP * following.size


def _continue(paragraph: ObservationParagraph, line: Line) -> None:
    last = paragraph.parts[-1][-1]
    is_item = _SUB_PARAGRAPH.match(line.text) and _BEFORE_ITEM.search(last.text)
    is_parted = _begins_paragraph(last, line) and _SENTENCE_END.search(last.text)
    if is_item or is_parted:
        paragraph.parts.append([line])
    else:
        paragraph.parts[-1].append(line)


def _without(line: Line, end: int) -> Line:
    return Line(line.text[end:], line.page, line.left, line.right, line.top, line.size, line.bold, line.italic)
