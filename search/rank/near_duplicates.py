"""When two requests ask for the same thing in nearly the same words.

Two asks are near-identical where the same *discriminative terms* are left of both: the instruments they name, whatever
they call them; and the other words by their stems and in their order, without those that never change what is asked,
and with one word for each family of words that do the same here. One other word keeps asks apart: "ratify" and
"consider ratifying", OPCAT and CAT, "abolish" and "establish a moratorium" differ for those who follow up on them.

Likeness of letters or of meaning cannot tell such requests apart (docs/folding.md), and of three asks the first may be
like the second and the second like the third; having the same discriminative terms sorts asks without any doubt.
"""

import re
from functools import cache
from itertools import chain, groupby

from models.vocabularies.instruments import mentions_among
from models.words import stem, words_of

WORDS_NEEDED = 3
"""What is left of fewer words, none of them an instrument, is a piece of a sentence ("consider, with priority")."""

_EMPTY = """
    a an and are be been for in is it its nations of on recommend recommended should so that the their these this
    those to united with would
"""
_FAMILIES = """
    accordance compliance conformity consistent line
    abolish abolition
    accede accession adhere adherence join
    ratify ratification
    sign signature
    create creation
    establish establishment
    law legislation
    programme program
"""
"""One family a line."""
_PHRASES = {
    r"\bcapital punishment": "death penalty",
    r"\bbecom(e|ing) (a )?(State )?party\b": "accede",
    r"\bset(ting)? up\b": "establish",
    r"\b(issu|extend)(e|ing)? (an? )?(open( and)? )?standing invitations?( to all)?": "extend standing invitation",
    r"\bconsider(ing)? the possibility of": "consider",
    r"\bNHRI\b|\bnational institution (for|of) human rights": "national human rights institution",
}
_NEVER_LAST = frozenset("a an and by for from in of on or the thereto to with".split())
"""A request that ends so has lost what it is about."""


def discriminative_terms(text: str) -> str:
    """The same for near-identical requests; "" for a text that says too little to be sure of what it asks."""
    for phrase, same in _phrases().items():
        text = phrase.sub(same, text)
    words = list(words_of(text))
    mentions = mentions_among(words)
    named = {each.start: each.code for each in mentions}
    empty, family_of = _empty(), _family_of()
    outside = [word for word in words if not any(each.start <= word.start < each.end for each in mentions)]
    told = [(word.start, family_of.get(word.stem, word.stem)) for word in outside if word.stem not in empty]
    breaks_off = bool(words) and text[words[-1].start : words[-1].end].casefold() in _NEVER_LAST
    if breaks_off or not (mentions or len(told) >= WORDS_NEEDED):
        return ""
    runs = groupby(sorted([*told, *named.items()]), lambda item: item[0] in named)
    return " ".join(chain.from_iterable(_run([words for _, words in run], is_named) for is_named, run in runs))


def _run(words: list[str], are_instruments: bool) -> list[str]:
    """Words that stand beside each other: their order counts ("ratify CAT and sign CRPD"), that of instruments not."""
    return sorted(set(words)) if are_instruments else words


@cache
def _phrases() -> dict[re.Pattern[str], str]:
    return {re.compile(phrase, re.IGNORECASE): same for phrase, same in _PHRASES.items()}


@cache
def _empty() -> frozenset[str]:
    return frozenset(map(stem, _EMPTY.split()))


@cache
def _family_of() -> dict[str, str]:
    families = [[stem(word) for word in line.split()] for line in _FAMILIES.strip().splitlines()]
    return {member: family[0] for family in families for member in family}
