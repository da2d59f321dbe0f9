"""When a State's next reviews come, estimated from the calendar: States keep their place from cycle to cycle.

The first cycle had 12 sessions with 16 States each, the later ones have 14 sessions with 14 States. So from the second
cycle on a State comes again 14 sessions later; after the first, the place of a State within its session is not known,
which leaves one or two sessions. Some States were moved by a session or two.
"""

from collections.abc import Iterator
from datetime import date
from math import ceil

from models.reviews.sessions import (
    REVIEWS_A_SESSION,
    SESSIONS,
    SESSIONS_A_YEAR,
    cycle_of_session,
    find_session,
    last_day_of_session,
)

FIRST_CYCLE_SESSIONS = 12
FIRST_CYCLE_STATES = 16
LATER_CYCLE_SESSIONS = 14


def next_review_sessions(session: int) -> tuple[int, ...]:
    """The sessions in which the review after that of `session` may come, ascending.

    Raises:
        ValueError: no session of that number is planned.
    """
    if cycle_of_session(session) > 1:
        return (session + LATER_CYCLE_SESSIONS,)
    places = ((session - 1) * FIRST_CYCLE_STATES, session * FIRST_CYCLE_STATES - 1)
    first, last = (FIRST_CYCLE_SESSIONS + 1 + place // REVIEWS_A_SESSION for place in places)
    return tuple(range(first, last + 1))


def reviews_after(session: int, today: date) -> tuple[tuple[int, ...], ...]:
    """The sessions of each review after that of `session`, up to the first that is not over.

    Raises:
        ValueError: no session of that number is planned.
    """
    return tuple(_reviews_after(session, today))


def _reviews_after(session: int, today: date) -> Iterator[tuple[int, ...]]:
    sessions = next_review_sessions(session)
    while (last_day := last_day_of_session(sessions[-1])) and last_day < today:
        yield sessions
        sessions = tuple(each + LATER_CYCLE_SESSIONS for each in sessions)
    yield sessions


def estimated_days(session: int) -> tuple[date, date]:
    """First and last day of a session; of one after those of the table, as of the last in the same part of the year."""
    known = find_session(session)
    if known:
        return known.first_day, known.last_day
    years = ceil((session - SESSIONS[-1].number) / SESSIONS_A_YEAR)
    like = SESSIONS[session - years * SESSIONS_A_YEAR - 1]
    first_day, last_day = like.first_day, like.last_day
    return first_day.replace(year=first_day.year + years), last_day.replace(year=last_day.year + years)


def estimated_year(session: int) -> int:
    """The year of a session, estimated after those of the table."""
    first_day, _ = estimated_days(session)
    return first_day.year
