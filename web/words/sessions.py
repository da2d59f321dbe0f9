"""Sessions of the Working Group in words: never a number alone, for readers know years."""

import search
from models.reviews.next_review import estimated_year
from models.reviews.sessions import cycle_of_session, find_session
from web.site.language import gettext, months_between, translated


def month_and_session(session: int) -> str:
    """When a session was ("Oct – Nov 2014 (session 20)"), or about the year where no date is known yet."""
    known = find_session(session)
    if known is None:
        return year_and_session(session)
    return gettext(
        "%(month)s (session %(session)s)", month=months_between(known.first_day, known.last_day), session=str(session)
    )


def year(session: int) -> str:
    """The year of a session ("2014"), as near as it is known."""
    return str(estimated_year(session))


def year_and_session(session: int) -> str:
    """A session behind its year ("2014 (session 20)")."""
    return translated(search.year_and_session(session))


def review_in_words(session: int) -> str:
    """Which review it is ("2014 (session 20), cycle 2")."""
    return gettext(
        "%(session)s, cycle %(cycle)s", session=year_and_session(session), cycle=str(cycle_of_session(session))
    )
