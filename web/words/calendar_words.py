"""When the dates of follow-up are, in words."""

from datetime import date

from models.records.review_facts import AnswerDue
from models.reviews.calendar import CalendarEvent, HowKnown
from web.site.language import days_between, gettext, months_between


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
