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
from indexer.text.lines import join_lines
from models.numbers.recommendation_numbers import section_named
from models.records.documents import DocumentIdentity, Line, ReadDocument
from models.records.records import Place, Response, StatedAnswers, StatedTotal

_SECTION_BEGINS = re.compile(r"\d{1,4}\.\s+The review (?:of|on) .{2,80}\bwas held on\b")
_OUTCOME = re.compile(
    r"outcome of the review (?:of|on) .{2,80}? (?:comprises|consists of|is constituted of|contains)\s+"
    r"the report of the Working Group.{0,80}?\((A/HRC/\d+/\d+)"
)
_STATES_VIEWS = re.compile(r"(?:\d\.\s*)?Views expressed by the State under review\b")
_OTHERS_VIEWS = re.compile(
    r"(?:\d\.\s*)?(?:Views expressed by (?:member|the member|observer)|General comments made by)\b", re.I
)
_THE_PRESIDENT = re.compile(r"The (?:Vice-)?President\b")
_PARAGRAPH = re.compile(r"(\d{1,4})\.\s+(?=\S)")


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


def session_report_answers(document: ReadDocument, identity: DocumentIdentity) -> StatedAnswers:
    """The answers and totals of all reviews that the report deals with."""
    responses: list[Response] = []
    totals: list[StatedTotal] = []
    warnings: list[str] = []
    for report, paragraphs in _sections(document.lines):
        statements: list[Statement] = []
        section: str | None = None
        for paragraph in paragraphs:
            place = Place(identity.symbol, paragraph.number, paragraph.lines[0].page)
            if paragraph.by_the_state or _THE_PRESIDENT.match(paragraph.text):
                totals += (
                    StatedTotal(place, report, total.counted.count, total.counted.position, total.sentence)
                    for total in read_prose(paragraph.text).totals
                )
            if paragraph.by_the_state:
                section = section_named(paragraph.text) or section
                statements += (_under(statement, section) for statement in remarks_on_numbers(paragraph.text, place))
        answered, conflicts = gather_statements(statements, report, identity.language)
        responses += answered
        warnings += conflicts
    return StatedAnswers(tuple(responses), tuple(totals), tuple(warnings))


def _under(statement: Statement, section: str | None) -> Statement:
    """The statement with the list named before it ("42 recommendations included in paragraph 92") for a bare number."""
    bare = statement.number is not None and re.fullmatch(r"\d+", statement.number)
    return replace(statement, number=f"{section}.{statement.number}") if bare and section else statement


def _sections(lines: Sequence[Line]) -> Iterator[tuple[str, list[SessionParagraph]]]:
    """The Working Group report reviewed and the paragraphs, for each review."""
    starts = [index for index, line in enumerate(lines) if _SECTION_BEGINS.match(_with_next(lines, index))]
    for start, end in pairwise([*starts, len(lines)]):
        paragraphs = list(_paragraphs(lines[start:end]))
        outcome = next((match for p in paragraphs if (match := _OUTCOME.search(p.text))), None)
        if outcome:
            yield outcome[1], paragraphs


def _with_next(lines: Sequence[Line], index: int) -> str:
    return join_lines(lines[index : index + 2])


def _paragraphs(lines: Sequence[Line]) -> Iterator[SessionParagraph]:
    """Paragraphs count on from the first; headings between them tell who speaks."""
    number, by_the_state = 0, False
    opened: list[Line] = []
    speaking = False
    for line in lines:
        heading_of_state, heading_of_others = _STATES_VIEWS.match(line.text), _OTHERS_VIEWS.match(line.text)
        match = _PARAGRAPH.match(line.text)
        if match and (number == 0 or int(match[1]) == number + 1):
            if opened:
                yield SessionParagraph(str(number), tuple(opened), speaking)
            number, opened, speaking = int(match[1]), [line], by_the_state
        elif heading_of_state or heading_of_others:
            by_the_state = heading_of_state is not None
            if opened:
                yield SessionParagraph(str(number), tuple(opened), speaking)
            opened = []
        elif opened:
            opened.append(line)
    if opened:
        yield SessionParagraph(str(number), tuple(opened), speaking)
