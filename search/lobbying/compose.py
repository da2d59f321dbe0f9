"""From recorded requests and an issue to the lobbying list, and to the recommendations behind each of its numbers."""

from collections import Counter, defaultdict

import numpy as np

from models.messages import Message
from models.records.records import Recommendation
from models.reviews.states import State, StateKind
from search.catalogue.fields import Mask
from search.catalogue.recommendations import recommendations
from search.catalogue.states import named_state
from search.datamodel.lobbying import (
    Evidence,
    EvidenceOf,
    EvidencePage,
    LobbyingList,
    LobbyingQuestion,
    LobbyingTarget,
    Reason,
    View,
    view_of,
)
from search.lobbying.evidence import RequestsBehind, requests_behind
from search.lobbying.issue import OnIssue, entries_on_issue
from search.lobbying.rank import RankedTargets, rank_targets
from search.rank.ranking import Ranking
from search.snapshot.snapshot import Snapshot

WORDINGS_SHOWN = 5
WORDINGS_READ = 20
"""So many are read to find some to different States."""


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
    on_issue = found.entries & known
    return LobbyingList(
        question=question,
        state=state,
        session=session,
        targets=_targets(snapshot, ranked, behind, number),
        on_issue=int(on_issue.sum()),
        here=int((on_issue & to_state).sum()),
        here_perhaps=int((found.perhaps & to_state).sum()),
        here_labelled=0 if found.searched is None else int((found.perhaps & ~found.searched & to_state).sum()),
        here_anything=int(to_state.sum()),
        sessions=_sessions(snapshot, to_state),
        wording=_wording(snapshot, on_issue & ~to_state, found),
        notes=(*found.notes, *filter(None, [_beside_search(found, to_state, state)])),
        is_certain=found.is_certain,
    )


def evidence_page(
    snapshot: Snapshot, question: LobbyingQuestion, wanted: EvidenceOf, limit: int, offset: int
) -> EvidencePage:
    """The recommendations behind one number of the list, later sessions first."""
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


def _beside_search(found: OnIssue, to_state: Mask, state: State) -> Message | None:
    """Why a search with the same words lists another number to the State than is counted here; None if it does not."""
    if found.searched is None:
        return None
    searched, counted = int((found.searched & to_state).sum()), int((found.entries & to_state).sum())
    if searched == counted:
        return None
    return Message(
        "A search with the same words lists more recommendations to %(state)s: %(searched)s, of which %(counted)s are "
        "surely or probably on the issue and counted here; the others may be on it and are kept apart.",
        state=state.in_message,
        searched=searched,
        counted=counted,
    )


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
    snapshot: Snapshot, ranked: RankedTargets, behind: RequestsBehind, state: int
) -> tuple[LobbyingTarget, ...]:
    """Every State that may be lobbied, the most promising first; those of one promise by code."""
    states = [snapshot.states[code] for code in snapshot.sponsorships.codes]
    maker = _TargetMaker(states, ranked, behind)
    order = np.argsort(-ranked.promise, kind="stable").tolist()
    candidates = [number for number in order if number != state and maker.is_candidate(number)]
    places: Counter[View] = Counter()
    targets = []
    for rank, candidate in enumerate(candidates, 1):
        view = maker.view(candidate)
        places[view] += 1
        targets.append(maker.target(candidate, rank, places[view]))
    return tuple(targets)


class _TargetMaker:
    """Makes targets of State numbers."""

    def __init__(self, states: list[State], ranked: RankedTargets, behind: RequestsBehind) -> None:
        self._states = states
        self._promise: list[float] = ranked.promise.round(3).tolist()
        self._reasons = {
            name: list(map(Reason, ranked.numbers[name].round(4).tolist(), points.round(3).tolist()))
            for name, points in ranked.points.items()
        }
        self._counts = {evidence: behind.counted(evidence) for evidence in Evidence}
        requests = behind.requests
        here = requests.only(behind.indices[Evidence.HERE])
        self._sessions_here: dict[int, set[int]] = defaultdict(set)
        for number, session in zip(here.recommending.tolist(), here.session.tolist(), strict=True):
            self._sessions_here[number].add(session)
        self._with_category: list[float] = requests.only(behind.with_category).made().tolist()
        self._states_asked: list[int] = requests.only(behind.indices[Evidence.OTHERS]).states_asked().tolist()
        everything = len(behind.indices[Evidence.ALL])
        self._average_share = len(behind.indices[Evidence.ON_ISSUE]) / everything if everything else 0.0
        self._last_sessions: list[int] = requests.last_sessions(behind.session).tolist()

    def is_candidate(self, number: int) -> bool:
        """Members and observers that ever spoke; other entities are no States."""
        return self._states[number].kind is not StateKind.OTHER and self._counts[Evidence.ALL][number] > 0

    def view(self, number: int) -> View:
        return view_of(self._counts_of(number))

    def target(self, number: int, rank: int, place: int) -> LobbyingTarget:
        return LobbyingTarget(
            state=self._states[number],
            rank=rank,
            place=place,
            promise=self._promise[number],
            reasons={name: reasons[number] for name, reasons in self._reasons.items()},
            counts=self._counts_of(number),
            with_category=int(self._with_category[number]),
            sessions_here=tuple(sorted(self._sessions_here.get(number, ()))),
            states_asked=self._states_asked[number],
            last_session=self._last_sessions[number],
            average_share=self._average_share,
        )

    def _counts_of(self, number: int) -> dict[Evidence, int]:
        return {evidence: counted[number] for evidence, counted in self._counts.items()}


def _wording(snapshot: Snapshot, entries: Mask, found: OnIssue) -> tuple[Recommendation, ...]:
    """Model wording: supported, those for a specific action first, then the nearest; one a State, no text twice."""
    supported, specific = entries & snapshot.sponsorships.supported, snapshot.sponsorships.specific
    ranking = Ranking(found.relevance, snapshot.catalogue.tie_order)
    numbers = ranking.page((supported & specific, supported & ~specific), WORDINGS_READ, 0)
    chosen: list[Recommendation] = []
    for record in recommendations(snapshot.connection, numbers):
        is_new_state = record.state_under_review not in {model.state_under_review for model in chosen}
        if is_new_state and record.text not in {model.text for model in chosen}:
            chosen.append(record)
    return tuple(chosen[:WORDINGS_SHOWN])
