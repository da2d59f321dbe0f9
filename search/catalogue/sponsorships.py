"""Who asked whom, in which session: what a lobbying list rests on, as plain arrays."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from models.reviews.states import StateTable
from search.catalogue.entries import Catalogue, Mask
from search.datamodel.question import Value

Integers = NDArray[np.int32]
Indices = NDArray[np.intp]
"""Where some of the requests stand among all, ascending."""
PerState = NDArray[np.float64]
"""One number per State."""
PerSession = NDArray[np.float64]
"""One number per session, from 0."""


@dataclass(frozen=True, eq=False)
class Requests:
    """One row per recommendation and State that made or joined it. States go by their number."""

    recommending: Integers
    under_review: Integers
    session: Integers
    groups: Integers
    """Regional group of each State; -1 for a State that is in none."""

    def only(self, chosen: Mask | Indices) -> "Requests":
        """The requests of a mask, or at these places."""
        return Requests(self.recommending[chosen], self.under_review[chosen], self.session[chosen], self.groups)

    def made(self) -> PerState:
        """How many requests each State made."""
        return np.bincount(self.recommending, minlength=len(self.groups)).astype(np.float64)

    def received(self) -> PerState:
        """How many requests each State was given."""
        return np.bincount(self.under_review, minlength=len(self.groups)).astype(np.float64)

    def near(self, state: int) -> Mask:
        """Per State, whether it is in the regional group of this one."""
        return np.asarray((self.groups == self.groups[state]) & (self.groups >= 0))

    @cached_property
    def by_group_and_session(self) -> NDArray[np.float64]:
        """How many requests each State made to each regional group, the last being none, in each session from 0."""
        states, groups, sessions = len(self.groups), int(self.groups.max(initial=-1)) + 2, self._session_count
        to_group = (self.groups % groups)[self.under_review]
        place = (self.recommending * groups + to_group) * sessions + self.session
        counted = np.bincount(place, minlength=states * groups * sessions)
        return counted.reshape(states, groups, sessions).astype(np.float64)

    @cached_property
    def reviews_by_session(self) -> PerSession:
        """How many reviews the requests belong to, in each session from 0."""
        reviewed = np.zeros((self._session_count, len(self.groups)), dtype=np.float64)
        reviewed[self.session, self.under_review] = 1
        return reviewed @ np.ones(len(self.groups))

    @property
    def _session_count(self) -> int:
        return int(self.session.max(initial=0)) + 1


@dataclass(frozen=True, slots=True, eq=False)
class Sponsorships:
    """The requests of a catalogue, and what their numbers stand for."""

    requests: Requests
    entries: Integers
    """Entry number of each request."""
    codes: tuple[str, ...]
    """Code of each State, by its number: of all that can be asked for, whether the index knows them or not."""


def sponsorships_of(catalogue: Catalogue, states: StateTable) -> Sponsorships:
    """The requests of all recommendations of a catalogue."""
    codes = tuple(state.code for state in states)
    number = {code: index for index, code in enumerate(codes)}
    sponsors, reviewed = catalogue.fields["recommending"], catalogue.fields["under_review"]
    chosen = catalogue.recommendations[sponsors.entries]
    entries = sponsors.entries[chosen]
    requests = Requests(
        recommending=_integers(number[str(code)] for code in sponsors.values)[sponsors.codes[chosen]],
        under_review=reviewed.by_entry(_integers(number[str(code)] for code in reviewed.values))[entries],
        session=catalogue.fields["session"].by_entry(_integers(catalogue.fields["session"].values))[entries],
        groups=_groups([state.regional_group for state in states]),
    )
    return Sponsorships(requests, entries, codes)


def _integers(values: Iterable[Value]) -> Integers:
    return np.array(list(values), dtype=np.int32)


def _groups(names: Sequence[str | None]) -> Integers:
    known = sorted({name for name in names if name})
    return _integers(known.index(name) if name else -1 for name in names)
