"""What a list leaves out because it is not indexed: decided here for pages, files, commands and the API."""

from collections.abc import Collection, Iterable, Sequence

from models.messages import Message, Row, counted
from models.reviews.sessions import cycle_of_session, is_planned
from search.coverage.cycles import CycleCoverage
from search.coverage.words import not_indexed_of
from search.datamodel.coverage import StateCoverage
from search.datamodel.question import Filters


def cycles_of(filters: Filters) -> set[int]:
    """The cycles that a list is narrowed to, by themselves or by their sessions; a number may be of no session."""
    sessions = (int(session) for session in filters.session)
    return {*map(int, filters.cycle), *(cycle_of_session(session) for session in sessions if is_planned(session))}


def cycles_in_part(cycles: Iterable[CycleCoverage], wanted: Collection[int] = ()) -> tuple[CycleCoverage, ...]:
    """The cycles, or those of them wanted, of which not all States are indexed."""
    return tuple(cycle for cycle in cycles if cycle.indexed < cycle.states and (not wanted or cycle.cycle in wanted))


def left_out(cycles: Iterable[CycleCoverage], wanted: Collection[int] = ()) -> Message | None:
    """How much of each cycle, or of those wanted, a list over many States rests on; None where nothing is left out."""
    in_part = cycles_in_part(cycles, wanted)
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
