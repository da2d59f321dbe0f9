"""What a Working Group report itself says on the position of the State under review."""

import re
from collections.abc import Iterator

from indexer.extract.grammar.position_words import map_position_words, position_phrases
from models.numbers.recommendation_numbers import numbers_named
from models.records.enums import Position

ANNOUNCES_ANSWER = re.compile(
    r"\b(?:will|shall|would)\b[^.]{0,60}\b(?:examine|consider|stud(?:y|ie)|review|respond|reply)|"
    r"\b(?:response|repl|answer|position|views)\w*\b[^.]{0,160}"
    r"\b(?:will|shall|would) be (?:included|provided|presented|submitted)|"
    r"\bin due (?:time|course)\b",
    re.I,
)
AGREES = re.compile(r"(?<!not )\bagree[sd]? (?:on|to) (?:the following|follow up)\b", re.I)
NO_POSITION = re.compile(
    r"\b(?:as|been|being) endorsed by the Working Group\b|"
    r"\bnoted (?=(?:in|at|under) (?:the |this )?(?:present |following )?(?:report|para))",
    re.I,
)
"""Words that sound like a position and are none."""
SENTENCE_END = re.compile(r"(?<=[.;])\s+(?=[A-Z])")


def interim_position(words: str) -> Position | None:
    """The position that an intro or closing paragraph states, None where it states none.

    The first sentence that takes a position counts. An announced answer weighs more than a word of refusal beside it
    ("notes the following recommendations and will provide responses"): the State has not answered yet.
    """
    return next(_stated(words), None)


def _stated(words: str) -> Iterator[Position]:
    for sentence in SENTENCE_END.split(words):
        formula = NO_POSITION.sub("", sentence)
        positions = {phrase.position for phrase in position_phrases(formula)}
        if positions >= {Position.SUPPORTED, Position.NOTED}:
            continue  # "some enjoy the support, others do not": no position of any one recommendation
        mapped = map_position_words(formula)
        position = mapped[0] if mapped else None
        if position is not Position.SUPPORTED and ANNOUNCES_ANSWER.search(sentence):
            yield Position.PENDING
        elif position:
            yield position
        elif AGREES.search(sentence):
            yield Position.SUPPORTED


def speaks_of_all_above(words: str) -> bool:
    """Whether a closing sentence speaks of the recommendations above without naming numbers."""
    if numbers_named(words).references:
        return False
    points_back = re.search(r"\b(?:above|these|all(?: of)? the|the said)\b", words, re.I)
    return points_back is not None and re.search(r"\brecommendations\b", words, re.I) is not None
