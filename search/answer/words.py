"""Answers in words, the same in commands, JSON, pages and files: nouns, sponsors, strengths, nothing found."""

from collections.abc import Collection, Mapping

from models.messages import Message, counted
from models.records.enums import Position
from models.records.records import Commitment, Recommendation
from search.datamodel.answer import Answer, Hit, Record
from search.datamodel.lobbying import Evidence, LobbyingTarget
from search.datamodel.question import KINDS
from search.datamodel.strengths import Strength

_OF_ANY_KIND = ("record", "records")
STRENGTH_WORDS: Mapping[Strength, str] = {
    "exact": "exact match",
    "strong": "on the issue",
    "likely": "probably on the issue",
    "possible": "perhaps on the issue",
    "related": "possibly related",
    "unrated": "not rated",
}


def noun(count: int, kinds: Collection[str] = ("recommendation",)) -> str:
    """What so many entries of some kinds are called."""
    one, several = KINDS[next(iter(kinds))] if len(kinds) == 1 else _OF_ANY_KIND
    return one if count == 1 else several


def count_in_words(count: int, kinds: Collection[str] = ("recommendation",)) -> str:
    """How many there are ("1 recommendation")."""
    return f"{count:,} {noun(count, kinds)}"


def to_or_of(kinds: Collection[str]) -> str:
    """How entries of some kinds belong to the State under review: recommendations to it, commitments of it."""
    return "to" if tuple(kinds) == ("recommendation",) else "of"


def sponsors_as_printed(record: Record, separator: str = ", ") -> str:
    """The recommending States as the document prints them; "" for what has none."""
    if isinstance(record, Commitment):
        return ""
    return separator.join(sponsor.printed for sponsor in record.sponsors)


def nothing_found(answer: Answer, own_name: str, *, filtered: bool = False) -> str:
    """What is said where nothing of the own State was found: it names what was searched."""
    if not answer.own_reviews:
        return f"No review of {own_name} is in this index."
    sessions = ", ".join(str(review.session) for review in answer.own_reviews)
    symbols = ", ".join(symbol for review in answer.own_reviews for symbol in review.symbols)
    known = f"documents indexed: {symbols}" if symbols else "known from a table, no document indexed"
    return (
        f"No {noun(1, answer.kinds)} on this found in the reviews of {own_name}"
        f"{', with the filters chosen' if filtered else ''}"
        f" (session{'s' if len(answer.own_reviews) > 1 else ''} {sessions}; {known})."
    )


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
