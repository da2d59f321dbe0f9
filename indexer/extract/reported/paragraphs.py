"""Cut a report into numbered paragraphs under their headings, with the notes that each calls.

"II. Implementation of recommendations …"        a heading, by its Roman number
"B. Institutional framework"                     … its letter
"1. Equality and non-discrimination"             … its number: set in bold, it is no paragraph
"Recommendations 22, 31–39"                      … its type
"10. The Ombudsman has applied for …"            a paragraph: numbers count on through the document
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from indexer.extract.reported.notes import NOTES_HEADING, numbers_of_mark
from indexer.text.lines import AFTER_MARK, join_lines
from models.records.documents import Line, ReadDocument

MOST_LEFT_OUT = 2
"""Paragraph numbers that may be missing: their lines could not be read."""
SAME_LEFT = 3.0
"""Points by which left edges of paragraphs differ."""
SPACE_APART = 1.6
"""Of the size of letters, from line to line: more than this parts paragraphs and headings."""
MAX_HEADING_WORDS = 45
_NUMBER = re.compile(rf"(\d{{1,3}})\s?\.{AFTER_MARK}")
_ITEM = re.compile(r"(?:\((?:[a-z]|[ivx]{1,5})\)|[•▪●◦–—-])\s*(?=\S)")
_BULLET = re.compile(r"[•▪●◦\uf0b7]")
_ROMAN = re.compile(rf"([IVXL]{{1,6}})\.{AFTER_MARK}")
_LETTER = re.compile(rf"([A-Z])\.{AFTER_MARK}")
_DIGIT = re.compile(rf"(\d{{1,2}})\.{AFTER_MARK}")
_SENTENCE_END = re.compile(r"[.;:!?][)\]”\"’'»\d]*$")
_OF_THE_PAGE = re.compile(r"[*∗†]|GE\.\d|A/HRC/WG\.6/\d+/[A-Z]{3}/\d$|[\ue000-\uf8ff\s]{4,}$")
"""Starred notes, job numbers, symbols, bar codes: what text files keep of the head and foot of a page."""
ROMAN, LETTER, DIGIT, BOLD, ITALIC = range(1, 6)
"""Levels of headings, the widest first."""
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading above a paragraph."""

    level: int
    text: str
    """Without its mark."""
    notes: tuple[int, ...]
    """Numbers of the notes that it calls."""


@dataclass(slots=True)
class NumberedParagraph:
    """A numbered paragraph as it is printed."""

    number: str
    page: int
    headings: tuple[Heading, ...]
    """The widest first."""
    parts: list[list[Line]] = field(default_factory=list)
    """The stem and each item: their lines."""

    @property
    def text(self) -> str:
        """The words as printed, each part on a line of its own."""
        return "\n".join(filter(None, map(join_lines, self.parts)))

    @property
    def notes(self) -> tuple[int, ...]:
        """Numbers of the notes that it calls."""
        return _notes_called(line for part in self.parts for line in part)

    @property
    def has_ended(self) -> bool:
        """Whether its last line ends a sentence."""
        return _SENTENCE_END.search(self.last_line.text) is not None

    @property
    def last_line(self) -> Line:
        """The last line read so far."""
        return self.parts[-1][-1]


class _Outline:
    """The headings that hold where the reader is."""

    def __init__(self) -> None:
        self.headings: tuple[Heading, ...] = ()
        self._last_mark: dict[int, int] = {}

    def take(self, groups: Sequence[Sequence[Line]]) -> None:
        """Read the headings that stand above one paragraph, in their order."""
        for lines in groups:
            words = join_lines(lines)
            level, mark = self._level(words, lines[0])
            text = words[mark:].strip()
            kept = tuple(heading for heading in self.headings if heading.level < level)
            self.headings = (*kept, Heading(level, text, _notes_called(lines)))

    def _level(self, words: str, line: Line) -> tuple[int, int]:
        """How wide a heading is, and how many characters its mark takes."""
        if (roman := _ROMAN.match(words)) and self._counts_on(ROMAN, _value_of_roman(roman[1])):
            return self._marked(ROMAN, _value_of_roman(roman[1])), roman.end()
        if letter := _LETTER.match(words):
            return self._marked(LETTER, ord(letter[1]) - ord("A") + 1), letter.end()
        if digit := _DIGIT.match(words):
            return self._marked(DIGIT, int(digit[1])), digit.end()
        return (BOLD if line.bold else ITALIC), 0

    def _counts_on(self, level: int, value: int) -> bool:
        """Whether "C.", "D.", "I.", "L." or "V." is a Roman number here: the next one, and not the next letter."""
        is_next_letter = self._last_mark.get(LETTER, 0) + 1 == value_of_letter_like(value)
        return value == self._last_mark.get(level, 0) + 1 and not (is_next_letter and value > 1)

    def _marked(self, level: int, value: int) -> int:
        self._last_mark[level] = value
        for narrower in range(level + 1, DIGIT + 1):
            self._last_mark.pop(narrower, None)
        return level


def value_of_letter_like(value: int) -> int:
    """Where in the alphabet a letter stands that is also a Roman number; 0 for a number of several letters."""
    letters = {roman: ord(letter) - ord("A") + 1 for letter, roman in _ROMAN_VALUES.items()}
    return letters.get(value, 0)


def _value_of_roman(number: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in number]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def numbered_paragraphs(document: ReadDocument) -> Iterator[NumberedParagraph]:
    """The numbered paragraphs in reading order; cover, contents and what follows "Notes" are left out."""
    outline = _Outline()
    current: NumberedParagraph | None = None
    pending: list[Line] = []
    behind_heading = False
    typed = any(line.size for line in document.lines)
    for line in body_of(document):
        if _OF_THE_PAGE.match(line.text):
            continue
        number = _number(line, current, may_begin=behind_heading or bool(pending))
        if number:
            if current:
                yield current
            outline.take(_headings(pending, typed=typed) if current or typed else _after_cover(pending))
            current = NumberedParagraph(number[1], line.page, outline.headings, [[_without(line, number.end())]])
            pending, behind_heading = [], False
        elif current is None or _may_be_heading(line, current, pending, typed=typed):
            pending.append(line)
        else:
            # A table may stand between a heading and the first paragraph below it: compilations of 2014.
            if typed and any(_has_mark(each) for each in pending):
                outline.take(_headings(pending, typed=True))
                behind_heading = True
            for more in (*pending, line):
                _continue(current, more)
            pending = []
    if current:
        yield current


def body_of(document: ReadDocument) -> tuple[Line, ...]:
    """The lines before the heading "Notes"."""
    return document.lines[: _start_of_notes(document.lines)]


def end_of(document: ReadDocument) -> tuple[Line, ...]:
    """The lines behind the heading "Notes" and those at the feet of pages, in the order of the pages."""
    behind = document.lines[_start_of_notes(document.lines) + 1 :]
    return tuple(sorted((*behind, *document.notes), key=lambda line: line.page))


def _start_of_notes(lines: Sequence[Line]) -> int:
    headings = [place for place, line in enumerate(lines) if NOTES_HEADING.fullmatch(line.text)]
    return headings[-1] if headings else len(lines)


def _number(line: Line, current: NumberedParagraph | None, *, may_begin: bool) -> re.Match[str] | None:
    """The number that opens a paragraph here: the next one; `may_begin`: a heading stands before it.

    In bold it numbers a heading, unless it stands where the paragraphs' numbers do: some paragraphs begin with a bold
    topic ("19. Slovenia ensures *protection against interference*" in national reports of 2019).
    """
    found = _NUMBER.match(line.text)
    if found is None:
        return None
    if current is None:
        return found if int(found[1]) == 1 and not line.bold else None
    # Margins of left and right pages may differ: reports of 2009.
    lefts = (current.parts[0][0].left, current.last_line.left)
    if line.bold and all(abs(line.left - left) > SAME_LEFT for left in lefts):
        return None
    last, number = int(current.number), int(found[1])
    if may_begin or current.has_ended:
        return found if last < number <= last + 1 + MOST_LEFT_OUT else None
    return found if number == last + 1 and _may_have_ended(current, line) else None


def _may_have_ended(paragraph: NumberedParagraph, following: Line) -> bool:
    """Whether a paragraph may end without a full stop: with an address in brackets, a table, a list of titles."""
    return (
        paragraph.last_line.text.endswith(")")
        or any(_BULLET.match(line.text) for part in paragraph.parts for line in part)
        or is_apart(paragraph.last_line, following)
    )


def is_apart(line: Line, following: Line) -> bool:
    """Whether there is more space between two lines of a page than between lines of a paragraph."""
    return line.size > 0 and line.page == following.page and following.top - line.top > SPACE_APART * line.size


def _may_be_heading(line: Line, current: NumberedParagraph, pending: Sequence[Line], *, typed: bool) -> bool:
    text = line.text
    if not pending and not current.has_ended and not (line.bold and is_apart(current.last_line, line)):
        return False
    if _ITEM.match(text) or len(text.split()) > MAX_HEADING_WORDS:
        return False
    if typed:
        return line.bold or line.italic
    # "IV. Implementation of international human rights obligations, / taking into account …": compilations since 2017.
    goes_on = text[-1:] == "," and _ROMAN.match(text) is not None
    return (bool(pending) or text[:1].isupper() or text[:1].isdecimal()) and (goes_on or text[-1:] not in ".;:,")


def _headings(lines: Sequence[Line], *, typed: bool) -> list[list[Line]]:
    """Lines of headings brought together: what goes on in the same type, without a mark of its own."""
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1][-1], line, typed=typed):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _after_cover(lines: Sequence[Line]) -> list[list[Line]]:
    """Of a text without type: the headings right above the first paragraph, without the cover."""
    marked = [place for place, line in enumerate(lines) if _ROMAN.match(line.text)]
    return _headings(lines[marked[-1] :], typed=False) if marked else []


def _goes_on(line: Line, following: Line, *, typed: bool) -> bool:
    has_mark = _has_mark(following)
    if not typed:
        return not has_mark and following.text[:1].islower()
    same_type = (line.bold, line.italic, line.size) == (following.bold, following.italic, following.size)
    return same_type and not is_apart(line, following) and not has_mark


def _has_mark(line: Line) -> bool:
    """Whether it may be a heading that counts on: "II. …", "A. …", "1. …"."""
    return any(mark.match(line.text) for mark in (_ROMAN, _LETTER, _DIGIT))


def _continue(paragraph: NumberedParagraph, line: Line) -> None:
    if _ITEM.match(line.text) and paragraph.has_ended:
        paragraph.parts.append([line])
    else:
        paragraph.parts[-1].append(line)


def _without(line: Line, end: int) -> Line:
    marks = tuple((max(place - end, 0), mark) for place, mark in line.marks)
    return Line(
        line.text[end:], line.page, line.left, line.right, line.top, line.size, line.bold, line.italic, (), marks
    )


def _notes_called(lines: Iterator[Line] | Sequence[Line]) -> tuple[int, ...]:
    return tuple(number for line in lines for _, mark in line.marks for number in numbers_of_mark(mark))
