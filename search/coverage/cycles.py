"""How much of each cycle an index holds: what lists over many States leave out."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from models.reviews.sessions import cycle_of_session
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
        """The same with runs drawn together: 1, 2, 3, 7 is "1-3", "7"."""
        begins = [session for session in self.sessions if session - 1 not in self.sessions]
        ends = [session for session in self.sessions if session + 1 not in self.sessions]
        return tuple(
            str(first) if first == last else f"{first}-{last}" for first, last in zip(begins, ends, strict=True)
        )


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
