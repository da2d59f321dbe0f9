"""How much of each cycle an index holds, and what lists over many States leave out for it: on pages, in files alike."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from models.messages.message import Message, Row, counted
from models.reviews.sessions import cycle_of_session, is_planned
from models.texts.ranges import ranges
from search.claims.coverage import not_indexed_of
from search.datamodel.coverage import StateCoverage
from search.datamodel.question import Filters
from search.datamodel.states import ReviewedState


@dataclass(frozen=True, slots=True)
class CycleCoverage:
    """One cycle."""

    cycle: int
    states: int
    """How many States were reviewed in it to this day, or by the order of the cycle should have been."""
    indexed: int
    """Of how many of them recommendations of it are indexed."""
    sessions: tuple[int, ...]
    """The sessions of those."""

    @property
    def session_ranges(self) -> tuple[str, ...]:
        """The sessions with runs drawn together: 1, 2, 3, 7 is "1-3", "7"."""
        return ranges(self.sessions)


def cycles_covered(
    states: Iterable[ReviewedState], today: date, groups: Collection[str] = ()
) -> tuple[CycleCoverage, ...]:
    """Each cycle that has begun, ascending; with regional groups, of their States alone."""
    held: set[tuple[int, str]] = set()
    indexed: set[tuple[int, str, int]] = set()
    for known in states:
        if groups and known.state.regional_group not in groups:
            continue
        held |= {(cycle_of_session(session), known.state.code) for session in known.history(today).sessions}
        indexed |= {(cycle_of_session(session), known.state.code, session) for session in known.sessions}
    return tuple(
        CycleCoverage(
            cycle,
            sum(of == cycle for of, _ in held),
            len({state for of, state, _ in indexed if of == cycle}),
            tuple(sorted({session for of, _, session in indexed if of == cycle})),
        )
        for cycle in sorted({of for of, _ in held})
    )


def cycles_of(filters: Filters) -> set[int]:
    """The cycles that a list is narrowed to, by themselves or by their sessions; a number may be of no session."""
    sessions = (int(session) for session in filters.session)
    return {*map(int, filters.cycle), *(cycle_of_session(session) for session in sessions if is_planned(session))}


def left_out(cycles: Iterable[CycleCoverage], wanted: Collection[int] = ()) -> Message | None:
    """How much of each cycle, or of those wanted, a list over many States rests on; None where nothing is left out."""
    in_part = [cycle for cycle in cycles if cycle.indexed < cycle.states and (not wanted or cycle.cycle in wanted)]
    if not in_part:
        return None
    return Message("Not all is indexed: %(cycles)s.", cycles=Row(tuple(map(_cycle, in_part)), "; "))


def left_out_of_list(
    asked: Sequence[StateCoverage], cycles: Iterable[CycleCoverage], filters: Filters
) -> tuple[str, ...]:
    """Sentences in English on what a list leaves out; none where all is indexed.

    Args:
        asked: the coverage of the States that the list is on, or that it begins with.
        cycles: how much of each cycle is indexed.
        filters: what the list is narrowed to.
    """
    of_all = None if filters.under_review else left_out(cycles, cycles_of(filters))
    of_states = (words for each in asked for words in not_indexed_of(each))
    return tuple(map(str, (*of_states, *filter(None, [of_all]))))


def _cycle(cycle: CycleCoverage) -> Message:
    if not cycle.indexed:
        return Message("of cycle %(cycle)s nothing (%(all)s States)", cycle=str(cycle.cycle), all=cycle.states)
    return counted(
        "cycle %(cycle)s: %(indexed)s of %(all)s States, session %(sessions)s",
        "cycle %(cycle)s: %(indexed)s of %(all)s States, sessions %(sessions)s",
        len(cycle.sessions),
        cycle=str(cycle.cycle),
        indexed=cycle.indexed,
        all=cycle.states,
        sessions=Row(cycle.session_ranges, ", "),
    )
