"""Remarks of a State in a UN report: the sentences that name numbers, and those that go on about them.

"Concerning recommendations 145.126 and 145.127 …, the Minister stressed that … Moreover, …"
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from indexer.extract.positions.answers import read_answer
from indexer.extract.positions.prose import is_on_this_recommendation, read_prose, sentences
from indexer.extract.responses.statements import Statement
from indexer.text.recommendation_numbers import numbers_named
from models.languages.read_languages import any_language
from models.numbers.number_lists import NumberReference
from models.records.answers import Answer
from models.records.records import EVERY_OTHER, Place, every_of_list

_RECOMMEND = any_language(lambda language: language.answers.recommend)
_POINTS_BACK = re.compile(rf"\b{any_language(lambda language: language.answers.these)}\s+{_RECOMMEND}\w+", re.I)
_OTHER_RECOMMENDATIONS = re.compile(rf"\b{any_language(lambda language: language.positions.grammar.several)}\b", re.I)
_ANNOUNCES = re.compile(rf"\b{any_language(lambda language: language.answers.announces)}\b", re.I)
_CLAUSE = re.compile(r"[^.:;!?\n]{0,300}")
_WITH_CONJUNCTION = re.compile(rf"[\s,]*{any_language(lambda language: language.layout.last_joining[0])}\b", re.I)
_GOES_ON = re.compile(rf"{any_language(lambda language: language.answers.goes_on)}\b", re.I)
_CONCLUDES = re.compile(rf"{any_language(lambda language: language.answers.concludes)}\b", re.I)
_REMARK = re.compile(any_language(lambda language: language.answers.remark), re.I)


@dataclass(slots=True)
class _Passage:
    """Sentences of a paragraph on the same numbers."""

    references: list[NumberReference]
    before: list[str]
    """The sentences before it, in order."""
    reasons: list[str]
    """Those of them that lead to its first sentence: "The courts are free. Thus, recommendation 44 is implemented."."""
    sentences: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """What the State says on the numbers."""
        return " ".join((*self.reasons, *self.sentences))


def explanations_of_numbers(text: str) -> Iterator[tuple[list[NumberReference], str, Answer | None]]:
    """Numbers that a paragraph of an addendum names, and its words on them where it says more than the position.

    "Recommendations 4 and 5 are noted." explains nothing; a further sentence does, and so does "Regarding
    recommendation 4, …". The answer is one that a further sentence gives to "this recommendation".
    """
    for passage in _passages(text):
        first, *further = passage.sentences
        after = after_lead_in(first, passage.references[-1].end)
        if after is not None:
            words = " ".join([after, *further] if after else further)
        elif passage.reasons or _REMARK.match(first) or not all(read_prose(words).points_on for words in further):
            words = passage.words
        else:
            continue  # the position alone, or what leads on to a list below
        if words:
            yield passage.references, words, None if read_prose(first).answers else _answer_beside(passage)


def after_lead_in(text: str, end: int) -> str | None:
    """What follows a lead-in, "" where it ends the text; None where the text has none.

    A lead-in is the rest of a sentence behind its list of numbers, which ends at `end`, where that only announces what
    follows: "… 22, 25 and wishes to provide the following information:".
    """
    clause = _CLAUSE.match(text, end)
    ends = clause.end() if clause else end
    mark = text[ends : ends + 1]
    announced = _ANNOUNCES.search(text, end, ends)
    if mark == ":":
        is_lead_in = announced is not None or _WITH_CONJUNCTION.match(text, end) is not None
    else:  # "… and states the following." ends with its announcement
        is_lead_in = mark in (".", "") and announced is not None and len(text[announced.end() : ends].split()) <= 1
    return text[ends + 1 :].strip() if is_lead_in else None


def remarks_on_numbers(text: str, place: Place) -> Iterator[Statement]:
    """Position, where one is taken, and words on each number that a paragraph names as a recommendation's.

    A passage begins at a sentence that names numbers and ends before the next that speaks of others.
    """
    for passage in _passages(text):
        answers = {
            answer.reference.number: answer.answer
            for answer in read_prose(passage.sentences[0]).answers
            if answer.reference
        }
        beside = None if answers else _answer_beside(passage)
        for reference in passage.references:
            yield _statement(reference, answers.get(reference.number) or beside, passage.words, place)
    for answer in read_prose(text).answers:
        if answer.reference is None:
            yield Statement(EVERY_OTHER, answer.answer, place)
        elif answer.on_list:
            yield Statement(every_of_list(answer.reference.item), answer.answer, place)


def _passages(text: str) -> Iterator[_Passage]:
    """The passages of a paragraph; sentences before the first number, or on others' recommendations, are in none."""
    passage: _Passage | None = None
    before: list[str] = []
    is_first = True
    for sentence in sentences(text):
        named = _recommendations_named(sentence)
        opens = _names_others(named, passage) or _turns_to_some(sentence, named, passage)
        if passage and (opens or _ends_passage(sentence, named)):
            yield passage
            passage = None
        if opens:
            reasons = before[:] if is_first and _CONCLUDES.match(sentence) else []
            passage, is_first = _Passage(named, before[:], reasons), False
        if passage:
            passage.sentences.append(sentence)
        before.append(sentence)
    if passage:
        yield passage


def _recommendations_named(sentence: str) -> list[NumberReference]:
    """The numbers of recommendations; "paragraph 12" is one of the document's own paragraphs.

    Beside parts of paragraphs of the dialogue ("26 (e), 29 and 49 (b)") it is one of these as a whole.
    """
    named = numbers_named(sentence).references
    has_parts = any(reference.sub and not reference.intro for reference in named)
    return [
        reference
        for reference in named
        if reference.cue == "recommendation" or reference.intro or reference.sub or has_parts
    ]


def _names_others(named: list[NumberReference], passage: _Passage | None) -> bool:
    """Whether a sentence names numbers that the passage is not on."""
    known = {reference.number for reference in passage.references} if passage else set()
    return any(reference.number not in known for reference in named)


def _turns_to_some(sentence: str, named: list[NumberReference], passage: _Passage | None) -> bool:
    """Whether a sentence begins with some of a passage's numbers alone ("… on 36 to 44. As regards 36, …")."""
    if passage is None or not named or _REMARK.match(sentence) is None:
        return False
    return len({reference.number for reference in named}) < len({each.number for each in passage.references})


def _ends_passage(sentence: str, named: list[NumberReference]) -> bool:
    """Whether a sentence speaks of other recommendations, and not of "these recommendations"."""
    if named or _POINTS_BACK.search(sentence):
        return False
    return _OTHER_RECOMMENDATIONS.search(sentence) is not None


def _answer_beside(passage: _Passage) -> Answer | None:
    """The answer of a sentence beside that names no number ("They included …", "supported these recommendations")."""
    is_on_one = len(passage.references) == 1
    candidates = [
        sentence
        for sentence in passage.sentences[1:]
        if _POINTS_BACK.search(sentence) or (is_on_one and is_on_this_recommendation(sentence))
    ]
    if _GOES_ON.match(passage.sentences[0]):
        candidates = passage.before[::-1]
    for sentence in candidates:
        answer = None if numbers_named(sentence).references else read_answer(sentence)
        if answer:
            return answer
    return None


def _statement(reference: NumberReference, answer: Answer | None, comment: str, place: Place) -> Statement:
    is_paragraph = reference.cue == "paragraph" and not (reference.intro or reference.sub)
    number = every_of_list(reference.item) if is_paragraph else reference.number
    return Statement(number, answer, place, comment, in_range=reference.in_range)
