"""What is usual in an addendum: its margins, its line pitch, and what the numbers at the beginning of lines count."""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from indexer.extract.grammar.position_words import map_position_words
from indexer.extract.grammar.positions_in_prose import read_prose
from models.numbers.recommendation_numbers import NamedNumbers, leading_numbers, number_list, numbers_named
from models.records.documents import Line

MAX_HEADING_WORDS = 25
MAX_POSITION_WORDS = 4
MAX_SKIPPED_PARAGRAPHS = 3
ALIGNED = 6.0
"""Points by which left edges of one column may differ."""
INDENT = 12.0
"""Points by which the first line of a paragraph is set in, at least."""
WORD_FOR_RECOMMENDATIONS = re.compile(r"\s*(?:recommendations?|recs?\b|recommandations?|recomendaci)", re.I)
SECTION_MARK = re.compile(r"(?:(?P<roman>[IVX]{1,5})|(?P<letter>[A-Z])|(?P<digit>\d{1,2}))\s?[.)]\s*(?=[A-ZÀ-Ý])")
"""How a heading begins: "II.", "B.", "3."."""
_BULLET = re.compile(r"[•▪●◦]")
_NOTES = re.compile(r"\W*(?:end)?notes?|notas?(?: finales)?|(?:annex|annexe|anexo|appendix)(?:\s[IVX\d]+)?", re.I)
_SENTENCE_END = re.compile(r"[.:;!?)”\"’]\s*$")
_OPEN_LIST = re.compile(r"\s*(?:[,;\u2010-\u2015-]|\b(?:and|et|y|to|à|a))\s*$")
_GOES_ON = re.compile(r"(?:and|et|y)\s")


class AddendumLayout:
    """The lines with what is usual in the document: pitch, size, and what its numbers count."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Measure the lines of a document, its tables left out."""
        self.lines = lines
        self.size = median([line.size for line in lines] or [10.0])
        steps = sorted(
            b.top - a.top for a, b in pairwise(lines) if a.page == b.page and b.top - a.top > 0.8 * self.size
        )
        self.pitch = min([*steps[len(steps) // 5 :][:1], 1.35 * self.size])
        rights = sorted(line.right for line in lines)
        self.right = rights[-1 - len(rights) // 50] if rights else 0.0
        """Where full lines end."""
        self.item_lefts: set[float] = set()
        self.paragraph = 0
        """Number of the addendum's last paragraph."""
        runs = self._runs_of_bare_numbers()
        self.bare_answers = {id(line) for run in runs if self._answer(run) for line, _ in run}
        self.bare_answers |= self._known_numbers(runs)

    def starts_paragraph(self, index: int) -> bool:
        """Whether white space, an indent, an early line break or a new page parts the line from the one before."""
        if index == 0:
            return True
        before, line = self.lines[index - 1], self.lines[index]
        ended = _SENTENCE_END.search(before.text) is not None or number_list(before.text) is not None
        if self.stands_apart(index):
            return True
        if self.continues_list(index):
            return False
        text_left = before.cells[1][0] if len(before.cells) > 1 else before.left
        indented = before.page == line.page and line.left > text_left + INDENT
        parted = before.page != line.page or indented or line.bold != before.bold or self._breaks_early(before, line)
        return ended and (parted or _is_marked(line))

    def continues_list(self, index: int) -> bool:
        """Whether the line goes on with a list of numbers that the line before leaves open ("… 61.4," / "61.22, …")."""
        before, line = self.lines[index - 1], self.lines[index]
        open_end = _OPEN_LIST.search(before.text)
        if not open_end or not re.match(r"\s*\d", line.text) or line.cells:
            return False
        named = numbers_named(before.text)
        return number_list(before.text) is not None or 0 < named.end >= open_end.start()

    def stands_apart(self, index: int) -> bool:
        """Whether white space parts the line from the one before on its page."""
        before, line = self.lines[index - 1], self.lines[index]
        step = line.top - before.top
        return before.page == line.page and (step < 0 or step > 1.3 * self.pitch)

    def _breaks_early(self, before: Line, line: Line) -> bool:
        """Whether the next word would still have fitted on the line before."""
        word = line.text.split(maxsplit=1)[0] if line.text.strip() else ""
        width = (line.right - line.left) / max(1, len(line.text))
        return before.right + width * (len(word) + 1) < self.right

    def aligned_with_items(self, index: int) -> bool:
        """Whether a line stands where items begin, after a full sentence, although no white space parts it."""
        line = self.lines[index]
        aligned = any(abs(left - line.left) <= ALIGNED for left in self.item_lefts)
        return aligned and bool(_SENTENCE_END.search(self.lines[index - 1].text))

    def answers_numbers(self, line: Line, named: NamedNumbers) -> bool:
        """Whether the numbers that the line begins with are those of recommendations answered there."""
        rest = line.text[named.end :]
        dotted = all(reference.intro for reference in named.references)
        cued = bool(WORD_FOR_RECOMMENDATIONS.match(line.text))
        bare = bool(line.cells) or bool(re.search(r"[.:)–-]\s*$", line.text[: named.end])) or not rest
        if not (dotted or cued or (bare and id(line) in self.bare_answers)):
            return False
        if _GOES_ON.match(rest) or (rest[:1].isalpha() and not rest[0].isupper() and not line.cells):
            return False
        self.item_lefts.add(line.left)
        return True

    def is_heading(self, index: int) -> bool:
        """Whether the line is set off from the text by size or weight."""
        line = self.lines[index]
        if _NOTES.fullmatch(line.text):
            return True
        if not re.search(r"[^\W\d_]{3}", line.text) or len(line.text.split()) > MAX_HEADING_WORDS:
            return False
        return line.size > 1.12 * self.size or (line.bold and self.starts_paragraph(index))

    def counts_on(self, number: int) -> bool:
        """Whether a number goes on with the addendum's paragraphs, and does not begin a list inside one."""
        goes_on = self.paragraph < number <= self.paragraph + MAX_SKIPPED_PARAGRAPHS + 1
        self.paragraph = number if goes_on else self.paragraph
        return goes_on

    def continues_heading(self, index: int) -> bool:
        """Whether the line goes on with the heading of the line before."""
        before, line = self.lines[index - 1], self.lines[index]
        close = line.page == before.page and 0 <= line.top - before.top <= 1.5 * max(self.pitch, line.size)
        alike = line.bold == before.bold and abs(line.size - before.size) < 0.5
        starts_anew = SECTION_MARK.match(line.text) or leading_numbers(line.text) is not None
        return close and alike and (not starts_anew or self.continues_list(index))

    def _runs_of_bare_numbers(self) -> list[list[tuple[Line, NamedNumbers]]]:
        """Lines that begin with numbers without an intro paragraph; a new run where they begin again at 1."""
        runs: list[list[tuple[Line, NamedNumbers]]] = []
        for index, line in enumerate(self.lines):
            apart = bool(line.cells) and number_list(line.cells[0][-1]) is not None
            named = leading_numbers(line.text) if apart or self.starts_paragraph(index) else None
            if named is None or any(reference.intro or reference.cue for reference in named.references):
                continue
            if not runs or named.numbers[:1] == ("1",):
                runs.append([])
            runs[-1].append((line, named))
        return runs

    def _known_numbers(self, runs: list[list[tuple[Line, NamedNumbers]]]) -> set[int]:
        """Ids of the lines that begin with numbers that the text names as those of recommendations.

        A paragraph's own number is none of them: it stands alone before the text, with a full stop or bracket.
        """
        unlike = [
            (line, named)
            for run in runs
            for line, named in run
            if len(named.references) > 1 or line.text[: named.end].rstrip().endswith(":") or named.end == len(line.text)
        ]
        if not unlike:
            return set()
        references = numbers_named(" ".join(line.text for line in self.lines)).references
        known = {reference.number for reference in references if reference.cue == "recommendation"}
        return {id(line) for line, named in unlike if known.intersection(named.numbers)}

    @staticmethod
    def _answer(run: list[tuple[Line, NamedNumbers]]) -> bool:
        """Whether the numbers of a run are recommendations', not those of the addendum's own paragraphs.

        Told by what stands there: several numbers at once, or answers ("accepts the recommendation") that name
        no number themselves.
        """
        answers = sum(len(named.references) > 1 or _is_an_answer(line.text[named.end :]) for line, named in run)
        return 2 * answers > len(run)


def _is_marked(line: Line) -> bool:
    """Whether a line begins with a bullet, or with a number that is set apart from its text."""
    if _BULLET.match(line.text):
        return True
    named = leading_numbers(line.text)
    if named is None:
        return False
    set_apart = len(line.cells) > 1 and number_list(line.cells[0][-1]) is not None
    surely = all(reference.intro or reference.cue for reference in named.references)
    rest = line.text[named.end :]
    closed = not rest or re.search(r"[.:)–-]\s*$", line.text[: named.end]) is not None
    answered = len(rest.split()) <= MAX_POSITION_WORDS and map_position_words(rest) is not None
    return set_apart or (surely and (closed or answered))


def _is_an_answer(text: str) -> bool:
    """Whether a paragraph answers "the recommendation", not recommendations that it names, counts or lists below."""
    prose = read_prose(text)
    elsewhere = prose.answers or prose.totals or prose.points_on
    return map_position_words(text) is not None and not elsewhere and not numbers_named(text).references
