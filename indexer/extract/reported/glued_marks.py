"""Find the footnote marks of a text that has lost its type: digits glued to the words before them, or below these.

"… were still pending.16 The team", "Equality and non-discrimination21", "human rights bodies1, 2"

Marks count on through a document, so that a number is one only where it is the next: a year, an article or a code
("JS16", "CO2", "23.3") hardly ever is.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from indexer.extract.outline.marks import AFTER_MARK, NUMBER, counts_on, ends_sentence, has_mark_of_heading
from indexer.extract.thresholds import MISSING_NUMBERS
from models.records.documents import Line

_GLUED = re.compile(
    r"(?:[^\W\d_]|(?:[^\W\d]|\)|”|’|\"|»|\b(?:19|20)\d\d)[.,;:]|[)”’\"»]|[.;:]\s(?=\d{1,3}$))(?P<mark>\d{1,3}(?:\s?[,–-]\s?\d{1,3})*)"
    r"(?![\w%/]|[.,]\d)"
)
_OPENS_BODY = re.compile(rf"(?:I|A|1)\.{AFTER_MARK}")
"""The first heading or paragraph. Dates on covers lose their dashes: "21 January1 February 2019"."""
_CODE = re.compile(r"\b(?:JS|CO|[A-Z]+/[A-Z]*)$")
_ALONE = re.compile(r"\d{1,3}(?:\s?[,–-]\s?\d{1,3}|\s\d{1,3})+")
_COMMA_OF_MARKS = " ,"
"""Left behind by two raised marks with a comma between: "… mechanisms and bodies ," before the line "1 2"."""
_NUMBER = re.compile(r"\d+")


def with_glued_marks(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The lines, with their marks taken out of their texts; marks alone on a line belong to the one before."""
    last = 0
    lines = list(lines)
    start = next((place for place, line in enumerate(lines) if _OPENS_BODY.match(line.text)), 0)
    marked: list[Line] = lines[:start]
    for line, following in zip(lines[start:], [*lines[start + 1 :], None], strict=True):
        if marked and _is_marks_alone(line, marked[-1], following) and _go_on(last, _numbers(line.text)):
            last = _numbers(line.text)[-1]
            before = marked[-1].text.removesuffix(_COMMA_OF_MARKS)
            numbers = re.sub(r"(?<=\d)\s(?=\d)", ", ", line.text)
            marked[-1] = replace(marked[-1], text=before, marks=(*marked[-1].marks, (len(before), numbers)))
        else:
            line, last = _without_marks(line, last)
            marked.append(line)
    return tuple(marked)


def _is_marks_alone(line: Line, before: Line, following: Line | None) -> bool:
    """Whether a line may be marks alone: several, or one between a heading, which it ends, and what begins below.

    Any other number alone is rather that of a page.
    """
    if not line.text.isdecimal():
        return _ALONE.fullmatch(line.text) is not None
    begins = following is not None and (has_mark_of_heading(following.text) or NUMBER.match(following.text))
    return bool(begins) and not ends_sentence(before.text)


def _without_marks(line: Line, last: int) -> tuple[Line, int]:
    """The line without the marks that follow the `last` one, and the last of its own."""
    text, marks = "", list(line.marks)
    copied = 0
    for found in _GLUED.finditer(line.text):
        start, numbers = found.start("mark"), _numbers(found["mark"])
        if _CODE.search(line.text, 0, start) or not _go_on(last, numbers):
            continue
        text += line.text[copied:start]
        copied = found.end("mark")
        marks.append((len(text), found["mark"]))
        last = numbers[-1]
    return replace(line, text=(text + line.text[copied:]).rstrip(), marks=tuple(marks)), last


def _numbers(mark: str) -> list[int]:
    return [int(number) for number in _NUMBER.findall(mark)]


def _go_on(last: int, numbers: list[int]) -> bool:
    """Whether these are the marks that come next."""
    ascending = all(earlier < later for earlier, later in pairwise(numbers))
    return ascending and counts_on(numbers[0], last, MISSING_NUMBERS)
