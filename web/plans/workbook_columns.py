"""The columns of a plan's workbook, and what their headings and words stand for.

Headings are in the language of the page that made the workbook; the workbook keeps what they stand for, so that it is
read back by a page in any other.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from models.messages.message import Message
from models.plans.plan import PLAN_COLUMNS
from web.site.language import gettext, translated
from web.words.sources_of_plan import OTHERWISE

BASE_SHEET = "upr"
"""The hidden sheet: in its first column what headings and words stand for, as JSON, then the plan, in pieces."""

ABOUT_ITEM: Mapping[str, Message] = {
    "id": Message("Record"),
    "quoted": Message("As printed"),
    "citation": Message("Source"),
    "position": Message("Position"),
    "differences": OTHERWISE,
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


@dataclass(frozen=True, slots=True)
class WorkbookWords:
    """What headings and words stand for, folded, in English and the language of a page."""

    items: Mapping[str, str]
    """Headings of the sheet of items → names of columns."""
    evidence: Mapping[str, str]
    """Headings of the sheet of evidence → names of columns."""
    to_choose: Mapping[str, str]
    """Words of columns with words to choose from → values."""

    @classmethod
    def of_page(cls) -> Self:
        """Those of the page that is made."""
        values = [value.value for column in PLAN_COLUMNS.values() for value in column.values or ()]
        return cls(
            _names({**ABOUT_ITEM, **FILLED_IN}),
            _names(EVIDENCE),
            {folded(word): value for value in values for word in (value, gettext(value))},
        )

    def with_kept(self, kept: Mapping[str, Mapping[str, str]]) -> Self:
        """These, and what a workbook keeps of its own."""
        return type(self)(
            {**self.items, **kept.get("items", {})},
            {**self.evidence, **kept.get("evidence", {})},
            {**self.to_choose, **kept.get("words", {})},
        )


def folded(word: str) -> str:
    """A heading or word as it is compared: without case, with single spaces."""
    return " ".join(word.casefold().split())


def _names(headings: Mapping[str, Message]) -> dict[str, str]:
    return {folded(word): name for name, heading in headings.items() for word in _both(heading)}


def _both(heading: Message) -> Iterable[str]:
    return (str(heading), translated(heading))
