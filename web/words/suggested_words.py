"""What the program suggests, in the language of who reads it, whatever language the plan was made in.

Suggested actors are kept in English, one after the other; what somebody wrote is shown as written.
"""

from functools import cache

from models.messages import Message
from models.partners.actors import known_actors
from models.plans.plan import PlanItem
from web.site.language import gettext, translated

SEPARATOR = "; "
"""Between actors; some names hold a comma ("parliament, where it must approve treaties")."""


def shown_suggestion(item: PlanItem, name: str) -> str:
    """The actors that a column suggests, in the language of the page; "" for what is no such suggestion."""
    return actors_as_read(item.actors) if name == "actors" and name in item.suggested else ""


def actors_as_read(kept: str) -> str:
    """Actors in the language of the page; "" where the program suggests one of them nowhere (now)."""
    actors = [_by_words().get(actor) for actor in kept.split(SEPARATOR)]
    if None in actors:  # suggested by an earlier edition, in the language of who made the plan
        return ""
    return gettext("; ").join(translated(actor) for actor in actors if actor)


def left_as_shown(item: PlanItem, name: str, value: object) -> bool:
    """Whether a form or file gives a suggestion back as it was shown there, in whatever language."""
    shown = shown_suggestion(item, name)
    return bool(shown) and value == shown


@cache
def _by_words() -> dict[str, Message]:
    return {str(actor): actor for actor in known_actors()}
