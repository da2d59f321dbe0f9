"""How long papers may be: the one table of limits (limits.csv), each with its source and the day it was looked up.

Limits of speaking time are counts of English words. What fits into the same time in the Council's other languages
follows from how fast the same texts are read aloud in them (speaking_rates.csv): Trauzettel-Klosinski, S. and Dietz,
K., "Standardized Assessment of Reading Performance: The New International Reading Speed Texts IReST", Investigative
Ophthalmology & Visual Science 53/9, 2012.
"""

import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache

from models.files.package_tables import table_rows

_SCRIPTS_WITHOUT_SPACES = ("CJK UNIFIED", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
CHARACTERS_A_WORD = 255 / 158
"""Of Chinese, in the same study: 158 words a minute are 255 characters."""


@dataclass(frozen=True, slots=True)
class Limit:
    """How long one paper may be."""

    words: int
    """Of a statement that is spoken, in English."""
    pages: int | None
    checked: date
    """When the source was looked up."""
    source: str
    address: str


@dataclass(frozen=True, slots=True)
class SpeakingRate:
    """How fast a language is read aloud."""

    language: str
    """ISO 639-1."""
    in_characters: bool
    """Whether its characters are counted, in place of words."""
    per_minute: int


def limit_of(paper: str, choice: str, pace: str = "") -> Limit:
    """The limit of a paper, by its name and the option that decides on it; KeyError for an unknown one."""
    return _limits()[paper, choice, pace]


@cache
def speaking_rates() -> dict[str, SpeakingRate]:
    """The languages of the Council, by code."""
    return {
        row["language"]: SpeakingRate(row["language"], row["unit"] == "characters", int(row["per_minute"]))
        for row in table_rows("web.papers", "speaking_rates.csv")
    }


def most_in_language(words: int, language: str) -> int:
    """How many words, or characters, of a language take as long as so many of English; the same for other languages."""
    rates = speaking_rates()
    if language not in rates:
        return words
    return round(words * rates[language].per_minute / rates["en"].per_minute)


def count_words(text: str) -> int:
    """The words of a text in any script, as word processors count them; a script without spaces by its characters."""
    without_spaces = sum(map(_is_of_script_without_spaces, text))
    if without_spaces:
        text = "".join(" " if _is_of_script_without_spaces(character) else character for character in text)
    with_spaces = sum(any(map(str.isalnum, word)) for word in text.split())
    return with_spaces + round(without_spaces / CHARACTERS_A_WORD)


def count_in_language(text: str, language: str) -> int:
    """What `most_in_language` limits: words, or characters where the language is counted by these."""
    rate = speaking_rates().get(language)
    return sum(map(str.isalnum, text)) if rate and rate.in_characters else count_words(text)


def _is_of_script_without_spaces(character: str) -> bool:
    return character > "\u0e00" and unicodedata.name(character, "").startswith(_SCRIPTS_WITHOUT_SPACES)


@cache
def _limits() -> dict[tuple[str, str, str], Limit]:
    return {
        (row["paper"], row["choice"], row["pace"]): Limit(
            int(row["words"]),
            int(row["pages"]) if row["pages"] else None,
            date.fromisoformat(row["checked"]),
            row["source"],
            row["address"],
        )
        for row in table_rows("web.papers", "limits.csv")
    }
