"""Positions by review and by regional group: which occur, what leads to them, and as parts of a bar."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from models.records.enums import Position
from search import Counted, IssueReview, Role, StateReview, Tally
from web.site.language import gettext, translated
from web.site.served_index import known_states


@dataclass(frozen=True, slots=True)
class Band:
    """One part of a bar; its place and length in percent of the bar."""

    kind: Position
    """Its pattern is named for it."""
    left: float
    width: float


BrowseFilters = Mapping[str, Any]
"""Filters in the address of a page of recommendations."""


def group_filters(tally: Tally, role: Role, code: str, group: str) -> BrowseFilters | None:
    """What leads to the recommendations of a tally with States of a regional group; None where nothing does.

    No filter is for the group of those who recommend: its States are named.
    """
    if role == "recommending":
        return {role: code, "group": group} if group else None
    groups = {known.state.code: known.state.regional_group or "" for known in known_states().values()}
    return {role: code, "recommending": [each.value for each in tally.counterparts if groups.get(each.value) == group]}


def occurring(rows: Iterable[StateReview | IssueReview | Counted]) -> list[Position]:
    """The positions that any recommendation of these rows has, in their order: a table shows no others."""
    counted = [row.positions for row in rows]
    return [position for position in Position if any(positions.get(position) for positions in counted)]


def group_name(group: str) -> str:
    """The name of a regional group, "" being none of them."""
    return translated(group) or gettext("In no regional group")


def position_bands(positions: Mapping[Position, int]) -> tuple[Band, ...]:
    """The parts of a bar of one length for all; what does not occur has none."""
    total, left, bands = sum(positions.values()), 0.0, []
    for position in Position:
        if count := positions.get(position, 0):
            width = 100 * count / total
            bands.append(Band(position, round(left, 2), round(width, 2)))
            left += width
    return tuple(bands)
