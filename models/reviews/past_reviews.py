"""Which reviews of a State took place, and which of them an index lacks.

reviewed_states.csv names the States of each session to the end of the table. The Council keeps the order of the first
cycle in all later ones (decision 17/119 of 2011), a few States moved by a session or more: Israel in 2013, the Sudan
in 2022, Ukraine in the fourth cycle, which was to come in session 42 and is left out. The lists follow what the Office
of the High Commissioner announced before each session or reported after it, checked against UPR Info's table for
sessions 1 to 20.
"""

import csv
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from models.reviews.next_review import reviews_after


@dataclass(frozen=True, slots=True)
class MissingReviews:
    """Reviews of a State that an index lacks, by their sessions, ascending."""

    held: tuple[int, ...]
    """Those that took place."""
    expected: tuple[int, ...]
    """Those that, by the calendar, took place after the last session of the table."""


def missing_reviews(state: str, indexed: Collection[int], today: date) -> MissingReviews:
    """The reviews of a State (by code) in other sessions than those indexed; none of a State that is not reviewed."""
    held = sessions_of(state)
    if not held:
        return MissingReviews((), ())
    later = [session for (session, *_) in reviews_after(max(*held, *indexed), today)[:-1]]
    return MissingReviews(
        held=tuple(session for session in held if session not in indexed),
        expected=tuple(session for session in later if session > last_session_of_the_table()),
    )


def sessions_of(state: str) -> tuple[int, ...]:
    """The sessions in which a State (by code) was reviewed, ascending, to the end of the table."""
    return tuple(session for session, states in _reviewed_states().items() if state in states)


def last_session_of_the_table() -> int:
    """Of later sessions the table does not say whom they reviewed."""
    return max(_reviewed_states())


@cache
def _reviewed_states() -> dict[int, frozenset[str]]:
    """Codes of the States reviewed in each session, from the first on."""
    text = resources.files("models.reviews").joinpath("reviewed_states.csv").read_text(encoding="utf-8")
    return {int(row["session"]): frozenset(row["states"].split()) for row in csv.DictReader(text.splitlines())}
