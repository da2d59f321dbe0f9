"""Which positions a run changed: told review by review, with the files that were new in it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.messages.message import Row
from models.messages.spoken import saying, saying_of
from models.records.enums import Position
from models.records.records import Recommendation, state_and_session
from models.reviews.states import State

FILES_NAMED = 5


@dataclass(frozen=True, slots=True)
class ChangedPositions:
    """The recommendations of one review that had another position in the snapshot before."""

    review: str
    """Its id."""
    files: tuple[str, ...]
    """Names of those that say something of the review and that no earlier run has used."""
    changes: Counter[tuple[Position, Position]]
    """The position before, the one now → of how many recommendations."""


def changed_positions(
    before: Mapping[str, str], recommendations: Iterable[Recommendation]
) -> Counter[tuple[Position, Position]]:
    """Compare positions by id; what is new or withdrawn has no other position.

    Args:
        before: id of a recommendation → its position in the snapshot before.
        recommendations: those of the review now.
    """
    both = ((Position(before[record.id]), record.position) for record in recommendations if record.id in before)
    return Counter(pair for pair in both if pair[0] is not pair[1])


def change_in_words(change: ChangedPositions, states: Mapping[str, State]) -> str:
    """A sentence with the State, the session, the files, and how many positions changed from what to what."""
    code, session = state_and_session(change.review)
    counts = sorted(change.changes.items(), key=lambda item: (-item[1], item[0]))
    listed = [
        saying("%(before)s → %(now)s %(count)s", before=saying(before), now=saying(now), count=str(count))
        for (before, now), count in counts
    ]
    return saying_of(
        "%(state)s, session %(session)s: %(total)s position changed (%(changes)s)%(because)s.",
        "%(state)s, session %(session)s: %(total)s positions changed (%(changes)s)%(because)s.",
        change.changes.total(),
        state=states[code].in_message,
        session=str(session),
        total=str(change.changes.total()),
        changes=Row(tuple(listed), ", "),
        because=_because(change.files),
    )


def _because(files: tuple[str, ...]) -> str:
    if not files:
        return saying(", by no new file: a document was left out, it was read or joined anew, or its adoption fell due")
    named = ", ".join(files[:FILES_NAMED])
    if len(files) > FILES_NAMED:
        named = saying("%(listed)s and %(count)s more", listed=named, count=len(files) - FILES_NAMED)
    return saying("; new on this review: %(files)s", files=named)
