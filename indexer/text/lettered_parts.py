"""The parts of a paragraph that count (a), (b), (c), … or (i), (ii), (iii), …"""

import re

SEQUENCES = ("abcdefghijklmnopqrst", ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii"))


def lettered_parts(words: str) -> dict[str, str]:
    """The words of each part by its letter, without the letters; empty where the paragraph does not count."""
    for sequence in SEQUENCES:
        starts: list[tuple[str, int, int]] = []
        position = 0
        for letter in sequence:
            match = re.compile(rf"(?<![\w(])\(?{letter}\)\s*").search(words, position)
            if not match:
                break
            starts.append((letter, match.start(), match.end()))
            position = match.end()
        if starts:
            ends = [start for _, start, _ in starts[1:]] + [len(words)]
            return {letter: words[begin:end] for (letter, _, begin), end in zip(starts, ends, strict=True)}
    return {}
