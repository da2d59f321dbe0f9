"""What a State was asked, or what it asks of others, in numbers: frozen values that pages and JSON show as they are."""

from dataclasses import dataclass
from typing import Literal

from models.records.enums import Position

Role = Literal["under_review", "recommending"]
"""Whether the recommendations were made to the State, or by it."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The recommendations that have one value of a field."""

    value: str
    label: str
    """What pages show for it."""
    total: int
    """How many have it."""
    positions: dict[Position, int]
    specific: int
    """How many ask for a specific action."""
    last_session: int


@dataclass(frozen=True, slots=True)
class Tally:
    """The recommendations of one State in one role."""

    total: int
    states: int
    """How many other States they were made by, or to."""
    cycles: tuple[Counted, ...]
    """In their order."""
    labels: tuple[Counted, ...]
    """UPR Info's issues, most frequent first."""
    themes: tuple[Counted, ...]
    """Themes of the Universal Human Rights Index, most frequent first."""
    counterparts: tuple[Counted, ...]
    """The States that they were made by, or to; most frequent first."""
    regional_groups: tuple[Counted, ...] = ()
    """Of the States that they were made by, or to; "" for States that are in none. Most frequent first.

    A recommendation of States of two groups counts once for each.
    """
