"""Numbers within words in the order of numbers."""

import re


def natural_order(words: str) -> tuple[object, ...]:
    """What words are sorted by: paragraph 9 before 115, 27 before 27(b)."""
    return tuple(int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", words))
