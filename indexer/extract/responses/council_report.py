"""What a State said on numbered recommendations in a report of a session of the Human Rights Council.

Such a report has a section for each review of the session. The answers are the paragraphs under "Views expressed by
the State under review", where they name numbers; totals may stand anywhere in the section.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.extract.grammar.positions_in_prose import read_prose
from indexer.extract.responses.remarks import remarks_on_numbers
from indexer.extract.responses.statements import Statement, gather_statements
from indexer.text.lines import AFTER_MARK, join_lines
from models.numbers.recommendation_numbers import section_named
from models.records.documents import DocumentIdentity, Line, ReadDocument
from models.records.records import Place, Response, StatedAnswers, StatedTotal

_SECTION_BEGINS = re.compile(r"\d{1,4}\.\s*The review (?:of|on) .{2,80}\bwas held on\b")
_OUTCOME = re.compile(
    r"outcome of the review (?:of|on) .{2,80}? (?:comprises|consists of|is constituted of|contains)\s+"
    r"the report of the Working Group.{0,80}?\((A/HRC/\d+/\d+)"
)
_STATES_VIEWS = re.compile(r"(?:\d\.\s*)?Views expressed by the State under review\b")
_OTHERS_VIEWS = re.compile(
    r"(?:\d\.\s*)?(?:Views expressed by (?:member|the member|observer)|General comments made by)\b", re.I
)
_THE_PRESIDENT = re.compile(r"The (?:Vice-)?President\b")
_PARAGRAPH = re.compile(rf"(\d{{1,4}})\.{AFTER_MARK}")


@dataclass(frozen=True, slots=True)
class SessionParagraph:
    """A numbered paragraph of the report."""

    number: str
    lines: tuple[Line, ...]
    by_the_state: bool
    """Whether the State under review is speaking."""

    @property
    def text(self) -> str:
        """The words after the number."""
        return join_lines(self.lines)[len(self.number) + 1 :].strip()

    def place(self, symbol: str) -> Place:
        """Where it stands in the document of this symbol."""
        return Place(symbol, self.number, self.lines[0].page)


def session_report_answers(document: ReadDocument, identity: DocumentIdentity) -> StatedAnswers:
    """The answers and totals of all reviews that the report deals with."""
    responses: list[Response] = []
    totals: list[StatedTotal] = []
    warnings: list[str] = []
    for report, paragraphs in _sections(document.lines):
        for paragraph in paragraphs:
            if paragraph.by_the_state or _THE_PRESIDENT.match(paragraph.text):
                totals += _totals(paragraph, report, identity.symbol)
        answered, conflicts = gather_statements(_statements(paragraphs, identity.symbol), report, identity.language)
        responses += answered
        warnings += conflicts
    return StatedAnswers(tuple(responses), tuple(totals), tuple(warnings))


def _totals(paragraph: SessionParagraph, report: str, symbol: str) -> Iterator[StatedTotal]:
    for total in read_prose(paragraph.text).totals:
        counted = total.counted
        yield StatedTotal(paragraph.place(symbol), report, counted.count, counted.position, total.sentence)


def _statements(paragraphs: Sequence[SessionParagraph], symbol: str) -> list[Statement]:
    """What the State under review says on numbers."""
    statements: list[Statement] = []
    section: str | None = None
    for paragraph in paragraphs:
        if paragraph.by_the_state:
            section = section_named(paragraph.text) or section
            remarks = remarks_on_numbers(paragraph.text, paragraph.place(symbol))
            statements += (_under(statement, section) for statement in remarks)
    return statements


def _under(statement: Statement, section: str | None) -> Statement:
    """The statement with the list named before it ("42 recommendations included in paragraph 92") for a bare number."""
    if not section or statement.number is None or not statement.number.isdecimal():
        return statement
    return replace(statement, number=f"{section}.{statement.number}")


def _sections(lines: Sequence[Line]) -> Iterator[tuple[str, list[SessionParagraph]]]:
    """The Working Group report reviewed and the paragraphs, for each review."""
    starts = [index for index, line in enumerate(lines) if _SECTION_BEGINS.match(_with_next(lines, index))]
    for start, end in pairwise([*starts, len(lines)]):
        paragraphs = list(_paragraphs(lines[start:end]))
        outcomes = (_OUTCOME.search(paragraph.text) for paragraph in paragraphs)
        outcome = next(filter(None, outcomes), None)
        if outcome:
            yield outcome[1], paragraphs


def _with_next(lines: Sequence[Line], index: int) -> str:
    return join_lines(lines[index : index + 2])


def _paragraphs(lines: Sequence[Line]) -> Iterator[SessionParagraph]:
    """Paragraphs count on from the first; headings between them tell who speaks."""
    number = 0
    opened: list[Line] = []
    speaking_here = speaks_below = False
    for line in lines:
        heading_of_state = _STATES_VIEWS.match(line.text)
        is_heading = heading_of_state or _OTHERS_VIEWS.match(line.text)
        following = _number_of_next(line, number)
        if opened and (following is not None or is_heading):
            yield SessionParagraph(str(number), tuple(opened), speaking_here)
            opened = []
        if following is not None:
            number, opened, speaking_here = following, [line], speaks_below
        elif is_heading:
            speaks_below = heading_of_state is not None
        elif opened:
            opened.append(line)
    if opened:
        yield SessionParagraph(str(number), tuple(opened), speaking_here)


def _number_of_next(line: Line, number: int) -> int | None:
    """The number of the paragraph that a line begins, None where it goes on with none of the count."""
    match = _PARAGRAPH.match(line.text)
    if match is None:
        return None
    found = int(match[1])
    return found if number in (0, found - 1) else None
