"""Which language an issue is written in: by py3langid, held to what is likely of a text typed into this search.

A classifier of languages is made for running text; names and topics of two words ("Bangkok Rules", "kafala") look to
it like any language. So its odds against English are weighed with what else is known, in natural logarithms: words
that the English texts hold speak for English, a word in small letters that none of many texts holds against it.
"""

from functools import cache
from math import log
from typing import TYPE_CHECKING, Protocol

from models.errors import UnknownFilter
from models.lexical_schema import words_of
from models.other_languages import ENGLISH

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

READ_LANGUAGES = {
    "ar": "Arabic",
    "zh": "Chinese",
    "nl": "Dutch",
    "en": "English",
    "fr": "French",
    "de": "German",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "es": "Spanish",
    "th": "Thai",
    "tr": "Turkish",
}
"""By ISO 639-1 code, in the order of their names: what models.multilingual_encoder was trained on."""
UN_LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
UNREAD_LANGUAGES = {
    "am": "Amharic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "cs": "Czech",
    "da": "Danish", "el": "Greek", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "ha": "Hausa", "he": "Hebrew",
    "hi": "Hindi", "hr": "Croatian", "ht": "Haitian Creole", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian",
    "is": "Icelandic", "ka": "Georgian", "kk": "Kazakh", "km": "Khmer", "ky": "Kyrgyz", "lo": "Lao",
    "lt": "Lithuanian", "lv": "Latvian", "mg": "Malagasy", "mk": "Macedonian", "mn": "Mongolian", "my": "Burmese",
    "ne": "Nepali", "no": "Norwegian", "om": "Oromo", "pa": "Punjabi", "ps": "Pashto", "ro": "Romanian",
    "rw": "Kinyarwanda", "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian", "so": "Somali", "sq": "Albanian",
    "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "tg": "Tajik", "tl": "Tagalog",
    "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "xh": "Xhosa", "yo": "Yoruba", "zu": "Zulu",
}  # fmt: skip
"""Those that are told apart, so that the answer can say that they are not read. Near relatives of a language that is
read (Catalan, Galician) are left out: they are taken for it, and read a little."""

AGAINST_ENGLISH = 2.7
"""Odds that it takes to read a text in another language than English."""
KNOWN_WORD = -1.5
"""For each word that the texts hold."""
UNKNOWN_WORD = 2.0
"""Where they lack any."""
MANY_TEXTS = 5_000
"""In fewer texts many an English word does not occur, so that a missing one says nothing."""
_OF_UN, _OF_UNREAD = log(3), -log(3)
"""Issues for this search are in a language of the UN more often than in one that nobody chose to read."""


class EnglishTexts(Protocol):
    """The texts searched; a LexicalIndex is one."""

    @property
    def text_count(self) -> int:
        """How many there are."""
        ...

    def frequency(self, stem: str) -> int:
        """How many hold a word."""
        ...


def language_of(text: str, texts: EnglishTexts) -> str:
    """The ISO code of the language an issue is written in, "en" where it cannot be told."""
    odds = {language: log(max(share, 1e-30)) for language, share in load_classifier().rank(text)}
    likely = {language: value + _prior(language) for language, value in odds.items() if language != ENGLISH}
    best = max(likely, key=lambda language: likely[language])
    return best if likely[best] - odds[ENGLISH] + _evidence(text, texts) > AGAINST_ENGLISH else ENGLISH


def check_language(code: str | None) -> None:
    """Accept the code of a language that is read, or None.

    Raises:
        UnknownFilter: it is another.
    """
    if code is not None and code not in READ_LANGUAGES:
        raise UnknownFilter(f"“{code[:20]}” is no language that issues are read in: {', '.join(READ_LANGUAGES)}.")


def language_name(code: str) -> str:
    """The English name of a language."""
    return READ_LANGUAGES.get(code) or UNREAD_LANGUAGES.get(code, code)


def _prior(language: str) -> float:
    if language in UNREAD_LANGUAGES:
        return _OF_UNREAD
    return _OF_UN if language in UN_LANGUAGES else 0.0


def _evidence(text: str, texts: EnglishTexts) -> float:
    words = [(word, text[word.start : word.end]) for word in words_of(text)]
    known = [texts.frequency(word.stem) > 0 for word, printed in words if not printed.isdigit()]
    strange = any(texts.frequency(word.stem) == 0 and printed[0].islower() for word, printed in words)
    return KNOWN_WORD * sum(known) + (UNKNOWN_WORD if strange and texts.text_count >= MANY_TEXTS else 0.0)


@cache
def load_classifier() -> "LanguageIdentifier":
    """The classifier, held to the languages above: what it knows of others, 25 MB, is not kept."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    whole = LanguageIdentifier.from_model_file(MODEL_FILE)
    whole.set_languages([*READ_LANGUAGES, *UNREAD_LANGUAGES])
    return LanguageIdentifier(
        whole.nb_ptc,
        whole.nb_pc,
        whole.nb_classes,
        whole.tk_nextmove,
        whole.tk_output,
        norm_probs=True,
        tk_row=whole.tk_row,
    )
