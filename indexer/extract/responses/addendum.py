"""A State's answers to numbered recommendations, as an addendum gives them.

A number's position is read, in this order, from the words that stand with its own item, from a sentence or list that
names it ("accepts recommendations 1-5"), from the sentence or heading that its comment stands under; words on the
number itself come before words on a range that holds it. Numbers that a document both accepts and does not accept are
answered in part: noted, with both words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from indexer.extract.positions.answers import read_answer
from indexer.extract.positions.prose import ProseAnswer, ReadProse, read_prose
from indexer.extract.responses.addendum_item import ReadItem, read_item
from indexer.extract.responses.addendum_segments import (
    Block,
    BlockKind,
    body_lines,
    heading_rank,
    paragraphs_of,
    segment_addendum,
)
from indexer.extract.responses.remarks import after_lead_in, explanations_of_numbers
from indexer.extract.responses.statements import Rank, Statement, gather_statements, stated_in
from indexer.text.recommendation_numbers import leading_numbers, numbers_named, section_named
from models.languages.read_languages import any_language, words_of
from models.messages.spoken import saying
from models.numbers.number_lists import NamedNumbers, NumberReference
from models.records.answers import Answer
from models.records.documents import DocumentIdentity, ReadDocument, report_in_symbol
from models.records.enums import Position
from models.records.records import EVERY_OTHER, Place, StatedAnswers, StatedTotal, every_of_list
from models.reviews.states import StateTable

_PART_NAMED = re.compile(rf"\b{any_language(lambda words: words.numbers.parts)}\b", re.I)


def addendum_answers(document: ReadDocument, identity: DocumentIdentity, states: StateTable) -> StatedAnswers:
    """The answers, totals and malformed references of one addendum."""
    reader = _AddendumReader(identity, states)
    for block, paragraph in paragraphs_of(segment_addendum(body_lines(document, identity.symbol))):
        reader.take(block, paragraph)
    report = report_in_symbol(identity.symbol)
    responses, conflicts = gather_statements(reader.statements, report, identity.language, answer_expected=True)
    return StatedAnswers(responses, tuple(reader.totals), (*reader.warnings, *conflicts))


@dataclass(frozen=True, slots=True)
class _Heading:
    rank: tuple[float, bool, int]
    answer: Answer | None
    section: str | None


@dataclass
class _AddendumReader:
    """Walks the blocks and knows under which heading and lead-in each stands."""

    identity: DocumentIdentity
    states: StateTable
    statements: list[Statement] = field(default_factory=list)
    totals: list[StatedTotal] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    headings: list[_Heading] = field(default_factory=list)
    lead_in: Answer | None = None
    headed: list[NumberReference] = field(default_factory=list)
    """Numbers that the heading above names: the text below it is on them."""
    section: str | None = None
    sections: set[str] = field(default_factory=set)
    """Intro paragraphs that numbers were seen under."""

    def take(self, block: Block, paragraph: str | None) -> None:
        """Read one block."""
        place = Place(self.identity.symbol, paragraph, block.page)
        if block.kind is BlockKind.HEADING:
            self._take_heading(block, place)
        elif block.kind is BlockKind.ITEM:
            self._take_item(block, place)
        else:
            self._take_prose(block.text, place)

    @property
    def context(self) -> Answer | None:
        """The answer that holds for a list or an item without its own."""
        headed = (heading.answer for heading in reversed(self.headings) if heading.answer)
        return self.lead_in or next(headed, None)

    def _take_heading(self, block: Block, place: Place) -> None:
        rank = heading_rank(block)
        while self.headings and self.headings[-1].rank <= rank:
            self.headings.pop()
        text = block.text
        answer = self._read_answer(text)
        numbers = self._numbers(_without_bare_paragraphs(numbers_named(text, self.sections)))
        # "Accepted: 61.1 to 61.4" answers these numbers, not what stands below it.
        answer_below = None if numbers else answer
        self.headings.append(_Heading(rank, answer_below, section_named(text)))
        self.headed = numbers
        self.lead_in = None
        if answer:
            self.statements += _listed(numbers, answer, place, Rank.LABEL)

    def _read_answer(self, text: str) -> Answer | None:
        return read_answer(text, self.identity.language)

    def _take_item(self, block: Block, place: Place) -> None:
        self._report(block.named.malformed, place)
        numbers = self._numbers(block.named)
        # "122.14" in bold on its line is a heading, whether its text has a number of its own or none.
        self.headed = numbers if _is_bare_heading(block) else []
        answer = block.row.answer if block.row else _answer_in_note(block.named)
        item = self._read_item(block.text, answer)
        self.statements += _item_statements(numbers, item, place, self.context)

    def _read_item(self, text: str, answer: str = "") -> ReadItem:
        return read_item(text, self.states, answer, words_of(self.identity.language))

    def _take_prose(self, text: str, place: Place) -> None:
        prose = read_prose(text, self.sections, self.identity.language)
        names_numbers = any(answer.reference for answer in prose.answers)
        if self.headed and not names_numbers:
            # Below "Death penalty (recommendations 88.1 to 88.5)".
            self.statements += _item_statements(self.headed, self._read_item(text), place, self.context)
            return
        self.section = section_named(text) or self.section
        self.statements += (self._statement(answer, place) for answer in prose.answers)
        self.totals += stated_in(prose, place, report_in_symbol(self.identity.symbol))
        is_explained = self._take_explanations(text, place)
        self._report(prose.malformed, place)
        if not prose.answers:
            self._take_unanswered_list(text, place, is_explained=is_explained)
        self._take_lead_in(prose, text)

    def _take_explanations(self, text: str, place: Place) -> bool:
        """Take what the paragraph says on numbers beside their position; whether it says anything."""
        explanations = list(explanations_of_numbers(text))
        for references, comment, answer in explanations:
            for reference in references:
                number = self._in_section(reference).number
                is_on_list, in_range = len(references) > 1, reference.in_range
                said = Statement(number, answer, place, comment, aside=True, on_list=is_on_list, in_range=in_range)
                self.statements.append(said)
        return bool(explanations)

    def _statement(self, answer: ProseAnswer, place: Place) -> Statement:
        reference = answer.reference
        if reference is None:
            return Statement(EVERY_OTHER, answer.answer, place)
        number = every_of_list(reference.item) if answer.on_list else self._in_section(reference).number
        limited = self._answer_in(reference.note, answer.answer)
        if limited and limited.position is not Position.SUPPORTED:
            words = f"{answer.answer.words} … {reference.note}"
            limited = Answer(Position.NOTED, words, limited.qualified)
            return Statement(number, limited, place, in_range=reference.in_range)
        part = _part(reference.note)
        return Statement(number, answer.answer, place, part=part, in_range=reference.in_range)

    def _answer_in(self, note: str, answer: Answer) -> Answer | None:
        """What a note behind a number says of its answer: "61.2 (partially)", "61.2 (with the exception of huts)"."""
        limited = self._read_answer(note)
        if limited or not note or _part(note) or answer.position is not Position.SUPPORTED:
            return limited
        return self._read_answer(f"{answer.words} {note}")

    def _take_unanswered_list(self, text: str, place: Place, *, is_explained: bool) -> None:
        """A list of numbers that the heading above it answers ("122.1, 122.12, …"), a comment behind it or not."""
        named = leading_numbers(text)
        if named is None or self.context is None:
            return
        comment = after_lead_in(text, named.end)
        is_sentence = re.search(r"[^\W\d_]{3}", text[named.end :]) is not None
        if comment is None and is_sentence:
            return  # "61.1 and 61.2 were discussed with …": whatever the heading says, this says something else
        self._report(named.malformed, place)
        numbers = self._numbers(named)
        self.statements += _listed(numbers, self.context, place, Rank.SENTENCE)
        if comment and not is_explained:
            self.statements += (
                Statement(listed.number, None, place, comment, aside=True, on_list=len(numbers) > 1)
                for listed in numbers
            )

    def _take_lead_in(self, prose: ReadProse, text: str) -> None:
        """ "The following are accepted:" holds for what stands below, until the next paragraph takes a position."""
        if prose.points_on:
            self.lead_in = prose.points_on
        elif prose.answers or prose.totals or self._read_answer(text):
            self.lead_in = None

    def _numbers(self, named: NamedNumbers) -> list[NumberReference]:
        return [self._in_section(reference) for reference in named.references]

    def _in_section(self, reference: NumberReference) -> NumberReference:
        """A number with its intro paragraph: a bare one with that which a heading or paragraph above names."""
        if reference.intro:
            self.sections.add(reference.intro)
            return reference
        headed = (heading.section for heading in reversed(self.headings) if heading.section)
        return replace(reference, intro=next(headed, self.section))

    def _report(self, malformed: Iterable[str], place: Place) -> None:
        page = saying("page %(number)s", number=str(place.page))
        where = saying("paragraph %(number)s, %(page)s", number=place.paragraph, page=page) if place.paragraph else page
        self.warnings += (
            saying(
                "%(symbol)s, %(where)s: “%(numbers)s” is no range of numbers; see the document.",
                symbol=place.symbol,
                where=where,
                numbers=reference,
            )
            for reference in malformed
        )


def _without_bare_paragraphs(named: NamedNumbers) -> NamedNumbers:
    """ "Recommendations contained in paragraph 77" names a list, not a recommendation."""
    return replace(named, references=tuple(filter(_is_of_recommendation, named.references)))


def _is_of_recommendation(reference: NumberReference) -> bool:
    is_dotted = reference.intro or reference.sub
    return bool(is_dotted) or reference.cue != "paragraph"


def _is_bare_heading(block: Block) -> bool:
    return block.row is None and block.lines[0].bold and not block.text


def _answer_in_note(named: NamedNumbers) -> str:
    """ "Recommendation 61.2 (partially accepted):" gives the position beside the number."""
    note = named.references[-1].note if named.references else ""
    return note if read_answer(note) else ""


def _part(note: str) -> str:
    return note if _PART_NAMED.search(note) else ""


def _listed(numbers: Iterable[NumberReference], answer: Answer, place: Place, rank: Rank) -> Iterator[Statement]:
    for listed in numbers:
        yield Statement(listed.number, answer, place, rank=rank, in_range=listed.in_range)


def _item_statements(
    numbers: Sequence[NumberReference], item: ReadItem, place: Place, context: Answer | None
) -> Iterator[Statement]:
    """The item's own words, then the heading's: a comment in the noted section is not support.

    An item that says nothing is a list of numbers that the heading answers.
    """
    says_nothing = item.answer is None and not item.comment
    if context and says_nothing:
        yield from _listed(numbers, context, place, Rank.SENTENCE)
        return
    rank = _rank_of_item(item)
    for listed in numbers:
        here = Statement(listed.number, None, place, in_range=listed.in_range)
        yield replace(here, answer=item.answer, comment=item.comment, rank=rank)
        if context:
            yield replace(here, answer=context, rank=Rank.HEADING)
        for part in item.parts:
            if part.part:
                yield replace(here, answer=part.answer, part=part.part)


def _rank_of_item(item: ReadItem) -> Rank:
    """A refusal in a comment weighs more than a heading that accepts; support in passing does not outweigh one."""
    if item.labelled:
        return Rank.LABEL
    is_refusal = item.answer is not None and item.answer.position is Position.NOTED
    return Rank.REFUSAL if is_refusal else Rank.HEADING
