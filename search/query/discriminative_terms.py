"""A text in its words, and which of them say what it is about."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from models.texts.words import ENGLISH, IDEOGRAPHS, Word, stem, words_of
from search.numbers import WORDS

_LACKED_BY_LISTS = {"fr": {"les", "cette", "cet"}}
_CONTENT_IN_LISTS = {"es": {"estado", "estados"}}
"""The forms of "estar" that are also the State."""
_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")


@cache
def stop_stems(language: str = ENGLISH) -> frozenset[str]:
    """Stems of the stop words of a language, by its ISO 639-1 code (Snowball's lists, as Whoosh carries them).

    None of a language that has no list there.
    """
    from whoosh.lang.stopwords import stoplists

    listed = {*stoplists.get(language, ()), *_LACKED_BY_LISTS.get(language, ())} - _CONTENT_IN_LISTS.get(
        language, set()
    )
    return frozenset(map(stem, listed))


@cache
def all_stop_stems() -> frozenset[str]:
    """Stems of the stop words of all languages that have a list."""
    from whoosh.lang.stopwords import stoplists

    return frozenset().union(*map(stop_stems, stoplists))


@dataclass(frozen=True, slots=True)
class CutText:
    """A text with its words: an issue is cut once, and what reads it looks at these."""

    text: str
    words: tuple[Word, ...]
    """In order, all of them."""
    content: tuple[Word, ...]
    """Those that are neither stop words nor single letters."""

    @classmethod
    def of(cls, text: str) -> "CutText":
        """Cut a text into its words."""
        words = tuple(words_of(text))
        return cls(text, words, tuple(filter(is_content_word, words)))

    @property
    def content_stems(self) -> tuple[str, ...]:
        """The distinct stems of the content words, in the order of the text."""
        return tuple(dict.fromkeys(word.stem for word in self.content))

    def printed(self, word: Word) -> str:
        """A word as the text prints it."""
        return self.text[word.start : word.end]


def content_words(text: str) -> tuple[Word, ...]:
    """The words of a text in order, without stop words and single letters."""
    return CutText.of(text).content


def is_content_word(word: Word) -> bool:
    """Whether a word is neither a stop word nor a single letter; a single character of Chinese is a word."""
    is_letter = len(word.stem) == 1 and not word.stem.isdigit() and not _IDEOGRAPH.match(word.stem)
    return word.stem not in stop_stems() and not is_letter


def content_stems(text: str) -> tuple[str, ...]:
    """The distinct stems of the content words, in the order of the text."""
    return CutText.of(text).content_stems


def discriminative_stems(stems: Sequence[str], frequency: Callable[[str], int], text_count: int) -> tuple[str, ...]:
    """The stems that tell texts apart: all of a short query, of a longer one those that few texts hold."""
    rare = tuple(stem for stem in stems if frequency(stem) <= WORDS.common_share * text_count)
    return rare if rare and len(stems) > WORDS.few_words else tuple(stems)


def tells_subject(stem: str) -> bool:
    """Whether a word can say what a paragraph of a document is about: no number or abbreviation."""
    return len(stem) >= WORDS.shortest_stem and stem.isalpha()
