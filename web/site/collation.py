"""The order in which a language puts names: by the Unicode Collation Algorithm, which pyuca has.

Letters with accents stand among those without, and where two names differ in accents alone, behind them. What one
language has otherwise stands here.
"""

import re
from functools import cache, lru_cache

from pyuca import Collator

NAMES_KEPT = 4096
Place = tuple[int, ...]

_BEHIND_ALL_LETTERS = "\uffff"
_ALEF_WITH_HAMZA = re.compile("[أإآ]")
_ARTICLE = {"en": re.compile(r"the\s", re.I), "ar": re.compile("ال")}
"""With which a name begins without being sorted by it, in lists of the United Nations too."""


@lru_cache(NAMES_KEPT)
def place_of(name: str, language: str) -> Place:
    """What names are sorted by in a language (ISO 639-1)."""
    article = _ARTICLE[language].match(name) if language in _ARTICLE else None
    name = name[article.end() :] if article else name
    if language == "es":
        # A letter of its own, between n and o.
        name = name.replace("ñ", f"n{_BEHIND_ALL_LETTERS}").replace("Ñ", f"N{_BEHIND_ALL_LETTERS}")
    elif language == "ar":
        name = _ALEF_WITH_HAMZA.sub("ا", name)
    return tuple(_collator().sort_key(name))


@cache
def _collator() -> Collator:
    """The table of all letters, read with the first name."""
    return Collator()
