"""Unicode's normal forms of a text that anybody may have written, in time that grows with its length.

To order a run of marks above and below one letter takes time with the square of its length. Unicode Standard Annex 15
("Stream-Safe Text Format") bounds such runs by 30 marks; no writing has more than a few.
"""

import re
import unicodedata
from functools import cache
from itertools import groupby
from typing import Literal

MOST_MARKS = 30
"""In one run."""
_MARKS = (0x300, 0x20000)
"""The planes of Unicode with letters; beyond are ideographs."""


def normal_form(form: Literal["NFC", "NFD", "NFKC", "NFKD"], text: str) -> str:
    """A text in that form; of a run of marks only the first 30 are kept."""
    if text.isascii():
        return text
    return unicodedata.normalize(form, long_runs_of_marks().sub(r"\1", text))


@cache
def long_runs_of_marks() -> re.Pattern[str]:
    """Finds runs of more marks, and their first 30 as a group."""
    codes = (code for code in range(*_MARKS) if _is_mark(chr(code)))
    runs = [[code for _, code in run] for _, run in groupby(enumerate(codes), lambda pair: pair[1] - pair[0])]
    marks = "".join(f"{chr(run[0])}-{chr(run[-1])}" for run in runs)
    return re.compile(f"([{marks}]{{{MOST_MARKS}}})[{marks}]++")


def _is_mark(character: str) -> bool:
    """Whether it stands above, below or in a letter, or comes apart into such."""
    if not unicodedata.category(character).startswith("M"):
        return False
    return all(map(unicodedata.combining, unicodedata.normalize("NFKD", character)))
