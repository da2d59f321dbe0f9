"""The tree of headings that holds where a reader is: "II. …", "B. …", "1. …", then bold and italic ones."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from indexer.extract.outline.marks import (
    DIGIT,
    LETTER,
    ROMAN,
    numbers_of_mark,
    place_in_alphabet,
    value_of_roman,
)
from indexer.text.lines import join_lines
from models.records.documents import Line


class Level(IntEnum):
    """How wide a heading is, the widest first."""

    ROMAN = 1
    LETTER = 2
    DIGIT = 3
    BOLD = 4
    ITALIC = 5
    ITEM = 6
    """A recommendation printed above what was done on it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading above a paragraph."""

    level: Level
    text: str
    """Without its mark."""
    notes: tuple[int, ...] = ()
    """Numbers of the notes that it calls."""


class HeadingTree:
    """The headings that hold, the widest first, and what their marks have counted to."""

    def __init__(self) -> None:
        self.headings: tuple[Heading, ...] = ()
        self._last_mark: dict[Level, int] = {}

    def take(self, lines: Sequence[Line]) -> Heading:
        """Read the next heading, of one line or more."""
        words = join_lines(lines)
        level, value, mark = self._level(words, lines[0])
        if value:
            self._last_mark = {wider: last for wider, last in self._last_mark.items() if wider < level}
            self._last_mark[level] = value
        heading = Heading(level, words[mark:].strip(), notes_called(lines))
        self.headings = (*(above for above in self.headings if above.level < level), heading)
        return heading

    def _level(self, words: str, line: Line) -> tuple[Level, int, int]:
        """How wide a heading is, what its mark counts (0 for none), and how many characters the mark takes."""
        if (roman := ROMAN.match(words)) and self._counts_on_as_roman(roman[1]):
            return Level.ROMAN, value_of_roman(roman[1]), roman.end()
        if letter := LETTER.match(words):
            return Level.LETTER, place_in_alphabet(letter[1]), letter.end()
        if digit := DIGIT.match(words):
            return Level.DIGIT, int(digit[1]), digit.end()
        return (Level.BOLD if line.bold else Level.ITALIC), 0, 0

    def _counts_on_as_roman(self, number: str) -> bool:
        """Whether "I.", "V.", "X." or "L." is a Roman number here: the first or the next one, and not the next letter.

        Headings A to K have an "I." of their own.
        """
        if len(number) > 1:
            return True
        is_next_letter = place_in_alphabet(number) == self._last_mark.get(Level.LETTER, 0) + 1
        is_next = value_of_roman(number) in (1, self._last_mark.get(Level.ROMAN, 0) + 1)
        return is_next and not is_next_letter


def notes_called(lines: Iterable[Line]) -> tuple[int, ...]:
    """Numbers of the notes that lines call."""
    return tuple(number for line in lines for _, mark in line.marks for number in numbers_of_mark(mark))
