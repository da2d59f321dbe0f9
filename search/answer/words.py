"""Answers in words, the same in commands, JSON, pages and files: nouns, sponsors, what was answered."""

from collections.abc import Collection

from models.messages import Message, counted
from models.records.enums import Position
from models.records.records import Commitment, Recommendation
from search.datamodel.answer import Hit, Record
from search.datamodel.lobbying import Evidence, LobbyingTarget
from search.datamodel.question import KINDS

_OF_ANY_KIND = ("record", "records")


def noun(count: int, kinds: Collection[str] = ("recommendation",)) -> str:
    """What so many entries of some kinds are called."""
    one, several = KINDS[next(iter(kinds))] if len(kinds) == 1 else _OF_ANY_KIND
    return one if count == 1 else several


def count_in_words(count: int, kinds: Collection[str] = ("recommendation",)) -> str:
    """How many there are ("1 recommendation")."""
    return f"{count:,} {noun(count, kinds)}"


def sponsors_as_printed(record: Record, separator: str = ", ") -> str:
    """The recommending States as the document prints them; "" for what has none."""
    if isinstance(record, Commitment):
        return ""
    return separator.join(sponsor.printed for sponsor in record.sponsors)


def none_made_to(target: LobbyingTarget, name: str) -> Message:
    """What is said of a State of which nothing surely on the issue to the State under review (by name) was found."""
    perhaps = target.counts[Evidence.HERE_PERHAPS]
    if perhaps:
        return counted(
            "%(count)s recommendation to %(state)s that may be on it: read it",
            "%(count)s recommendations to %(state)s that may be on it: read them",
            perhaps,
            state=name,
        )
    made = target.counts[Evidence.HERE_ANYTHING]
    if not made:
        return Message("no recommendation to %(state)s is indexed", state=name)
    return counted(
        "none found on this issue among %(count)s recommendation to %(state)s",
        "none found on this issue among %(count)s recommendations to %(state)s",
        made,
        state=name,
    )


def unanswered_requests(hit: Hit) -> Message | None:
    """Says of a card that some of its requests were answered and others were not, in the documents indexed."""
    positions = [request.record.position for request in hit.requests if isinstance(request.record, Recommendation)]
    unknown = positions.count(Position.UNKNOWN)
    if unknown in (0, len(positions)):
        return None
    answered = (
        counted("%(count)s supported", "%(count)s supported", positions.count(Position.SUPPORTED)),
        counted("%(count)s noted", "%(count)s noted", positions.count(Position.NOTED)),
        counted("%(count)s pending", "%(count)s pending", positions.count(Position.PENDING)),
    )
    return counted(
        "The answer to %(count)s of these %(all)s requests is unknown; %(answered)s.",
        "The answer to %(count)s of these %(all)s requests is unknown; %(answered)s.",
        unknown,
        all=len(positions),
        answered=tuple(words for words in answered if words.number),
    )
