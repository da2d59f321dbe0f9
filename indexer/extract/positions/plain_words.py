"""The form in which words are compared: without accents, with one kind of apostrophe, space and dash, and no numbers.

Every form is as long as the text, so that what is found in it stands at the same place in the text.
"""

import re
import unicodedata
from functools import lru_cache

NUMBERS = re.compile(r"\d{1,3}(?:\.\d{1,3})?[\d.,;\s–-]*(?:\([a-z]\)[\s,;]*)*(?<![\s.])")
_DOTTED = re.compile(r"\d{2,3}\.\d")
_WORD = re.compile(r"\w+")
_COMPOUND = re.compile(r"\b[^\W\d_]+(?:-[^\W\d_]+){2,}\b")
"""Three words or more joined by hyphens ("Accepted-in-part"): compared word by word."""
_LETTERS = re.compile(r"[^\W\d_]")
_SAME = dict.fromkeys("’‘ʼ′`´", "'")
_SAME |= dict.fromkeys("\t\xa0\u2002\u2003\u2007\u2009\u200a\u202f\u205f\u3000", " ")
_SAME |= {"\u2010": "-", "\u2011": "-"}


def plain_words(text: str) -> str:
    """The text in the form in which it is compared; lists of numbers are "#", those with their paragraph "§".

    A text in capitals is compared as if it were not.
    """
    plain = NUMBERS.sub(_mark, "".join(map(_plain, text)))
    plain = _COMPOUND.sub(lambda words: words[0].replace("-", " "), plain)
    letters = "".join(_LETTERS.findall(plain))
    if not (letters.isupper() and " " in plain.strip()):
        return plain
    small = _WORD.sub(lambda word: word[0][0] + word[0][1:].lower(), plain)
    return small if len(small) == len(plain) else plain


def _mark(numbers: re.Match[str]) -> str:
    mark = "§" if _DOTTED.match(numbers[0]) else "#"
    return mark + " " * (len(numbers[0]) - 1)


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    if character.isascii():
        return _SAME.get(character, character)
    letter = unicodedata.normalize("NFD", character)[0]
    return _SAME.get(character, letter if letter.isalpha() else character)
