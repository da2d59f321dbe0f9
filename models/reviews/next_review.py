"""When a State's next review comes, estimated from the order of the cycle: States keep their place in it.

The first cycle had 12 sessions with 16 States each, the later ones have 14 sessions with 14 States. So from the second
cycle on a State comes again 14 sessions later; after the first, the place of a State within its session is not known,
which leaves one or two sessions. Some States were moved by a session or two.

There are three sessions a year, but none between the last of a cycle and the first of the next: from session 12 to 13,
26 to 27 and 40 to 41 the slot between them stayed free, so that a cycle takes five years.
"""

from datetime import date
from math import ceil

from models.reviews.sessions import (
    REVIEWS_A_SESSION,
    SESSIONS,
    SESSIONS_A_YEAR,
    cycle_of_session,
    find_session,
)

FIRST_CYCLE_SESSIONS = 12
FIRST_CYCLE_STATES = 16
LATER_CYCLE_SESSIONS = 14
LAST_OF_SECOND_CYCLE = FIRST_CYCLE_SESSIONS + LATER_CYCLE_SESSIONS


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


def estimated_days(session: int) -> tuple[date, date]:
    """First and last day of a session; of one after those of the table, as of the last in the same part of the year."""
    known = find_session(session)
    if known:
        return known.first_day, known.last_day
    last = SESSIONS[-1].number
    slots = session - last + sum(last <= end < session for end in _ends_of_cycles(session))
    years = ceil(slots / SESSIONS_A_YEAR)
    like = SESSIONS[slots - years * SESSIONS_A_YEAR - 1]
    return like.first_day.replace(year=like.first_day.year + years), like.last_day.replace(
        year=like.last_day.year + years
    )


def estimated_year(session: int) -> int:
    """The year of a session, estimated after those of the table."""
    first_day, _ = estimated_days(session)
    return first_day.year


def _ends_of_cycles(until: int) -> range:
    """The last sessions of the cycles from the second on; after each, a slot stays free."""
    return range(LAST_OF_SECOND_CYCLE, until + 1, LATER_CYCLE_SESSIONS)
