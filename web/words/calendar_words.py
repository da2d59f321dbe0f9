"""When the dates of follow-up are, in words."""

from models.reviews.calendar import CalendarEvent, HowKnown
from web.site.language import days_between, gettext, months_between


def event_when(event: CalendarEvent) -> str:
    """Days where they are published, months where they are estimated."""
    if event.first_day is None or event.last_day is None:
        return ""
    if event.how_known is HowKnown.PUBLISHED:
        return days_between(event.first_day, event.last_day)
    return gettext("about %(months)s", months=months_between(event.first_day, event.last_day))
