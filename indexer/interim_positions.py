"""What a Working Group report itself says on the position of the State under review."""

import re

from models.positions import Position

ANNOUNCES_ANSWER = re.compile(
    r"will (?:be |further be |also be )?(?:further |duly |carefully )?(?:be )?(?:examin|consider|stud|review|respond|reply)|"
    r"(?:will|shall|would|to) (?:provide|give|submit|present|communicate)\w*\b.{0,60}\b(?:response|repl|answer|position|views)|"
    r"(?:response|repl|answer|position|view)\w*\b.{0,160}\b(?:will|shall|would) be (?:included|provided|given|presented|submitted|reflected)|"
    r"in due (?:time|course)",
    re.I,
)
DECLINES = re.compile(
    r"(?:d(?:o|oes|id|on’t|on't)|could|can|will|would|have|has)\s*(?:not|n[o’']t)\s+(?:\w+\s+)?(?:enjoy|receive|meet|have|support|accept|agree|find|be (?:accepted|supported))|"
    r"cannot (?:accept|support|be)|not (?:enjoy|accept|support)|reject|refus|unable to|unacceptable|not acceptable|"
    r"(?:are|were|is|was|be|has|have been) (?:\w+ )?noted|take[ns]? (?:a |due )?note|oppos",
    re.I,
)
SUPPORTS = re.compile(
    r"enjoy\w*\s+(?:the\s+|its\s+|their\s+|full\s+)*(?:full\s+)?support|\bsupport(?:s|ed)?\b|\baccept(?:s|ed)?\b|\bagree(?:s|d)?\b|acceptable|"
    r"\badopt(?:s|ed)? the following|\bendorse[sd]?\b|welcome[sd]?\b",
    re.I,
)


def interim_position(words: str) -> Position | None:
    """The position that an intro or closing paragraph states, None where it states none.

    An announced answer weighs more than a word of support or refusal beside it: the State has not answered yet.
    """
    if ANNOUNCES_ANSWER.search(words) and not re.search(r"\b(?:enjoys?|enjoyed) (?:the |its )?support", words):
        return Position.PENDING
    if DECLINES.search(words):
        return Position.NOTED
    if SUPPORTS.search(words):
        return Position.SUPPORTED
    return Position.PENDING if ANNOUNCES_ANSWER.search(words) else None


def speaks_of_all_above(words: str) -> bool:
    """Whether a closing sentence speaks of the recommendations above without naming numbers."""
    return bool(re.search(r"\b(?:above|these|all(?: of)? the|the said)\b", words, re.I)) and bool(
        re.search(r"\brecommendations\b", words, re.I)
    )
