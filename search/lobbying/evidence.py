"""The asks behind each number of a lobbying list, counted for every State at once."""

from dataclasses import dataclass

import numpy as np

from search.catalogue.fields import Mask
from search.catalogue.sponsorships import Asks, Integers, Places
from search.datamodel.lobbying import Evidence
from search.snapshot.snapshot import Snapshot


@dataclass(frozen=True, slots=True, eq=False)
class AsksBehind:
    """The asks known before a session, by what they are evidence of."""

    asks: Asks
    session: int
    places: dict[Evidence, Places]
    """Where they stand among all recorded asks."""
    with_category: Places
    """On the issue, and with an action category."""

    def counted(self, evidence: Evidence) -> list[int]:
        """How many asks are evidence for each State, by number."""
        states = self._states(evidence)
        counted: list[int] = np.bincount(states, minlength=len(self.asks.groups)).tolist()
        return counted

    def of_state(self, evidence: Evidence, state: int) -> Places:
        """The asks that are evidence for one State."""
        return np.asarray(self.places[evidence][self._states(evidence) == state])

    def _states(self, evidence: Evidence) -> Integers:
        """The State that each ask is evidence for: the one that made it, or the one that it was made to."""
        side = self.asks.under_review if evidence is Evidence.RETURNED else self.asks.recommending
        return side[self.places[evidence]]


def asks_behind(snapshot: Snapshot, entries_on_issue: Mask, state: int, session: int) -> AsksBehind:
    """Sort the asks of the sessions before `session`, for a State under review."""
    recorded, asks = snapshot.asks, snapshot.asks.asks
    known = asks.session < session
    near = known & asks.near(state)[asks.under_review]
    on_issue = np.flatnonzero(known & entries_on_issue[recorded.entries])
    here = asks.under_review[on_issue] == state
    supported, noted, specific, with_category = (
        kind[recorded.entries[on_issue]]
        for kind in (recorded.supported, recorded.noted, recorded.specific, recorded.with_category)
    )
    places = {
        Evidence.HERE: on_issue[here],
        Evidence.HERE_SUPPORTED: on_issue[here & supported],
        Evidence.HERE_NOTED: on_issue[here & noted],
        Evidence.HERE_ANYTHING: np.flatnonzero(known & (asks.under_review == state)),
        Evidence.OTHERS: on_issue[~here],
        Evidence.ON_ISSUE: on_issue,
        Evidence.SPECIFIC: on_issue[specific],
        Evidence.SUPPORTED: on_issue[supported],
        Evidence.NOTED: on_issue[noted],
        Evidence.NEAR_ON_ISSUE: on_issue[near[on_issue] & ~here],
        Evidence.NEAR: np.flatnonzero(near),
        Evidence.ALL: np.flatnonzero(known),
        Evidence.RETURNED: np.flatnonzero(known & (asks.recommending == state)),
    }
    return AsksBehind(asks, session, places, on_issue[with_category])
