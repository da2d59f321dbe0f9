"""Issues in other languages: the human-rights terms that a text holds, in English.

The texts searched and the encoder are English. Beside its meaning (search.match.meaning), what an issue
in French, Spanish, Arabic, Russian or Chinese is about is read from a glossary of rights terms
(models/vocabularies/rights_terms.csv): each cell holds words, and terms of several words in their order, between which
one other may stand. They are found whole, in any form of each word (models.vocabularies.inflection): by its stem, or by
number, gender and case alone where a term begins with "=", since words that mean something else share its stem.
Chinese joins words, and is looked through letter by letter.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from models.files.package_tables import table_rows
from models.texts.normal_form import normal_form
from models.vocabularies.inflection import FRENCH, INFLECTED, RUSSIAN, SPANISH, keys_of_term, keys_of_text

GLOSSARY_LANGUAGES = (*INFLECTED, "zh")
_ACCENTED = (FRENCH, SPANISH)
_BY_FORM = "="
_MARKS = re.compile("[\u064b-\u0652\u0640]")
"""Arabic vowel signs and stretching, which are printed or not."""
_WORD = re.compile(r"[^\W\d_]+")

Keys = frozenset[str]
Term = tuple[Keys, ...]
"""The keys of its words."""


def english_terms(text: str, language: str) -> str:
    """The English rights terms for what a text in a language of the glossary speaks of; empty where none is known."""
    if language not in GLOSSARY_LANGUAGES:
        return ""
    found = _terms_found(_normal(text), language) if language in INFLECTED else _parts_found(text)
    return ", ".join(dict.fromkeys(term for _, term in sorted(found)))


def _terms_found(text: str, language: str) -> Iterator[tuple[int, str]]:
    # Capitals and hasty typing leave accents out: then none is looked for.
    plain = language in _ACCENTED and _without_accents(text) == text
    by_first = _terms(language, plain)
    words = _WORD.findall(text)
    known = {word: keys_of_text(word, language) for word in set(words)}
    keys = [known[word] for word in words]
    for place, of_first in enumerate(keys):
        for term, english in {found for key in of_first for found in by_first.get(key, ())}:
            if _goes_on(term[1:], keys, place + 1):
                yield place, english


def _goes_on(term: Term, words: Sequence[Keys], place: int) -> bool:
    """Whether the words of a term come from a place on, each after at most one other: "violence domestique faite à"."""
    for keys in term:
        following = words[place : place + 2]
        if all(map(keys.isdisjoint, following)):
            return False
        place += 2 if keys.isdisjoint(following[0]) else 1
    return True


def _parts_found(text: str) -> Iterator[tuple[int, str]]:
    normal = _normal(text)
    return ((found.start(), english) for english, parts in _parts() if (found := parts.search(normal)))


@cache
def _terms(language: str, plain: bool) -> Mapping[str, Sequence[tuple[Term, str]]]:
    """By each key of its first word, each term with its English one; without accents where a text is `plain`."""
    by_first: dict[str, list[tuple[Term, str]]] = defaultdict(list)
    for english, forms in _cells(language):
        for term in (_term(form, language, plain) for form in forms):
            # In Russian cases say what belongs together, and words stand in any order.
            for ordered in dict.fromkeys((term, term[::-1]) if language == RUSSIAN and len(term) == 2 else (term,)):
                for key in ordered[0]:
                    by_first[key].append((ordered, english))
    return by_first


def _term(form: str, language: str, plain: bool) -> Term:
    normal = _normal(form)
    spellings = (normal, _without_accents(normal)) if plain else (normal,)
    by_stem = not form.startswith(_BY_FORM)
    return tuple(
        Keys().union(*(keys_of_term(spelled, language, by_stem) for spelled in word))
        for word in zip(*map(_WORD.findall, spellings), strict=True)
    )


@cache
def _parts() -> Sequence[tuple[str, re.Pattern[str]]]:
    return [(english, re.compile("|".join(map(re.escape, map(_normal, forms))))) for english, forms in _cells("zh")]


def _cells(language: str) -> Iterator[tuple[str, list[str]]]:
    for row in table_rows("models.vocabularies", "rights_terms.csv"):
        yield row["en"], row[language].split("|")


def _normal(text: str) -> str:
    # Some systems hand on a letter and its accent as two characters.
    return _MARKS.sub("", normal_form("NFC", text).casefold().replace("ё", "е"))


def _without_accents(text: str) -> str:
    letters = normal_form("NFD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
