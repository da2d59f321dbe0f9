"""Sessions of the Working Group on the Universal Periodic Review, when they met, and the cycles they belong to."""

from dataclasses import dataclass
from datetime import date

CYCLE_BY_LAST_SESSION = {12: 1, 26: 2, 40: 3, 54: 4}
"""Last Working Group session of each cycle: 2008-2011, 2012-2016, 2017-2022, 2022-2027."""
SESSIONS_A_YEAR = 3
REVIEWS_A_SESSION = 14
"""From the second cycle on; sessions of the first had 16."""
DAYS_A_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Session:
    """One session of the Working Group."""

    number: int
    first_day: date
    last_day: date

    @property
    def cycle(self) -> int:
        """The cycle it belongs to."""
        return cycle_of_session(self.number)


def is_planned(session: int) -> bool:
    """Whether the Working Group has a session of this number."""
    return 1 <= session <= max(CYCLE_BY_LAST_SESSION)


def cycle_of_session(session: int) -> int:
    """The cycle that a Working Group session belongs to.

    Raises:
        ValueError: no session of that number is planned.
    """
    for last, cycle in CYCLE_BY_LAST_SESSION.items():
        if 1 <= session <= last:
            return cycle
    raise ValueError(f"there is no Working Group session {session}")


def find_session(number: int) -> Session | None:
    """A session of the table, None for one that is not in it yet."""
    return next((session for session in SESSIONS if session.number == number), None)


def last_day_of_session(number: int) -> date | None:
    """The last day of a session, None for one that is not in the table yet."""
    session = find_session(number)
    return session.last_day if session else None


def years_to_next_session(session: int) -> float:
    """Years from the first day of a session to that of the next; as planned where the table lacks one of them."""
    this, following = find_session(session), find_session(session + 1)
    if this is None or following is None:
        return 1 / SESSIONS_A_YEAR
    return (following.first_day - this.first_day).days / DAYS_A_YEAR


# Sessions 1-20 as their reports say ("held its first session from 7 to 18 April 2008"), later ones as OHCHR announced
# them: a last day may differ from the report's by a day or two.
SESSIONS = tuple(
    Session(number, date.fromisoformat(first), date.fromisoformat(last))
    for number, first, last in (
        (1, "2008-04-07", "2008-04-18"),
        (2, "2008-05-05", "2008-05-19"),
        (3, "2008-12-01", "2008-12-15"),
        (4, "2009-02-02", "2009-02-13"),
        (5, "2009-05-04", "2009-05-15"),
        (6, "2009-11-30", "2009-12-11"),
        (7, "2010-02-08", "2010-02-19"),
        (8, "2010-05-03", "2010-05-14"),
        (9, "2010-11-01", "2010-11-12"),
        (10, "2011-01-24", "2011-02-04"),
        (11, "2011-05-02", "2011-05-13"),
        (12, "2011-10-03", "2011-10-14"),
        (13, "2012-05-21", "2012-06-04"),
        (14, "2012-10-22", "2012-11-05"),
        (15, "2013-01-21", "2013-02-01"),
        (16, "2013-04-22", "2013-05-03"),
        (17, "2013-10-21", "2013-11-01"),
        (18, "2014-01-27", "2014-02-07"),
        (19, "2014-04-28", "2014-05-09"),
        (20, "2014-10-27", "2014-11-07"),
        (21, "2015-01-19", "2015-01-30"),
        (22, "2015-05-04", "2015-05-15"),
        (23, "2015-11-02", "2015-11-13"),
        (24, "2016-01-18", "2016-01-29"),
        (25, "2016-05-02", "2016-05-13"),
        (26, "2016-10-31", "2016-11-11"),
        (27, "2017-05-01", "2017-05-12"),
        (28, "2017-11-06", "2017-11-17"),
        (29, "2018-01-15", "2018-01-26"),
        (30, "2018-05-07", "2018-05-18"),
        (31, "2018-11-05", "2018-11-16"),
        (32, "2019-01-21", "2019-02-01"),
        (33, "2019-05-06", "2019-05-17"),
        (34, "2019-11-04", "2019-11-15"),
        (35, "2020-01-20", "2020-01-31"),
        (36, "2020-11-02", "2020-11-13"),
        (37, "2021-01-18", "2021-01-29"),
        (38, "2021-05-03", "2021-05-14"),
        (39, "2021-11-01", "2021-11-12"),
        (40, "2022-01-24", "2022-02-04"),
        (41, "2022-11-07", "2022-11-18"),
        (42, "2023-01-23", "2023-02-03"),
        (43, "2023-05-01", "2023-05-12"),
        (44, "2023-11-06", "2023-11-17"),
        (45, "2024-01-22", "2024-02-02"),
        (46, "2024-04-29", "2024-05-10"),
        (47, "2024-11-04", "2024-11-15"),
        (48, "2025-01-20", "2025-01-31"),
        (49, "2025-04-28", "2025-05-09"),
        (50, "2025-11-03", "2025-11-14"),
        (51, "2026-01-19", "2026-01-30"),
        (52, "2026-05-04", "2026-05-15"),
        (53, "2026-11-02", "2026-11-13"),
    )
)
