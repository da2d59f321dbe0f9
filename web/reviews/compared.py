"""Two reviews of a State side by side: counts with their change, and what is like each recommendation of the later."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.messages.message import Message
from models.records.enums import Position
from models.records.records import Recommendation
from search import Counted, Tally, ThreadSummary, by_change
from search.catalogue.tally import tally
from search.snapshot.describe import state_reviews
from search.threads.summary import summarise_threads
from web.site.served_index import served_index


@dataclass(frozen=True, slots=True)
class Compared:
    """One row: a number of the earlier review and the same of the later one."""

    value: str
    label: str
    earlier: int
    later: int


@dataclass(frozen=True, slots=True)
class ReviewsCompared:
    """What the page of the later review shows of both; of each pair the earlier comes first."""

    sessions: tuple[int, int]
    totals: tuple[int, int]
    positions: tuple[Mapping[Position, int], Mapping[Position, int]]
    labels: Sequence[Compared]
    counterparts: Sequence[Compared]
    threads: ThreadSummary | None
    """None where the two cannot be compared by their texts."""
    changes: Mapping[Message, tuple[tuple[Recommendation, Recommendation], ...]]
    """What asks the same in both, by what happened to the position."""

    @property
    def are_answered(self) -> bool:
        """Whether answers to both are indexed; else by how many more were supported is not known."""
        return all(counts[Position.SUPPORTED] or counts[Position.NOTED] for counts in self.positions)


def earlier_sessions(code: str, session: int) -> list[int]:
    """The sessions of a State's earlier reviews of which recommendations are indexed; none where of this none are."""
    indexed = _sessions(code)
    return [each for each in indexed if each < session] if session in indexed else []


def two_sessions(args: Mapping[str, str], code: str) -> tuple[int, int] | None:
    """The sessions of the two reviews that an address names, the earlier first.

    The last two where it names none, or what is not indexed; None where there are no two.
    """
    sessions = _sessions(code)
    if len(sessions) < 2:
        return None
    named = {session for session in sessions if str(session) in (args.get("earlier"), args.get("later"))}
    if len(named) < 2:
        return sessions[-2], sessions[-1]
    return min(named), max(named)


def reviews_compared(code: str, earlier: Sequence[int], later: int, wanted: str | None = None) -> ReviewsCompared:
    """A review beside the one wanted of the earlier ones, or beside the last of them."""
    before = next((session for session in earlier if str(session) == wanted), earlier[-1])
    snapshot = served_index().snapshot
    then, now = (tally(snapshot.catalogue, code, "under_review", session) for session in (before, later))
    threads = summarise_threads(snapshot, code, (before, later))
    return ReviewsCompared(
        sessions=(before, later),
        totals=(then.total, now.total),
        positions=(_positions(then), _positions(now)),
        labels=_compared(then.labels, now.labels),
        counterparts=_compared(then.counterparts, now.counterparts),
        threads=threads,
        changes=by_change(threads.same) if threads else {},
    )


def _sessions(code: str) -> list[int]:
    reviews = state_reviews(served_index().snapshot.connection, code)
    return [review.session for review in reviews if review.recommendations]


def _compared(earlier: Iterable[Counted], later: Iterable[Counted]) -> list[Compared]:
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


def _positions(tally: Tally) -> Mapping[Position, int]:
    return {position: sum(cycle.positions[position] for cycle in tally.cycles) for position in Position}
