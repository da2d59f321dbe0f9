"""How much the very words of a query count: a name is looked for by its letters, an issue in sentences by meaning.

Measured on names of instruments and on issues that NGOs described: encoders find "ILO Convention No. 169" badly and
example issues well, words the other way round. So the lexical retriever weighs 1 for a name, a number, a symbol or a
quoted phrase, 0.2 for sentences, and something between for a few words of a topic.
"""

import re

from models.texts.words import Word
from search.numbers import WORDS
from search.query.discriminative_terms import CutText

_ALL_QUOTED = re.compile(r'\s*["“«„][^"“”«»„]+["”»]\s*')
_SENTENCE_END = re.compile(r"[.!?]\s*$")


def lexical_weight(cut: CutText) -> float:
    """The weight of the lexical retriever beside a weight of 1 for the semantic one, 0.2 to 1."""
    if _ALL_QUOTED.fullmatch(cut.text):
        return WORDS.name_weight
    length = len(cut.content)
    if not length:
        return WORDS.sentence_weight
    share_of_names = _words_of_names(cut) / length * min(1.0, WORDS.name_words / length)
    is_sentence = _SENTENCE_END.search(cut.text) or length >= WORDS.sentence_words
    as_topic = min(WORDS.topic_weight, WORDS.step * (WORDS.sentence_words - length) + WORDS.sentence_weight)
    as_text = WORDS.sentence_weight if is_sentence else as_topic
    return max(as_text, WORDS.sentence_weight + (WORDS.name_weight - WORDS.sentence_weight) * share_of_names)


def share_of_name(weight: float) -> float:
    """How much of a query with this lexical weight is a name, 0 to 1; the rest is told in sentences."""
    return (weight - WORDS.sentence_weight) / (WORDS.name_weight - WORDS.sentence_weight)


def _words_of_names(cut: CutText) -> int:
    """How many content words are part of a name: a number, the word before it, or a word that capitals set apart."""
    numbers = [any(character.isdigit() for character in cut.printed(word)) for word in cut.content]
    before_number = [*numbers[1:], False]
    shouted = cut.text.isupper() and len(cut.text.split()) >= WORDS.capitalised_words
    capitals = [not shouted and _is_set_apart(cut.text, word) for word in cut.content]
    return sum(map(any, zip(numbers, before_number, capitals, strict=True)))


def _is_set_apart(text: str, word: Word) -> bool:
    """A word with two capitals, or one with its first letter a capital where no sentence begins."""
    printed = text[word.start : word.end]
    capitals = sum(character.isupper() for character in printed)
    return capitals > 1 or (printed[0].isupper() and not _begins_sentence(text, word))


def _begins_sentence(text: str, word: Word) -> bool:
    """Whether a capital says nothing here: first word of a sentence, and the next word is in small letters."""
    before = text[: word.start].rstrip(" \t\n\"'“”«»(")
    following = re.match(r"[\s\-]+(\w)", text[word.end :])
    return (not before or before[-1] in ".!?:;") and following is not None and following[1].islower()
