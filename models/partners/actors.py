"""Who usually has to act on an issue: portfolios of ministries by issue, and other actors by the kind of action.

A proposal, to be corrected: the names and the shares of work differ from State to State.
"""

from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from models.messages import Message
from models.partners.tables import PartnerTables, partner_tables
from models.plans.plan import ActionType


def ministry_named(portfolio: Message) -> Message:
    """A ministry by its portfolio; its own name differs from State to State."""
    return Message("the ministry responsible for %(portfolio)s", portfolio=portfolio)


_BEFORE_MINISTRIES: Mapping[ActionType, tuple[Message, ...]] = MappingProxyType(
    {
        ActionType.POLITICAL: (Message("the government"),),
        ActionType.RATIFICATION: (
            ministry_named(Message("foreign affairs")),
            Message("parliament, where it must approve treaties"),
        ),
        ActionType.LEGISLATIVE: (Message("parliament"),),
        ActionType.JUDICIAL: (Message("the courts"), Message("the prosecution service")),
        ActionType.RESOURCES: (ministry_named(Message("finance")), Message("parliament, for the budget")),
        ActionType.RESEARCH: (Message("the office of statistics"),),
        ActionType.COOPERATION: (ministry_named(Message("foreign affairs")),),
    }
)
"""Actors of a kind of action besides the ministries that answer for the issue."""


def portfolios_of(issue: str, tables: PartnerTables | None = None) -> tuple[Message, ...]:
    """The portfolios that usually answer for an issue (models.vocabularies.crosswalk), the nearest first."""
    return tuple(row.portfolio for row in (tables or partner_tables()).ministries if row.issue == issue)


def actors_for(
    issue: str, action_types: Collection[ActionType] = (), tables: PartnerTables | None = None
) -> tuple[Message, ...]:
    """Who usually acts on an issue by these kinds of action, each once; nobody for an issue that is not known.

    Args:
        issue: one of UPR Info's labels or a topic of the Issues pages; "" where only the action is known.
        action_types: in any order; without one, the ministries alone.
        tables: an operator's tables; those that come with the program else.
    """
    return tuple(dict.fromkeys(_actors(issue, action_types, tables)))


def _actors(issue: str, action_types: Collection[ActionType], tables: PartnerTables | None) -> Iterator[Message]:
    for action_type in ActionType:
        if action_type in action_types:
            yield from _BEFORE_MINISTRIES.get(action_type, ())
    for portfolio in portfolios_of(issue, tables):
        yield ministry_named(portfolio)
