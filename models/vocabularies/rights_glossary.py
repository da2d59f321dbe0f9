"""Issues in other languages: the human-rights terms that a text holds, in English.

The texts searched and the encoder are English. Beside its meaning (search.match.other_languages), what an issue
in French, Spanish, Arabic, Russian or Chinese is about is read from a glossary of rights terms
(models/vocabularies/rights_terms.csv): each cell holds words, and terms of several words in their order. They are
found whole, in any inflected form: two words are one where Snowball gives them one stem (M. Porter, "Snowball", 2001).
Chinese joins words, and is looked through letter by letter.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import Stemmer

from models.package_tables import table_rows

GLOSSARY_LANGUAGES = ("fr", "es", "ar", "ru", "zh")
_STEMMERS = {"fr": "french", "es": "spanish", "ar": "arabic", "ru": "russian"}
_ARABIC = "ar"
_SPANISH = "es"
TELLING = 4
"""Letters of a Spanish stem that tells a word from others: it lacks the vowel at the end, and "sido" (been) and "sida"
(AIDS), "niños" and "niñas" have one of three. What has fewer is found as it is printed, or in the plural."""
_MARKS = re.compile("[\u064b-\u0652\u0640]")
"""Arabic vowel signs and stretching, which are printed or not."""
_WORD = re.compile(r"[^\W\d_]+")
_JOINED_BEFORE = re.compile(r"^[وف]?(?:[بك]?ال|لل)(?=\w{2})|^[وف](?=\w{4})")
"""What Arabic writes together with a word: and, in, like, to, the."""

Term = tuple[str, ...]
"""The stems of its words."""


def english_terms(text: str, language: str) -> str:
    """The English rights terms for what a text in a language of the glossary speaks of; empty where none is known."""
    if language not in GLOSSARY_LANGUAGES:
        return ""
    found = _parts_found(text) if language not in _STEMMERS else _terms_found(stems_of(text, language), language)
    return ", ".join(dict.fromkeys(term for _, term in sorted(found)))


def stems_of(text: str, language: str) -> list[str]:
    """The stems of the words of a text."""
    words = _WORD.findall(_normal(text))
    if language == _ARABIC:
        words = [_JOINED_BEFORE.sub("", word) for word in words]
    stems: list[str] = Stemmer.Stemmer(_STEMMERS[language], 0).stemWords(words)
    if language == _SPANISH:
        return [
            word.removesuffix("s") if len(stem) < TELLING else stem for word, stem in zip(words, stems, strict=True)
        ]
    return stems


def _terms_found(stems: Sequence[str], language: str) -> Iterator[tuple[int, str]]:
    by_first = _terms(language)
    for place, stem in enumerate(stems):
        for term, english in by_first.get(stem, ()):
            if tuple(stems[place : place + len(term)]) == term:
                yield place, english


def _parts_found(text: str) -> Iterator[tuple[int, str]]:
    normal = _normal(text)
    return ((found.start(), english) for english, parts in _parts() if (found := parts.search(normal)))


@cache
def _terms(language: str) -> Mapping[str, Sequence[tuple[Term, str]]]:
    """By the stem of its first word, each term with its English one."""
    by_first: dict[str, list[tuple[Term, str]]] = defaultdict(list)
    for english, forms in _cells(language):
        for form in forms:
            term = tuple(stems_of(form, language))
            by_first[term[0]].append((term, english))
    return by_first


@cache
def _parts() -> Sequence[tuple[str, re.Pattern[str]]]:
    return [(english, re.compile("|".join(map(re.escape, map(_normal, forms))))) for english, forms in _cells("zh")]


def _cells(language: str) -> Iterator[tuple[str, list[str]]]:
    for row in table_rows("models.vocabularies", "rights_terms.csv"):
        yield row["en"], row[language].split("|")


def _normal(text: str) -> str:
    return _MARKS.sub("", text.casefold().replace("ё", "е"))
