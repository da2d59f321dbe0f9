"""What a Working Group report itself says on the position of the State under review."""

import re
from collections.abc import Iterator

from indexer.extract.positions.answers import read_answer
from indexer.extract.positions.phrases import position_phrases
from indexer.text.recommendation_numbers import numbers_named
from models.languages.read_languages import ENGLISH
from models.languages.words import LanguageWords
from models.records.enums import Position
from models.texts.sentences import sentences_of


def interim_position(words: str, language: LanguageWords = ENGLISH) -> Position | None:
    """The position that an intro or closing paragraph states, None where it states none.

    The first sentence that takes a position counts. An announced answer weighs more than a word of refusal beside it
    ("notes the following recommendations and will provide responses"): the State has not answered yet.
    """
    return next(_stated(words, language), None)


def _stated(words: str, language: LanguageWords) -> Iterator[Position]:
    for sentence in sentences_of(words):
        formula = language.no_position.sub("", sentence)
        positions = {phrase.answer.position for phrase in position_phrases(formula, language.code)}
        if positions >= {Position.SUPPORTED, Position.NOTED}:
            continue  # "some enjoy the support, others do not": no position of any one recommendation
        answer = read_answer(formula, language.code)
        position = answer.position if answer else None
        if position is not Position.SUPPORTED and language.announces_answer.search(sentence):
            yield Position.PENDING
        elif position:
            yield position
        elif language.agrees.search(sentence):
            yield Position.SUPPORTED


def speaks_of_all_above(words: str, language: LanguageWords = ENGLISH) -> bool:
    """Whether a closing sentence speaks of the recommendations above without naming numbers."""
    if numbers_named(words).references:
        return False
    return bool(
        language.points_back.search(words) and re.search(rf"\b{language.positions.grammar.several}\b", words, re.I)
    )
