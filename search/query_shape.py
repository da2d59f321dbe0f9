"""How much the very words of a query count: a name is looked for by its letters, an issue in sentences by meaning.

Measured on names of instruments and on issues that NGOs described: encoders find "ILO Convention No. 169" badly and
narrated issues well, words the other way round. So the lexical leg weighs 1 for a name, a number, a symbol or a
quoted phrase, 0.2 for sentences, and something between for a few words of a topic.
"""

import re

from models.lexical_schema import Word
from search.informative_words import content_words

SENTENCE_WEIGHT = 0.2
TOPIC_WEIGHT = 0.5
NAME_WEIGHT = 1.0
_SENTENCE_WORDS = 6
"""From so many content words a query is read as a sentence."""
_NAME_WORDS = 5
"""Names are seldom longer, in content words."""
_ALL_QUOTED = re.compile(r'\s*["“«„][^"“”«»„]+["”»]\s*')


def lexical_weight(text: str) -> float:
    """The weight of the lexical leg beside a weight of 1 for the semantic one, 0.2 to 1."""
    words = content_words(text)
    if _ALL_QUOTED.fullmatch(text):
        return NAME_WEIGHT
    if not words:
        return SENTENCE_WEIGHT
    named = sum(_is_part_of_a_name(text, word) for word in words) / len(words)
    as_name = SENTENCE_WEIGHT + (NAME_WEIGHT - SENTENCE_WEIGHT) * named * min(1.0, _NAME_WORDS / len(words))
    as_topic = SENTENCE_WEIGHT + 0.1 * (_SENTENCE_WORDS - len(words))
    return max(as_name, min(TOPIC_WEIGHT, as_topic))


def _is_part_of_a_name(text: str, word: Word) -> bool:
    """A word with a digit or two capitals, or capitalised where no sentence begins, in a text not all capitals."""
    printed = text[word.start : word.end]
    if any(character.isdigit() for character in printed):
        return True
    if text.isupper() and " " in text.strip():
        return False
    capitals = sum(character.isupper() for character in printed)
    return capitals > 1 or (capitals == 1 and printed[0].isupper() and not _begins_sentence(text, word))


def _begins_sentence(text: str, word: Word) -> bool:
    """Whether a capital says nothing here: first word of a sentence, and the next word is in small letters."""
    before = text[: word.start].rstrip(" \t\n\"'“”«»(")
    following = re.match(r"[\s\-]+(\w)", text[word.end :])
    return (not before or before[-1] in ".!?:;") and following is not None and not following[1].isupper()
