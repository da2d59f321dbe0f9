"""Model wording: what other States were asked for on the very thing that an item is on, and supported.

Offered only where it is surely on it: a recommendation on something near by, in the paper of somebody else, costs more
than a blank with advice on how to word a request.
"""

from models.records.enums import Position
from models.records.records import Recommendation
from search import Filters, Listing
from web.papers.paper import Words, gap
from web.papers.plan_in_index import Item, PlanInIndex
from web.site.language import gettext


def model_wordings(facts: PlanInIndex, item: Item, most: int) -> tuple[Recommendation, ...]:
    """Recommendations to other States that were supported, the best first."""
    if not isinstance(item.record, Recommendation):
        return ()
    return facts.index.model_wordings(item.record, Listing(filters=Filters(position=(Position.SUPPORTED,)), limit=most))


def own_recommendations(facts: PlanInIndex, item: Item, recommending: str, most: int) -> tuple[Recommendation, ...]:
    """What a State recommended to others on the very thing, whatever they answered; the best first."""
    if not isinstance(item.record, Recommendation):
        return ()
    return facts.index.model_wordings(item.record, Listing(filters=Filters(recommending=(recommending,)), limit=most))


def advice() -> Words:
    """What stands where no wording is offered."""
    return (gap(gettext("one specific request that can be measured: what is to change, who acts, by when")),)
