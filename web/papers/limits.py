"""How long papers may be: the one table of limits (limits.csv), each with its source and the day it was looked up.

Limits of speaking time are counts of English words. What fits into the same time in the Council's other languages
follows from how fast the same texts are read aloud in them (speaking_rates.csv): Trauzettel-Klosinski, S. and Dietz,
K., "Standardized Assessment of Reading Performance: The New International Reading Speed Texts IReST", Investigative
Ophthalmology & Visual Science 53/9, 2012.
"""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from models.files.package_tables import table_rows

_WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]"
)
"""Letters of Thai, Lao, Burmese, Khmer, Japanese and Chinese."""
CHARACTERS_A_WORD = 255 / 158
"""Of Chinese, in the same study: 158 words a minute are 255 characters."""


class Limit(NamedTuple):
    """How long one paper may be."""

    words: int
    """Of a statement that is spoken, in English."""
    pages: int | None
    checked: date
    """When the source was looked up."""
    source: str
    address: str


class SpeakingRate(NamedTuple):
    """How fast a language is read aloud."""

    per_minute: int
    in_characters: bool
    """Whether its characters are counted, in place of words."""


@cache
def limit_of(paper: str, choice: str, pace: str = "") -> Limit:
    """The limit of a paper, by its name and the option that decides on it; KeyError for an unknown one."""
    rows = {(row["paper"], row["choice"], row["pace"]): row for row in table_rows("web.papers", "limits.csv")}
    row = rows[paper, choice, pace]
    pages = int(row["pages"]) if row["pages"] else None
    return Limit(int(row["words"]), pages, date.fromisoformat(row["checked"]), row["source"], row["address"])


@cache
def speaking_rates() -> dict[str, SpeakingRate]:
    """The languages of the Council, by code (ISO 639-1)."""
    return {
        row["language"]: SpeakingRate(int(row["per_minute"]), row["unit"] == "characters")
        for row in table_rows("web.papers", "speaking_rates.csv")
    }


def most_in_language(words: int, language: str) -> int:
    """How many words, or characters, of a language take as long as so many of English; the same for other languages."""
    rates = speaking_rates()
    rate = rates.get(language, rates["en"])
    return round(words * rate.per_minute / rates["en"].per_minute)


def count_words(text: str) -> int:
    """The words of a text in any script, as word processors count them; a script without spaces by its characters."""
    with_spaces, characters = _WITHOUT_SPACES.subn(" ", text)
    return sum(any(map(str.isalnum, word)) for word in with_spaces.split()) + round(characters / CHARACTERS_A_WORD)


def count_in_language(text: str, language: str) -> int:
    """What `most_in_language` limits: words, or characters where the language is counted by these."""
    rate = speaking_rates().get(language)
    return sum(map(str.isalnum, text)) if rate and rate.in_characters else count_words(text)
