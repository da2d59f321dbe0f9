"""The language of a text that its source does not tell, among those of the United Nations.

None of UPR Info's 30,459 distinct texts, which are English, is taken for one of another language.
"""

import re

from py3langid import classify

from models.languages.read_languages import ENGLISH

UN_LANGUAGES = frozenset(("ar", "en", "es", "fr", "ru", "zh"))
ENGLISH_WORDS = 3
"""A text with so many of these words is English; of others the language is guessed by their letters."""
_ENGLISH = re.compile(rf"\b(?:{ENGLISH.frequent})\b", re.IGNORECASE)


def text_language(text: str) -> str:
    """The ISO 639-1 code of a text's language; English where it seems to be in one that the UN does not use."""
    if len(_ENGLISH.findall(text)) >= ENGLISH_WORDS:
        return ENGLISH.code
    language: str = classify(text)[0]
    return language if language in UN_LANGUAGES else ENGLISH.code
