"""Which words of a query say what it is about."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from models.words import IDEOGRAPHS, Word, stem, words_of
from search.ranking_numbers import COMMON_SHARE, FEW_WORDS

_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")


@cache
def stop_stems() -> frozenset[str]:
    """Stems of the English stop words (Snowball's list, as Whoosh carries it)."""
    from whoosh.lang.stopwords import stoplists

    return frozenset(stem(word) for word in stoplists["en"])


def content_words(text: str) -> tuple[Word, ...]:
    """The words of a text in order, without stop words and single letters."""
    return tuple(filter(is_content_word, words_of(text)))


def is_content_word(word: Word) -> bool:
    """Whether a word is neither a stop word nor a single letter; a single character of Chinese is a word."""
    is_letter = len(word.stem) == 1 and not word.stem.isdigit() and not _IDEOGRAPH.match(word.stem)
    return word.stem not in stop_stems() and not is_letter


def content_stems(text: str) -> tuple[str, ...]:
    """The distinct stems of the content words, in the order of the text."""
    return tuple(dict.fromkeys(word.stem for word in content_words(text)))


def discriminative_stems(stems: Sequence[str], frequency: Callable[[str], int], text_count: int) -> tuple[str, ...]:
    """The stems that tell texts apart: all of a short query, of a longer one those that few texts hold."""
    rare = tuple(stem for stem in stems if frequency(stem) <= COMMON_SHARE * text_count)
    return rare if rare and len(stems) > FEW_WORDS else tuple(stems)
