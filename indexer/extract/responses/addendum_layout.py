"""What is usual in an addendum: its margins, its line pitch, and what the numbers at the beginning of lines count."""

import re
from collections.abc import Sequence
from itertools import chain

from indexer.extract.outline.marks import BULLET, counts_on, may_end, open_end_of_list
from indexer.extract.outline.spacing import Spacing
from indexer.extract.positions.answers import read_answer
from indexer.extract.positions.prose import read_prose
from indexer.extract.thresholds import (
    ADDENDUM_HEADING_WORDS,
    ALIGNED,
    INDENTED,
    LARGER,
    LEADING_OF_HEADING,
    LONGEST_POSITION,
    MISSING_IN_ADDENDUM,
    PARTED,
    SAME_SIZE,
)
from indexer.text.recommendation_numbers import leading_numbers, number_list, numbers_named
from models.languages.read_languages import any_language, word_of_any_language
from models.numbers.number_lists import NamedNumbers, NumberReference
from models.records.documents import Line

WORD_FOR_RECOMMENDATIONS = re.compile(rf"\s*{any_language(lambda words: words.numbers.recommendation)}", re.I)
SECTION_MARK = re.compile(r"(?:(?P<roman>[IVX]{1,5})|(?P<letter>[A-Z])|(?P<digit>\d{1,2}))\s?[.)]\s*(?=[A-ZÀ-Ý])")
"""How a heading begins: "II.", "B.", "3."."""
_NOTES = re.compile(
    rf"\W*(?:{any_language(lambda words: words.layout.notes)}"
    rf"|{any_language(lambda words: words.layout.annex)}(?:\s[IVX\d]+)?)",
    re.I,
)
_GOES_ON = re.compile(word_of_any_language(lambda words: words.layout.last_joining) + r"\s")


_Numbered = tuple[Line, NamedNumbers]
"""A line and the numbers that it begins with."""


class AddendumLayout:
    """The lines with what is usual in the document: pitch, size, and what its numbers count."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Measure the lines of a document, its tables left out."""
        self.lines = lines
        self.spacing = Spacing.of(lines)
        self.item_lefts: set[float] = set()
        self.paragraph = 0
        """Number of the addendum's last paragraph."""
        runs = self._runs_of_bare_numbers()
        named = numbers_named(" ".join(line.text for line in lines)).references if runs else ()
        dotted = len({reference.number for reference in named if reference.intro})
        answers = {id(line) for run in runs if dotted <= len(run) and _answers_recommendations(run) for line, _ in run}
        # Where more recommendations are named with their paragraph than lines begin with bare numbers, these are the
        # addendum's own paragraphs, even if they say "the recommendations of this section are accepted".
        self.bare_answers = answers | _known_numbers(runs, named)
        """Ids of the lines that begin with bare numbers of recommendations."""

    def starts_paragraph(self, index: int) -> bool:
        """Whether white space, an indent, an early line break or a new page parts the line from the one before."""
        if index == 0 or self.stands_apart(index):
            return True
        if self.continues_list(index):
            return False
        before, line = self.lines[index - 1], self.lines[index]
        has_ended = may_end(before.text) or number_list(before.text) is not None
        return has_ended and (self._is_parted(before, line) or _is_marked(line))

    def _is_parted(self, before: Line, line: Line) -> bool:
        """Whether the page, the weight, an indent or an early line break parts two lines."""
        if before.page != line.page or line.bold != before.bold:
            return True
        # Behind a column of numbers the text stands further right on its first line alone: that is no indent.
        text_left = before.cells[1][0] if len(before.cells) > 1 else before.left
        return line.left > text_left + INDENTED or self._breaks_early(before, line)

    def continues_list(self, index: int) -> bool:
        """Whether the line goes on with a list of numbers that the line before leaves open ("… 61.4," / "61.22, …")."""
        before, line = self.lines[index - 1], self.lines[index]
        open_end = open_end_of_list(before.text)
        begins_with_digit = re.match(r"\s*\d", line.text) is not None
        if open_end is None or not begins_with_digit or line.cells:
            return False
        named = numbers_named(before.text)
        return number_list(before.text) is not None or 0 < named.end >= open_end

    def stands_apart(self, index: int) -> bool:
        """Whether white space parts the line from the one before on its page."""
        before, line = self.lines[index - 1], self.lines[index]
        step = line.top - before.top
        return before.page == line.page and (step < 0 or step > PARTED * self.spacing.pitch)

    def _breaks_early(self, before: Line, line: Line) -> bool:
        """Whether the next word would still have fitted on the line before."""
        word = line.text.split(maxsplit=1)[0] if line.text.strip() else ""
        width = (line.right - line.left) / max(1, len(line.text))
        return before.right + width * (len(word) + 1) < self.spacing.right

    def aligned_with_items(self, index: int) -> bool:
        """Whether a line stands where items begin, after a full sentence, although no white space parts it."""
        line = self.lines[index]
        aligned = any(abs(left - line.left) <= ALIGNED for left in self.item_lefts)
        return aligned and may_end(self.lines[index - 1].text)

    def answers_numbers(self, line: Line, named: NamedNumbers) -> bool:
        """Whether the numbers that the line begins with are those of recommendations answered there."""
        is_cued = WORD_FOR_RECOMMENDATIONS.match(line.text) is not None
        if not (is_cued or _are_dotted(named) or self._is_bare_answer(line, named)):
            return False
        rest = line.text[named.end :]
        # "61.4 and 61.5 were discussed", "12 years on all islands": the sentence goes on, whatever it begins with.
        is_lower = rest[:1].isalpha() and not rest[0].isupper()
        is_ended = line.text[: named.end].rstrip().endswith(":")
        return not (_GOES_ON.match(rest) or (is_lower and not is_ended and not line.cells))

    def begin_item(self, line: Line) -> None:
        """Keep where an item begins: others are aligned with it."""
        self.item_lefts.add(line.left)

    def _is_bare_answer(self, line: Line, named: NamedNumbers) -> bool:
        """Whether bare numbers are set apart from what follows, in a document whose bare numbers are answers."""
        is_set_apart = bool(line.cells) or _is_closed(line, named)
        return is_set_apart and id(line) in self.bare_answers

    def is_heading(self, index: int) -> bool:
        """Whether the line is set off from the text by size or weight."""
        line = self.lines[index]
        if _NOTES.fullmatch(line.text):
            return True
        if not re.search(r"[^\W\d_]{3}", line.text) or len(line.text.split()) > ADDENDUM_HEADING_WORDS:
            return False
        return line.size > LARGER * self.spacing.size or (line.bold and self.starts_paragraph(index))

    def counts_on(self, number: int) -> bool:
        """Whether a number goes on with the addendum's paragraphs, and does not begin a list inside one."""
        return counts_on(number, self.paragraph, MISSING_IN_ADDENDUM)

    def continues_heading(self, index: int) -> bool:
        """Whether the line goes on with the heading of the line before."""
        before, line = self.lines[index - 1], self.lines[index]
        is_close = line.page == before.page and 0 <= line.top - before.top <= LEADING_OF_HEADING * max(
            self.spacing.pitch, line.size
        )
        is_alike = line.bold == before.bold and abs(line.size - before.size) < SAME_SIZE
        if not (is_close and is_alike):
            return False
        # A list of numbers in a heading goes on with numbers; any other number or mark begins something else.
        begins_anew = SECTION_MARK.match(line.text) or leading_numbers(line.text)
        return not begins_anew or self.continues_list(index)

    def _runs_of_bare_numbers(self) -> list[list[_Numbered]]:
        """Lines that begin with numbers without an intro paragraph; a new run where they begin again at 1."""
        runs: list[list[_Numbered]] = []
        for index, line in enumerate(self.lines):
            named = self._numbers_at_start(index)
            if named is None or any(reference.intro or reference.cue for reference in named.references):
                continue
            if self._is_headed_by_numbers(index):
                continue
            if not runs or named.numbers[:1] == ("1",):
                runs.append([])
            runs[-1].append((line, named))
        return runs

    def _is_headed_by_numbers(self, index: int) -> bool:
        """Whether the line above is nothing but numbers with their paragraph ("122.14"): these are answered here."""
        named = number_list(self.lines[index - 1].text) if index else None
        return named is not None and _are_dotted(named)

    def _numbers_at_start(self, index: int) -> NamedNumbers | None:
        """The numbers that a paragraph begins with, or that stand in the column of numbers."""
        line = self.lines[index]
        return leading_numbers(line.text) if _has_number_cell(line) or self.starts_paragraph(index) else None


def _known_numbers(runs: Sequence[Sequence[_Numbered]], named: Sequence[NumberReference]) -> set[int]:
    """Ids of the lines that begin with numbers that the text names as those of recommendations.

    A paragraph's own number is none of them: it stands alone before the text, with a full stop or bracket.
    """
    candidates = [(line, numbers) for line, numbers in chain(*runs) if _is_unlike_paragraph(line, numbers)]
    known = {reference.number for reference in named if reference.cue == "recommendation"}
    return {id(line) for line, numbers in candidates if not known.isdisjoint(numbers.numbers)}


def _is_unlike_paragraph(line: Line, named: NamedNumbers) -> bool:
    """Whether a line begins with several numbers, a colon behind them, or nothing ("5., 6.", "5:", "5")."""
    printed = line.text[: named.end]
    return len(named.references) > 1 or named.end == len(line.text) or printed.rstrip().endswith(":")


def _answers_recommendations(run: Sequence[_Numbered]) -> bool:
    """Whether the numbers of a run are recommendations', not those of the addendum's own paragraphs.

    Told by what stands there: several numbers at once, or answers ("accepts the recommendation") that name
    no number themselves.
    """
    answers = sum(len(named.references) > 1 or _is_an_answer(line.text[named.end :]) for line, named in run)
    return 2 * answers > len(run)


def _is_marked(line: Line) -> bool:
    """Whether a line begins with a bullet, or with a number that is set apart from its text."""
    if BULLET.match(line.text):
        return True
    named = leading_numbers(line.text)
    if named is None:
        return False
    if len(line.cells) > 1 and _has_number_cell(line):
        return True
    are_of_recommendations = all(reference.intro or reference.cue for reference in named.references)
    return are_of_recommendations and (_is_closed(line, named) or _is_position(line.text[named.end :]))


def _are_dotted(named: NamedNumbers) -> bool:
    return all(reference.intro for reference in named.references)


def _has_number_cell(line: Line) -> bool:
    """Whether the first cell of a line holds numbers and nothing else."""
    return bool(line.cells) and number_list(line.cells[0][-1]) is not None


def _is_closed(line: Line, named: NamedNumbers) -> bool:
    """Whether a full stop, colon, bracket or dash ends the numbers that a line begins with, or nothing follows them."""
    return named.end == len(line.text) or re.search(r"[.:)–-]\s*$", line.text[: named.end]) is not None


def _is_position(text: str) -> bool:
    """Whether a few words take a position ("130.1; 130.2 Accepted")."""
    return len(text.split()) <= LONGEST_POSITION and read_answer(text) is not None


def _is_an_answer(text: str) -> bool:
    """Whether a paragraph answers "the recommendation", not recommendations that it names, counts or lists below."""
    prose = read_prose(text)
    is_on_others = prose.answers or prose.totals or prose.points_on or numbers_named(text).references
    return not is_on_others and read_answer(text) is not None
