"""English texts as an encoder reads them best: with their abbreviations in words.

A sentence encoder takes "Ratify the OP-CAT" for something on OPs and cats, and hardly knows FGM. So what is embedded,
texts and issues alike, says what they stand for; what is shown and looked for by its letters stays as it is printed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib import resources

from models.texts.words import words_of
from models.vocabularies.abbreviations import USUAL, Naming, namings
from models.vocabularies.instruments import instruments, mentions_among

_TABLES = ("abbreviations.csv", "instruments.csv")


@dataclass(frozen=True, slots=True)
class Replacement:
    """What stands for a stretch of a text."""

    start: int
    end: int
    """In characters."""
    words: str


def spelled_out(text: str) -> str:
    """The text with each abbreviation replaced by what it stands for, unless the text itself says that."""
    words = tuple(words_of(text))
    replacements = [
        Replacement(naming.start, naming.end, naming.term.in_words)
        for naming in abbreviations_alone(namings(text, words=words))
        if naming.term.kind != USUAL
    ]
    taken = {replacement.start for replacement in replacements}
    for mention in mentions_among(words):
        printed = text[mention.start : mention.end]
        if mention.code in instruments() and _is_abbreviation(printed) and mention.start not in taken:
            replacements.append(Replacement(mention.start, mention.end, instruments()[mention.code].title))
    return with_replacements(text, replacements)


def abbreviations_alone(named: Sequence[Naming]) -> list[Naming]:
    """The abbreviations among the names of a text that does not say elsewhere what they stand for."""
    in_full = {naming.term for naming in named if not naming.abbreviated}
    return [naming for naming in named if naming.abbreviated and naming.term not in in_full]


def with_replacements(text: str, replacements: Iterable[Replacement]) -> str:
    """The text with other words for stretches of it; of those that overlap, the first counts."""
    parts, last = [], 0
    for replacement in sorted(replacements, key=lambda replacement: replacement.start):
        if replacement.start >= last:
            parts += [text[last : replacement.start], replacement.words]
            last = replacement.end
    return "".join([*parts, text[last:]])


def _is_abbreviation(printed: str) -> bool:
    return " " not in printed and sum(map(str.isupper, printed)) > 1


@cache
def tables_digest() -> str:
    """sha256 of the tables: texts spelled out by others are other texts."""
    files = (resources.files("models.vocabularies").joinpath(table).read_bytes() for table in _TABLES)
    return sha256(b"".join(sha256(table).digest() for table in files)).hexdigest()
