"""Which treaties an ask wants the State to join, and what the State had done about them.

A treaty counts where it is named after a word of joining ("ratify", "accession to") and before any word that makes it
something else: a treaty to carry out, to amend, to withdraw reservations from. Protocols and amendments are never taken
for their treaty.
"""

import re
from collections.abc import Iterator

from models.instruments import Mention, mentions_of_instruments
from models.ratifications import TREATIES, Ratification, ratification

_JOINING = re.compile(
    r"\b(?:ratify|ratifying|ratification|accede|acceding|accession|adhere|adhering|adhesion|join|joining|signing"
    r"|signature|sign(?! language)|part(?:y|ies) to|not(?: yet)? (?:been )?(?:ratified|signed|acceded))\b",
    re.I,
)
_DOING = re.compile(
    r"\b(?:implement|incorporat|domesticat|apply|transpos|harmoni|enforc|respect|compl(?:y|ian))\w*", re.I
)
"""What goes with joining before the treaty is named ("ratify and implement"), and is something else after it."""
_ELSE = re.compile(
    r"\b(?:amend|articles?\b|withdraw|lift|declaration|accord(?:ance|ing)|pursuant|under\b|line with|conform|obligation"
    r"|provision|recommend|committee|(?<!without )(?<!without limiting )(?<!without any )(?<!any limiting )reservation"
    r"|(?<!not )(?<!not yet )(?<!been )(?:ratified|signed|acceded)\b)\w*",
    re.I,
)
_OF_PROTOCOL = re.compile(r"\bprotocols?(?: (?:to|of|under|on)(?: the)?)?\s*$", re.I)
"""What stands before a treaty whose protocol is meant, in words that name none."""
_PROTOCOL_OF = re.compile(r"(?:['’]s?)?\s+(?:(?:first|second|third)\s+)?(?:optional\s+)?protocol", re.I)
"""What stands after it ("the ICCPR Optional Protocol")."""
_AND = re.compile(r"(?:,|\s+and|,\s+and)?\s*(?:the\s+)?")
"""Between "the Optional Protocols to" one treaty and a second treaty, whose protocol may be meant."""
_OF_ANOTHER_NUMBER = re.compile(r"[\s-]*(?:2|II)\b")
_PLURAL = {
    "ICCPR-OP1": ("ICCPR-OP1", "ICCPR-OP2"),
    "OP-CRC": ("OP-CRC-AC", "OP-CRC-SC", "OP-CRC-IC"),
}
"""What "the Optional Protocols" of a treaty are, where it has several."""


def ratifications_asked(text: str, state: str) -> tuple[Ratification, ...]:
    """What a State (by code) had done about the treaties that an ask wants it to join; those known only."""
    found = (ratification(state, treaty) for treaty in treaties_to_join(text))
    return tuple(each for each in found if each is not None)


def treaties_to_join(text: str) -> tuple[str, ...]:
    """Codes of the treaties of models.ratifications that an ask wants a State to join, in the order of the text."""
    codes = (code for mention in _to_join(text) for code in _codes(mention, text))
    return tuple(dict.fromkeys(code for code in codes if code in TREATIES))


def _to_join(text: str) -> Iterator[Mention]:
    """The instruments that are named while the ask speaks of joining."""
    joins, named = False, False
    before: Mention | None = None
    for mention in mentions_of_instruments(text):
        for word in _turns(text[before.end if before else 0 : mention.start]):
            if _JOINING.fullmatch(word):
                joins, named = True, False
            elif _ELSE.fullmatch(word) or named:
                joins = False
        if joins:
            named = True
            if not _says_which_protocol(text, before, mention):
                yield mention
        before = mention


def _says_which_protocol(text: str, before: Mention | None, mention: Mention) -> bool:
    """Whether a treaty is only named, or may only be named, to say which protocol is meant."""
    if _is_protocol(text, mention):
        return False
    if _OF_PROTOCOL.search(text[: mention.start]) or _PROTOCOL_OF.match(text, mention.end):
        return True
    if before is None or not _is_protocol(text, before):
        return False
    between = text[before.end : mention.start]
    several = "rotocols" in text[before.start : before.end]
    return between.strip() == "(" or (several and bool(_AND.fullmatch(between)))


def _is_protocol(text: str, mention: Mention) -> bool:
    return "rotocol" in text[mention.start : mention.end]


def _turns(words: str) -> list[str]:
    """The words of a stretch of text that say what is to be done with the treaties after it."""
    found = [(each.start(), each[0]) for pattern in (_JOINING, _DOING, _ELSE) for each in pattern.finditer(words)]
    return [word for _, word in sorted(found)]


def _codes(mention: Mention, text: str) -> tuple[str, ...]:
    """What a mention stands for; nothing where it may be one of several protocols."""
    name = text[mention.start : mention.end].casefold()
    if "protocols" in name:
        return _PLURAL.get(mention.code, (mention.code,))
    may_be_second = "death" in text.casefold() or _OF_ANOTHER_NUMBER.match(text, mention.end)
    if mention.code == "ICCPR-OP1" and "first" not in name and may_be_second:
        return ()
    return (mention.code,)
