"""When a State's next review comes, estimated from the calendar: States keep their place from cycle to cycle.

The first cycle had 12 sessions with 16 States each, the later ones have 14 sessions with 14 States. So from the second
cycle on a State comes again 14 sessions later; after the first, the place of a State within its session is not known,
which leaves one or two sessions. Some States were moved by a session or two.
"""

from models.sessions import cycle_of_session

FIRST_CYCLE_SESSIONS = 12
FIRST_CYCLE_STATES = 16
LATER_CYCLE_SESSIONS = LATER_CYCLE_STATES = 14


def next_review_sessions(session: int) -> tuple[int, ...]:
    """The sessions in which the review after that of `session` may come, ascending.

    Raises:
        ValueError: no session of that number is planned.
    """
    if cycle_of_session(session) > 1:
        return (session + LATER_CYCLE_SESSIONS,)
    places = ((session - 1) * FIRST_CYCLE_STATES, session * FIRST_CYCLE_STATES - 1)
    first, last = (FIRST_CYCLE_SESSIONS + 1 + place // LATER_CYCLE_STATES for place in places)
    return tuple(range(first, last + 1))
