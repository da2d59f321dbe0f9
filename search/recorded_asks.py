"""Who asked whom, in which session: what a lobbying list rests on, as plain arrays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from search.entry_fields import EntryField, Mask, Value
from search.load_catalogue import Catalogue

Integers = NDArray[np.int32]
PerState = NDArray[np.float64]
"""One number per State."""


@dataclass(frozen=True, eq=False)
class Asks:
    """One row per recommendation and State that made or joined it. States go by their number."""

    recommending: Integers
    under_review: Integers
    session: Integers
    groups: Integers
    """Regional group of each State; -1 for a State that is in none."""

    def only(self, chosen: Mask) -> "Asks":
        """The asks of a mask."""
        return Asks(self.recommending[chosen], self.under_review[chosen], self.session[chosen], self.groups)

    def made(self) -> PerState:
        """How many asks each State made."""
        return np.bincount(self.recommending, minlength=len(self.groups)).astype(np.float64)

    def received(self) -> PerState:
        """How many asks each State was given."""
        return np.bincount(self.under_review, minlength=len(self.groups)).astype(np.float64)

    @cached_property
    def by_group_and_session(self) -> NDArray[np.float64]:
        """How many asks each State made to each regional group, the last being none, in each session from 0."""
        states, groups, sessions = len(self.groups), int(self.groups.max(initial=-1)) + 2, self._session_count
        to_group = (self.groups % groups)[self.under_review]
        place = (self.recommending * groups + to_group) * sessions + self.session
        counted = np.bincount(place, minlength=states * groups * sessions)
        return counted.reshape(states, groups, sessions).astype(np.float64)

    @cached_property
    def reviews_by_session(self) -> NDArray[np.float64]:
        """How many reviews the asks belong to, in each session from 0."""
        reviewed = np.zeros((self._session_count, len(self.groups)), dtype=np.float64)
        reviewed[self.session, self.under_review] = 1
        return reviewed @ np.ones(len(self.groups))

    @property
    def _session_count(self) -> int:
        return int(self.session.max(initial=0)) + 1


@dataclass(frozen=True, slots=True, eq=False)
class RecordedAsks:
    """The asks of a catalogue, and what their numbers stand for."""

    asks: Asks
    entries: Integers
    """Entry number of each ask."""
    codes: tuple[str, ...]
    """Code of each State, by its number."""


def asks_of(catalogue: Catalogue) -> RecordedAsks:
    """The asks of all recommendations of a catalogue."""
    codes = tuple(sorted(catalogue.states))
    place = {code: number for number, code in enumerate(codes)}
    sponsors = catalogue.fields["recommending"]
    recommended = catalogue.recommendations[sponsors.entries]
    entries = sponsors.entries[recommended]
    asks = Asks(
        recommending=_numbers(sponsors.values, place)[sponsors.codes[recommended]],
        under_review=_by_entry(catalogue.fields["under_review"], place)[entries],
        session=_by_entry(catalogue.fields["session"], {})[entries],
        groups=_groups([catalogue.states[code].regional_group for code in codes]),
    )
    return RecordedAsks(asks, entries, codes)


def _by_entry(field: EntryField, place: Mapping[str, int]) -> Integers:
    """The value of each entry in a field that has one value per entry; 0 where it has none."""
    values = np.zeros(field.entry_count, dtype=np.int32)
    values[field.entries] = _numbers(field.values, place)[field.codes]
    return values


def _numbers(values: Sequence[Value], place: Mapping[str, int]) -> Integers:
    return np.array([place.get(str(value), value) for value in values], dtype=np.int32)


def _groups(names: Sequence[str | None]) -> Integers:
    number = {name: place for place, name in enumerate(sorted(filter(None, names)))}
    return np.array([number.get(name, -1) if name else -1 for name in names], dtype=np.int32)
