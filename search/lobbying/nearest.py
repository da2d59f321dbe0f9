"""What each State said that is nearest to an issue: one recommendation a State, the nearest first."""

import numpy as np

from models.reviews.states import StateKind
from search.catalogue.records import recommendations
from search.datamodel.lobbying import Nearest
from search.lobbying.issue import OnIssue
from search.snapshot.snapshot import Snapshot


def nearest_by_state(snapshot: Snapshot, found: OnIssue, state: int, session: int) -> dict[int, Nearest]:
    """By number of each State of which something was found before a session: its recommendation that is the nearest.

    What is surely or probably on the issue goes before what is only perhaps, and of the first what was said to the
    State under review (by number): texts of one State are ordered more surely, and who spoke to it may speak to it
    again (docs/lobbying.md). What is as near comes by date, the latest first. Members and observers alone: other
    entities are no States.
    """
    recorded, requests = snapshot.sponsorships, snapshot.sponsorships.requests
    is_state = np.array([snapshot.states[code].kind is not StateKind.OTHER for code in recorded.codes])
    is_state[state] = False
    known = (requests.session < session) & is_state[requests.recommending]
    listed = np.flatnonzero(known & found.listed[recorded.entries])
    entries = recorded.entries[listed]
    here = requests.under_review[listed] == state
    sure = found.sure[entries]
    order = np.lexsort((-requests.session[listed], ~here, -found.relevance[entries], ~(sure & here), ~sure))
    states = requests.recommending[listed][order]
    _, firsts = np.unique(states, return_index=True)
    numbers = np.sort(firsts)
    chosen = entries[order][numbers].tolist()
    records = recommendations(snapshot.connection, chosen)
    return {
        number: Nearest(record, place, found.strength_of(entry))
        for place, (number, record, entry) in enumerate(zip(states[numbers].tolist(), records, chosen, strict=True), 1)
    }
