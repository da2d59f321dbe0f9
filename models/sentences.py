"""Cut a text into its sentences."""

import re

_END = re.compile(r"(?<=[.;!?؛؟])\s+(?=[A-ZÀ-ÖØ-ÞА-ЯЁ\u0621-\u064a“\"«¿¡])|(?<=[。；！？])(?=.)")


def sentences_of(text: str) -> list[str]:
    """The sentences of a text in order, at least one; a semicolon before a capital ends one too."""
    return _END.split(text)
