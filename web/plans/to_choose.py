"""What a blank of an item of a plan offers to choose from: the next review, and at most two kinds of action and actors
that the words or issues of its record hint at.

A guess is nobody's word: it stands beside the blank, and in the plan once a person takes it.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from models.messages.message import Message
from models.partners.actors import MOST_TO_CHOOSE, actors_to_choose
from models.partners.tables import PartnerTables
from models.plans.plan import PlanItem
from models.plans.suggestions import suggested_action_types
from models.records.label_schemes import ISSUE_SCHEME
from models.records.records import Commitment, Observation, Recommendation
from models.reviews.calendar import EventKind
from models.texts.words import ENGLISH
from search import SearchIndex
from search.calendar.compose import state_calendar
from web.site.language import gettext
from web.words.review_dates import event_when


def to_choose(item: PlanItem, state: str, index: SearchIndex, tables: PartnerTables) -> Mapping[str, Sequence[str]]:
    """By column that is not filled in, what it may be; nothing of a record that is not indexed any more.

    `state` is the code of the State that the plan is on.
    """
    (entry,) = index.chosen([item.id])
    record = entry.record
    offered: dict[str, Sequence[str]] = {}
    if isinstance(record, Recommendation | Commitment | Observation):
        text = record.text if record.language == ENGLISH else ""
        kinds = suggested_action_types(text)
        offered["action_types"] = [Message(kind.value) for kind in kinds[:MOST_TO_CHOOSE]]
        if not isinstance(record, Observation):
            issues = [label.label for label in record.labels if label.scheme == ISSUE_SCHEME]
            offered["actors"] = actors_to_choose(text, issues, kinds, tables)
            offered["timetable"] = _by_the_next_review(state, index) if entry.state == state else ()
    return {name: words for name, words in offered.items() if words and not getattr(item, name)}


def _by_the_next_review(state: str, index: SearchIndex) -> Sequence[str]:
    """By when, where something is known of the next review."""
    events = state_calendar(index.snapshot, state, date.today()) if state else ()
    coming = next((event for event in events if event.kind is EventKind.NEXT_REVIEW and event.first_day), None)
    return [gettext("before the next review (%(when)s)", when=event_when(coming))] if coming else ()
