"""Which language an issue is written in: by py3langid, held to what is likely of a text typed into this search.

A classifier of languages is made for running text; names and topics of two words ("Bangkok Rules", "kafala") look to
it like any language, and an English sentence with the name of a French office in it like French. So a text counts as
another language than English only where the classifier is sure of it, and a text with names is read without them too.

The texts of the index have no say: they hold words of many languages, and the same issue is to be read alike in every
index. Nor has length: py3langid's shares are calibrated for it, and a mean of shares is one.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from models.errors import UnknownFilter
from models.messages.message import LanguageName, Message
from models.once import once
from models.texts.words import ENGLISH
from search.datamodel.question import no_such_choice
from search.numbers import LANGUAGE

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
"""By ISO 639-1 code, in the order of their names: what models.encoders.multilingual_encoder was trained on."""
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

_SENTENCE_ENDS = ".!?:;"
_KANA = re.compile("[\u3040-\u30ff]")

Classifier = Callable[[str], Mapping[str, float]]
"""How likely a text is in each language, by ISO code: shares from 0 to 1."""


def shares_of_languages(text: str) -> dict[str, float]:
    """What py3langid says, among the languages above."""
    return dict(load_classifier().rank(text))


def language_of(text: str, classifier: Classifier = shares_of_languages, expected: str = ENGLISH) -> str:
    """The ISO code of the language an issue is written in, "en" where it cannot be told.

    `expected` is that of the page on which it was typed: it is as likely as English.
    """
    shares = _mean_shares(text, classifier, expected)
    best = max(shares, key=lambda language: (language != ENGLISH, shares[language], language))
    if best == "zh" and _KANA.search(text):
        return "ja"  # Chinese has no kana; a Japanese headline has few
    return best if shares[best] >= LANGUAGE.sure or _is_in_other_letters(text) else ENGLISH


def check_language(code: str | None) -> None:
    """Accept the code of a language that is read, or None.

    Raises:
        UnknownFilter: it is another.
    """
    if code is not None and code not in READ_LANGUAGES:
        raise UnknownFilter(no_such_choice("Language", code, READ_LANGUAGES))


def language_name(code: str) -> str:
    """The English name of a language."""
    return READ_LANGUAGES.get(code) or UNREAD_LANGUAGES.get(code, code)


def read_as(language: str | None) -> tuple[str, ...]:
    """The sentence that says how an issue was read; none for English, a language that is not read, or no issue."""
    if language == ENGLISH or language not in READ_LANGUAGES:
        return ()
    return (Message("Read as %(language)s.", language=LanguageName(language, language_name(language))),)


def _mean_shares(text: str, classifier: Classifier, expected: str) -> dict[str, float]:
    """The share of each language, weighted: the mean of that of the text and that of the text without names."""
    whole, rest = (_weighted(classifier(part), expected) for part in (text, _without_names(text)))
    return {language: (whole.get(language, 0.0) + rest.get(language, 0.0)) / 2 for language in whole | rest}


def _weighted(shares: Mapping[str, float], expected: str) -> dict[str, float]:
    weighted = {language: share * _weight(language, expected) for language, share in shares.items()}
    total = sum(weighted.values()) or 1.0
    return {language: share / total for language, share in weighted.items()}


def _weight(language: str, expected: str) -> float:
    if language in (ENGLISH, expected):
        return LANGUAGE.english_weight
    return 1.0 if language in READ_LANGUAGES else LANGUAGE.unread_weight


def _without_names(text: str) -> str:
    """The text less words with a capital inside sentences; all of it where all letters are capitals."""
    if text.isupper():
        return text
    words = pairwise([_SENTENCE_ENDS, *text.split()])
    return " ".join(word for before, word in words if before[-1] in _SENTENCE_ENDS or not _begins_with_capital(word))


def _begins_with_capital(word: str) -> bool:
    return next(filter(str.isalpha, word), "").isupper()


def _is_in_other_letters(text: str) -> bool:
    """Whether most letters are not Latin, so that the text cannot be English."""
    letters = [character for character in text if character.isalpha()]
    latin = sum("LATIN" in unicodedata.name(letter, "") for letter in letters)
    return latin * 2 < len(letters)


@once
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
