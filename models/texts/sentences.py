"""Where the sentences of a text end, and what stands before items of lists."""

import re

from models.languages.read_languages import READ_LANGUAGES

BULLETS = "•●▪■◦‣∙·\uf0b7"
"""Inside a class of characters: what stands before the items of a list. The last is that of the Symbol font."""
_STOPS, _WITHOUT_SEMICOLONS = (
    re.compile(rf"(?<=[{marks}])\s+(?=[A-ZÀ-ÖØ-ÞА-ЯЁ\u0621-\u064a“\"«¿¡])|(?<=[。；！？])(?=.)")
    for marks in (".;!?؛؟", ".!?؟")
)


def _words(*kinds: str) -> list[str]:
    """The abbreviations of all languages, the longest first."""
    words = {word for each in READ_LANGUAGES.values() for kind in kinds for word in getattr(each.sentences, kind)}
    return sorted(words, key=lambda word: (-len(word), word))


def _any_case(word: str) -> str:
    return f"[{word[0].upper()}{word[0]}]{re.escape(word[1:])}"


_ALWAYS = "|".join(map(_any_case, _words("whatever_follows")))
_CAPITALISED = "|".join(map(str.capitalize, _words("capitalised")))
_BEFORE_CAPITAL = re.compile(
    rf"(?:^|[\s(\[“\"«])(?:{_CAPITALISED}|{_ALWAYS}"
    rf"|(?:(?:{_ALWAYS})\.\s)?[A-ZÀ-Þ](?:\.\s?[A-ZÀ-Þ]){{1,9}}|(?:{_ALWAYS})\.\s[A-ZÀ-Þ])\.$"
)
"""A full stop behind "No.", a title or initials ("Mr. J. Osel", "U.S.") ends no sentence, whatever follows."""
_REACH = 40
"""Characters before a full stop in which an abbreviation is looked for."""
ABBREVIATIONS = rf"\b(?:{'|'.join(map(re.escape, _words('whatever_follows', 'capitalised', 'before_small')))})"
"""Behind these a full stop ends no sentence where no capital follows."""
_BEFORE_NUMBERS = [rf"\b{_any_case(word)}" for word in _words("whatever_follows", "capitalised")]
ABBREVIATED = f"(?:{'|'.join(f'(?<={word})' for word in _BEFORE_NUMBERS)})"
"""A look-behind, also for small letters alone: such an abbreviation ends here …"""
NOT_ABBREVIATED = "".join(f"(?<!{word})" for word in _BEFORE_NUMBERS)
"""… and none does."""


def sentences_of(text: str, *, at_semicolons: bool = True) -> list[str]:
    """The sentences of a text in order, at least one; a semicolon before a capital ends one too, if wanted."""
    return [text[start:end] for start, end in sentence_spans(text, at_semicolons=at_semicolons)]


def sentence_spans(text: str, *, at_semicolons: bool = True) -> list[tuple[int, int]]:
    """Where they stand in it."""
    stops = _STOPS if at_semicolons else _WITHOUT_SEMICOLONS
    between = [found.span() for found in stops.finditer(text) if not _is_abbreviated(text, found.start())]
    starts, ends = [0, *(end for _, end in between)], [*(start for start, _ in between), len(text)]
    return list(zip(starts, ends, strict=True))


def _is_abbreviated(text: str, end: int) -> bool:
    return _BEFORE_CAPITAL.search(text, max(0, end - _REACH), end) is not None
