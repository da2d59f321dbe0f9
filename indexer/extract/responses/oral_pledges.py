"""What a State promised before the Human Rights Council, sentence by sentence.

Only words that bind count: "pledged to", "committed itself to", "was committed to introducing", "reiterated its
commitment to introduce", "promised that", "would submit a midterm report". "Would continue to" tells plans as well as
hopes and is none; nor is a commitment to a thing ("to human rights").
"""

import re
from collections.abc import Iterator

from indexer.extract.positions.prose import sentences

_BINDS = r"(?:pledge[sd]?|undert(?:akes?|ook|aken)|commit(?:s|ted)?(?:\s+(?:itself|themselves))?)"
_NO_VERB = r"(?!(?:the|its|their|all|a|an|human|this|these|that|those|such|non)\b)"
_SAYS = r"(?:reiterat|reaffirm|affirm|renew|confirm|express|underlin|underscor|emphasi[sz]|stress)\w*"
_PLEDGES_TO = rf"\b(?<!not ){_BINDS} to (?:\w+ly )?{_NO_VERB}(?!\w*ing\b)[a-z]+\b"
_IS_COMMITTED = r"\b(?:is|was|were|remain(?:s|ed)?|had been) (?:(?!not\b)\w+ )?committed to (?:\w+ly )?[a-z]+ing\b"
_SAYS_COMMITMENT = rf"\b{_SAYS} [^.,;]{{0,60}}?\bcommitment (?:of [^.,;]{{1,60}}? )?to (?:\w+ly )?{_NO_VERB}[a-z]+\b"
_PROMISES = r"\bpledge[sd]? that\b|\b(?<!had )promise[sd]? (?:to|that)\b"
_WILL_REPORT_AT_MID_TERM = (
    r"\b(?:will|would|decided to|intend(?:s|ed) to)\b[^.;]{0,80}?"
    r"\b(?:submit|present|prepar|issu|provid|produc|undergo)\w*\b"
    r"[^.;]{0,60}?\bmid-?\s?term\b[^.;]{0,40}?\b(?:report|review|update)"
)
_PLEDGE = re.compile(
    "|".join((_PLEDGES_TO, _IS_COMMITTED, _SAYS_COMMITMENT, _PROMISES, _WILL_REPORT_AT_MID_TERM)), re.I
)
_DENIES = re.compile(rf"\b(?:not|unable|cannot)\b[^.,;]{{0,40}}?\b{_BINDS} to\b", re.I)
"""As in "it was not in a position to commit to supporting such projects"."""


def oral_pledges(text: str) -> Iterator[str]:
    """The sentences of a paragraph that pledge something."""
    return (sentence for sentence in sentences(text) if _PLEDGE.search(sentence) and not _DENIES.search(sentence))
