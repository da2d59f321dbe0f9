"""What a page in another language has in English and says to be in its own.

English are words that stand in our English messages and in no translation of them, so that short ones, months, units
and words of one sentence count; and in any language those that every English text has.
"""

import re
from collections.abc import Collection, Iterator
from functools import cache, partial
from xml.etree.ElementTree import Element

from babel import Locale
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from web.site.catalogues import TRANSLATIONS

IN_EVERY_TEXT = frozenset("the of and with which are that from were this for".split())
_MONTHS = [
    name.casefold() for width in ("wide", "abbreviated") for name in Locale("en").months["format"][width].values()
]
NOT_READ_ALOUD = {"script", "style", "code", "kbd", "textarea"}
SAID_IN_ATTRIBUTES = (
    "title",
    "aria-label",
    "alt",
    "placeholder",
    "label",
    "summary",
    "aria-description",
    "data-copied",
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_IN_ANY_LANGUAGE = re.compile(r"\b(?:AND|OR|NOT|[\w-]+(?:\.[\w-]+)+)\b")
"""Operators of keywords, addresses, symbols of documents, names of files."""
_NO_WORDS = re.compile(r"<(code|kbd)>.*?</\1>|<[^>]*>|%\([^)]*\)s|[“«]\s?([^”»]*?)\s?[”»]")


@cache
def english_words(language: str) -> frozenset[str]:
    """Words in small letters that a page in a language does not say, and one in English does."""
    with (TRANSLATIONS / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    english, others = set(_MONTHS), set(_words("UPR Follow-up"))
    for message in messages:
        for words in _forms(message.id):
            english.update(_words(_NO_WORDS.sub(lambda found: f" {found[2] or ''} ", words)))
        for words in _forms(message.string):
            others.update(_words(_NO_WORDS.sub(partial(_own_words, message), words)))
    return frozenset(english - others) | IN_EVERY_TEXT


def _own_words(message: Message, found: re.Match[str]) -> str:
    """What stands between quotation marks, but for a title that stays as it is."""
    title = found[2] or ""
    return " " if any(title in words for words in _forms(message.id)) else f" {title} "


def _forms(words: str | Collection[str]) -> Collection[str]:
    return (words,) if isinstance(words, str) else words


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(_IN_ANY_LANGUAGE.sub(" ", text)) if len(word) > 1]


def in_english(main: Element, language: str, names: str = "") -> Iterator[str]:
    """Texts and attributes with English words that are said to be in the language; words of names, and those that
    somebody typed, are nobody's."""
    if main.tag in NOT_READ_ALOUD or (main.get("lang") not in (None, language)):
        return
    english = english_words(language) - {*_words(names)}
    for text in (main.text, *(child.tail for child in main), *map(main.get, SAID_IN_ATTRIBUTES)):
        if text and not english.isdisjoint(_words(text)):
            yield " ".join(text.split())
    for child in main:
        yield from in_english(child, language, names)
