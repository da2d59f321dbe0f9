"""Cut a text into its sentences, and what stands before items of lists."""

import re

BULLETS = "•●▪■◦‣∙·\uf0b7"
"""Inside a class of characters: what stands before the items of a list. The last is that of the Symbol font."""
_END = re.compile(r"(?<=[.;!?؛؟])\s+(?=[A-ZÀ-ÖØ-ÞА-ЯЁ\u0621-\u064a“\"«¿¡])|(?<=[。；！？])(?=.)")


def sentences_of(text: str) -> list[str]:
    """The sentences of a text in order, at least one; a semicolon before a capital ends one too."""
    return _END.split(text)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where they stand in it."""
    between = [found.span() for found in _END.finditer(text)]
    starts, ends = [0, *(end for _, end in between)], [*(start for start, _ in between), len(text)]
    return list(zip(starts, ends, strict=True))
