"""What a question found, before filters, and which entries it may find."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.messages.message import Message
from search.catalogue.entries import Catalogue, Mask
from search.datamodel.question import Filters
from search.datamodel.strengths import Strength, StrengthBounds
from search.match.state import Match
from search.rank.filters_and_facets import entries_within, masks_by_field
from search.snapshot.snapshot import Snapshot

MOST_UNRATED = 100
"""Entries that are found where nothing is known of how sure they are."""


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What a question found, before filters."""

    entries: Mask
    """The result set."""
    relevance: NDArray[np.float64]
    """Per entry, 0 to 1, whether in the result set or not."""
    stems: Collection[str]
    """Stems to highlight."""
    bounds: StrengthBounds | None
    """What `sureness` means in words; None: an entry holds all that was asked for, surely."""
    notes: tuple[str, ...] = ()
    by_meaning: bool = True
    """Whether entries are found without a word in common."""
    labels: Collection[tuple[str, str]] = ()
    """Scheme and words of the labels that the question itself has."""
    matched: Match | None = None
    """The issue as it was read and compared with the texts; None where none was."""
    words_in: str | None = None
    """ISO code of the language of `stems`, which are not highlighted in texts of others; None: in all."""
    own_bounds: StrengthBounds | None = None
    """What `sureness` means for entries of the own State, where that is another thing."""
    called: NDArray[np.float64] | None = None
    """Per entry, what its word rests on, where that is not its relevance."""
    names: Collection[frozenset[str]] = ()
    """Stems of other names of what was asked for, each to highlight where all its words stand."""
    did_you_mean: str | None = None
    """The keywords without typing errors, where they have some."""

    @property
    def language(self) -> str | None:
        """ISO code of the language that the issue was read in, if one was."""
        return self.matched.reading.language if self.matched else None

    @property
    def sureness(self) -> NDArray[np.float64]:
        """What the word of each entry rests on; the order rests on relevance."""
        return self.relevance if self.called is None else self.called

    def at_least_likely(self, own: Mask) -> Mask:
        """The entries, found or not, that are at least probably on the issue; `own`: those of the own State."""
        if self.bounds is None:
            return np.ones(len(self.relevance), dtype=bool)
        own_bounds = self.own_bounds or self.bounds
        return np.asarray(self.sureness >= np.where(own, own_bounds.likely, self.bounds.likely))

    def strength_of(self, entry: int, *, is_own: bool) -> Strength:
        """What the sureness of an entry is called; `is_own`: whether it is one of the own State."""
        bounds = self._bounds(is_own)
        return bounds.strength_of(float(self.sureness[entry])) if bounds else "exact"

    def strengths(self, entries: Mask, *, are_own: bool) -> Mapping[Strength, int]:
        """How many of some entries, all of the own State or none, have each strength; none where all are exact."""
        bounds = self._bounds(are_own)
        return bounds.counts(self.sureness[entries]) if bounds else {}

    def _bounds(self, of_own: bool) -> StrengthBounds | None:
        return self.own_bounds or self.bounds if of_own else self.bounds


def found_nothing(snapshot: Snapshot, notes: tuple[str, ...] = ()) -> Found:
    """No entry, and why."""
    size = snapshot.catalogue.size
    return Found(np.zeros(size, dtype=bool), np.zeros(size), (), None, notes)


def found_all(snapshot: Snapshot) -> Found:
    """All entries, of which none is nearer than another."""
    size = snapshot.catalogue.size
    return Found(np.ones(size, dtype=bool), np.zeros(size), (), None, by_meaning=False)


def entries_shown(catalogue: Catalogue, filters: Filters) -> Mask:
    """The entries that an answer may hold."""
    return entries_within(masks_by_field(catalogue, filters), catalogue.answerable)


def nearest_of(near: NDArray[np.float64], among: Mask) -> Mask:
    """The nearest of some entries, where nothing is known of how sure they are."""
    numbers = np.flatnonzero(among)
    entries = np.zeros(len(near), dtype=bool)
    entries[numbers[np.argsort(-near[numbers], kind="stable")[:MOST_UNRATED]]] = True
    return entries


def rows_of(snapshot: Snapshot, entries: Mask) -> Mask:
    """The text rows of some entries, in all languages."""
    rows = np.zeros(len(snapshot.vectors), dtype=bool)
    rows[snapshot.catalogue.rows[entries]] = True
    further, entry_of_further = snapshot.catalogue.further
    rows[further[entries[entry_of_further]]] = True
    return rows


def cut(text: str, longest: int) -> tuple[str, tuple[str, ...]]:
    """A text cut to what is searched of it, with a note where it was longer."""
    if len(text) <= longest:
        return text, ()
    note = Message("Only the first %(count)s characters were searched.", count=longest)
    return text[:longest], (note,)
