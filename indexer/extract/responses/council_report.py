"""What a State said on numbered recommendations in a report of a session of the Human Rights Council.

Such a report has a section for each review of the session. The answers are the paragraphs under "Views expressed by
the State under review" and its concluding remarks, where they name numbers; totals may stand anywhere in the section.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from functools import cache
from itertools import pairwise

from indexer.extract.outline.outline import OutlineParagraph, Profile, outlined
from indexer.extract.pledges_in_prose import pledges_in
from indexer.extract.positions.prose import read_prose
from indexer.extract.responses.remarks import remarks_on_numbers
from indexer.extract.responses.statements import Statement, gather_statements, stated_in
from indexer.recognise.session import first_date
from indexer.text.lines import join_lines
from indexer.text.recommendation_numbers import section_named
from models.languages.read_languages import words_of
from models.languages.words import CouncilWords
from models.records.documents import DocumentIdentity, Line, ReadDocument
from models.records.records import Commitment, Place, Response, StatedAnswers, StatedPledge, StatedTotal


class _Part(Enum):
    """The parts of a section, by who speaks in them."""

    STATES_VIEWS = auto()
    CONCLUDING_REMARKS = auto()
    BY_OTHERS = auto()


@cache
def _headings(words: CouncilWords) -> dict[_Part, re.Pattern[str]]:
    """How the headings of the parts begin, with or without a number."""
    headings = {
        _Part.STATES_VIEWS: words.views_of_state,
        _Part.CONCLUDING_REMARKS: words.remarks_of_state,
        _Part.BY_OTHERS: words.views_of_others,
    }
    return {part: re.compile(rf"(?:\d\.\s*)?{heading}") for part, heading in headings.items()}


@cache
def _profile(words: CouncilWords) -> Profile:
    """A section begins with any number; its numbers count on without a gap, whatever stands before them."""
    heading = "|".join(pattern.pattern for pattern in _headings(words).values())
    return Profile(missing=0, first=None, heading=re.compile(heading))


@dataclass(frozen=True, slots=True)
class SessionParagraph:
    """A numbered paragraph of the report."""

    printed: OutlineParagraph
    spoken_in: _Part
    by_the_president: bool
    """Who speaks among the State's concluding remarks, too."""

    @property
    def by_the_state(self) -> bool:
        """Whether the State under review is speaking."""
        return self.spoken_in is not _Part.BY_OTHERS and not self.by_the_president

    @property
    def counts_answers(self) -> bool:
        """Whether a total that it states is one of the answers: in closing, States look back and forward."""
        return self.spoken_in is _Part.STATES_VIEWS or self.by_the_president

    @property
    def text(self) -> str:
        """The words after the number, all in one line."""
        return join_lines(self.printed.lines)

    def place(self, symbol: str) -> Place:
        """Where it stands in the document of this symbol."""
        return Place(symbol, self.printed.number, self.printed.page)


def session_report_answers(document: ReadDocument, identity: DocumentIdentity) -> StatedAnswers:
    """The answers, totals and pledges of all reviews that the report deals with; none in a language whose formulas are
    not known."""
    words = words_of(identity.language).council
    if words is None:
        return StatedAnswers()
    responses: list[Response] = []
    totals: list[StatedTotal] = []
    pledges: list[StatedPledge] = []
    warnings: list[str] = []
    for report, paragraphs in _sections(document.lines, words):
        for paragraph in paragraphs:
            if paragraph.counts_answers:
                totals += stated_in(read_prose(paragraph.text), paragraph.place(identity.symbol), report)
        considered = _day_considered(paragraphs, words)
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


def _day_considered(paragraphs: Sequence[SessionParagraph], words: CouncilWords) -> date | None:
    """The day of the meeting at which the Council considered the outcome of a review."""
    meetings = (words.considered.match(paragraph.text) for paragraph in paragraphs)
    return next((first_date(meeting["day"]) for meeting in meetings if meeting), None)


def _pledges(paragraph: SessionParagraph, identity: DocumentIdentity, made_on: date | None) -> Iterator[Commitment]:
    """What the State pledges in a paragraph; of which review is filled in where its report is known."""
    place, language = paragraph.place(identity.symbol), identity.language
    for order, sentence in enumerate(pledges_in(paragraph.text), 1):
        yield Commitment("", 0, place, order, sentence, language, made_on=made_on)


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
    if not section or not statement.number.isdecimal():
        return statement
    return replace(statement, number=f"{section}.{statement.number}")


def _sections(lines: Sequence[Line], words: CouncilWords) -> Iterator[tuple[str, list[SessionParagraph]]]:
    """The Working Group report reviewed and the paragraphs, for each review."""
    begins = words.section_begins
    starts = [index for index in range(len(lines)) if begins.match(join_lines(lines[index : index + 2]))]
    behind = _first_behind_reviews(lines, starts[-1], words) if starts else 0
    for start, end in pairwise([*starts, behind]):
        # The heading of the next review, the name of its State, ends no sentence.
        if not lines[end - 1].text.endswith("."):
            end -= 1
        paragraphs = list(_paragraphs(lines[start:end], words))
        outcomes = (words.outcome.search(paragraph.text) for paragraph in paragraphs)
        outcome = next(filter(None, outcomes), None)
        if outcome:
            yield outcome["report"], paragraphs


def _first_behind_reviews(lines: Sequence[Line], start: int, words: CouncilWords) -> int:
    """Index of the heading of the general debate that follows the last review, else the number of lines."""
    debate = words.general_debate
    return next((index for index in range(start, len(lines)) if debate.match(lines[index].text)), len(lines))


def _paragraphs(lines: Sequence[Line], words: CouncilWords) -> Iterator[SessionParagraph]:
    """The paragraphs of a section; the heading above tells who speaks."""
    for paragraph in outlined(lines, _profile(words)):
        heading = paragraph.headings[-1].text if paragraph.headings else ""
        parts = (part for part, pattern in _headings(words).items() if pattern.match(heading))
        speaks = words.president.match(join_lines(paragraph.lines)) is not None
        yield SessionParagraph(paragraph, next(parts, _Part.BY_OTHERS), speaks)
