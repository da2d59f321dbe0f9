"""Patterns of the words by which submissions ask, of all languages at once (models/languages)."""

import re
from collections.abc import Iterable
from functools import cache

from models.languages.read_languages import ASKING_WORDS
from models.languages.words import STATES
from models.reviews.states import StateTable, short_names_in
from models.texts.words import ENGLISH


@cache
def announcing() -> re.Pattern[str]:
    """What a heading, or what stands before a colon, announces asks by."""
    return _any_of(word for words in ASKING_WORDS.values() for word in words.announcing)


@cache
def asking() -> re.Pattern[str]:
    """What a sentence asks by."""
    return _any_of(
        word.replace(STATES, _states_in(language)) if STATES in word else word
        for language, words in ASKING_WORDS.items()
        for word in words.asking
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w){word}" for word in words), re.IGNORECASE)


def _states_in(language: str) -> str:
    """The names of States in a language, as an alternative of regular expressions."""
    names = set(short_names_in(language).values() if language != ENGLISH else ())
    names = names or {state.name for state in StateTable.built_in()}
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
