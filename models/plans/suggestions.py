"""What kind of action a request wants, by its verbs and what they are about: for a person to choose from.

The status of an item is never suggested. A request can want several kinds ("enact a law and train the police").
"""

import re
from collections.abc import Mapping
from functools import cache

from models.files.package_tables import table_rows
from models.plans.plan import ActionType

MOST_SUGGESTED = 3

WEAK_SIGNS = re.compile(
    r"\b(?:implement\w*|measures|provi(de|ding|sion)\w*|services?|monitor\w*|procedures?|facilit(y|ies))"
)
"""What nearly every request holds: it speaks for an administrative action where nothing else is found."""


@cache
def _signs() -> Mapping[ActionType, re.Pattern[str]]:
    """What speaks for each kind, in English (action_words.csv, as expressions).

    A capital letter counts only where it is written there: names of treaties and courts say nothing of the kind.
    """
    rows = table_rows("models.plans", "action_words.csv")
    return {ActionType(row["action"]): re.compile(rf"\b(?:{row['words']})") for row in rows}


def suggested_action_types(request: str) -> tuple[ActionType, ...]:
    """The kinds of action that a request in English wants, at most three, in the order in which they are named."""
    text = " ".join(request.split())
    text = text[:1].lower() + text[1:]
    found = {kind: match.start() for kind, pattern in _signs().items() if (match := pattern.search(text))}
    if not found and WEAK_SIGNS.search(text):
        return (ActionType.ADMINISTRATIVE,)
    return tuple(sorted(found, key=found.__getitem__)[:MOST_SUGGESTED])
