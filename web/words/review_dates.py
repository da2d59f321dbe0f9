"""When reviews and the dates of follow-up are, in words.

Of a session of the Working Group never the number alone, for readers know years.
"""

from datetime import date

import search
from models.records.review_facts import AnswerDue
from models.reviews.calendar import CalendarEvent, HowKnown
from models.reviews.next_review import estimated_year
from models.reviews.sessions import cycle_of_session, find_session
from web.site.language import days_between, gettext, months_between, translated


def month_and_session(session: int) -> str:
    """When a session was ("Oct – Nov 2014 (session 20)"), or about the year where no date is known yet."""
    known = find_session(session)
    if known is None:
        return year_and_session(session)
    months = months_between(known.first_day, known.last_day)
    return gettext("%(year)s (session %(session)s)", year=months, session=str(session))


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


def event_when(event: CalendarEvent) -> str:
    """Days where they are published, months where they are estimated."""
    if event.first_day is None or event.last_day is None:
        return ""
    return days_in_words(event.first_day, event.last_day, event.how_known)


def days_in_words(first: date, last: date, how_known: HowKnown) -> str:
    """From one day to another where they are published, else about which months."""
    if how_known is HowKnown.PUBLISHED:
        return days_between(first, last)
    return gettext("about %(months)s", months=months_between(first, last))


def answer_due(due: AnswerDue) -> str:
    """The session until which a State answers, with its days, or the months that the report names."""
    session = gettext("session %(session)s of the Human Rights Council", session=str(due.council_session))
    if due.first_day is None or due.last_day is None:
        return session
    between = months_between if due.is_month else days_between
    return gettext("%(session)s (%(days)s)", session=session, days=between(due.first_day, due.last_day))
