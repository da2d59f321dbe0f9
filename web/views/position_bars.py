"""Bars of positions: one for each cycle or regional group, made of one band for each position that occurs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.records.enums import Position
from search import Counted, IssueReview, StateIssue, StateReview, Tally
from web.site.language import gettext, translated
from web.words.page_words import ACTION_WORDS
from web.words.sessions import year


@dataclass(frozen=True, slots=True)
class Band:
    """One position in a bar; its place and length in percent of the longest bar."""

    position: Position
    count: int
    left: float
    width: float

    @property
    def has_room(self) -> bool:
        """Whether its number fits in: on a telephone a percent is three pixels, and a figure takes nine."""
        return self.width >= 3 * len(str(self.count)) + 3

    @property
    def middle(self) -> float:
        """Where its number stands."""
        return round(self.left + self.width / 2, 2)


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of the chart."""

    label: str
    total: int
    bands: tuple[Band, ...]


def cycle_bars(tally: Tally) -> tuple[Bar, ...]:
    """How the recommendations of each cycle were answered."""
    return position_bars((gettext("Cycle %(cycle)s", cycle=cycle.value), cycle.positions) for cycle in tally.cycles)


def regional_bars(tally: Tally) -> tuple[Bar, ...]:
    """The same of each regional group."""
    return position_bars((group_name(group.value), group.positions) for group in tally.regional_groups)


def action_bars(tally: Tally) -> tuple[Bar, ...]:
    """The same of each kind of action, from the least specific to the most."""
    return position_bars((str(ACTION_WORDS.get(kind.value, kind.value)), kind.positions) for kind in tally.actions)


def issue_bars(held: StateIssue) -> tuple[Bar, ...]:
    """How the recommendations on an issue were answered, review by review."""
    return position_bars((year(review.session), review.positions) for review in held.reviews if review.recommendations)


def occurring(rows: Iterable[StateReview | IssueReview | Counted]) -> list[Position]:
    """The positions that any recommendation of these rows has, in their order: a table shows no others."""
    counted = [row.positions for row in rows]
    return [position for position in Position if any(positions.get(position) for positions in counted)]


def group_name(group: str) -> str:
    """The name of a regional group, "" being none of them."""
    return translated(group) or gettext("In no regional group")


def position_bars(rows: Iterable[tuple[str, Mapping[Position, int]]]) -> tuple[Bar, ...]:
    """Bars whose lengths are in proportion to each other; positions that do not occur have no band."""
    counted = [(label, sum(positions.values()), positions) for label, positions in rows]
    longest = max((total for _, total, _ in counted), default=0) or 1
    return tuple(Bar(label, total, _bands(positions, 100 / longest)) for label, total, positions in counted)


def _bands(positions: Mapping[Position, int], unit: float) -> tuple[Band, ...]:
    bands, left = [], 0.0
    for position in Position:
        count = positions.get(position, 0)
        if count:
            bands.append(Band(position, count, round(left, 2), round(count * unit, 2)))
        left += count * unit
    return tuple(bands)
