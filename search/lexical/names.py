"""Texts that name what a query names: its very words one after the other, or a treaty or term under any name."""

from collections.abc import Sequence
from functools import cache, reduce

import numpy as np
from numpy.typing import NDArray

from models.vocabularies.abbreviations import Term, terms_named
from models.vocabularies.instruments import mentions_of_instruments, names_of_instruments
from models.words import ENGLISH, words_of
from search.catalogue.fields import Mask
from search.lexical.bm25 import inverse_document_frequency
from search.lexical.index import LexicalIndex
from search.query.discriminative_terms import content_stems, content_words
from search.ranking_numbers import LACKING, NAMED, PHRASE_WORDS


def with_names(index: LexicalIndex, text: str, shares: NDArray[np.float32], of_name: float) -> NDArray[np.float32]:
    """Lexical shares, raised where texts name what the query names and lowered where they do not.

    `of_name` says how much of the query is a name, 0 to 1: one mentioned in a example issue is no condition. Where the
    query is nothing but a name of several words, a text that holds some of them is not on it by these: "Palermo
    Protocol" is not about the Istanbul Protocol.
    """
    if (named := rows_naming_treaty(index, text)) is not None:
        shares = np.where(named, np.maximum(shares, np.float32(NAMED)), shares - np.float32(LACKING * of_name))
    elif of_name and 1 < len(stems := content_stems(text)) <= PHRASE_WORDS:
        shares = np.where(rows_with_most(index, stems), shares, shares * np.float32(1 - of_name**2))
    phrase = [word.stem for word in words_of(text)]
    if 1 < len(phrase) <= PHRASE_WORDS and len(content_words(text)) > 1:
        shares = np.where(index.rows_with_phrase(phrase), np.float32(1), shares)
    if terms := terms_named(text, ENGLISH):
        shares = np.where(rows_naming(index, terms), np.float32(1), shares)
    return shares


def rows_naming(index: LexicalIndex, terms: Sequence[Term]) -> Mask:
    """A mask over text rows: those with any name of a term, its words one after the other."""
    forms = [form for term in terms for form in term.printed_forms]
    phrases = [[word.stem for word in words_of(name)] for term in terms for name in term.expansions]
    return reduce(np.logical_or, map(index.rows_with_phrase, phrases), index.rows_printing(forms))


def rows_with_most(index: LexicalIndex, stems: Sequence[str]) -> Mask:
    """A mask over text rows: those that hold the most of some words by how rare they are, and half of it or more."""
    weights = {stem: np.float32(inverse_document_frequency(index, stem)) for stem in stems}
    held = np.zeros(index.row_count, dtype=np.float32)
    for stem, weight in weights.items():
        held[index.postings(stem).rows] += weight
    return np.asarray(held >= max(held.max(initial=0), sum(weights.values()) / 2))


def rows_naming_treaty(index: LexicalIndex, text: str) -> Mask | None:
    """A mask over text rows: those that name a treaty which the query names; None where it names none."""
    codes = {mention.code for mention in mentions_of_instruments(text)}
    if not codes:
        return None
    rows = np.zeros(index.row_count, dtype=bool)
    for name in (name for code in codes for name in _names_of(code)):
        rows |= reduce(np.logical_and, map(index.rows_with, name))
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
