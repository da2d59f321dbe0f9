"""What a State said on numbered recommendations in a report of a session of the Human Rights Council.

Such a report has a section for each review of the session. The answers are the paragraphs under "Views expressed by
the State under review" and its concluding remarks, where they name numbers; totals may stand anywhere in the section.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from itertools import pairwise

from indexer.extract.outline.outline import OutlineParagraph, Profile, outlined
from indexer.extract.pledges_in_prose import pledges_in
from indexer.extract.positions.prose import read_prose
from indexer.extract.responses.remarks import remarks_on_numbers
from indexer.extract.responses.statements import Statement, gather_statements
from indexer.recognise.session import first_date
from indexer.text.lines import join_lines
from models.numbers.recommendation_numbers import section_named
from models.records.documents import DocumentIdentity, Line, ReadDocument
from models.records.records import Commitment, Place, Response, StatedAnswers, StatedPledge, StatedTotal

_SECTION_BEGINS = re.compile(r"\d{1,4}\.\s*The review (?:of|on) .{2,80}\bwas held on\b")
_OUTCOME = re.compile(
    r"outcome of the review (?:of|on) .{2,80}? (?:comprises|consists of|is constituted of|contains)\s+"
    r"the report of the Working Group.{0,80}?\((A/HRC/\d+/\d+)"
)
_CONSIDERED = re.compile(
    r"At its \w+(?:[ -]\w+)? meeting,? (?:held )?on (?P<day>\d.{6,18}?\d{4})\b.{0,80}?\bthe outcome of the review"
)
_GENERAL_DEBATE = re.compile(r"(?:[A-Z]\.\s*)?General debate on agenda item", re.I)
_THE_PRESIDENT = re.compile(r"The (?:Vice-)?President\b")


class _Part(Enum):
    """The parts of a section, by who speaks in them."""

    STATES_VIEWS = auto()
    CONCLUDING_REMARKS = auto()
    BY_OTHERS = auto()


_HEADINGS = {
    _Part.STATES_VIEWS: re.compile(r"(?:\d\.\s*)?Views expressed by the State under review\b"),
    _Part.CONCLUDING_REMARKS: re.compile(r"(?:\d\.\s*)?Concluding [Rr]emarks (?:of|by) the State under review\b"),
    _Part.BY_OTHERS: re.compile(
        r"(?:\d\.\s*)?(?:Views expressed by (?:the )?(?:[Mm]ember|[Oo]bserver)|General comments made by)\b"
    ),
}
COUNCIL_REPORT = Profile(
    missing=0, first=None, heading=re.compile("|".join(heading.pattern for heading in _HEADINGS.values()))
)
"""A section begins with any number; its numbers count on without a gap, whatever stands before them."""


@dataclass(frozen=True, slots=True)
class SessionParagraph:
    """A numbered paragraph of the report."""

    printed: OutlineParagraph
    spoken_in: _Part

    @property
    def by_the_state(self) -> bool:
        """Whether the State under review is speaking; among its concluding remarks the President does, too."""
        return self.spoken_in is not _Part.BY_OTHERS and not _THE_PRESIDENT.match(self.text)

    @property
    def counts_answers(self) -> bool:
        """Whether a total that it states is one of the answers: in closing, States look back and forward."""
        return self.spoken_in is _Part.STATES_VIEWS or _THE_PRESIDENT.match(self.text) is not None

    @property
    def text(self) -> str:
        """The words after the number, all in one line."""
        return join_lines(self.printed.lines)

    def place(self, symbol: str) -> Place:
        """Where it stands in the document of this symbol."""
        return Place(symbol, self.printed.number, self.printed.page)


def session_report_answers(document: ReadDocument, identity: DocumentIdentity) -> StatedAnswers:
    """The answers, totals and pledges of all reviews that the report deals with."""
    responses: list[Response] = []
    totals: list[StatedTotal] = []
    pledges: list[StatedPledge] = []
    warnings: list[str] = []
    for report, paragraphs in _sections(document.lines):
        for paragraph in paragraphs:
            if paragraph.counts_answers:
                totals += _totals(paragraph, report, identity.symbol)
        considered = _day_considered(paragraphs)
        pledges += (
            StatedPledge(report, pledge)
            for paragraph in paragraphs
            if paragraph.by_the_state
            for pledge in _pledges(paragraph, identity, considered)
        )
        answered, conflicts = gather_statements(_statements(paragraphs, identity.symbol), report, identity.language)
        responses += (replace(response, answered_on=considered) for response in answered)
        warnings += conflicts
    return StatedAnswers(tuple(responses), tuple(totals), tuple(warnings), tuple(pledges))


def _day_considered(paragraphs: Sequence[SessionParagraph]) -> date | None:
    """The day of the meeting at which the Council considered the outcome of a review."""
    meetings = (_CONSIDERED.match(paragraph.text) for paragraph in paragraphs)
    return next((first_date(meeting["day"]) for meeting in meetings if meeting), None)


def _pledges(paragraph: SessionParagraph, identity: DocumentIdentity, made_on: date | None) -> Iterator[Commitment]:
    """What the State pledges in a paragraph; of which review is filled in where its report is known."""
    place, language = paragraph.place(identity.symbol), identity.language
    for order, sentence in enumerate(pledges_in(paragraph.text), 1):
        yield Commitment("", 0, place, order, sentence, language, made_on=made_on)


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
    behind = _first_behind_reviews(lines, starts[-1]) if starts else 0
    for start, end in pairwise([*starts, behind]):
        # The heading of the next review, the name of its State, ends no sentence.
        if not lines[end - 1].text.endswith("."):
            end -= 1
        paragraphs = list(_paragraphs(lines[start:end]))
        outcomes = (_OUTCOME.search(paragraph.text) for paragraph in paragraphs)
        outcome = next(filter(None, outcomes), None)
        if outcome:
            yield outcome[1], paragraphs


def _first_behind_reviews(lines: Sequence[Line], start: int) -> int:
    """Index of the heading of the general debate that follows the last review, else the number of lines."""
    return next((index for index in range(start, len(lines)) if _GENERAL_DEBATE.match(lines[index].text)), len(lines))


def _with_next(lines: Sequence[Line], index: int) -> str:
    return join_lines(lines[index : index + 2])


def _paragraphs(lines: Sequence[Line]) -> Iterator[SessionParagraph]:
    """The paragraphs of a section; the heading above tells who speaks."""
    for paragraph in outlined(lines, COUNCIL_REPORT):
        heading = paragraph.headings[-1].text if paragraph.headings else ""
        parts = (part for part, pattern in _HEADINGS.items() if pattern.match(heading))
        yield SessionParagraph(paragraph, next(parts, _Part.BY_OTHERS))
