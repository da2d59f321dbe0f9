"""The terms that the classifiers read in a text: stems of words, pairs of neighbours, an instrument as one word."""

from collections.abc import Iterator
from itertools import pairwise

from models.vocabularies.instruments import mentions_of_instruments
from models.words import words_of


def terms_of(text: str) -> list[str]:
    """Words and pairs of neighbouring words, as often as they stand in a text.

    Instruments go by their code with a mark that no word has ("§CRPD"), whatever name the text gives them.
    """
    words = list(_words(text))
    return [*words, *(f"{word} {following}" for word, following in pairwise(words))]


def _words(text: str) -> Iterator[str]:
    mentions = iter(mentions_of_instruments(text))
    mention = next(mentions, None)
    for word in words_of(text):
        while mention and word.start >= mention.end:
            mention = next(mentions, None)
        if mention is None or word.start < mention.start:
            yield word.stem
        elif word.start == mention.start:
            yield f"§{mention.code}"
