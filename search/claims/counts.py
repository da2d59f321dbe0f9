"""How many recommendations have a position, and of how many that is a coding ("35 noted, 7 of them coded by …")."""

from collections import Counter
from collections.abc import Iterable, Mapping

from models.messages.message import Message, Row, counted
from models.records.enums import Position
from models.records.records import Recommendation
from search.claims.positions import POSITION_IN_SENTENCE, coder_in_words, coder_of
from search.datamodel.answer import FacetValue

Coded = Mapping[str, int]
"""How many of a number each list or table codes, by its name; none where documents give all."""


def positions_counted(position: Position, count: int, coded: Coded) -> Message:
    """So many recommendations with a position, and how many of them are codings."""
    of_them = coded_of_them(coded)
    words = POSITION_IN_SENTENCE[position]
    if of_them is None:
        return Message("%(count)s %(position)s", count=count, position=words)
    return Message("%(count)s %(position)s, %(coded)s", count=count, position=words, coded=of_them)


def codings_in_words(found: Iterable[FacetValue]) -> Message | None:
    """How many of some recommendations are codings ("35 noted, of them 7 coded by UPR Info"); None where none is."""
    words = tuple(positions_counted(Position(each.value), each.count, each.coded) for each in found)
    return Message("Positions that are codings: %(counts)s.", counts=Row(words, "; ")) if words else None


def positions_of(records: Iterable[Recommendation]) -> tuple[Message, ...]:
    """How many of some recommendations have each position that occurs, in the order of positions."""
    coders: dict[Position, list[str | None]] = {}
    for record in records:
        coders.setdefault(record.position, []).append(coder_of(record))
    return tuple(
        positions_counted(position, len(coders[position]), Counter(filter(None, coders[position])))
        for position in Position
        if position in coders
    )


def coded_of_them(coded: Coded) -> Message | None:
    """How many of a number are codings, and whose ("7 of them coded by UPR Info"); None where none is."""
    parts = tuple(
        counted("%(count)s coded by %(coder)s", "%(count)s coded by %(coder)s", count, coder=coder_in_words(coder))
        for coder, count in coded.items()
        if count
    )
    return Message("of them %(coded)s", coded=parts) if parts else None
