"""The columns of a plan's workbook, and what their headings and words stand for.

Headings are in the language of the page that made the workbook; the workbook keeps what they stand for, so that it is
read back by a page in any other.
"""

from collections.abc import Iterable, Mapping

from models.messages import Message
from models.plans.plan import PLAN_COLUMNS
from web.site.language import gettext, translated

BASE_SHEET = "upr"
"""The hidden sheet: in its first column what headings and words stand for, as JSON, then the plan, in pieces."""

ABOUT_ITEM: Mapping[str, Message] = {
    "id": Message("Record"),
    "quoted": Message("As printed"),
    "citation": Message("Source"),
    "position": Message("Position"),
    "differences": Message("What your plan has otherwise"),
}
"""What the program writes of each item; only the id is read back. The last column is there where there is any."""

FILLED_IN: Mapping[str, Message] = {name: column.heading for name, column in PLAN_COLUMNS.items() if name != "evidence"}

EVIDENCE: Mapping[str, Message] = {
    "item": Message("Record"),
    "text": Message("What it says"),
    "when": Message("When"),
    "document": Message("Document"),
    "link": Message("Address"),
    "record": Message("Taken from"),
}


def item_headings() -> dict[str, str]:
    """What the headings of the sheet of items stand for, by folded heading, in English and the page's language."""
    return _names({**ABOUT_ITEM, **FILLED_IN})


def evidence_headings() -> dict[str, str]:
    """The same for the sheet of evidence."""
    return _names(EVIDENCE)


def words_to_choose() -> dict[str, str]:
    """What words to choose from stand for, in both languages."""
    values = [value.value for column in PLAN_COLUMNS.values() for value in column.values or ()]
    return {folded(word): value for value in values for word in (value, gettext(value))}


def folded(word: str) -> str:
    """A heading or word as it is compared: without case, with single spaces."""
    return " ".join(word.casefold().split())


def _names(headings: Mapping[str, Message]) -> dict[str, str]:
    return {folded(word): name for name, heading in headings.items() for word in _both(heading)}


def _both(heading: Message) -> Iterable[str]:
    return (str(heading), translated(heading))
