"""The asks of a submission beside what was recommended: the nearest texts to each, for people to read and tick.

The order is that of the match, the ask being the issue; how many are to be read is what a search for the ask would list
of these recommendations (search.match.own_state).
"""

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from models.errors import UnknownRecord
from models.messages.message import Message
from search.catalogue.records import recommendations
from search.catalogue.reported import session_of_review
from search.catalogue.states import named_state
from search.datamodel.coverage import Extent
from search.datamodel.uptake import MOST_ASK_CHARACTERS, MOST_ASKS, Ask, AskUptake, Uptake, UptakeQuestion
from search.match.own_state import own_state_list
from search.match.stages import match_reading
from search.match.state import LookedAt
from search.query.detect_language import check_language
from search.query.issue import IssueReading, read_told
from search.snapshot.coverage import state_coverage
from search.snapshot.snapshot import Snapshot
from search.uptake.cited import citing, summary_before

NEAREST = 10
MORE = 50
"""So many at most where more are wanted."""
_NUMBERS = "SELECT number FROM entry WHERE id IN (SELECT value FROM json_each(?))"


def uptake_of(snapshot: Snapshot, question: UptakeQuestion, today: date) -> Uptake:
    """A submission beside one review of a State, or beside all of them.

    Raises:
        UnknownRecord: the index has no such review, or none of its recommendations.
        UnknownState: of a question without a review, that no State is called so.
        UnknownFilter: the language of the asks is none that is read.
        EncoderError, VectorSpaceMismatch: the encoder of the index cannot be used on this machine.
    """
    check_language(question.written_in)
    if question.review:
        state, session = session_of_review(snapshot.connection, question.review)
    else:
        state, session = named_state(snapshot.states, question.state).code, None
    received = _Received.by(snapshot, state, session)
    if session is not None and not received.entries.size:
        raise UnknownRecord(Message("No recommendation of that review is indexed."))
    summary = summary_before(snapshot.connection, question.review) if question.review else []
    return Uptake(
        state=state,
        session=session,
        compared=len(received.entries),
        extent=_extent(snapshot, state, session, today),
        asks=tuple(received.beside(ask, question) for ask in question.asks[:MOST_ASKS]),
        cited=citing(summary, question.cited_as),
        summary=summary[0].document.symbol if summary else None,
    )


@dataclass(frozen=True, slots=True, eq=False)
class Ordered:
    """What a State was told, beside an ask."""

    places: NDArray[np.intp]
    """The nearest first."""
    to_read: int
    """How many of them a search for the ask would list."""


def ordered(snapshot: Snapshot, reading: IssueReading, rows: NDArray[np.int32]) -> Ordered:
    """Some text rows by how near they are to an ask."""
    wanted = np.zeros(len(snapshot.vectors), dtype=bool)
    wanted[rows] = True
    matched = match_reading(snapshot, reading, LookedAt(wanted, wanted, np.zeros_like(wanted)))
    scores = matched.scores[rows]
    listed = own_state_list(matched, scores, snapshot.vectors[rows]).listed
    return Ordered(np.argsort(-scores, kind="stable"), int(listed.sum()))


@dataclass(frozen=True, slots=True, eq=False)
class _Received:
    """The recommendations to a State, of one review or of all."""

    snapshot: Snapshot
    state: str
    """Its code."""
    entries: NDArray[np.intp]

    @classmethod
    def by(cls, snapshot: Snapshot, state: str, session: int | None) -> "_Received":
        """The State by its code."""
        fields = snapshot.catalogue.fields
        wanted = snapshot.catalogue.recommendations & fields["under_review"].holding([state])
        if session is not None:
            wanted = wanted & fields["session"].holding([session])
        return cls(snapshot, state, np.flatnonzero(wanted))

    def beside(self, ask: Ask, question: UptakeQuestion) -> AskUptake:
        """The nearest to an ask, and what is ticked."""
        told = ask.text[:MOST_ASK_CHARACTERS]
        reading = read_told(told, self.snapshot.english_words, self.snapshot.states, self.state, question.written_in)
        if not self.entries.size:
            return AskUptake(ask, reading.language, 0, ())
        found = ordered(self.snapshot, reading, self.snapshot.catalogue.rows[self.entries])
        ticked = {record for number, record in question.ticked if number == ask.number}
        most = MORE if ask.number in question.more else NEAREST
        chosen = {number for (number,) in self.snapshot.connection.rows(_NUMBERS, sorted(ticked))}
        by_nearness = self.entries[found.places].tolist()
        shown = [entry for place, entry in enumerate(by_nearness) if place < most or entry in chosen]
        nearest = tuple(recommendations(self.snapshot.connection, shown))
        return AskUptake(
            ask, reading.language, found.to_read, nearest, tuple(each for each in nearest if each.id in ticked)
        )


def _extent(snapshot: Snapshot, state: str, session: int | None, today: date) -> Extent:
    """How much of a review is indexed; of a State, of all its reviews."""
    coverage = state_coverage(snapshot, state, today)
    wanted = [review.extent for review in coverage.reviews if session in (None, review.session)]
    return Extent.FULL if wanted and all(extent is Extent.FULL for extent in wanted) else Extent.PART
