"""A chart of positions as an SVG: one bar for each cycle, made of one band for each position that occurs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.records.enums import Position

BAR_LENGTH = 600
"""Of the longest bar, in units of the drawing."""
ROW_HEIGHT = 40


@dataclass(frozen=True, slots=True)
class Band:
    """One position in a bar."""

    position: Position
    count: int
    left: float
    width: float

    @property
    def has_room(self) -> bool:
        """Whether its number fits in."""
        return self.width >= 12 * len(str(self.count))


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of the chart."""

    label: str
    top: int
    bands: tuple[Band, ...]


def position_bars(rows: Iterable[tuple[str, Mapping[Position, int]]]) -> tuple[Bar, ...]:
    """Bars whose lengths are in proportion to each other; positions that do not occur have no band."""
    counted = list(rows)
    longest = max((sum(positions.values()) for _, positions in counted), default=0) or 1
    return tuple(
        Bar(label, number * ROW_HEIGHT, _bands(positions, BAR_LENGTH / longest))
        for number, (label, positions) in enumerate(counted)
    )


def _bands(positions: Mapping[Position, int], unit: float) -> tuple[Band, ...]:
    bands, left = [], 0.0
    for position in Position:
        count = positions.get(position, 0)
        if count:
            bands.append(Band(position, count, round(left, 2), round(count * unit, 2)))
        left += count * unit
    return tuple(bands)
