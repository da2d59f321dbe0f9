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

from models.records.documents import Line

BREAK = "\u00ad"
"""Ends a line whose last word goes on in the next: the soft hyphen, in place of the hyphen printed."""
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BROKEN = re.compile(r"([^\W\d_]+)[-\u00ad]$")
PREFIXES = frozenset(
    (
        *("anti", "co", "counter", "cross", "ex", "extra", "inter", "macro", "micro", "mid", "multi", "non", "on"),
        *("over", "post", "pre", "pro", "quasi", "re", "self", "semi", "socio", "sub", "super", "trans", "ultra"),
        *("under", "up", "well"),
    )
)
"""What takes a hyphen in one place and none in another ("co-operation", "cooperation")."""
GLUED = re.compile(r"(?:\w[-/—]|\d–)$")
"""A line that ends so goes on without a space …"""
SUSPENDED = re.compile(r"-\n(?:and|or|to|nor|et|ou|y|o)\b")
"""… unless its hyphen stands for the rest of a word, as in "pre- and post-war"."""
CLOSING = re.compile(r"[,;.:!?)\]”]")


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
    ends = {
        number: (first[1].lower(), second[0].lower())
        for number, (line, following) in enumerate(pairwise(lines))
        if (first := BROKEN.search(line.text)) and (second := WORD.match(following.text))
    }
    words = _unbroken_words(lines, ends)
    verdicts = {number: _is_break(*halves, words) for number, halves in ends.items()}
    counts = Counter(verdicts.values())
    habit = counts[True] > counts[False]
    marked = list(lines)
    for number, verdict in verdicts.items():
        if habit if verdict is None else verdict:
            marked[number] = replace(lines[number], text=lines[number].text[:-1] + BREAK)
    return marked


def _unbroken_words(lines: Sequence[Line], ends: Container[int]) -> set[str]:
    words: set[str] = set()
    for number, line in enumerate(lines):
        found = WORD.findall(line.text.lower())
        words.update(found[number - 1 in ends : -1 if number in ends else None])
    return words


def _is_break(first: str, second: str, words: set[str]) -> bool | None:
    """True where the document prints the whole word and not both halves, false where it prints the hyphen too.

    None where neither is plain; there the document's habit decides.
    """
    if f"{first}-{second}" in words:
        return False
    if first + second not in words or first in PREFIXES or (first in words and second in words):
        return None
    return True
