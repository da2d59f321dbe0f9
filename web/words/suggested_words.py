"""What the program suggests, in the language of who reads it, whatever language the plan was made in.

Suggested actors are kept in English, one after the other, a suggested timetable as a code with its days. What somebody
wrote is shown as written.
"""

import re
from contextlib import suppress
from datetime import date
from functools import cache

from models.messages.message import Message
from models.partners.actors import known_actors
from models.plans.plan import PlanItem
from models.reviews.calendar import CalendarEvent, HowKnown
from web.site.language import gettext, in_each_language, translated
from web.words.review_dates import days_in_words

SEPARATOR = "; "
"""Between actors; some names hold a comma ("parliament, where it must approve treaties")."""
_BEFORE_REVIEW = re.compile(r"before-next-review (published|estimated) (\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)")


def timetable_before(event: CalendarEvent) -> str:
    """What is kept of a timetable up to a review; "" where nothing is known of its days."""
    if event.first_day is None or event.last_day is None:
        return ""
    return f"before-next-review {event.how_known} {event.first_day}/{event.last_day}"


def shown_suggestion(item: PlanItem, name: str) -> str:
    """The actors or the timetable that a column suggests, in the language of the page; "" for what is no such
    suggestion."""
    return suggestion_as_read(name, getattr(item, name)) if name in item.suggested else ""


def suggestion_as_read(name: str, kept: object) -> str:
    """What is kept in a column, in the language of the page; "" for what the program suggests in none (now)."""
    if not isinstance(kept, str):
        return ""
    if name == "actors":
        actors = [_in_english().get(actor) for actor in kept.split(SEPARATOR)]
        return "" if None in actors else gettext("; ").join(translated(actor) for actor in actors if actor)
    return _timetable(kept) if name == "timetable" else ""


def left_as_shown(item: PlanItem, name: str, value: object) -> bool:
    """Whether a form or file gives a suggestion back as it was shown there, in whatever language."""
    if not shown_suggestion(item, name):
        return False
    return any(value == shown for shown in in_each_language(lambda: shown_suggestion(item, name)))


def _timetable(kept: str) -> str:
    found = _BEFORE_REVIEW.fullmatch(kept)
    with suppress(ValueError):  # a changed file may hold a day that is none
        if found:
            first, last = (date.fromisoformat(found[number]) for number in (2, 3))
            return gettext("before the next review (%(when)s)", when=days_in_words(first, last, HowKnown(found[1])))
    return ""


@cache
def _in_english() -> dict[str, Message]:
    return {str(actor): actor for actor in known_actors()}
