"""The requests behind each number of a list of States to approach, counted for every State at once."""

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
    indices: dict[Evidence, Indices]
    """Where they stand among all recorded requests."""

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
    here = known & (requests.under_review == state)
    counted = known & found.counted[recorded.entries]
    indices = {
        Evidence.HERE: counted & here,
        Evidence.HERE_PERHAPS: here & found.listed[recorded.entries] & ~counted,
        Evidence.HERE_ANYTHING: here,
        Evidence.OTHERS: counted & ~here,
        Evidence.ON_ISSUE: counted,
        Evidence.ALL: known,
        Evidence.RETURNED: known & (requests.recommending == state),
    }
    return RequestsBehind(requests, {evidence: np.flatnonzero(mask) for evidence, mask in indices.items()})
