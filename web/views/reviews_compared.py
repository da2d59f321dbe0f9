"""Two reviews of a State side by side: counts with their change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.records.enums import Position
from search import Counted, Tally


@dataclass(frozen=True, slots=True)
class Compared:
    """One row: a number of the earlier review and the same of the later one."""

    value: str
    label: str
    earlier: int
    later: int

    @property
    def change(self) -> int:
        """By how much the later is more."""
        return self.later - self.earlier


def chosen_reviews(args: Mapping[str, str], sessions: Sequence[int]) -> tuple[int, int] | None:
    """The sessions of the two reviews that an address names, the earlier first.

    The last two where it names none, or what is not indexed; None where there are no two.
    """
    if len(sessions) < 2:
        return None
    named = {session for session in sessions if str(session) in (args.get("earlier"), args.get("later"))}
    if len(named) < 2:
        return sessions[-2], sessions[-1]
    return min(named), max(named)


def compared(earlier: Iterable[Counted], later: Iterable[Counted]) -> list[Compared]:
    """The values of a field that either review has, by their number in the later one, then in the earlier one."""
    before, now = ({each.value: each for each in counted} for counted in (earlier, later))
    rows = [
        Compared(
            value,
            (now.get(value) or before[value]).label,
            before[value].total if value in before else 0,
            now[value].total if value in now else 0,
        )
        for value in before | now
    ]
    return sorted(rows, key=lambda row: (-row.later, -row.earlier, row.label))


def positions_of(tally: Tally) -> Mapping[Position, int]:
    """The recommendations of a tally by position."""
    return {position: sum(cycle.positions[position] for cycle in tally.cycles) for position in Position}
