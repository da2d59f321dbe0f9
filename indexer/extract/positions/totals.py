"""The numbers of recommendations that a text counts: a check on what was extracted, never an answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from models.languages.read_languages import any_language, word_of_any_language
from models.records.enums import Position

_RECOMMENDATIONS = any_language(lambda language: language.positions.grammar.several)
_SUPPORTS = any_language(lambda language: language.answers.supports)
_TAKEN = rf"""
    (?P<denied>{any_language(lambda language: language.answers.denied)}\s+(?:\w+\s+)?)?
    (?P<verb>(?P<supported>{_SUPPORTS})|{any_language(lambda language: language.answers.notes)})"""
_BEFORE_COUNT = any_language(lambda language: language.answers.before_count)
_OF = any_language(lambda language: language.answers.of_all)
_AUXILIARIES = any_language(lambda language: language.answers.auxiliaries)
_AND = word_of_any_language(lambda language: language.layout.last_joining)
_BEFORE = re.compile(
    rf"""\b{_TAKEN}\s+(?:{_BEFORE_COUNT}\s+){{0,3}}
    (?P<count>\d{{1,3}})(?:\s+{_OF}\s(?P<all>\d{{1,3}}))?
    (?=\s+(?:{_OF}\s)?(?:{_BEFORE_COUNT}\s)?{_RECOMMENDATIONS}|\s*(?:[.,;]|$|{_AND}))""",
    re.I | re.VERBOSE,
)
_AFTER = re.compile(
    rf"""\b(?P<count>\d{{1,3}})\s+(?:{_RECOMMENDATIONS}\s+)?
    (?:{_AUXILIARIES}\s+){{0,4}}
    {_TAKEN}(?!\s+(?:{_BEFORE_COUNT}\s)?\d)""",
    re.I | re.VERBOSE,
)
_RECEIVED = any_language(lambda language: language.answers.received)
_IN_ALL = re.compile(
    rf"""\b{any_language(lambda language: language.answers.receives)}\w*\s+(?:{_BEFORE_COUNT}\s)?
    (?P<count>\d{{1,3}})\s+(?:\w+\s+)?{_RECOMMENDATIONS}
    |\b(?P<passive>\d{{1,3}})\s+{_RECOMMENDATIONS}\s+(?:{_AUXILIARIES}\s+){{0,2}}{_RECEIVED}\b""",
    re.I | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class CountedRecommendations:
    """A number of recommendations that a sentence counts."""

    count: int
    position: Position | None
    """None for all recommendations of the review."""
    sentence: str


def stated_totals(sentence: str) -> tuple[CountedRecommendations, ...]:
    """The counts of a sentence ("accepts 142 recommendations", "of which 124 are now supported and 33 noted")."""
    if not re.search(_RECOMMENDATIONS, sentence, re.I):
        return ()
    return tuple(dict.fromkeys([*_by_position(sentence), *_in_all(sentence)]))


def _by_position(sentence: str) -> Iterator[CountedRecommendations]:
    taken: set[int] = set()
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(sentence):
            if match.start("count") not in taken:
                taken.add(match.start("count"))
                supported = match["supported"] and not match["denied"]
                position = Position.SUPPORTED if supported else Position.NOTED
                yield CountedRecommendations(int(match["count"]), position, sentence)


def _in_all(sentence: str) -> Iterator[CountedRecommendations]:
    for match in _BEFORE.finditer(sentence):
        if match["all"]:
            yield CountedRecommendations(int(match["all"]), None, sentence)
    for match in _IN_ALL.finditer(sentence):
        yield CountedRecommendations(int(match["count"] or match["passive"]), None, sentence)
