"""Sessions of the Working Group in words: never a number alone, for readers know years."""

from collections.abc import Sequence

from models.reviews.next_review import estimated_year
from models.reviews.sessions import cycle_of_session, find_session
from web.site.language import either, gettext, listed, month


def month_and_session(session: int) -> str:
    """When a session was ("Oct 2014 (session 20)"), or about the year where no date is known yet."""
    known = find_session(session)
    if known is None:
        return _about_the_year(session)
    return gettext("%(month)s (session %(session)s)", month=month(known.first_day), session=str(session))


def year(session: int) -> str:
    """The year of a session ("2014"), as near as it is known."""
    known = find_session(session)
    return str(known.first_day.year if known else estimated_year(session))


def year_and_session(session: int) -> str:
    """The same by the year alone ("2014 (session 20)")."""
    known = find_session(session)
    if known is None:
        return _about_the_year(session)
    return gettext("%(year)s (session %(session)s)", year=str(known.first_day.year), session=str(session))


def review_year(session: int) -> str:
    """The year of a session ("2014"), estimated where no date is known yet."""
    known = find_session(session)
    return str(known.first_day.year if known else estimated_year(session))


def _about_the_year(session: int) -> str:
    return gettext("about %(year)s (session %(session)s)", year=str(estimated_year(session)), session=str(session))


def estimated_sessions(sessions: Sequence[int]) -> str:
    """The sessions for one of which a review is estimated ("Nov 2019 (session 34) or Jan 2020 (session 35)")."""
    return either([month_and_session(session) for session in sessions])


def reviews_between(reviews: Sequence[Sequence[int]]) -> str:
    """The reviews that the calendar knows of and the index does not, each by its estimated sessions."""
    return listed([estimated_sessions(sessions) for sessions in reviews])


def review_in_words(session: int) -> str:
    """Which review it is ("2014 (session 20), cycle 2")."""
    return gettext(
        "%(session)s, cycle %(cycle)s", session=year_and_session(session), cycle=str(cycle_of_session(session))
    )
