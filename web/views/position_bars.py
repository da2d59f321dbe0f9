"""Bars, made of one band for each position that occurs, or for each thing that reports say; each band leads to what it
counts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import url_for

from models.records.enums import Position
from search import POSITION_IN_SENTENCE, Counted, IssueReview, Role, StateReview, Tally
from web.site.language import gettext, translated
from web.site.served_index import known_states
from web.words.page_words import ACTION_WORDS
from web.words.sessions import year


@dataclass(frozen=True, slots=True)
class Band:
    """One part of a bar; its place and length in percent of the longest bar."""

    kind: str
    """The position, or what reports say: its pattern is named for it."""
    words: str
    """That, in a sentence."""
    count: int
    left: float
    width: float
    address: str = ""
    """Of what it counts; "" where no page shows just that."""

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


Counts = Iterable[tuple[str, str, int, str]]
"""Kind, words, count and address of the bands of a bar, in their order."""
BrowseFilters = Mapping[str, Any]
"""Filters in the address of a page of recommendations."""


def cycle_bars(tally: Tally, **filters: Any) -> tuple[Bar, ...]:
    """How the recommendations of each cycle were answered; `filters` are those of the tally."""
    return position_bars(
        (gettext("Cycle %(cycle)s", cycle=cycle.value), cycle.positions, {**filters, "cycle": cycle.value})
        for cycle in tally.cycles
    )


def regional_bars(tally: Tally, role: Role, code: str) -> tuple[Bar, ...]:
    """The same of each regional group of the other States; the tally is of this State in this role."""
    return position_bars(
        (group_name(group.value), group.positions, group_filters(tally, role, code, group.value))
        for group in tally.regional_groups
    )


def group_filters(tally: Tally, role: Role, code: str, group: str) -> BrowseFilters | None:
    """What leads to the recommendations of a tally with States of a regional group; None where nothing does.

    No filter is for the group of those who recommend: its States are named.
    """
    if role == "recommending":
        return {role: code, "group": group} if group else None
    groups = {known.state.code: known.state.regional_group or "" for known in known_states().values()}
    return {role: code, "recommending": [each.value for each in tally.counterparts if groups.get(each.value) == group]}


def action_bars(tally: Tally, **filters: Any) -> tuple[Bar, ...]:
    """The same of each kind of action, from the least specific to the most."""
    return position_bars(
        (str(ACTION_WORDS.get(kind.value, kind.value)), kind.positions, {**filters, "action_category": kind.value})
        for kind in tally.actions
    )


def review_bars(reviews: Iterable[StateReview | IssueReview], **filters: Any) -> tuple[Bar, ...]:
    """The same of each review of which recommendations are indexed."""
    return position_bars(
        (year(review.session), review.positions, {**filters, "session": review.session})
        for review in reviews
        if review.recommendations
    )


def occurring(rows: Iterable[StateReview | IssueReview | Counted]) -> list[Position]:
    """The positions that any recommendation of these rows has, in their order: a table shows no others."""
    counted = [row.positions for row in rows]
    return [position for position in Position if any(positions.get(position) for positions in counted)]


def group_name(group: str) -> str:
    """The name of a regional group, "" being none of them."""
    return translated(group) or gettext("In no regional group")


def position_bars(rows: Iterable[tuple[str, Mapping[Position, int], BrowseFilters | None]]) -> tuple[Bar, ...]:
    """Bars of positions; the filters of a row lead to what it counts, None where nothing does."""
    return bars_of((label, _by_position(positions, filters)) for label, positions, filters in rows)


def _by_position(positions: Mapping[Position, int], filters: BrowseFilters | None) -> Counts:
    for position in Position:
        address = "" if filters is None else url_for("browse.browse", **{**filters, "position": position.value})
        yield position.value, translated(POSITION_IN_SENTENCE[position]), positions.get(position, 0), address


def bars_of(rows: Iterable[tuple[str, Counts]]) -> tuple[Bar, ...]:
    """Bars whose lengths are in proportion to each other; what does not occur has no band."""
    counted = [(label, [count for count in counts if count[2]]) for label, counts in rows]
    totals = [sum(count for _, _, count, _ in counts) for _, counts in counted]
    unit = 100 / (max(totals, default=0) or 1)
    return tuple(
        Bar(label, total, tuple(_bands(counts, unit))) for (label, counts), total in zip(counted, totals, strict=True)
    )


def _bands(counts: Counts, unit: float) -> Iterable[Band]:
    left = 0.0
    for kind, words, count, address in counts:
        yield Band(kind, words, count, round(left, 2), round(count * unit, 2), address)
        left += count * unit
