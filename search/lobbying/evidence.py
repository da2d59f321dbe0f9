"""The requests behind each number of a lobbying list, counted for every State at once."""

from dataclasses import dataclass

import numpy as np

from search.catalogue.sponsorships import Indices, Integers, Requests
from search.datamodel.lobbying import Evidence
from search.lobbying.issue import OnIssue
from search.snapshot.snapshot import Snapshot


@dataclass(frozen=True, slots=True, eq=False)
class RequestsBehind:
    """The requests known before a session, by what they are evidence of."""

    requests: Requests
    session: int
    indices: dict[Evidence, Indices]
    """Where they stand among all recorded requests."""
    with_category: Indices
    """On the issue, and with an action category."""

    def counted(self, evidence: Evidence) -> list[int]:
        """How many requests are evidence for each State, by number."""
        states = self._states(evidence)
        counted: list[int] = np.bincount(states, minlength=len(self.requests.groups)).tolist()
        return counted

    def of_state(self, evidence: Evidence, state: int) -> Indices:
        """The requests that are evidence for one State."""
        return np.asarray(self.indices[evidence][self._states(evidence) == state])

    def _states(self, evidence: Evidence) -> Integers:
        """The State that each request is evidence for: the one that made it, or the one that it was made to."""
        side = self.requests.under_review if evidence is Evidence.RETURNED else self.requests.recommending
        return side[self.indices[evidence]]


def requests_behind(snapshot: Snapshot, found: OnIssue, state: int, session: int) -> RequestsBehind:
    """Sort the requests of the sessions before `session`, for a State under review."""
    recorded, requests = snapshot.sponsorships, snapshot.sponsorships.requests
    known = requests.session < session
    near = known & requests.near(state)[requests.under_review]
    on_issue = np.flatnonzero(known & found.entries[recorded.entries])
    perhaps = known & found.perhaps[recorded.entries] & (requests.under_review == state)
    here = requests.under_review[on_issue] == state
    supported, noted, specific, with_category = (
        kind[recorded.entries[on_issue]]
        for kind in (recorded.supported, recorded.noted, recorded.specific, recorded.with_category)
    )
    indices = {
        Evidence.HERE: on_issue[here],
        Evidence.HERE_PERHAPS: np.flatnonzero(perhaps),
        Evidence.HERE_SUPPORTED: on_issue[here & supported],
        Evidence.HERE_NOTED: on_issue[here & noted],
        Evidence.HERE_ANYTHING: np.flatnonzero(known & (requests.under_review == state)),
        Evidence.OTHERS: on_issue[~here],
        Evidence.ON_ISSUE: on_issue,
        Evidence.SPECIFIC: on_issue[specific],
        Evidence.SUPPORTED: on_issue[supported],
        Evidence.NOTED: on_issue[noted],
        Evidence.NEAR_ON_ISSUE: on_issue[near[on_issue] & ~here],
        Evidence.NEAR: np.flatnonzero(near),
        Evidence.ALL: np.flatnonzero(known),
        Evidence.RETURNED: np.flatnonzero(known & (requests.recommending == state)),
    }
    return RequestsBehind(requests, session, indices, on_issue[with_category])
