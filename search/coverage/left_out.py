"""What a list leaves out because it is not indexed: decided here for pages, files, commands and the API."""

from collections.abc import Collection, Iterable, Sequence

from models.reviews.sessions import cycle_of_session, is_planned
from search.coverage.cycles import CycleCoverage
from search.coverage.words import superseded, what_is_missing
from search.datamodel.coverage import StateCoverage
from search.datamodel.question import Filters


def cycles_of(filters: Filters) -> set[int]:
    """The cycles that a list is narrowed to, by themselves or by their sessions; a number may be of no session."""
    sessions = (int(session) for session in filters.session)
    return {*map(int, filters.cycle), *(cycle_of_session(session) for session in sessions if is_planned(session))}


def cycles_in_part(cycles: Iterable[CycleCoverage], wanted: Collection[int] = ()) -> tuple[CycleCoverage, ...]:
    """The cycles, or those of them wanted, of which not all States are indexed."""
    return tuple(cycle for cycle in cycles if cycle.indexed < cycle.states and (not wanted or cycle.cycle in wanted))


def left_out_of_list(
    asked: Sequence[StateCoverage], cycles: Iterable[CycleCoverage], filters: Filters
) -> tuple[str, ...]:
    """Sentences in English on what a list leaves out; none where all is indexed.

    Args:
        asked: the coverage of the States that the list is on, or that it begins with.
        cycles: how much of each cycle is indexed.
        filters: what the list is narrowed to.
    """
    of_states = tuple(str(words) for each in asked for words in (superseded(each), *what_is_missing(each)) if words)
    in_part = () if filters.under_review else cycles_in_part(cycles, cycles_of(filters))
    return (*of_states, f"Not all is indexed: {'; '.join(map(_cycle, in_part))}.") if in_part else of_states


def _cycle(cycle: CycleCoverage) -> str:
    if not cycle.indexed:
        return f"of cycle {cycle.cycle} nothing ({cycle.states} States)"
    sessions = "session" if len(cycle.sessions) == 1 else "sessions"
    return (
        f"cycle {cycle.cycle}: {cycle.indexed} of {cycle.states} States, {sessions} {', '.join(cycle.session_ranges)}"
    )
