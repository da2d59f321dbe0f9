"""English texts as an encoder reads them best: with their abbreviations in words.

A sentence encoder takes "Ratify the OP-CAT" for something on OPs and cats, and hardly knows FGM. So what is embedded,
texts and issues alike, says what they stand for; what is shown and looked for by its letters stays as it is printed.
"""

from functools import cache
from hashlib import sha256
from importlib import resources

from models.vocabularies.abbreviations import USUAL, namings
from models.vocabularies.instruments import instruments, mentions_of_instruments

_TABLES = ("abbreviations.csv", "instruments.csv")


def spelled_out(text: str) -> str:
    """The text with each abbreviation replaced by what it stands for, unless the text itself says that."""
    named = namings(text)
    in_full = {naming.term for naming in named if not naming.abbreviated}
    spans = [
        (naming.start, naming.end, naming.term.in_words)
        for naming in named
        if naming.abbreviated and naming.term.kind != USUAL and naming.term not in in_full
    ]
    taken = {start for start, _, _ in spans}
    for mention in mentions_of_instruments(text):
        printed = text[mention.start : mention.end]
        if mention.code in instruments() and _is_abbreviation(printed) and mention.start not in taken:
            spans.append((mention.start, mention.end, instruments()[mention.code].title))
    parts, last = [], 0
    for start, end, words in sorted(spans):
        if start >= last:
            parts += [text[last:start], words]
            last = end
    return "".join([*parts, text[last:]])


def _is_abbreviation(printed: str) -> bool:
    return " " not in printed and sum(map(str.isupper, printed)) > 1


@cache
def tables_digest() -> str:
    """sha256 of the tables: texts spelled out by others are other texts."""
    files = (resources.files("models.vocabularies").joinpath(table).read_bytes() for table in _TABLES)
    return sha256(b"".join(sha256(each).digest() for each in files)).hexdigest()
