"""The list of States: what its address asks for, and its lines in that order."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from flask import url_for

from models.reviews.calendar import CalendarEvent, next_review_of
from search import ReviewedState
from web.results.search_form import page_number
from web.site.served_index import place_in_order
from web.states.position_bars import Band, position_bands

BY_NAME = "name"
LAST = 1_000
"""A session after all others."""
BY_NEXT_REVIEW = "next"
SORTS = (BY_NAME, BY_NEXT_REVIEW)
ROWS = 55
"""States on a page: a regional group, which a telephone shows in two lines each."""


@dataclass(frozen=True, slots=True)
class StateListed:
    """One State of the list."""

    known: ReviewedState
    next_review: CalendarEvent | None
    """None where no review of it is known."""
    bands: tuple[Band, ...]
    """Its recommendations by position, as parts of a bar of one length for all."""
    missing: tuple[int, ...] = ()
    """Sessions of its reviews of which no recommendation is indexed."""

    @property
    def next_session(self) -> int | None:
        """The session of its next review, None where that cannot be told."""
        return self.next_review.session if self.next_review else None


@dataclass(frozen=True, slots=True)
class StateList:
    """How the list is asked for: nothing in it is free text, so that it may stand in an address."""

    group: str = ""
    """A regional group; "" for all."""
    sort: str = BY_NAME
    page: int = 1
    """From 1, of ROWS States each."""

    @classmethod
    def from_args(cls, args: Mapping[str, str], groups: Iterable[str]) -> "StateList":
        """What an address asks for; of anything that is not known, the default."""
        group, sort, page = args.get("group", ""), args.get("sort", ""), page_number(args.get("page", ""))
        return cls(group if group in set(groups) else "", sort if sort in SORTS else BY_NAME, page)

    def address(self, **changes: Any) -> str:
        """The address of the list shown otherwise: another `group` or `sort` from its first page, or another `page`."""
        changed = replace(self, **{"page": 1, **changes})
        asked = {each.name: getattr(changed, each.name) for each in fields(changed)}
        return url_for(
            "states.all_states", **{name: value for name, value in asked.items() if value not in ("", 1, BY_NAME)}
        )

    def listed(self, states: Iterable[ReviewedState], today: date) -> list[StateListed]:
        """All States asked for, on whatever page, in their order."""
        in_group = [known for known in states if self.group in ("", known.state.regional_group)]
        listed = [_listed(known, today) for known in sorted(in_group, key=lambda known: place_in_order(known.state))]
        if self.sort == BY_NEXT_REVIEW:
            listed.sort(key=lambda each: each.next_session or LAST)
        return listed


def groups_of(states: Iterable[ReviewedState]) -> dict[str, int]:
    """How many States are in each regional group, in the order of the alphabet."""
    counts = Counter(known.state.regional_group for known in states if known.state.regional_group)
    return dict(sorted(counts.items()))


def _listed(known: ReviewedState, today: date) -> StateListed:
    history = known.history(today)
    missing = tuple(session for session in history.sessions if session not in known.sessions)
    return StateListed(known, next_review_of(history), position_bands(known.positions), missing)
