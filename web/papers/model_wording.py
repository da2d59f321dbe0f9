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

SUPPORTED = Filters(position=(Position.SUPPORTED,))


def model_wording(facts: PlanInIndex, item: Item, filters: Filters = SUPPORTED) -> Recommendation | None:
    """The best recommendation to another State; None where none is surely on the very thing."""
    if not isinstance(item.record, Recommendation):
        return None
    return next(iter(facts.index.model_wordings(item.record, Listing(filters=filters, limit=1))), None)


def advice() -> Words:
    """What stands where no wording is offered."""
    return (gap(gettext("one specific request that can be measured: what is to change, who acts, by when")),)
