"""From recorded requests and an issue to the States to approach, and to the recommendations behind their numbers."""

import numpy as np

from search.catalogue.entries import Mask
from search.catalogue.records import recommendations
from search.catalogue.states import named_state
from search.datamodel.lobbying import (
    Evidence,
    EvidenceOf,
    EvidencePage,
    LobbyingList,
    LobbyingQuestion,
    LobbyingTarget,
    Nearest,
    Reason,
)
from search.lobbying.evidence import RequestsBehind, requests_behind
from search.lobbying.issue import entries_on_issue
from search.lobbying.nearest import nearest_by_state
from search.lobbying.rank import RankedTargets, rank_targets
from search.snapshot.snapshot import Snapshot


def lobbying_list(snapshot: Snapshot, question: LobbyingQuestion) -> LobbyingList:
    """The list that a question asks for."""
    state = named_state(snapshot.states, question.state)
    found = entries_on_issue(snapshot, question, state.code)
    session = _session(snapshot, question)
    number = snapshot.sponsorships.codes.index(state.code)
    behind = requests_behind(snapshot, found, number, session)
    ranked = rank_targets(snapshot.sponsorships.requests, behind.indices[Evidence.ON_ISSUE], number, session)
    known = snapshot.catalogue.recommendations & _before(snapshot, session)
    to_state = known & snapshot.catalogue.fields["under_review"].holding([state.code])
    return LobbyingList(
        question=question,
        state=state,
        session=session,
        targets=_targets(snapshot, ranked, behind, nearest_by_state(snapshot, found, number, session)),
        on_issue=int((found.counted & known).sum()),
        here=int((found.counted & to_state).sum()),
        here_perhaps=int((found.listed & ~found.counted & to_state).sum()),
        here_anything=int(to_state.sum()),
        sessions=_sessions(snapshot, to_state),
        notes=found.notes,
    )


def evidence_page(
    snapshot: Snapshot, question: LobbyingQuestion, wanted: EvidenceOf, limit: int = 10, offset: int = 0
) -> EvidencePage:
    """The recommendations behind one number of the list, later sessions first.

    Raises:
        UnknownState, UnknownFilter: the index has no such State or label.
        UnknownRecord: the index has no recommendation under one of the ids.
        EncoderError, VectorSpaceMismatch: the encoder of the index cannot be used on this machine.
    """
    state = named_state(snapshot.states, question.state)
    other = named_state(snapshot.states, wanted.recommending) if wanted.recommending else None
    found = entries_on_issue(snapshot, question, state.code)
    codes = snapshot.sponsorships.codes
    behind = requests_behind(snapshot, found, codes.index(state.code), _session(snapshot, question))
    chosen = behind.of_state(wanted.evidence, codes.index(other.code)) if other else behind.indices[wanted.evidence]
    entries = np.unique(snapshot.sponsorships.entries[chosen])
    entries = entries[np.argsort(snapshot.catalogue.tie_order[entries])]
    shown = entries[max(0, offset) :][: max(0, limit)].tolist()
    return EvidencePage(wanted.evidence, state, other, len(entries), tuple(recommendations(snapshot.connection, shown)))


def _session(snapshot: Snapshot, question: LobbyingQuestion) -> int:
    """The session that is ranked for: by default the one after the last that is indexed."""
    return question.before_session or int(snapshot.sponsorships.requests.session.max(initial=0)) + 1


def _before(snapshot: Snapshot, session: int) -> Mask:
    """The entries of the sessions before one."""
    field = snapshot.catalogue.fields["session"]
    return field.holding([value for value in field.values if int(value) < session])


def _sessions(snapshot: Snapshot, entries: Mask) -> tuple[int, ...]:
    """The sessions that some entries are of, ascending."""
    field = snapshot.catalogue.fields["session"]
    return tuple(sorted(int(value) for value in field.values if (field.holding([value]) & entries).any()))


def _targets(
    snapshot: Snapshot, ranked: RankedTargets, behind: RequestsBehind, nearest: dict[int, Nearest]
) -> tuple[LobbyingTarget, ...]:
    """Every State of which something was found, who is likely to speak first; equals by code."""
    counts = {evidence: behind.counted(evidence) for evidence in Evidence}
    on_issue, everything = (len(behind.indices[evidence]) for evidence in (Evidence.ON_ISSUE, Evidence.ALL))
    states = [snapshot.states[code] for code in snapshot.sponsorships.codes]
    candidates = [number for number in np.argsort(-ranked.promise, kind="stable").tolist() if number in nearest]
    return tuple(
        LobbyingTarget(
            state=states[number],
            rank=rank,
            nearest=nearest[number],
            promise=round(float(ranked.promise[number]), 3),
            reasons={
                name: Reason(round(float(numbers[number]), 4), round(float(ranked.points[name][number]), 3))
                for name, numbers in ranked.numbers.items()
            },
            counts={evidence: counted[number] for evidence, counted in counts.items()},
            share=counts[Evidence.ON_ISSUE][number] / counts[Evidence.ALL][number],
            average_share=on_issue / everything,
        )
        for rank, number in enumerate(candidates, 1)
    )
