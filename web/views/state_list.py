"""The list of States: what its address asks for, and its lines in that order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from models.reviews.calendar import CalendarEvent, next_review_of
from search import ReviewedState
from web.site.language import lazy_gettext
from web.site.served_index import place_in_order
from web.views.position_bars import Band, position_bars

BY_NAME = "name"
LAST = 1_000
"""A session after all others."""
SORTS: Mapping[str, str] = {
    BY_NAME: lazy_gettext("Name"),
    "recommendations": lazy_gettext("Most recommendations received"),
    "next": lazy_gettext("Next review"),
}


@dataclass(frozen=True, slots=True)
class StateListed:
    """One State of the list."""

    known: ReviewedState
    next_review: CalendarEvent | None
    """None where no review of it is known."""
    bands: tuple[Band, ...]
    """Its recommendations by position, as parts of a bar of one length for all."""
    later: tuple[int, ...] = ()
    """Sessions of its reviews after the latest that is indexed."""

    @property
    def next_session(self) -> int | None:
        """The session of its next review, None where that cannot be told."""
        return self.next_review.session if self.next_review else None

    @property
    def letter(self) -> str:
        """What its name begins with, in capitals and without accents."""
        return place_in_order(self.known.state)[0].upper()


@dataclass(frozen=True, slots=True)
class StateList:
    """How the list is asked for: nothing in it is free text, so that it may stand in an address."""

    group: str = ""
    """A regional group; "" for all."""
    sort: str = BY_NAME

    @classmethod
    def from_args(cls, args: Mapping[str, str], groups: Iterable[str]) -> "StateList":
        """What an address asks for; of anything that is not known, the default."""
        group, sort = args.get("group", ""), args.get("sort", "")
        return cls(group if group in set(groups) else "", sort if sort in SORTS else BY_NAME)

    def sections(self, states: Sequence[ReviewedState], today: date) -> list[tuple[str, list[StateListed]]]:
        """The States asked for in their order, by letter; in one section without a letter if not sorted by name."""
        in_group = [known for known in states if self.group in ("", known.state.regional_group)]
        listed = [_listed(known, today) for known in sorted(in_group, key=lambda known: place_in_order(known.state))]
        if self.sort == BY_NAME:
            return [(letter, list(of_letter)) for letter, of_letter in groupby(listed, lambda each: each.letter)]
        if self.sort == "recommendations":
            listed.sort(key=lambda each: -each.known.recommendations)
        else:
            listed.sort(key=lambda each: each.next_session or LAST)
        return [("", listed)] if listed else []


def groups_of(states: Iterable[ReviewedState]) -> list[str]:
    """The regional groups that States are in, in the order of the alphabet."""
    return sorted({known.state.regional_group for known in states if known.state.regional_group})


def _listed(known: ReviewedState, today: date) -> StateListed:
    history = known.history(today)
    (bar,) = position_bars([("", known.positions)])
    later = tuple(session for session in history.sessions if session > max(known.sessions, default=LAST))
    return StateListed(known, next_review_of(history), bar.bands, later)
