"""Cut a text into its sentences."""

import re

_END = re.compile(r"(?<=[.;!?؛؟])\s+(?=[A-ZÀ-ÖØ-ÞА-ЯЁ\u0621-\u064a“\"«¿¡])|(?<=[。；！？])(?=.)")


def sentences_of(text: str) -> list[str]:
    """The sentences of a text in order, at least one; a semicolon before a capital ends one too."""
    return _END.split(text)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where they stand in it."""
    between = [found.span() for found in _END.finditer(text)]
    starts, ends = [0, *(end for _, end in between)], [*(start for start, _ in between), len(text)]
    return list(zip(starts, ends, strict=True))
