"""Model wording: what other States were asked for on the very thing that an item is on, and supported.

Offered only where it is surely on it: a recommendation on something near by, in the paper of somebody else, costs more
than a blank with advice on how to word a request.
"""

from collections.abc import Iterator

from models.records.enums import Position
from models.records.records import Recommendation
from search import Filters
from web.papers.paper import Words, gap
from web.papers.plan_in_index import Item, PlanInIndex
from web.site.language import gettext

READ = 30
"""So many of the nearest are looked through."""


def model_wordings(facts: PlanInIndex, item: Item, most: int, recommending: str = "") -> tuple[Recommendation, ...]:
    """Recommendations to other States that are strong matches and were supported, the nearest first; one a State.

    Args:
        facts: the plan in its index.
        item: what it is to be worded on.
        most: how many.
        recommending: code of the State that made them; "" for any.
    """
    if not isinstance(item.record, Recommendation):
        return ()
    filters = Filters(position=(Position.SUPPORTED,), recommending=(recommending,) if recommending else ())
    chosen: dict[str, Recommendation] = {}
    for record in _strong_matches(facts, item.id, filters):
        is_new = record.text not in {other.text for other in chosen.values()}
        if is_new and record.state_under_review != item.state:
            chosen.setdefault(record.state_under_review, record)
    return tuple(chosen.values())[:most]


def own_recommendations(facts: PlanInIndex, item: Item, recommending: str, most: int) -> tuple[Recommendation, ...]:
    """What a State recommended to others on the very thing, whatever they answered; the nearest first, one a State."""
    if not isinstance(item.record, Recommendation):
        return ()
    found = _strong_matches(facts, item.id, Filters(recommending=(recommending,)))
    others = {record.state_under_review: record for record in reversed(list(found))}
    others.pop(item.state, None)
    return tuple(reversed(others.values()))[:most]


def advice() -> Words:
    """What stands where no wording is offered."""
    return (gap(gettext("one specific request that can be measured: what is to change, who acts, by when")),)


def _strong_matches(facts: PlanInIndex, record_id: str, filters: Filters) -> Iterator[Recommendation]:
    for hit in facts.index.similar(record_id, filters, READ).hits:
        if hit.strength == "strong" and isinstance(hit.record, Recommendation):
            yield hit.record
