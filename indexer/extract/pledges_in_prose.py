"""The sentences of a paragraph in which a State pledges something, by UPR Info's method.

Only words that record a pledge count: "pledged to", "undertook to", "committed itself to", "made a commitment to
submit", "promised that", "would submit a midterm report". A State that "is committed to", "remains committed to" or
"reiterated its commitment to" something describes what it stands for, and that is no pledge; nor is what it pledged as
a candidate for a seat, nor a plan that it "would continue".
"""

import re
from collections.abc import Iterator

from indexer.extract.positions.prose import sentences

_BINDS = (
    r"(?:pledge[sd]?|undert(?:akes?|ook)|(?:has|have|had) (?:also )?undertaken"
    r"|commit(?:s|ted)?(?:\s+(?:itself|themselves))?)"
)
_NO_VERB = r"(?!(?:the|its|their|all|a|an|human|this|these|that|those|such|non)\b)"
_PLEDGES_TO = rf"\b(?<!not ){_BINDS} to (?:\w+ly )?{_NO_VERB}(?!\w*ing\b)[a-z]+\b"
_MAKES_A_PLEDGE = (
    r"\b(?:ma[dk]es?|undert(?:akes?|ook)|gave|given|assumed)\s+(?:an?|the|its|their)\s+(?:[\w-]+\s){0,2}?"
    rf"(?:commitment|pledge|undertaking) to (?:\w+ly )?{_NO_VERB}[a-z]+\b"
)
_PROMISES = r"\bpledge[sd]? that\b|\b(?<!had )promise[sd]? (?:to|that)\b"
_WILL_REPORT_AT_MID_TERM = (
    r"\b(?:will|would|decided to|intend(?:s|ed) to)\b[^.;]{0,80}?"
    r"\b(?:submit|present|prepar|issu|provid|produc|undergo)\w*\b"
    r"[^.;]{0,60}?\bmid-?\s?term\b[^.;]{0,40}?\b(?:report|review|update)"
)
_PLEDGE = re.compile("|".join((_PLEDGES_TO, _MAKES_A_PLEDGE, _PROMISES, _WILL_REPORT_AT_MID_TERM)), re.I)
_DENIES = re.compile(rf"\b(?:not|unable|cannot)\b[^.,;]{{0,40}}?\b{_BINDS} to\b", re.I)
"""As in "it was not in a position to commit to supporting such projects"."""
_FOR_A_SEAT = re.compile(
    r"\b(?:candida(?:te|cy|ture)|election to|elected to)\b|\bmember(?:ship)? (?:of|in) the\b", re.I
)
_OF_THE_REVIEW = re.compile(
    r"\b(?:consider|assess|examin|stud(?:y|i)|reflect)\w*\b[^.;]{0,60}?\b(?:recommendations?|contributions|comments)\b",
    re.I,
)
"""What every State does with what it was told ("undertook to consider all recommendations")."""
_STANDS_FOR = re.compile(
    r"\b(?:is|are|was|were|be|been|being|remain(?:s|ed)?)\s+(?:\w+\s+){0,2}?(?:committed|dedicated)\b", re.I
)
"""As in "remains fully committed to": what a State is, not what it will do."""


_RECORDED = re.compile(r"\bpledge", re.I)


def recorded_pledges_in(text: str) -> Iterator[str]:
    """Those that are called a pledge, for documents in which "undertook" and "promised" mostly tell of measures."""
    return filter(_RECORDED.search, pledges_in(text))


def pledges_in(text: str) -> Iterator[str]:
    """The sentences of a paragraph that pledge something."""
    return (each for each in sentences(text) if _PLEDGE.search(_STANDS_FOR.sub("", each)) and not _is_none(each))


def _is_none(sentence: str) -> bool:
    return any(pattern.search(sentence) for pattern in (_DENIES, _FOR_A_SEAT, _OF_THE_REVIEW))
