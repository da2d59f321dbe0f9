"""Which words a text has to the index and to queries, and the schema of the Whoosh index that holds them.

There is one document per distinct text, found by English word stems, and by its words as they are printed for
"forc*". Every word is kept, stop words too: a phrase then matches exactly as printed ("economic and social" is not
"economic social"). The schema's analyzers cut queries as `words_of` cuts texts; Whoosh is imported when it is needed.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

import Stemmer

from models.texts.normal_form import normal_form

if TYPE_CHECKING:
    from whoosh.analysis import Analyzer
    from whoosh.fields import Schema

ENGLISH = "en"
"""ISO 639-1 code of the language of the texts that issues are compared with."""
TEXT_FIELD = "text"
FORM_FIELD = "form"
"""The words as printed, folded."""
ROW_FIELD = "row"
"""Stored: the text row (table text_vector) of the document, which is its number in Whoosh too."""

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
    """The form that the index holds (see `stem`)."""
    start: int
    end: int
    """Where it stands in the text, in characters."""


def fold(word: str) -> str:
    """Lower case without accents; an optional protocol is one word with "op" in front ("CAT-OP", "OPCAT")."""
    plain = word.lower().replace("\u2019", "'")
    if not plain.isascii():
        plain = "".join(mark for mark in normal_form("NFKD", plain) if not unicodedata.combining(mark))
    parts = re.split(_HYPHEN, plain)
    return "".join(sorted(parts, key=lambda part: not part.startswith("op")))


@lru_cache(STEMS_KEPT)
def stem(word: str) -> str:
    """The form under which the index holds a word: folded, then stemmed with Snowball English."""
    # Making a stemmer takes 0.2 µs; one that is shared is not safe in threads.
    return str(Stemmer.Stemmer("english", 0).stemWord(fold(word)))


@cache
def text_analyzer() -> "Analyzer":
    """Cuts a text into words, and these down to their stems."""
    from whoosh.analysis import RegexTokenizer, StemFilter

    # Whoosh's own stemmer, Porter's, leaves -ing and -ed apart and takes international and internal for one word.
    return RegexTokenizer(WORDS) | StemFilter(stemfn=stem, cachesize=None)


@cache
def form_analyzer() -> "Analyzer":
    """Cuts a text into its words as printed, folded."""
    from whoosh.analysis import RegexTokenizer, StemFilter

    return RegexTokenizer(WORDS) | StemFilter(stemfn=fold, cachesize=None)


@cache
def lexical_schema() -> "Schema":
    """The fields of the Whoosh index: `text` with the places of its words, `form` without, `row` stored alone."""
    from whoosh.fields import STORED, TEXT, Schema

    text = TEXT(analyzer=text_analyzer(), phrase=True, multitoken_query="phrase")
    form = TEXT(analyzer=form_analyzer(), phrase=False)
    return Schema(**{TEXT_FIELD: text, FORM_FIELD: form, ROW_FIELD: STORED()})


def words_of(text: str) -> Iterator[Word]:
    """The words of a text in order, as the index and queries know them."""
    # As the analyzer does, without a token of Whoosh's for each word, which took half as long again.
    for found in WORDS.finditer(text):
        yield Word(stem(found.group()), found.start(), found.end())


def forms_and_stems(text: str) -> tuple[list[str], list[str]]:
    """The words of a text in order, as they are printed and as stems: what the index holds of it."""
    words = list(words_of(text))
    return [fold(text[word.start : word.end]) for word in words], [word.stem for word in words]
