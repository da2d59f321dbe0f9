"""The languages in which reports and addenda are read, and patterns of what any of them prints."""

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, cast

from models import languages
from models.languages.load_words import load_words
from models.languages.words import AskingWords, BareVerbWords, LanguageWords


def _files() -> Mapping[str, dict[str, Any]]:
    """What each file of this folder says, by its name; English first."""
    found = [file for folder in languages.__path__ for file in Path(folder).glob("*.toml")]
    found.sort(key=lambda file: (file.stem != "english", file.name))
    return {file.name: tomllib.loads(file.read_text(encoding="utf-8")) for file in found}


_SAID = _files()
_PARTS = {file: said.pop("parts", {}) for file, said in _SAID.items()}
ASKING_WORDS: Mapping[str, AskingWords] = {
    said["code"]: load_words(AskingWords, said.pop("asking"), _PARTS[file], f"{file}, asking")
    for file, said in _SAID.items()
}
"""By code of ISO 639-1, also of languages in which no document is read."""
READ_LANGUAGES: Mapping[str, LanguageWords] = {
    said["code"]: load_words(LanguageWords, said, _PARTS[file], file) for file, said in _SAID.items() if len(said) > 1
}
"""By code; where a review is held in several, its records say it in the first of these."""
ENGLISH = READ_LANGUAGES["en"]
BARE_VERBS = cast(BareVerbWords, ENGLISH.bare_verbs)
"""Of English, whose requests begin with them."""


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
