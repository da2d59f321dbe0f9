"""Issues in other languages: the human-rights terms that a text holds, in English.

The texts searched and the encoder are English. Beside its meaning (search.match.other_languages), what an issue
in French, Spanish, Arabic, Russian or Chinese is about is read from a glossary of rights terms
(models/vocabularies/rights_terms.csv): each cell holds beginnings of words, or for Arabic
and Chinese, which join words, parts of them. A term of several words is found where each begins a word, in this order.
"""

import csv
import re
from functools import cache
from importlib import resources

GLOSSARY_LANGUAGES = ("fr", "es", "ar", "ru", "zh")
_JOINED = ("ar", "zh")
_MARKS = re.compile("[\u064b-\u0652\u0640]")
"""Arabic vowel signs and stretching, which are printed or not."""


def english_terms(text: str, language: str) -> str:
    """The English rights terms for what a text in a language of the glossary speaks of; empty where none is known."""
    if language not in GLOSSARY_LANGUAGES:
        return ""
    normal = _normal(text)
    found = [(match.start(), term) for term, pattern in _patterns(language) if (match := pattern.search(normal))]
    return ", ".join(term for _, term in sorted(found))


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    with resources.files("models.vocabularies").joinpath("rights_terms.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return tuple((row["en"], _pattern(row[language].split("|"), language)) for row in rows)


def _pattern(forms: list[str], language: str) -> re.Pattern[str]:
    start, between = ("", r"\s*") if language in _JOINED else (r"\b", r"\w*\s+")
    return re.compile("|".join(start + between.join(map(re.escape, _normal(form).split())) for form in forms))


def _normal(text: str) -> str:
    return _MARKS.sub("", text.casefold().replace("ё", "е").replace("’", "'"))
