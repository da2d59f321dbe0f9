"""Words of sources between quotation marks."""

import unicodedata

from search import Quotation
from web.site.language import gettext, is_right_to_left

_MARKS = '“”„«»"'
_LEFT_TO_RIGHT = "\u200e"
"""A letter without width: what stands between two of them is read from left to right."""
_RIGHT_TO_LEFT = "\u200f"
"""A letter without width, for what is read from right to left: without it, a number behind English words would join
them."""
_OF_NO_SENTENCE = " ;,:"
"""What a list of requests prints behind each: no part of what is asked."""


def in_marks(quotation: Quotation) -> str:
    """Words of a source between the quotation marks of the page's language."""
    return gettext("“%(words)s”", words=_in_its_direction(quotation.words.strip()))


def in_marks_of_a_paper(quotation: Quotation) -> str:
    """Words of a source as papers print them: quotation marks within become single ones, as in print, and no mark of a
    list stands at the end."""
    words = quotation.words.strip().rstrip(_OF_NO_SENTENCE)
    if words[:1] in _MARKS and words[-1:] in _MARKS and not any(mark in words[1:-1] for mark in _MARKS):
        words = words[1:-1].strip().rstrip(_OF_NO_SENTENCE)
    return gettext("“%(words)s”", words=_in_its_direction(_with_inner_marks(words)))


def _in_its_direction(words: str) -> str:
    """On a page that is read from right to left, English words keep the full stop at their end, and do not begin with
    it."""
    directions = (unicodedata.bidirectional(character) for character in words)
    first = next((each for each in directions if each in ("L", "R", "AL")), "")
    return f"{_LEFT_TO_RIGHT}{words}{_LEFT_TO_RIGHT}" if is_right_to_left() and first == "L" else words


def among_our_words(words: str) -> str:
    """English words or signs in a line that may be read from right to left: a title, or what was searched."""
    directed = _in_its_direction(words)
    return words if directed == words else f"{directed}{_RIGHT_TO_LEFT}"


def _with_inner_marks(words: str) -> str:
    """Marks of a quotation within a quotation: which of a pair a straight one is, the letter before it tells."""
    opening, closing = gettext("‘%(words)s’", words="\n").split("\n")
    inner: list[str] = []
    for place, character in enumerate(words):
        begins = place == 0 or words[place - 1].isspace() or words[place - 1] in "([‘"
        if character in "“«„" or (character == '"' and begins):
            inner.append(opening)
        elif character in '”»"':
            inner.append(closing)
        else:
            inner.append(character)
    return "".join(inner)
