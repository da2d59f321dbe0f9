"""Working Group sessions and the cycles that follow from them."""

CYCLE_BY_LAST_SESSION = {12: 1, 26: 2, 40: 3, 54: 4}
"""Last Working Group session of each cycle: 2008-2011, 2012-2016, 2017-2022, 2022-2027."""


def cycle_of_session(session: int) -> int:
    """The cycle that a Working Group session belongs to.

    Raises:
        ValueError: no session of that number is planned.
    """
    for last, cycle in CYCLE_BY_LAST_SESSION.items():
        if 1 <= session <= last:
            return cycle
    raise ValueError(f"there is no Working Group session {session}")
