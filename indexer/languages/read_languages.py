"""The languages in which reports and addenda are read."""

from collections.abc import Mapping

from indexer.languages.english import ENGLISH
from indexer.languages.french import FRENCH
from indexer.languages.spanish import SPANISH
from indexer.languages.words import LanguageWords

READ_LANGUAGES: Mapping[str, LanguageWords] = {language.code: language for language in (ENGLISH, FRENCH, SPANISH)}
"""By code of ISO 639-1; where a review is held in several, its records say it in the first of these."""


def words_of(language: str) -> LanguageWords:
    """The words of a language; English for one that is not read."""
    return READ_LANGUAGES.get(language, ENGLISH)
