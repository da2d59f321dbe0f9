"""The languages in which reports and addenda are read, and patterns of what any of them prints."""

import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from types import ModuleType

from models import languages
from models.languages.asking_words import AskingWords
from models.languages.english import ENGLISH
from models.languages.words import LanguageWords


def _files() -> Iterator[ModuleType]:
    """All files of this folder, in the order of their names."""
    for name in sorted(module.name for module in pkgutil.iter_modules(languages.__path__)):
        yield import_module(f"{languages.__name__}.{name}")


def _tables() -> Iterator[LanguageWords]:
    """The table of each file of this folder that has one, under the file's name in capitals; English first."""
    yield ENGLISH
    for file in _files():
        table = getattr(file, file.__name__.rpartition(".")[2].upper(), None)
        if isinstance(table, LanguageWords):
            yield table


READ_LANGUAGES: Mapping[str, LanguageWords] = {language.code: language for language in _tables()}
"""By code of ISO 639-1; where a review is held in several, its records say it in the first of these."""

ASKING_WORDS: Mapping[str, AskingWords] = {
    words.code: words for file in _files() if isinstance(words := getattr(file, "ASKING", None), AskingWords)
}
"""By code, also of languages in which no document is read."""


def words_of(language: str) -> LanguageWords:
    """The words of a language; English for one that is not read."""
    return READ_LANGUAGES.get(language, ENGLISH)


def any_language(words: Callable[[LanguageWords], str]) -> str:
    """A pattern of what any of the languages prints, the empty ones left out."""
    return f"(?:{'|'.join(filter(None, map(words, READ_LANGUAGES.values())))})"


def word_of_any_language(words: Callable[[LanguageWords], Iterable[str]]) -> str:
    """A pattern of the words of all languages, each whole."""
    listed = dict.fromkeys(word for language in READ_LANGUAGES.values() for word in words(language))
    return rf"\b(?:{'|'.join(listed)})\b"


def first_match(pattern: Callable[[LanguageWords], re.Pattern[str]], text: str) -> re.Match[str] | None:
    """The first place of a text that fits the pattern of any language."""
    found = filter(None, (pattern(language).search(text) for language in READ_LANGUAGES.values()))
    return min(found, key=re.Match.start, default=None)


def not_abbreviated(behind: str = "") -> str:
    """A look-behind: no abbreviation before a number ("No", "rec"), with these letters behind it, ends here."""
    return "".join(rf"(?<!{word}{re.escape(behind)})" for word in _abbreviations())


def abbreviated() -> str:
    """A look-behind: such an abbreviation ends here."""
    return f"(?:{'|'.join(rf'(?<={word})' for word in _abbreviations())})"


def _abbreviations() -> list[str]:
    words = dict.fromkeys(word for language in READ_LANGUAGES.values() for word in language.numbers.abbreviations)
    return [rf"\b[{word[0].upper()}{word[0]}]{word[1:]}" for word in words]
