"""The parts of a paragraph that count (a), (b), (c), … or (i), (ii), (iii), …"""

import re
from collections.abc import Iterable, Iterator

SEQUENCES = ("abcdefghijklmnopqrst", ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"))


def lettered_parts(words: str) -> dict[str, str]:
    """The words of each part by its letter, without the letters; empty where the paragraph does not count."""
    for sequence in SEQUENCES:
        marks = list(_marks(words, sequence))
        if marks:
            ends = [following.start() for following in marks[1:]] + [len(words)]
            return {letter: words[mark.end() : end] for letter, mark, end in zip(sequence, marks, ends, strict=False)}
    return {}


def _marks(words: str, sequence: Iterable[str]) -> Iterator[re.Match[str]]:
    """The marks of a sequence, each behind the one before, to the first that is missing.

    "Article 16 (1), (c), (d) and (g)": letters with no words between them are of what is named.
    """
    position = 0
    for letter in sequence:
        mark = re.compile(rf"(?<![\w(])\(?{letter}\)(?!,\s*\(\w\)|\s+\w{{1,3}}\s+\(\w\))\s*").search(words, position)
        if mark is None:
            return
        yield mark
        position = mark.end()
