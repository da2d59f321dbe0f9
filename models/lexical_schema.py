"""The lexical folder of a snapshot: the Whoosh index, and the words of all texts in their order.

Whoosh has one document per distinct text, found by English word stems, and by its words as they are printed for
"forc*". Every word is kept, stop words too: a phrase then matches exactly as printed ("economic and social" is not
"economic social"). Where words stand is not kept in Whoosh, whose lists would be four times as long and slow to read,
but in SEQUENCE: the code of each word's stem, text after text in the order of the rows, TEXT_END after each text.

Whoosh reads its schema with pickle, so a lexical folder is opened only after its digests are checked
(models.index_folder.check_before_opening). Whoosh is imported when first needed.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, NamedTuple

import Stemmer

if TYPE_CHECKING:
    from whoosh.fields import Schema

ENGLISH = "en"
"""ISO 639-1 code of the language of the texts that issues are compared with."""
TEXT_FIELD = "text"
FORM_FIELD = "form"
"""The words as printed, folded."""
ROW_FIELD = "row"
"""Stored, and a column: the text row (table text_vector) of the document."""
SEQUENCE = "sequence.npy"
TEXT_END = 0

STEMS_KEPT = 65_536
"""More words than the reports of all reviews print: each is stemmed once."""

IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff"
"""Ranges of the characters of Chinese, as in a regular expression."""
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670"
"""Accents and Arabic vowel signs that are characters of their own, as in a regular expression."""
_HYPHEN = "[-\u2010\u2011\u2013]"
WORDS = re.compile(
    rf"\bop(?:{_HYPHEN}\w+)+"  # OP-CAT, OP-CRC-SC
    rf"|\b(?-i:OP[A-Z]+)(?:{_HYPHEN}\w+)+"  # OPCRC-SC
    rf"|\b\w+{_HYPHEN}op\d?\b"  # CAT-OP, ICCPR-OP2
    rf"|[{IDEOGRAPHS}]"
    rf"|[^\W{IDEOGRAPHS}]+(?:[{_MARKS}]+[^\W{IDEOGRAPHS}]*)*(?:['\u2019]s\b)?",
    re.IGNORECASE,
)
"""A word with its possessive; the abbreviation of an optional protocol is one word, other hyphens part words.

Chinese has no spaces between words: each character is one, so that a word is found as a phrase of its characters.
"""


class Word(NamedTuple):
    """One word of a text."""

    stem: str
    """As the index holds it (see `stem`)."""
    start: int
    end: int
    """Where it stands in the text, in characters."""


def fold(word: str) -> str:
    """Lower case without accents; an optional protocol is one word with "op" in front ("CAT-OP", "OPCAT")."""
    plain = word.lower().replace("\u2019", "'")
    if not plain.isascii():
        plain = "".join(mark for mark in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(mark))
    parts = re.split(_HYPHEN, plain)
    return "".join(sorted(parts, key=lambda part: not part.startswith("op")))


@lru_cache(STEMS_KEPT)
def stem(word: str) -> str:
    """The form under which the index holds a word: folded, then stemmed with Snowball English."""
    # Making a stemmer takes 0.2 µs; one that is shared is not safe in threads.
    return str(Stemmer.Stemmer("english", 0).stemWord(fold(word)))


def words_of(text: str) -> Iterator[Word]:
    """The words of a text in order, as the index and queries know them."""
    for found in WORDS.finditer(text):
        yield Word(stem(found.group()), found.start(), found.end())


@lru_cache(STEMS_KEPT)
def code_of(stem: str) -> int:
    """The number of 64 bits that stands for a stem in SEQUENCE; never TEXT_END."""
    return int.from_bytes(blake2b(stem.encode(), digest_size=8).digest(), "little") or 1


class LexicalText(NamedTuple):
    """A text as a lexical folder holds it."""

    document: dict[str, Any]
    """The fields of its Whoosh document."""
    codes: list[int]
    """What it adds to SEQUENCE."""


def lexical_text(row: int, text: str) -> LexicalText:
    """A text row cut into words."""
    words = list(words_of(text))
    stems, forms = [word.stem for word in words], [fold(text[word.start : word.end]) for word in words]
    document = {ROW_FIELD: row, TEXT_FIELD: stems, FORM_FIELD: forms}
    return LexicalText(document, [*map(code_of, stems), TEXT_END])


def lexical_schema() -> "Schema":
    """The schema of the Whoosh index: `text` and `form` (lists of words, not stored), `row` (stored, sortable)."""
    from whoosh.analysis import IDAnalyzer
    from whoosh.fields import ID, NUMERIC, TEXT, Schema

    words = IDAnalyzer()
    return Schema(
        **{
            TEXT_FIELD: TEXT(analyzer=words, phrase=False),
            FORM_FIELD: ID(analyzer=words),
            ROW_FIELD: NUMERIC(int, stored=True, sortable=True),
        }
    )
