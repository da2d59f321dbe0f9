"""What a keyword query asks for, as a tree."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One word, or several that stand one after the other, as stems."""

    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """An abbreviation, as the words that are printed for it, which are folded as the index folds words.

    Its stem will not do: that of "AIDS" is that of "aid".
    """

    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prefix:
    """Any word that begins with these letters, which are folded as the index folds words."""

    letters: str


@dataclass(frozen=True, slots=True)
class InField:
    """Entries with this value in a field of FIELD_NAMES."""

    field: str
    value: str


@dataclass(frozen=True, slots=True)
class AllOf:
    """Entries that every part finds."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Entries that at least one part finds."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Entries that the part does not find."""

    part: "Node"


@dataclass(frozen=True, slots=True)
class Named:
    """Entries that hold something under one of its names."""

    typed: str
    """The name in the query."""
    names: tuple[tuple[str, "Node"], ...]
    """The name in the query, then the others, each with what looks for it."""


Node = Words | Printed | Prefix | InField | AllOf | AnyOf | Not | Named


def joined(kind: type[AllOf] | type[AnyOf], parts: Sequence[Node | None]) -> Node | None:
    """The parts that look for something, joined; a single one stands alone."""
    kept = tuple(part for part in parts if part is not None)
    return kind(kept) if len(kept) > 1 else (kept[0] if kept else None)
