"""Whom each session of the Working Group reviewed, each row with its source, and which reviews were not held.

reviewed_states.csv names the States of each session. The Council keeps the order of the first cycle in all later ones
(decision 17/119 of 2011), a few States moved by a session or more: Israel in 2013, the Sudan in 2022, Ukraine in the
fourth cycle, which was to come in session 42 and is left out. To session 49 the lists follow what the Office of the
High Commissioner announced before each session or reported after it, checked against UPR Info's table for sessions 1
to 20; later rows name where they were read, and when. A row that is not complete names some of its States alone:
that another is not among them says nothing. reviews_not_held.csv has the reviews in which the State took no part.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from models.files.package_tables import table_rows


@dataclass(frozen=True, slots=True)
class ReviewedStates:
    """The States that one session reviewed."""

    session: int
    states: frozenset[str]
    """Codes."""
    complete: bool
    """Whether these are all."""
    source: str
    """An address, or what it is in words; "": the Office of the High Commissioner's announcements."""


@dataclass(frozen=True, slots=True)
class ReviewNotHeld:
    """A review in which the State took no part."""

    state: str
    """Code."""
    session: int
    moved_to: int
    """The session to which the Council moved it."""
    source: str
    as_of: date


def sessions_of(state: str) -> tuple[int, ...]:
    """The sessions in which a State (by code) was reviewed, ascending, as far as the table says."""
    return tuple(session for session, row in reviewed_states().items() if state in row.states)


def last_complete_session() -> int:
    """Of later sessions the table does not say whom else they reviewed."""
    return max(session for session, row in reviewed_states().items() if row.complete)


def not_held(state: str, session: int) -> ReviewNotHeld | None:
    """What is known of a review of a State (by code) that was due in a session, and in which it took no part."""
    return next((each for each in _not_held() if (each.state, each.session) == (state, session)), None)


@cache
def reviewed_states() -> dict[int, ReviewedStates]:
    """The rows of the table by session, ascending."""
    return {
        int(row["session"]): ReviewedStates(
            int(row["session"]), frozenset(row["states"].split()), row["complete"] == "yes", row["source"]
        )
        for row in table_rows("models.reviews", "reviewed_states.csv")
    }


@cache
def _not_held() -> tuple[ReviewNotHeld, ...]:
    return tuple(
        ReviewNotHeld(
            row["state"], int(row["session"]), int(row["moved_to"]), row["source"], date.fromisoformat(row["as_of"])
        )
        for row in table_rows("models.reviews", "reviews_not_held.csv")
    )
