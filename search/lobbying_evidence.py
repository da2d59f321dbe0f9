"""The asks behind each number of a lobbying list, counted for every State at once."""

from dataclasses import dataclass

import numpy as np

from models.positions import Position
from search.entry_fields import Mask
from search.lobbying_results import Evidence
from search.recorded_asks import Asks, Integers
from search.snapshot import Snapshot

SPECIFIC = 5
"""UPR Info's action category of asks for a specific action."""


@dataclass(frozen=True, slots=True, eq=False)
class AsksBehind:
    """The asks known before a session, by what they are evidence of; one truth value per recorded ask."""

    asks: Asks
    session: int
    behind: dict[Evidence, Mask]
    with_category: Mask
    """On the issue, and with an action category."""

    def counted(self, evidence: Evidence) -> Integers:
        """How many asks are evidence for each State, by number."""
        states = self._side(evidence)[self.behind[evidence]]
        return np.bincount(states, minlength=len(self.asks.groups)).astype(np.int32)

    def of_state(self, evidence: Evidence, state: int) -> Mask:
        """The asks that are evidence for one State."""
        return np.asarray(self.behind[evidence] & (self._side(evidence) == state))

    def _side(self, evidence: Evidence) -> Integers:
        """The State that each ask is evidence for: the one that made it, or the one that it was made to."""
        return self.asks.under_review if evidence is Evidence.RETURNED else self.asks.recommending


def asks_behind(snapshot: Snapshot, entries_on_issue: Mask, state: int, session: int) -> AsksBehind:
    """Sort the asks of the sessions before `session`, for a State under review."""
    asks, entries = snapshot.asks.asks, snapshot.asks.entries
    fields = snapshot.catalogue.fields
    supported, noted = (fields["position"].holding([value])[entries] for value in (Position.SUPPORTED, Position.NOTED))
    specific, of_any_category = (
        fields["action_category"].holding(wanted)[entries] for wanted in ([SPECIFIC], fields["action_category"].values)
    )
    known = asks.session < session
    on_issue = known & entries_on_issue[entries]
    here = asks.under_review == state
    near = known & asks.near(state)[asks.under_review]
    behind = {
        Evidence.HERE: on_issue & here,
        Evidence.HERE_SUPPORTED: on_issue & here & supported,
        Evidence.HERE_NOTED: on_issue & here & noted,
        Evidence.OTHERS: on_issue & ~here,
        Evidence.ON_ISSUE: on_issue,
        Evidence.SPECIFIC: on_issue & specific,
        Evidence.SUPPORTED: on_issue & supported,
        Evidence.NOTED: on_issue & noted,
        Evidence.NEAR_ON_ISSUE: on_issue & near & ~here,
        Evidence.NEAR: near,
        Evidence.ALL: known,
        Evidence.RETURNED: known & (asks.recommending == state),
    }
    return AsksBehind(asks, session, behind, on_issue & of_any_category)
