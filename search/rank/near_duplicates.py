"""When two requests ask for the same thing in nearly the same words.

Two requests are near-identical where the same *discriminative terms* are left of both: the instruments they name,
whatever they call them; and the other words by their stems and in their order, without those that never change what is
asked, and with one word for each family of words that do the same here. Another word keeps requests apart: "ratify"
and "consider ratifying", OPCAT and CAT, "abolish" and "establish a moratorium" differ for those who follow up on them.

Likeness of letters or of meaning cannot tell such requests apart (docs/folding.md), and of three requests the first may
be like the second and the second like the third; having the same discriminative terms sorts requests without any doubt.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain, groupby

from models.texts.words import Word, stem, words_of
from models.vocabularies.instruments import Mention, mentions_among

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
    """Words that near-identical requests have in common; "" for a text too short to be sure of what it asks."""
    for phrase, same in _phrases().items():
        text = phrase.sub(same, text)
    words = list(words_of(text))
    if not words or _breaks_off(text, words):
        return ""
    mentions = mentions_among(words)
    terms = [(word.start, _family_of().get(word.stem, word.stem)) for word in _outside(words, mentions)]
    if not mentions and len(terms) < WORDS_NEEDED:
        return ""
    named = {mention.start: mention.code for mention in mentions}
    runs = groupby(sorted([*terms, *named.items()]), lambda item: item[0] in named)
    return " ".join(chain.from_iterable(_run([words for _, words in run], is_named) for is_named, run in runs))


def _breaks_off(text: str, words: Sequence[Word]) -> bool:
    last = words[-1]
    return text[last.start : last.end].casefold() in _NEVER_LAST


def _outside(words: Sequence[Word], mentions: Sequence[Mention]) -> list[Word]:
    """The words that change what is asked and are no part of the name of an instrument."""
    stretches = [range(mention.start, mention.end) for mention in mentions]
    telling = (word for word in words if word.stem not in _empty())
    return [word for word in telling if not any(word.start in stretch for stretch in stretches)]


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
