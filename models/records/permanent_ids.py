"""Ids that never change meaning: an address, once given, names the same words for ever.

A recommendation read in a report is named by its place (models.records.records.Recommendation.id). What is known from a
table alone has no place, so its own words name it; a voluntary commitment is named by its document and place.
What a treaty body says is named by its document and paragraph. The first three can never meet: after the review, the
first letter is a digit, a "t" or a "c".
"""

import hashlib
import re
from functools import lru_cache

from models.texts.normal_form import normal_form

_WORDS = re.compile(r"\w+")
_TABLE_DIGITS = 10
_TITLE_NUMBER = re.compile(r"\bNo\.\s*0*(\d+)")
_NO_SYMBOL = re.compile(r"[^A-Za-z0-9-]+")


def normalised_text(text: str) -> str:
    """The words of a text in one spelling: no case, punctuation, line breaks or soft hyphens.

    Ids are made from it, so it must never change.
    """
    plain = normal_form("NFKC", text).replace("\u00ad", "").casefold()
    return " ".join(_WORDS.findall(plain))


@lru_cache(maxsize=10_000)
def words_digest(text: str) -> str:
    """The first ten hexadecimal digits of the sha256 of the normalised text.

    A record asks for it whenever its id is asked for; texts of the review at hand are remembered.
    """
    return hashlib.sha256(normalised_text(text).encode()).hexdigest()[:_TABLE_DIGITS]


def table_recommendation_id(review: str, text: str) -> str:
    """The id of a recommendation known from a table alone ("SVN-20-t0123456789")."""
    return f"{review}-t{words_digest(text)}"


def commitment_id(review: str, symbol: str, paragraph: str | None, order: int) -> str:
    """The id of a commitment read in a document ("SVN-7-c-A.HRC.14.15-113-2"); 0 stands for no paragraph."""
    return f"{review}-c-{symbol.replace('/', '.')}-{paragraph or 0}-{order}"


def table_commitment_id(review: str, text: str) -> str:
    """The id of a commitment known from a table alone ("SVN-7-ct0123456789")."""
    return f"{review}-ct{words_digest(text)}"


def observation_id(symbol: str, entity: str | None, paragraph: str | None, text: str) -> str:
    """The id of a paragraph of a treaty body ("CCPR.C.NAM.CO.900-10", "CRC.C.15.Add.900-NAM-10").

    Whom it speaks to is in it unless the symbol says it. Without a paragraph its words name it
    ("CCPR.C.NAM.CO.900-t0123456789").
    """
    addressee = f"-{entity}" if entity and entity not in symbol.split("/") else ""
    return f"{_document(symbol)}{addressee}-{paragraph or f't{words_digest(text)}'}"


def general_comment_id(symbol: str, title: str, paragraph: str | None, text: str) -> str:
    """The id of a paragraph of a general comment ("CRC.C.GC.900-no900-10"); old ones share the symbol of a report."""
    number = _TITLE_NUMBER.search(title)
    comment = f"no{number[1]}" if number else f"x{words_digest(title)}"
    return f"{_document(symbol)}-{comment}-{paragraph or f't{words_digest(text)}'}"


def _document(symbol: str) -> str:
    return _NO_SYMBOL.sub(".", symbol).strip(".")
