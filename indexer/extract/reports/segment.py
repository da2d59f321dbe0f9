"""Cut a Working Group report into its numbered paragraphs and the items of its lists of recommendations.

Paragraphs of a report count 1, 2, 3, … through the whole report. In the conclusions, lists stand under an intro
paragraph; their items are numbered "115.12." (later reports) or "1.", "2.", … (2008-2010, restarting under each
intro paragraph). A number at the beginning of a line is taken as such only where it continues one of these two
counts, so that a year or an article number that a line happens to begin with stays part of its sentence.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from indexer.extract.outline.marks import begins_item, counts_on, may_end
from indexer.extract.outline.spacing import Spacing
from indexer.extract.thresholds import INDENTED, LINES_OF_INTRO, MISSING_NUMBERS, NUMBERS_BEFORE_FIRST, SLIGHTLY_PARTED
from indexer.text.list_numbers import BARE_NUMBER, DOTTED_NUMBER, is_list_alone
from models.languages.read_languages import ENGLISH
from models.languages.words import LanguageWords
from models.records.documents import Line

UNDOTTED_NUMBER = re.compile(r"(\d{1,3})\s+(?=[A-ZÀ-Ý“«\"])")
_PART_OF_ITEM = re.compile(r"\(?(?:[a-z]|[ivx]{1,4})\)\s")


@dataclass(slots=True)
class NumberedParagraph:
    """One numbered paragraph, or one item of the list under it."""

    paragraph: int
    """Number of the paragraph in the report; of the intro paragraph for an item."""
    item: int | None
    """Number of the item in its list, None for the paragraph itself."""
    printed: str
    """The number as printed ("115.12.", "1."), "" where the paragraph continues without a number."""
    lines: list[Line]
    in_conclusions: bool = False
    unnumbered: list[list[Line]] = field(default_factory=list)
    """Unnumbered paragraphs that follow it: remarks of the State, sub-headings, a single item without a number."""

    @property
    def page(self) -> int:
        """Page where it begins."""
        return self.lines[0].page


def segment_report(lines: Sequence[Line], language: LanguageWords = ENGLISH) -> list[NumberedParagraph]:
    """The numbered paragraphs of a report in order, list items after their intro paragraph."""
    start, end = conclusions_span(lines, language)
    segmenter = _Segmenter(_first_number(lines) - 1, is_alone=is_list_alone(lines))
    for index, line in enumerate(lines[:end]):
        segmenter.take(line, in_conclusions=start <= index)
    spacing = Spacing.of(lines)
    for paragraph in segmenter.done:
        if paragraph.in_conclusions:
            paragraph.lines, *paragraph.unnumbered = _unnumbered_apart(paragraph.lines, spacing)
    return segmenter.done


def _first_number(lines: Sequence[Line]) -> int:
    """1, or the first number that begins a line where the first pages are lost."""
    numbers = [int(match[1]) for line in lines if (match := BARE_NUMBER.match(line.text))]
    return 1 if 1 in numbers[:NUMBERS_BEFORE_FIRST] else next(iter(numbers), 1)


def _unnumbered_apart(lines: Sequence[Line], spacing: Spacing) -> list[list[Line]]:
    """The lines of a paragraph, then each unnumbered paragraph after it, told by space or type."""
    blocks = [[lines[0]]]
    for before, after in pairwise(lines):
        could_end = _may_end(before) and not (_PART_OF_ITEM.match(after.text) or begins_item(after.text))
        if could_end and _is_apart(before, after, spacing):
            blocks.append([after])
        else:
            blocks[-1].append(after)
    return blocks


def _is_apart(before: Line, after: Line, spacing: Spacing) -> bool:
    """Whether white space parts two lines, or another weight and at least a little of it.

    Across pages, or side by side, nothing is known of the space: there the weight tells alone.
    """
    if spacing.parts(before, after):
        return True
    is_of_unknown_space = before.page != after.page or before.top == after.top
    return before.bold != after.bold and (is_of_unknown_space or spacing.parts(before, after, SLIGHTLY_PARTED))


def _may_end(line: Line) -> bool:
    """Whether an item may end with a line; many end with a comma."""
    return may_end(line.text) or line.text.rstrip().endswith(",")


def conclusions_span(lines: Sequence[Line], language: LanguageWords = ENGLISH) -> tuple[int, int]:
    """First and one past the last line of the section "Conclusions and/or recommendations".

    Where the heading is missing or misspelt, the section begins with the paragraph that introduces the first list; in a
    list that somebody cut out of a report, with the first item. (len(lines), len(lines)) where the report has none.
    """
    headings = [index for index, line in enumerate(lines) if language.conclusions.fullmatch(line.text)]
    # A table of contents has the heading as well: the last one counts.
    start = headings[-1] if headings else _start_without_heading(lines, language)
    return start, _first_match(language.next_section.fullmatch, lines, start + 1)


def _start_without_heading(lines: Sequence[Line], language: LanguageWords) -> int:
    start = min(_first_match(language.list_intro.match, lines), _start_of_first_list(lines))
    return start if start < len(lines) or not is_list_alone(lines) else _first_match(DOTTED_NUMBER.match, lines)


def _start_of_first_list(lines: Sequence[Line]) -> int:
    """Index of the numbered line that introduces the first list of dotted numbers, the number of lines for none."""
    for index, line in enumerate(lines):
        first = DOTTED_NUMBER.match(line.text)
        if first and first[2] == "1":
            before = range(max(0, index - LINES_OF_INTRO), index)
            if intro := next((place for place in before if _is_numbered(lines[place], first[1])), None):
                return intro
    return len(lines)


def _is_numbered(line: Line, number: str) -> bool:
    match = BARE_NUMBER.match(line.text)
    return match is not None and match[1] == number


def _first_match(matches: Callable[[str], object], lines: Sequence[Line], start: int = 0) -> int:
    """Index of the first line from `start` on whose text matches, the number of lines where none does."""
    return next((index for index in range(start, len(lines)) if matches(lines[index].text)), len(lines))


class _Segmenter:
    """Walks the lines once and keeps the two counts."""

    def __init__(self, before: int, *, is_alone: bool) -> None:
        self._is_alone = is_alone
        """Whether the lines are lists that somebody cut out of a report: of its other paragraphs any may be missing."""
        self.done: list[NumberedParagraph] = []
        self.paragraph = before
        self.item = 0
        self.unnumbered: list[Line] = []
        """The lines before the first number."""
        self.last_item = 0
        """The last item of a dotted list: some reports count on in the next ("6.40" … "7.41")."""
        self.dotted = False
        self.paragraph_left: dict[int, float] = {}
        self.item_left: dict[int, float] = {}
        """Left edge of the last number of each count, on even (0) and odd (1) pages: margins may be mirrored."""

    def take(self, line: Line, *, in_conclusions: bool) -> None:
        """Open a paragraph where the line continues a count, else add the line to the one that is open."""
        opened = self._dotted_item(line) if in_conclusions else None
        opened = opened or self._bare_number(line, in_conclusions)
        if opened:
            opened.in_conclusions = in_conclusions
            self.done.append(opened)
        else:
            self._open_lines().append(line)
        if in_conclusions and self.dotted and self.item:
            self._take_glued_item()

    def _take_glued_item(self) -> None:
        """Open the next item of a dotted list where it begins in the middle of a line ("(Spain);110.44. Take…")."""
        line = self.done[-1].lines[-1]
        glued = re.search(rf"(?<=[;.)])\s*(?={self.paragraph}\.{self.item + 1}\b)", line.text)
        if glued and glued.start():
            self.done[-1].lines[-1] = replace(line, text=line.text[: glued.start()])
            left = self.item_left.get(line.page % 2, line.left)
            self.take(replace(line, text=line.text[glued.end() :], left=left), in_conclusions=True)

    def _dotted_item(self, line: Line) -> NumberedParagraph | None:
        match = DOTTED_NUMBER.match(line.text)
        if match is None:
            return None
        intro, number = int(match[1]), int(match[2])
        is_first = number == 1 or (self.item == 0 and number == self.last_item + 1)
        opens_list = is_first and counts_on(intro, self.paragraph - 1, MISSING_NUMBERS)
        # The paragraphs above a list that somebody cut out of a report are not there to be counted.
        opens_list = opens_list or not self.done
        opens_list = opens_list or (self._is_alone and number == 1 and intro > self.paragraph and self._has_ended())
        if number == 1 and intro > self.paragraph and self._announces_list():
            self._take_intro(intro)
            opens_list = True
        item = number if opens_list else self._item_in_list(intro, number, line)
        # "4.5 per cent" that begins a line of item 4.3 or 4.4 goes on with its sentence.
        goes_on = not opens_list and line.text[match.end()].islower() and not self._has_ended()
        if item is None or goes_on:
            return None
        if opens_list:
            self.paragraph = intro
        self.last_item = item
        self.item, self.dotted, self.item_left[line.page % 2] = item, True, line.left
        return self._open(line, match, item)

    def _item_in_list(self, intro: int, number: int, line: Line) -> int | None:
        """The item of the open list that a number stands for, None where it goes on with the sentence before."""
        if intro == self.paragraph and counts_on(number, self.item, MISSING_NUMBERS):
            return number
        # A misprint ("115.12", "15.13") stands where the next item does, and one of its halves is right; years and
        # article numbers have neither.
        is_half_right = intro == self.paragraph or number == self.item + 1
        is_misprinted = is_half_right and self.dotted and self._is_at(line, self.item_left) and self._has_ended()
        return self.item + 1 if is_misprinted else None

    def _bare_number(self, line: Line, in_conclusions: bool) -> NumberedParagraph | None:
        match = BARE_NUMBER.match(line.text) or self._undotted_item(line)
        if not match:
            return None
        number = int(match[1])
        if in_conclusions and self._is_item(number, line):
            self.item, self.dotted, self.item_left[line.page % 2] = number, False, line.left
            return self._open(line, match, number)
        if self._is_paragraph(number, line):
            self.paragraph, self.item, self.item_left = number, 0, {}
            self.paragraph_left[line.page % 2] = line.left
            return self._open(line, match, None)
        return None

    def _undotted_item(self, line: Line) -> re.Match[str] | None:
        """The number of the next item where it lost its full stop ("12 Ratify …")."""
        match = UNDOTTED_NUMBER.match(line.text)
        if match is None or not self.item or int(match[1]) != self.item + 1:
            return None
        return match if self._is_at(line, self.item_left) and self._has_ended() else None

    def _is_item(self, number: int, line: Line) -> bool:
        if self.dotted and self.item:
            return False  # in a list of "115.12" a bare number is a paragraph's
        is_at_items = self._is_at(line, self.item_left)
        is_next_paragraph = number == self.paragraph + 1
        if is_next_paragraph and (self.item == 0 or not is_at_items):
            return False
        if number == 1:
            return self.item == 0 or is_at_items
        if self.item == 0:
            return False
        is_near = counts_on(number, self.item, MISSING_NUMBERS)
        return number == self.item + 1 or (is_near and is_at_items)

    def _is_paragraph(self, number: int, line: Line) -> bool:
        if number == self.paragraph + 1:
            return True
        is_near = counts_on(number, self.paragraph, MISSING_NUMBERS)
        return is_near and self._is_at(line, self.paragraph_left)

    def _has_ended(self) -> bool:
        """Whether the open paragraph could end here."""
        return bool(self.done) and _may_end(self.done[-1].lines[-1])

    def _announces_list(self) -> bool:
        """Whether the open paragraph ends with a colon."""
        return any(line.text.rstrip().endswith(":") for line in self._open_lines()[-1:])

    def _take_intro(self, number: int) -> None:
        """Part the sentence that announces a list from the open paragraph: copies as text lose its number."""
        lines = self._open_lines()
        ends = [place for place, line in enumerate(lines[:-1], 1) if line.text.rstrip().endswith((".", ";"))]
        start = ends[-1] if ends else 0
        self.done.append(NumberedParagraph(number, None, "", lines[start:], in_conclusions=True))
        if start:
            del lines[start:]

    def _open_lines(self) -> list[Line]:
        """The lines of the paragraph that is open, those before the first number where none is."""
        return self.done[-1].lines if self.done else self.unnumbered

    @staticmethod
    def _is_at(line: Line, lefts: dict[int, float]) -> bool:
        return abs(line.left - lefts.get(line.page % 2, line.left)) <= INDENTED

    def _open(self, line: Line, match: re.Match[str], item: int | None) -> NumberedParagraph:
        rest = replace(line, text=line.text[match.end() :])
        return NumberedParagraph(self.paragraph, item, match[0].strip(), [rest])
