"""Positions in words, the same in commands, pages and files: what they rest on where support falls short."""

from collections.abc import Mapping
from textwrap import shorten

from models.messages import Message
from models.records.documents import SOURCE_NAMES, DocumentKind
from models.records.enums import Position, Qualified
from models.records.records import Recommendation
from models.spoken import said, spoken

QUALIFIED_WORDS: Mapping[Qualified, Message] = {
    Qualified.PART: Message("supports in part"),
    Qualified.CONDITION: Message("supports on conditions"),
    Qualified.EXCEPTION: Message("supports with an exception"),
    Qualified.SPIRIT: Message("supports the aim"),
}
"""How support falls short of being clear, so that the position is noted."""
_TABLE = SOURCE_NAMES[DocumentKind.RECOMMENDATION_TABLE]
FORMULA_CHARACTERS = 160
"""Of the State's own words beside a position; the page of the recommendation has all of them."""


def qualified_support(record: Recommendation) -> Message | None:
    """How the support of a recommendation that is noted falls short; None for any other answer."""
    return QUALIFIED_WORDS[record.qualified] if record.qualified else None


def qualifying_formula(record: Recommendation) -> str:
    """The State's own words for such support, shortened; "" where there are none, or a list or table coded them."""
    source = record.position_source
    if not record.qualified or source is None or source.coded_by:
        return ""
    return shorten(record.position_words or "", FORMULA_CHARACTERS, placeholder=" …")


def is_coded_as_noted(record: Recommendation) -> bool:
    """Whether UPR Info's table alone calls it noted, which it does of what a State never answered too."""
    source = record.position_source
    return record.position is Position.NOTED and source is not None and source.coded_by == _TABLE


def qualified_in_words(record: Recommendation) -> Message | None:
    """Both: "supports in part: “accepts the first sentence”"; None for any other answer."""
    kind, formula = qualified_support(record), qualifying_formula(record)
    return Message("%(kind)s: “%(words)s”", kind=(kind,), words=formula) if kind and formula else kind


def position_in_words(record: Recommendation, *, quoting: bool = True) -> str:
    """The position as commands say it, with how support falls short: "noted (supports in part: “accepts it”)".

    Args:
        record: the recommendation.
        quoting: whether the State's own words are given too.
    """
    qualified = qualified_in_words(record) if quoting else qualified_support(record)
    position = said(record.position.value)
    return f"{position} ({spoken(qualified)})" if qualified else position
