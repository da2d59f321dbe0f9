"""Titles of treaties, declarations and committees in the other languages of the United Nations.

The table is titles_in_languages.csv: the code of an instrument or the English name of a committee, and its titles in
each language, the official one first. Those of pages come from their catalogues; a test holds the two together. Texts
are in English nearly always, so a title that somebody types in their own language is looked for in English too.
"""

import re
from collections.abc import Sequence
from functools import cache

import Stemmer

from models.files.package_tables import table_rows
from models.texts.words import WORDS, fold
from models.vocabularies.instruments import instruments, printed_names

_STEMMERS = {"fr": "french", "es": "spanish", "ar": "arabic", "ru": "russian"}
_ARABIC, _CHINESE = "ar", "zh"
LANGUAGES = (*_STEMMERS, _CHINESE)
_SMALL_WORDS = {
    "fr": frozenset("a au aux d de des du et l la le les".split()),
    "es": frozenset("a al de del el la las lo los y".split()),
}
"""Which people leave out or put before a title; a title is told by the others."""
_JOINED_ARABIC = re.compile(r"^و?(?:ب?ال|لل)(?=\w{2})")
"""And, by, to, the: written together with the word behind them."""


def english_names(typed: str) -> tuple[str, ...]:
    """The names in English of what has this title in another language, the fullest first; none where nothing has it."""
    words = WORDS.findall(typed)
    named = next(filter(None, (_named(words, language) for language in LANGUAGES)), "")
    if named in instruments():
        return printed_names(named)
    return (named,) if named else ()


def _named(words: Sequence[str], language: str) -> str:
    """The code or English name of what has a title of these words; ""."""
    first = _stem(words[0], language) if words else ""
    # Most of what is typed begins as no title does, and needs no further look.
    if first and first not in _first_stems(language):
        return ""
    return _titles(language).get(_key(words, language), "")


@cache
def _titles(language: str) -> dict[tuple[str, ...], str]:
    return {
        _key(WORDS.findall(title), language): row["english"]
        for row in table_rows("models.vocabularies", "titles_in_languages.csv")
        for title in filter(None, row[language].split("|"))
    }


@cache
def _first_stems(language: str) -> frozenset[str]:
    return frozenset(key[0] for key in _titles(language))


def _key(words: Sequence[str], language: str) -> tuple[str, ...]:
    """What is the same of a title however it is declined, and with or without accents and articles."""
    return tuple(stem for word in words if (stem := _stem(word, language)))


def _stem(word: str, language: str) -> str:
    """Of a word in a language; "" for a small word."""
    folded = fold(word)
    if folded in _SMALL_WORDS.get(language, ()):
        return ""
    if language == _CHINESE:
        return folded
    if language == _ARABIC:
        folded = _JOINED_ARABIC.sub("", folded)
    return str(Stemmer.Stemmer(_STEMMERS[language], 0).stemWord(folded))
