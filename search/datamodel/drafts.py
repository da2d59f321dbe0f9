"""What became of a draft report: its recommendations beside those of the report that replaced it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from models.records.documents import Draft
from models.records.enums import Position


@dataclass(frozen=True, slots=True)
class DraftRequest:
    """One request of a draft, and what it is now."""

    old_id: str
    """The id that it has in the draft; it leads to the same request as long as the index remembers it."""
    paragraph: str
    """Its number in the draft ("6.14")."""
    text: str
    """Words of the draft."""
    states: tuple[str, ...]
    """Codes of the recommending States."""
    position: Position
    """What the draft says."""
    id: str | None
    """Of the record that it is now; None where the report used holds no such request."""
    paragraph_now: str | None
    """The number of that record."""
    changed: tuple[Literal["number", "words", "States", "position"], ...]
    """Of number, words, States and position, what is another now."""


@dataclass(frozen=True, slots=True)
class NewRequest:
    """A request that the report used has, and the draft had not."""

    id: str
    paragraph: str | None
    text: str


@dataclass(frozen=True, slots=True)
class ReplacedDraft:
    """One draft that is not used any more."""

    review: str
    """Id of the review."""
    name: str
    """Name of its file."""
    symbol: str
    draft: Draft
    """Which draft it is."""
    used: str
    """Symbol of the report that took its place."""
    used_draft: Draft | None
    """Which draft that report is itself; None for a final one."""
    requests: Sequence[DraftRequest]
    """In printed order."""
    new: Sequence[NewRequest]

    @property
    def changes_nothing(self) -> bool:
        """Whether the report used says the same under the same numbers."""
        return not self.new and all(request.id is not None and not request.changed for request in self.requests)
