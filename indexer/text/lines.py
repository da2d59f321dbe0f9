"""Join the lines of a paragraph to its text, and mend words that line ends broke.

Nearly all UN documents are set without hyphenation: a hyphen at a line's end belongs to its word ("same-" +
"sex couples"). Which hyphens only mark a break ("govern-" + "ment") is decided once for a document, on the
words that it prints elsewhere.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from models.languages.read_languages import READ_LANGUAGES, word_of_any_language
from models.records.documents import Line

BREAK = "\u00ad"
"""Ends a line whose last word goes on in the next: the soft hyphen, in place of the hyphen printed."""
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BROKEN = re.compile(r"(?<![^\W\d_])([^\W\d_]++)[-\u00ad]$")
PREFIXES = frozenset[str]().union(*(language.layout.prefixes for language in READ_LANGUAGES.values()))
GLUED = re.compile(r"(?:\w[-/—]|\d–)$")
"""A line that ends so goes on without a space …"""
SUSPENDED = re.compile(rf"-\n{word_of_any_language(lambda words: words.layout.behind_hyphen)}")
"""… unless its hyphen stands for the rest of a word, as in "pre- and post-war"."""
CLOSING = re.compile(r"[,;.:!?)\]”]")

PLAIN_LETTERS = str.maketrans(
    {
        "\u200b": "",
        "\u2060": "",
        "\ufeff": "",
        "\u2010": "-",
        "\u2011": "-",
        "\uf0b7": "•",  # bullets of the Symbol and Wingdings fonts
        "\uf0a7": "•",
        "\uf0d8": "•",
        "\uf02d": "-",
    }
)
"""Letters that look like others, or like nothing, and what they are read as."""


def join_lines(lines: Iterable[Line]) -> str:
    """The text of lines that belong together: one space for each line's end, none inside words and before commas."""
    text = ""
    for line in lines:
        if text.endswith(BREAK):
            text = text[:-1] + line.text
        elif not text or CLOSING.match(line.text) or _goes_on(text, line.text):
            text += line.text
        else:
            text += " " + line.text
    return text.rstrip(BREAK)


def _goes_on(text: str, following: str) -> bool:
    """Whether a line's last word goes on in the next line."""
    if not GLUED.search(text[-2:]) or not following[:1].isalnum():
        return False
    return not SUSPENDED.match(f"{text[-1]}\n{following}")


def mark_broken_words(lines: Sequence[Line]) -> list[Line]:
    """The lines, with `BREAK` in place of hyphens that only mark that a word goes on in the next line."""
    halves = _broken_words(lines)
    words = _unbroken_words(lines, halves)
    verdicts = {index: _is_break(*pair, words) for index, pair in halves.items()}
    counts = Counter(verdicts.values())
    is_habit = counts[True] > counts[False]
    marked = list(lines)
    for index, verdict in verdicts.items():
        is_break = is_habit if verdict is None else verdict
        if is_break:
            marked[index] = replace(lines[index], text=lines[index].text[:-1] + BREAK)
    return marked


def _broken_words(lines: Sequence[Line]) -> dict[int, tuple[str, str]]:
    """The halves of each word that a hyphen at a line's end breaks, by the index of that line."""
    halves: dict[int, tuple[str, str]] = {}
    for index, (line, following) in enumerate(pairwise(lines)):
        first, second = BROKEN.search(line.text), WORD.match(following.text)
        if first and second:
            halves[index] = first[1].lower(), second[0].lower()
    return halves


def _unbroken_words(lines: Sequence[Line], broken: Container[int]) -> set[str]:
    """The words of the lines without the halves that stand at their ends and beginnings."""
    words: set[str] = set()
    for index, line in enumerate(lines):
        found = WORD.findall(line.text.lower())
        begin = 1 if index - 1 in broken else 0
        end = len(found) - 1 if index in broken else len(found)
        words.update(found[begin:end])
    return words


def _is_break(first: str, second: str, words: set[str]) -> bool | None:
    """True where the document prints the whole word and not both halves, false where it prints the hyphen too.

    None where neither is plain; there the document's habit decides.
    """
    if f"{first}-{second}" in words:
        return False
    are_words = first in words and second in words
    if first + second not in words or first in PREFIXES or are_words:
        return None
    return True
