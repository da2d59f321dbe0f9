"""Cut a text into its sentences, and what stands before items of lists."""

import re

BULLETS = "•●▪■◦‣∙·\uf0b7"
"""Inside a class of characters: what stands before the items of a list. The last is that of the Symbol font."""
_END = re.compile(r"(?<=[.;!?؛؟])\s+(?=[A-ZÀ-ÖØ-ÞА-ЯЁ\u0621-\u064a“\"«¿¡])|(?<=[。；！？])(?=.)")
_TITLES = "Mr|Mrs|Ms|Mme|Dr|Dra|Sr|Sra|St|Prof"
_ABBREVIATED = re.compile(
    rf"(?:^|[\s(\[“\"«])(?:Nos?|N[º°]|{_TITLES}|(?:(?:{_TITLES})\.\s)?[A-ZÀ-Þ](?:\.\s?[A-ZÀ-Þ]){{1,9}}|(?:{_TITLES})\.\s[A-ZÀ-Þ])\.$"
)
"""A full stop behind "No.", a title or initials ("Mr. J. Osel", "U.S.") ends no sentence."""
_REACH = 40
"""Characters before a full stop in which an abbreviation is looked for."""


def sentences_of(text: str) -> list[str]:
    """The sentences of a text in order, at least one; a semicolon before a capital ends one too."""
    return [text[start:end] for start, end in sentence_spans(text)]


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where they stand in it."""
    ends_of = (found.span() for found in _END.finditer(text))
    between = [(end, start) for end, start in ends_of if not _ABBREVIATED.search(text, max(0, end - _REACH), end)]
    starts, ends = [0, *(end for _, end in between)], [*(start for start, _ in between), len(text)]
    return list(zip(starts, ends, strict=True))
