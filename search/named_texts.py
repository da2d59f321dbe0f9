"""Texts that name what a query names: its very words one after the other, or a treaty under any of its names."""

from functools import cache, reduce

import numpy as np
from numpy.typing import NDArray

from models.instruments import mentions_of_instruments, names_of_instruments
from models.lexical_schema import words_of
from search.informative_words import content_words
from search.lexical_index import LexicalIndex

PHRASE_WORDS = 5
"""A query of at most so many words is looked for as it stands."""
OTHER_NAME = 0.9
"""What a text is worth that has all words of another name of the treaty, if not one after the other."""


def named_shares(index: LexicalIndex, text: str) -> NDArray[np.float32]:
    """Per text row: 1 where the words of a short query stand together, OTHER_NAME where a treaty has another name."""
    shares = np.zeros(index.row_count, dtype=np.float32)
    for code in {mention.code for mention in mentions_of_instruments(text)}:
        for name in _names_of(code):
            shares[reduce(np.logical_and, map(index.rows_with, name))] = OTHER_NAME
    words = [word.stem for word in words_of(text)]
    if 1 < len(words) <= PHRASE_WORDS and len(content_words(text)) > 1:
        shares[index.rows_with_phrase(words)] = 1.0
    return shares


def _names_of(code: str) -> tuple[tuple[str, ...], ...]:
    return _names_by_code().get(code, ())


@cache
def _names_by_code() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The names of each treaty, each as the stems of its telling words."""
    names: dict[str, tuple[tuple[str, ...], ...]] = {}
    for stems, code in names_of_instruments():
        names[code] = (*names.get(code, ()), stems)
    return names
