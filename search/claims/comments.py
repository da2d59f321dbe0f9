"""What is said of a State's comment: on the very recommendation, on a list that has it, or that none is here."""

from collections.abc import Iterable
from dataclasses import dataclass

from models.messages.message import Message, StateName
from models.records.records import Place, Recommendation
from search.claims.basis import Claim, RestsOn

COMMENT = Message("The State’s comment")
COMMENT_ON_LIST = Message("The State’s comment on a list of recommendations that has this one")


@dataclass(frozen=True, slots=True)
class StateComment:
    """Words of a State, whole."""

    heading: Message
    """What they are on."""
    words: str
    place: Place | None
    """Where they stand."""


def comments_on(records: Iterable[Recommendation]) -> tuple[StateComment, ...]:
    """The comments on some recommendations, each once: those on the very ones first, then those on lists."""
    records = tuple(records)
    own = [StateComment(COMMENT, each.comment, each.comment_source) for each in records if each.comment]
    on_lists = [
        StateComment(COMMENT_ON_LIST, each.list_comment, each.list_comment_source)
        for each in records
        if each.list_comment
    ]
    return tuple(dict.fromkeys((*own, *on_lists)))


def no_comment(state: StateName | str) -> Message:
    """That no comment on a recommendation is indexed."""
    return Message("The documents indexed hold no comment of %(state)s on this recommendation.", state=state)


def comment_claim(record: Recommendation, state: StateName | str) -> Claim:
    """What the comment that a paper quotes is on; that none is indexed, where there is none."""
    for comment in comments_on([record]):
        return Claim(comment.heading, RestsOn.FACT, comment.place)
    return Claim(no_comment(state), RestsOn.FACT)
