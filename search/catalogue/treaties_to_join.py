"""Which treaties a request wants the State to join, and what the State had done about them.

A treaty counts where it is named after a word of joining ("ratify", "accession to") and before any word that makes it
something else: a treaty to carry out, to amend, to withdraw reservations from. A protocol or an amendment is never
taken for its treaty: where a treaty may be named only to say which protocol is meant, nothing is said of it.
"""

import re
from collections.abc import Iterator
from itertools import chain

from models.vocabularies.instruments import Mention, mentions_of_instruments
from models.vocabularies.ratifications import PARENTS, TREATIES, Ratification, ratification

_JOINING = re.compile(
    r"\b(?:ratify|ratifying|ratification|accede|acceding|accession|adhere|adhering|adhesion|join|joining|signing"
    r"|signature|sign(?! language)|becom(?:e|ing) (?:an? )?(?:state )?part(?:y|ies)"
    r"|not(?: yet)? (?:an? |been )?(?:state )?(?:ratified|signed|acceded|part(?:y|ies)))\b",
    re.I,
)
_DOING = re.compile(
    r"\b(?:implement|incorporat|domesticat|apply|transpos|harmoni|enforc|respect|compl(?:y|ian))\w*", re.I
)
"""What goes with joining before the treaty is named ("ratify and implement"), and is something else after it."""
_ELSE = re.compile(
    r"\b(?:amend|articles?\b|withdraw|lift|declaration|accord(?:ance|ing)|pursuant|under\b|line with|conform|obligation"
    r"|provision|recommend|request|report|competence|committee"
    r"|(?<!without )(?<!without limiting )(?<!without any )(?<!any limiting )reservation"
    r"|(?<!not )(?<!not yet )(?<!been )(?:ratified|signed|acceded)\b)\w*",
    re.I,
)
_BODY = re.compile(r"\bby\s+(?:the\s+)?$", re.I)
"""Before a treaty whose committee is meant."""
_OF_PROTOCOL = re.compile(r"\b(?:protocols?|OPs?|optional)\b(?:\s+[\w-]+){0,4}\s+$", re.I)
"""Before a treaty whose protocol is meant, in words that are no name ("the third OP to")."""
_PROTOCOL_OF = re.compile(
    r"(?:['’]s?)?[\s-]*(?:(?:first|second|third|two|three|optional|facultative|additional)\s+)*(?:protocol|OP)", re.I
)
"""After it ("the ICCPR Optional Protocol", "ICCPR- OP2")."""
_PROTOCOLS = re.compile(
    r"(?<!its )(?<!their )(?<!respective )(?<!two )(?<!three )\b"
    r"(?:(?:two|three|both|optional|facultative|additional)\s+)*(?:protocols|OPs)\b(?! thereto)",
    re.I,
)
"""Protocols of any treaty that is named after them, not those of the treaty before."""
_AND = re.compile(r"\s*(?:,|and|or|,\s*and|,\s*or)\s*(?:the\s+)?", re.I)
_BESIDE = re.compile(r"[\s(]*")
_SECOND = re.compile(r"[\s-]*(?:2|II)\b")
_PLURAL = {
    "ICCPR-OP1": ("ICCPR-OP1", "ICCPR-OP2"),
    "OP-CRC": ("OP-CRC-AC", "OP-CRC-SC", "OP-CRC-IC"),
}
"""What "the Optional Protocols" of a treaty are, where it has several, the oldest first."""
_TWO = re.compile(r"\b(?:two|both)\s+(?:the\s+)?$", re.I)


def ratifications_asked(text: str, state: str) -> tuple[Ratification, ...]:
    """What a State (by code) had done about the treaties that a request wants it to join; those known only."""
    found = (ratification(state, treaty) for treaty in treaties_to_join(text))
    return tuple(known for known in found if known is not None)


def treaties_to_join(text: str) -> tuple[str, ...]:
    """Codes of the treaties of models.vocabularies.ratifications that a request wants a State to join, in the order of
    the text."""
    mentions = mentions_of_instruments(text)
    uncertain = _uncertain(text, mentions)
    to_join = (mention for mention in _to_join(text, mentions) if mention not in uncertain)
    codes = chain.from_iterable(_codes(mention, text) for mention in to_join)
    return tuple(dict.fromkeys(code for code in codes if code in TREATIES))


def _to_join(text: str, mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """The instruments that are named while the request speaks of joining."""
    joins, named, start = False, False, 0
    for mention in mentions:
        for word in _turns(text[start : mention.start]):
            if _JOINING.fullmatch(word):
                joins, named = True, False
            elif _ELSE.fullmatch(word) or named:
                joins = False
        if joins:
            named = True
            yield mention
        start = mention.end


def _turns(words: str) -> list[str]:
    """The words of a stretch of text that say what is to be done with the treaties after it."""
    found = chain.from_iterable(pattern.finditer(words) for pattern in (_JOINING, _DOING, _ELSE))
    return [match[0] for match in sorted(found, key=lambda match: (match.start(), match[0]))]


def _uncertain(text: str, mentions: tuple[Mention, ...]) -> set[Mention]:
    """Treaties with protocols that may be named only to say which protocol, or which committee, is meant."""
    protocols = _PROTOCOLS.search(text)
    first_protocols = protocols.end() if protocols else len(text)
    uncertain: set[Mention] = set()
    for before, mention, after in _neighbours(mentions):
        if mention.code not in PARENTS.values():
            continue
        if (
            first_protocols <= mention.start
            or _names_protocol_or_body(text, mention)
            or (before is not None and _is_short_name_after(text, before, mention))
            or (after is not None and _belongs_to_protocols_after(text, mention, after, uncertain))
        ):
            uncertain.add(mention)
    return uncertain


def _names_protocol_or_body(text: str, mention: Mention) -> bool:
    """Whether the words beside a treaty say that its protocol or committee is meant ("the ICCPR Optional Protocol")."""
    before = text[: mention.start]
    return bool(_OF_PROTOCOL.search(before) or _BODY.search(before) or _PROTOCOL_OF.match(text, mention.end))


def _is_short_name_after(text: str, before: Mention, mention: Mention) -> bool:
    """Whether a treaty stands in brackets after the name of something else ("the third protocol (CRC)")."""
    return before.code != mention.code and bool(_BESIDE.fullmatch(text[before.end : mention.start]))


def _belongs_to_protocols_after(text: str, mention: Mention, after: Mention, uncertain: set[Mention]) -> bool:
    """Whether a treaty is one of a list that ends in protocols ("the CAT and ICCPR Optional Protocols")."""
    return (after in uncertain or _ends_in_protocols(text, after)) and _goes_with(text, mention, after)


def _neighbours(mentions: tuple[Mention, ...]) -> Iterator[tuple[Mention | None, Mention, Mention | None]]:
    """Each mention with those before and after it, the last first."""
    padded = (None, *mentions, None)
    for index in range(len(mentions), 0, -1):
        yield padded[index - 1], mentions[index - 1], padded[index + 1]


def _goes_with(text: str, mention: Mention, after: Mention) -> bool:
    """Whether two mentions are one treaty with its short name, or two of a list."""
    between = text[mention.end : after.start]
    return bool(_AND.fullmatch(between) or (mention.code == after.code and _BESIDE.fullmatch(between)))


def _ends_in_protocols(text: str, mention: Mention) -> bool:
    """Whether the protocols may be those of a treaty before, too ("the CAT and ICCPR Optional Protocols")."""
    return text[mention.start : mention.end].casefold().endswith("protocols")


def _codes(mention: Mention, text: str) -> tuple[str, ...]:
    """What a mention stands for; nothing where it may be one of several protocols."""
    name = text[mention.start : mention.end].casefold()
    if "protocols" in name:
        protocols = _PLURAL.get(mention.code, (mention.code,))
        return protocols[:2] if _TWO.search(text[: mention.start]) else protocols
    may_be_second = "death" in text.casefold() or _SECOND.match(text, mention.end)
    if mention.code == "ICCPR-OP1" and "first" not in name and may_be_second:
        return ()
    return (mention.code,)
