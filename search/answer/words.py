"""Answers in words, the same in commands, JSON, pages and files: what was made to a State, what was answered."""

from models.messages import Message, StateName, counted
from models.records.enums import Position
from models.records.records import Recommendation
from search.datamodel.answer import Hit
from search.datamodel.lobbying import Evidence, LobbyingTarget


def none_made_to(target: LobbyingTarget, name: str | StateName) -> Message:
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
