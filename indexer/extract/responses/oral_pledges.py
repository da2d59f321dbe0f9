"""What a State promised before the Human Rights Council, sentence by sentence.

Only words that bind count: "pledged to", "committed itself to", "was committed to introducing", "would submit a midterm
report". "Would continue to" tells plans as well as hopes and is none.
"""

import re
from collections.abc import Iterator

from indexer.extract.grammar.positions_in_prose import sentences

_BINDS = r"(?:pledge[sd]?|undert(?:akes?|ook|aken)|commit(?:s|ted)?(?:\s+(?:itself|themselves))?)"
_NO_VERB = r"(?!(?:the|its|their|all|a|an|human|this|these|that|those|such)\b)"
_PLEDGE = re.compile(
    rf"\b(?<!not ){_BINDS} to (?:\w+ly )?{_NO_VERB}(?!\w*ing\b)[a-z]+\b"
    r"|\b(?:is|was|were|remain(?:s|ed)?|had been) (?:\w+ly )?committed to (?:\w+ly )?[a-z]+ing\b"
    r"|\b(?:will|would|decided to|intend(?:s|ed) to)\b[^.;]{0,80}?\b(?:submit|present|prepar|issu|provid|produc)\w*\b"
    r"[^.;]{0,60}?\bmid-?\s?term\b[^.;]{0,40}?\b(?:report|review|update)",
    re.I,
)


def oral_pledges(text: str) -> Iterator[str]:
    """The sentences of a paragraph that pledge something."""
    return (sentence for sentence in sentences(text) if _PLEDGE.search(sentence))
