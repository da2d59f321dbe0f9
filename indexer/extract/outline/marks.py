"""What lines begin and end with: numbers, letters, bullets, footnote marks; ends of sentences, lists left open."""

import re
from collections.abc import Iterator
from dataclasses import replace

from indexer.extract.thresholds import NUMBERS_OF_MARK
from models.languages.read_languages import word_of_any_language
from models.numbers.number_lists import DASHES
from models.records.documents import Line
from models.texts.sentences import BULLETS

AFTER_MARK = r"(?:\s+(?=\S)|(?=[“\"«(]?[^\W\d_](?!\.)))"
"""Behind the number or letter of a paragraph or heading: white space, which copies from web pages lose
("A.Introduction", "12.The Committee"). Letters of an abbreviation ("U.S.") are no such mark."""
NUMBER = re.compile(rf"(\d{{1,4}})\s?\.{AFTER_MARK}")
"""Of a paragraph; a report of a session of the Council counts beyond 1,000."""
ROMAN = re.compile(rf"([IVXL]{{1,6}})\s?[.)]{AFTER_MARK}")
LETTER = re.compile(rf"([A-Z])\s?[.)]{AFTER_MARK}")
DIGIT = re.compile(rf"(\d{{1,2}})\.{AFTER_MARK}")
"""Marks of headings."""
LETTERED = re.compile(r"\(([a-z]{1,4})\)\s*(?=\S)")
"""Of a sub-paragraph, by letter or small Roman number."""
BULLET = re.compile(rf"[{BULLETS}]\s*(?=\S)")
DASH = re.compile(rf"[{DASHES}]\s+(?=\S)")
_SENTENCE_END = re.compile(r"[.;:!?][)\]”\"’'»\d]*$")
_CLOSED = re.compile(r"[.:;!?)\]”\"’»]\s*$")
_BEFORE_ITEM = re.compile(rf"(?:,|{word_of_any_language(lambda words: words.layout.joining)})[)\]”\"’'\d]*$")
_LEADS_ON = re.compile(rf"\b{word_of_any_language(lambda words: words.layout.last_joining)}\s*$")
_BETWEEN_NUMBERS = word_of_any_language(lambda words: (*words.layout.last_joining, *words.layout.to))
_OPEN_LIST = re.compile(rf"(?<!\s)\s*+(?:[{DASHES},;]|{_BETWEEN_NUMBERS})\s*$")
_NOTE_MARKS = re.compile(r"(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def counts_on(number: int, last: int, missing: int) -> bool:
    """Whether a number goes on with a count; so many between may be missing, misprinted or unreadable."""
    return last < number <= last + 1 + missing


def behind_mark(line: Line, end: int) -> Line:
    """The line without its first `end` characters, a mark; cells and footnote marks keep their places."""
    marks = tuple((max(place - end, 0), mark) for place, mark in line.marks)
    return replace(line, text=line.text[end:], marks=marks, cells=tuple(_cells_behind(line, end)))


def _cells_behind(line: Line, end: int) -> Iterator[tuple[float, float, str]]:
    """The cells whose text stands behind a place of the line; one that begins before it loses its beginning."""
    begins = 0
    for left, right, text in line.cells:
        rest = text[max(0, end - begins) :].lstrip() if end > begins else text
        begins += len(text) + 1
        if rest:
            yield left, right, rest


def begins_item(text: str) -> bool:
    """Whether a line begins with a bullet, a dash or the letter of a sub-paragraph."""
    return any(mark.match(text) for mark in (LETTERED, BULLET, DASH))


def has_mark_of_heading(text: str) -> bool:
    """Whether a line may be a heading that counts on: "II. …", "A. …", "1. …"."""
    return any(mark.match(text) for mark in (ROMAN, LETTER, DIGIT))


def ends_sentence(text: str) -> bool:
    """Whether a line ends with the end of a sentence, notes and brackets behind it aside."""
    return _SENTENCE_END.search(text) is not None


def may_end(text: str) -> bool:
    """Whether a paragraph may end with a line: with a sentence, an address in brackets, a quotation."""
    return _CLOSED.search(text) is not None


def precedes_item(text: str) -> bool:
    """Whether a sub-paragraph may follow: behind a sentence, a comma, an "and"."""
    return ends_sentence(text) or _BEFORE_ITEM.search(text) is not None


def leads_on(text: str) -> bool:
    """Whether a line ends with an "and"."""
    return _LEADS_ON.search(text) is not None


def open_end_of_list(text: str) -> int | None:
    """Where what leaves a list of numbers open begins ("… 61.4, 61.5 and"), None where nothing does."""
    found = _OPEN_LIST.search(text)
    return found.start() if found else None


def value_of_roman(number: str) -> int:
    """14 for "XIV"."""
    values = [_ROMAN_VALUES[letter] for letter in number]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def place_in_alphabet(letter: str) -> int:
    """1 for "A"."""
    return ord(letter) - ord("A") + 1


def numbers_of_mark(mark: str) -> Iterator[int]:
    """The notes that a footnote mark calls: "12", "1, 2", "3–5"; none for stars."""
    for found in _NOTE_MARKS.finditer(mark):
        first, last = int(found[1]), int(found[2] or found[1])
        yield from range(first, min(last, first + NUMBERS_OF_MARK) + 1)
