"""An issue in English without the name of the own State, which says nothing of what it is about.

"What was said to Senegal on this?" is near to whatever names Senegal, and as a sentence of its own it led the whole
story: of the first three States to approach for 14 stories (benches/hard_stories.tsv) 18 of 42 quoted what is on the
issue with such a question at their end, 29 without the name in it. In other languages it does not lead: in French 30
with it and 24 without, in Spanish 26 and 24, in Arabic 21 and 22.
"""

import re

from models.reviews.states import StateTable, fold_name
from models.texts.words import ENGLISH
from search.query.detect_language import language_of
from search.query.issue import EnglishTexts, IssueReading, read_issue

_WORD = re.compile(r"[^\W_]+")
MOST_WORDS = 8
"""Of a name ("Bolivia (Plurinational State of)" has five)."""
SHORT = 3
"""Letters of a name that counts in capitals alone: "US" is a State, "us" is not."""


def read_told(
    text: str, texts: EnglishTexts, states: StateTable, code: str | None, written_in: str | None = None
) -> IssueReading:
    """Read an issue that was told of the State `code`: where it is English, without the name of that State.

    As all that is asked of an own State is read: its list, what was reported on it, what it was told, its submission.
    """
    language = written_in or language_of(text)
    told = text if code is None or language != ENGLISH else without_own_name(text, code, states)
    return read_issue(told, texts, language)


def without_own_name(text: str, code: str, states: StateTable) -> str:
    """The text with every name of a State taken out; as it is where nothing would be left."""
    names = states.names_of(code)
    words = list(_WORD.finditer(text))
    kept, after, number = [], 0, 0
    while number < len(words):
        length = _name_at(text, words[number : number + MOST_WORDS], names)
        if length:
            kept.append(text[after : words[number].start()])
            after = words[number + length - 1].end()
        number += length or 1
    left = "".join((*kept, text[after:]))
    return left if any(map(str.isalnum, left)) else text


def _name_at(text: str, words: list[re.Match[str]], names: frozenset[str]) -> int:
    """How many of these words are a name that begins with the first; 0 where none does."""
    start = words[0].start()
    if text[start].islower() or not any(name.startswith(fold_name(words[0][0])) for name in names):
        return 0
    for length in range(len(words), 0, -1):
        printed = text[start : words[length - 1].end()]
        if fold_name(printed) in names and (len(printed) > SHORT or printed.isupper()):
            return length
    return 0
