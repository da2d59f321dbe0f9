"""What is said of a submission beside recommendations: what was found to read, and what its makers ticked themselves.

That a recommendation belongs to an ask is said of what the user ticked alone, as the user's own word.
"""

from collections.abc import Iterator

from models.messages.message import Message, Row, counted
from search.claims.positions import by_badge, position_badge
from search.datamodel.uptake import AskUptake, Uptake

NO_PROOF = Message(
    "Likeness is no proof of influence: nobody can say from these texts why a State recommended something."
)
NEAREST_FIRST = Message(
    "For each ask the nearest recommendations, found by comparing texts: read them and tick those that belong to it."
)


def to_read(of_ask: AskUptake) -> Message:
    """How many recommendations the program found for an ask."""
    if not of_ask.to_read:
        return Message("nearest only")
    return counted("%(count)s to read", "%(count)s to read", of_ask.to_read)


def ticked(found: Uptake) -> Iterator[Message]:
    """What the user ticked, for an annual report; nothing where nothing is."""
    if not found.ticked:
        return
    yield Message(
        "Asks that recommendations ticked by us belong to: %(ticked)s of %(count)s.",
        ticked=found.asks_ticked,
        count=len(found.asks),
    )
    yield Message(
        "Recommendations: %(records)s. Recommending States: %(states)s.",
        records=len(found.ticked),
        states=len(found.states),
    )
    badges = (
        Message("%(position)s: %(count)s", position=position_badge(record).words, count=count)
        for record, count in by_badge(found.ticked)
    )
    yield Message("Positions: %(positions)s.", positions=Row(tuple(badges), ", "))


def cited(found: Uptake) -> Message | None:
    """Where OHCHR's summary cites the submission; None where it was not asked for, or does not."""
    if found.session is not None and found.summary is None:
        return Message("OHCHR's summary of stakeholders' submissions before this review is not in this index.")
    if not found.cited:
        return None
    places = Row(tuple(str(text.place.paragraph) for text in found.cited), ", ")
    return Message(
        "OHCHR's summary (%(symbol)s) cites it in paragraphs: %(places)s.", symbol=found.summary or "", places=places
    )
