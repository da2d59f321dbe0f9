"""How much of the words of an issue each text holds, and whether it names what the issue names.

That are its very words one after the other, or a treaty or term under any name.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, reduce

import numpy as np
from numpy.typing import NDArray

from models.texts.words import ENGLISH, words_of
from models.vocabularies.abbreviations import Term, terms_named
from models.vocabularies.instruments import mentions_among, names_of_instruments
from models.vocabularies.treaty_bodies import TREATY_BODIES
from search.catalogue.entries import Mask
from search.lexical.bm25 import lexical_shares
from search.lexical.index import LexicalIndex
from search.lexical.shares import WeighedWords
from search.match.state import Match
from search.numbers import WORDS
from search.query.discriminative_terms import CutText, discriminative_stems

Shares = NDArray[np.float32]
"""Per text row."""


@dataclass(frozen=True, slots=True)
class Words:
    """How much of the words that matter each text holds."""

    name: str = "words"

    def apply(self, match: Match) -> Match:
        """Shares of what BM25 could give."""
        index, weight = match.texts.english_words, match.reading.word_weight
        discriminative = discriminative_stems(match.reading.stems, index.frequency, index.text_count)
        shares = lexical_shares(index, discriminative, expected=min(1.0, weight + WORDS.expected_above_weight))
        return replace(match, beside={**match.beside, "words": (weight, shares)})


@dataclass(frozen=True, slots=True)
class Names:
    """Whether a text names what the issue names."""

    name: str = "names"

    def apply(self, match: Match) -> Match:
        """With shares in which a name counts as a part of what the words are worth."""
        reading, (weight, shares) = match.reading, match.beside["words"]
        shares = with_names(match.texts.english_words, reading.words, shares, reading.share_of_name)
        return replace(match, beside={**match.beside, "words": (weight, shares)})


def with_names(index: LexicalIndex, cut: CutText, shares: Shares, share_of_name: float) -> Shares:
    """Lexical shares, raised where texts name what the query names and lowered where they do not.

    `share_of_name` says how much of the query is a name, 0 to 1: one mentioned in an example issue is no condition.
    """
    shares = _less_without_name(index, cut, shares, share_of_name)
    # A few words that stand in a text as they are typed, or another name for what they name, are all that was asked.
    if 1 < len(cut.words) <= WORDS.phrase_words and len(cut.content) > 1:
        phrase = [word.stem for word in cut.words]
        shares = np.where(index.rows_with_phrase(phrase), np.float32(1), shares)
    terms = terms_named(cut.text, ENGLISH, cut.words)
    return np.where(rows_naming(index, terms), np.float32(1), shares) if terms else shares


def _less_without_name(index: LexicalIndex, cut: CutText, shares: Shares, share_of_name: float) -> Shares:
    """Shares of texts that lack the name of a query lowered, by how much of the query it is."""
    treaties = rows_naming_treaty(index, cut)
    if treaties is not None:
        lowered = shares - np.float32(WORDS.lacking * share_of_name)
        raised = np.maximum(shares, np.float32(WORDS.named * share_of_name))
        return np.where(treaties, raised, lowered)
    # Where the query is nothing but a name of several words, a text that holds some of them is not on it by these:
    # "Palermo Protocol" is not about the Istanbul Protocol.
    if share_of_name and 1 < len(cut.content_stems) <= WORDS.phrase_words:
        lowered = shares * np.float32(1 - share_of_name**2)
        return np.where(rows_with_most(index, cut.content_stems), shares, lowered)
    return shares


def rows_naming(index: LexicalIndex, terms: Sequence[Term]) -> Mask:
    """A mask over text rows: those with any name of a term, its words one after the other."""
    forms = [form for term in terms for form in term.printed_forms]
    phrases = [[word.stem for word in words_of(name)] for term in terms for name in term.expansions]
    return reduce(np.logical_or, map(index.rows_with_phrase, phrases), index.rows_printing(forms))


def rows_with_most(index: LexicalIndex, stems: Sequence[str]) -> Mask:
    """A mask over text rows: those that hold the most of some words by how rare they are, and half of it or more."""
    held = WeighedWords.among(index, stems).shares(index.row_count, lambda stem: index.postings(stem).rows)
    return np.asarray(held >= max(held.max(initial=0), 0.5))


def rows_naming_treaty(index: LexicalIndex, cut: CutText) -> Mask | None:
    """A mask over text rows: those that name a treaty which a query names; None where it names none.

    What abbreviates a committee too ("CEDAW") is also named by the committee's name.
    """
    mentions = mentions_among(cut.words)
    if not mentions:
        return None
    rows = np.zeros(index.row_count, dtype=bool)
    for name in (name for code in {mention.code for mention in mentions} for name in _names_of(code)):
        rows |= reduce(np.logical_and, map(index.rows_with, name))
    for body in filter(None, (TREATY_BODIES.get(cut.text[at.start : at.end].upper()) for at in mentions)):
        rows |= index.rows_with_phrase([word.stem for word in words_of(body.name)])
    return rows


def _names_of(code: str) -> tuple[tuple[str, ...], ...]:
    """The names of a treaty, each as the stems of its discriminative terms."""
    if code.startswith("ILO-"):
        number = code.removeprefix("ILO-")
        return (("ilo", number), ("labour", number), ("labor", number))
    return _names_by_code()[code]


@cache
def _names_by_code() -> dict[str, tuple[tuple[str, ...], ...]]:
    names: dict[str, tuple[tuple[str, ...], ...]] = {}
    for stems, code in names_of_instruments():
        names[code] = (*names.get(code, ()), stems)
    return names
