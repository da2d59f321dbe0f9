"""Who usually has to act on an issue: portfolios of ministries by issue, and other actors by the kind of action.

A proposal, to be corrected: the names and the shares of work differ from State to State.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from models.files.package_tables import table_rows
from models.messages.message import Message
from models.partners.tables import PartnerTables, partner_tables
from models.plans.plan import ActionType


def ministry_named(portfolio: Message) -> Message:
    """A ministry by its portfolio; its own name differs from State to State."""
    return Message("the ministry responsible for %(portfolio)s", portfolio=portfolio)


MOST_TO_CHOOSE = 2
_NO_MINISTRIES: Mapping[str, Message] = MappingProxyType(
    {"parliament": Message("parliament"), "local authorities": Message("local authorities")}
)


@cache
def _before_ministries() -> Mapping[ActionType, list[Message]]:
    """Actors of a kind of action besides the ministries that answer for the issue (actors_of_actions.csv)."""
    found: dict[ActionType, list[Message]] = {}
    for row in table_rows("models.vocabularies", "actors_of_actions.csv"):
        actor = ministry_named(Message(row["portfolio"])) if row["portfolio"] else Message(row["actor"])
        found.setdefault(ActionType(row["action"]), []).append(actor)
    return found


@cache
def _words_of_authorities() -> Mapping[Message, re.Pattern[str]]:
    """The words of requests in English that name the work of an authority (authority_words.csv, as expressions)."""
    return {
        _NO_MINISTRIES.get(row["authority"]) or ministry_named(Message(row["authority"])): re.compile(
            rf"\b(?:{row['words']})", re.IGNORECASE
        )
        for row in table_rows("models.vocabularies", "authority_words.csv")
    }


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


def actors_to_choose(
    text: str, issues: Collection[str], action_types: Collection[ActionType] = (), tables: PartnerTables | None = None
) -> tuple[Message, ...]:
    """Two who usually have to act, for a person to choose from: whom the words of a request in English call for, else
    who acts on its issues.

    An operator's own tables count before the words.
    """
    of_text = () if tables and tables is not partner_tables() else authorities_of_text(text)
    of_issues = (actor for issue in issues or ("",) for actor in actors_for(issue, action_types, tables))
    found = (*of_text, *actors_for("", action_types, tables)) if of_text else of_issues
    return tuple(dict.fromkeys(found))[:MOST_TO_CHOOSE]


def authorities_of_text(text: str) -> tuple[Message, ...]:
    """The authorities whose work the words of a request in English name, at most two, those named first.

    A request on police who torture is for the interior and for justice, one after the other.
    """
    plain = " ".join(text.split())
    found = [
        (match.start(), authority)
        for authority, signs in _words_of_authorities().items()
        if (match := signs.search(plain))
    ]
    return tuple(authority for _, authority in sorted(found, key=lambda pair: pair[0])[:MOST_TO_CHOOSE])


def _actors(issue: str, action_types: Collection[ActionType], tables: PartnerTables | None) -> Iterator[Message]:
    for action_type in ActionType:
        if action_type in action_types:
            yield from _before_ministries().get(action_type, ())
    for portfolio in portfolios_of(issue, tables):
        yield ministry_named(portfolio)
