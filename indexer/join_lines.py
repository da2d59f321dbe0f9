"""Join the lines of a paragraph to its text."""

import re
from collections.abc import Iterable

from models.documents import Line


def join_lines(lines: Iterable[Line]) -> str:
    """The words of a paragraph; words broken at line ends are mended, real hyphens stay."""
    text = ""
    for line in lines:
        if re.search(r"\w-$", text):
            text += line.text
        else:
            text += " " + line.text
    return re.sub(r"\s+([,;.:)])", r"\1", " ".join(text.split()))
