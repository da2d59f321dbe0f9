"""Ordinal numbers as documents print them, in words and figures."""

import re

from models.languages.read_languages import READ_LANGUAGES, any_language

_WORDS = {word: number for language in READ_LANGUAGES.values() for word, number in language.cover.ordinals.items()}
_FIGURES = re.compile(rf"(\d{{1,3}}){any_language(lambda words: words.cover.ordinal_endings)}")


def ordinal_number(word: str) -> int | None:
    """The number that an ordinal says: "eighteenth", "Twenty-first", "18th", "vingt et unième", "34e", "20º"."""
    if figures := _FIGURES.fullmatch(word.lower()):
        return int(figures[1])
    return _WORDS.get(re.sub(r"[\s-]+", "-", word.lower()))
