"""The two tables of a lobbying list as pages show them: sorted, and cut where they are long."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from search import Evidence, LobbyingList, LobbyingTarget, View
from web.site.served_index import place_in_order

ROWS_SHOWN = 20
BY_PROMISE = "promise"

SORTS: dict[str, Callable[[LobbyingTarget], Any]] = {
    BY_PROMISE: lambda target: target.place,
    "name": lambda target: place_in_order(target.state),
    "here": lambda target: (-target.counts[Evidence.HERE], -(target.last_asked_here or 0)),
    "last_here": lambda target: -(target.last_asked_here or 0),
    "others": lambda target: -target.counts[Evidence.OTHERS],
    "care": lambda target: -target.share,
    "specific": lambda target: -target.counts[Evidence.SPECIFIC],
    "supported": lambda target: -target.counts[Evidence.SUPPORTED],
    "last_session": lambda target: -(target.last_session or 0),
}
"""What a table can be sorted by; States that are equal in it stay in the order of their priority."""


@dataclass(frozen=True, slots=True)
class TargetTable:
    """One view of a list."""

    rows: tuple[LobbyingTarget, ...]
    total: int

    @property
    def left_out(self) -> int:
        """How many rows are not shown."""
        return self.total - len(self.rows)


def target_tables(listed: LobbyingList, sort: str, show_all: bool) -> dict[View, TargetTable]:
    """Those that asked the State before, those that may have, and potential supporters."""
    views: tuple[View, ...] = ("asked", "perhaps", "prospect")
    return {view: _table(listed.view(view), sort, show_all) for view in views}


def _table(targets: tuple[LobbyingTarget, ...], sort: str, show_all: bool) -> TargetTable:
    rows = sorted(targets, key=SORTS[sort])
    return TargetTable(tuple(rows if show_all else rows[:ROWS_SHOWN]), len(targets))
