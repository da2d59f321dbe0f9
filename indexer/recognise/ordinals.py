"""Ordinal numbers as English, French and Spanish documents print them, in words and figures."""

import re

from models.languages.read_languages import READ_LANGUAGES

_WORDS = {word: number for language in READ_LANGUAGES.values() for word, number in language.cover.ordinals.items()}
_FIGURES = re.compile(r"(\d{1,3})(?:st|nd|rd|th|re|ère|er|e|ème|\.?[º°ª])")


def ordinal_number(word: str) -> int | None:
    """The number that an ordinal says: "eighteenth", "Twenty-first", "18th", "vingt et unième", "34e", "20º"."""
    if figures := _FIGURES.fullmatch(word.lower()):
        return int(figures[1])
    return _WORDS.get(re.sub(r"[\s-]+", "-", word.lower()))
