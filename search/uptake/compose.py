"""The asks of a submission beside the recommendations of a review, and beside all that a State was told before one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from models.encoders.calibration import numbers_or
from models.errors import UnknownRecord
from models.messages import Message
from models.records.enums import Position
from models.records.label_schemes import ISSUE_SCHEME
from models.records.records import Recommendation
from search.answer.compose import compose_answer
from search.answer.questions import found_on_issue
from search.catalogue.coverage import state_coverage
from search.catalogue.recommendations import recommendations
from search.catalogue.reported import session_of_review
from search.catalogue.states import named_state
from search.datamodel.coverage import Extent
from search.datamodel.question import Filters, IssueQuestion
from search.datamodel.uptake import (
    GRADES,
    MOST_ASK_CHARACTERS,
    MOST_ASKS,
    TAKEN_UP,
    Ask,
    AskBefore,
    AskUptake,
    BeforeReview,
    Counted,
    Grade,
    OfReview,
    TakenUp,
    Uptake,
    UptakeQuestion,
)
from search.evidence import Evidence
from search.query.issue import read_issue
from search.query.language import check_language
from search.snapshot.snapshot import Snapshot
from search.stages import passed_through
from search.threads.words import RequestWords, read_request
from search.uptake.cited import citing, summary_before
from search.uptake.likeness import UNCALIBRATED, Asked, ReadAsk, UptakeNumbers, uptake_stages
from search.uptake.why import why
from search.uptake.wording import wording_of

MOST_TOUCHING = 10
"""Recommendations that only touch an ask, of one review."""
EXAMPLES = 3


def uptake_of(snapshot: Snapshot, question: UptakeQuestion, today: date) -> Uptake:
    """A submission beside one review of a State, and its earlier ones."""
    connection = snapshot.connection
    state, session = session_of_review(connection, question.review)
    received = _Received.to(snapshot, state)
    if session not in received.sessions:
        raise UnknownRecord(
            Message("No recommendation of the review %(review)s is in this index.", review=question.review[:80])
        )
    asks = _read(snapshot, question, received)
    earlier = [other for other in received.sessions if other < session]
    by_session = {of: received.beside(asks, of) for of in (*earlier, session)}
    found = tuple(
        AskUptake(
            ask=ask,
            language=read.reading.language,
            now=by_session[session][place],
            earlier=tuple(by_session[of][place] for of in earlier),
            counted=_counted(ask, by_session[session][place], question.counted),
        )
        for place, (ask, read) in enumerate(zip(question.asks, asks, strict=True))
    )
    summary = summary_before(connection, question.review)
    return Uptake(
        state=state,
        session=session,
        extent=_extent(snapshot, state, session, today),
        rated=received.numbers.same is not None,
        asks=found,
        not_asked=_not_asked(found, received.records(session)),
        cited=citing(summary, question.cited_as),
        summary=summary[0].document.symbol if summary else None,
    )


def before_review(snapshot: Snapshot, question: UptakeQuestion) -> BeforeReview:
    """A submission before the next review of a State: what was asked before, and what others supported."""
    state = named_state(snapshot.states, question.review).code
    received = _Received.to(snapshot, state)
    asks = _read(snapshot, question, received)
    latest_first = sorted(received.sessions, reverse=True)
    by_session = {of: received.beside(asks, of) for of in latest_first}
    return BeforeReview(
        state=state,
        rated=received.numbers.same is not None,
        asks=tuple(
            AskBefore(
                ask=ask,
                language=read.reading.language,
                reviews=tuple(by_session[of][place] for of in latest_first),
                wording=wording_of(read.reading),
                supported_elsewhere=_supported_elsewhere(snapshot, ask.text, read.reading.language, state),
            )
            for place, (ask, read) in enumerate(zip(question.asks, asks, strict=True))
        ),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Received:
    """All recommendations to a State."""

    snapshot: Snapshot
    numbers: UptakeNumbers
    entries: NDArray[np.intp]
    of_session: NDArray[np.int64]

    @classmethod
    def to(cls, snapshot: Snapshot, state: str) -> "_Received":
        """By the State's code."""
        fields = snapshot.catalogue.fields
        entries = np.flatnonzero(snapshot.catalogue.recommendations & fields["under_review"].holding([state]))
        sessions = fields["session"]
        values = np.array([int(value) for value in sessions.values], dtype=np.int64)
        return cls(
            snapshot,
            numbers_or(snapshot.calibration, "uptake", UptakeNumbers, UNCALIBRATED),
            entries,
            sessions.by_entry(values)[entries],
        )

    @property
    def sessions(self) -> tuple[int, ...]:
        """Of its reviews, ascending."""
        return tuple(np.unique(self.of_session).tolist())

    @property
    def rows(self) -> NDArray[np.int32]:
        """The text row of each."""
        return self.snapshot.catalogue.rows[self.entries]

    def records(self, session: int) -> list[Recommendation]:
        """Those of one review."""
        return recommendations(self.snapshot.connection, self.entries[self.of_session == session].tolist())

    def beside(self, asks: Sequence[ReadAsk], session: int) -> list[OfReview]:
        """What one review holds on each ask."""
        places = np.flatnonzero(self.of_session == session)
        pairs: Asked = [ask.among(places) for ask in asks]
        found = passed_through(uptake_stages(self.numbers), Evidence(pairs))
        read, of_asks = cache(read_request), []
        for number, ask in enumerate(asks):
            graded = list(self._graded(found, number))
            records = recommendations(self.snapshot.connection, self.entries[places[[at for at, _ in graded]]].tolist())
            taken = [
                self._taken_up(ask, record, read(record.text), grade, float(found["same"][number, at]))
                for record, (at, grade) in zip(records, graded, strict=True)
            ]
            taken.sort(key=lambda each: GRADES.index(each.grade))
            of_asks.append(OfReview(session, tuple(taken)))
        return of_asks

    def _graded(self, found: Evidence[Asked], ask: int) -> Iterator[tuple[int, Grade]]:
        """Places of what is shown, the first in order first, each with its grade."""
        numbers, touching = self.numbers, 0
        for at in np.argsort(-found["match"][ask], kind="stable").tolist():
            same, part = found["same"][ask, at], found["part of the way"][ask, at]
            if same >= numbers.same_from:
                yield at, "same"
            elif part >= numbers.part_from:
                yield at, "part"
            elif part >= numbers.touches_from and touching < MOST_TOUCHING:
                touching += 1
                yield at, "touches"

    def _taken_up(
        self, ask: ReadAsk, record: Recommendation, request: RequestWords, grade: Grade, same: float
    ) -> TakenUp:
        reason = why(ask.words, record.text, request)
        return TakenUp(record, "part" if grade == "same" and reason.weaker else grade, round(same, 4), reason)


def _read(snapshot: Snapshot, question: UptakeQuestion, received: _Received) -> list[ReadAsk]:
    check_language(question.written_in)
    readings = (
        read_issue(ask.text[:MOST_ASK_CHARACTERS], snapshot.english_words, question.written_in)
        for ask in question.asks[:MOST_ASKS]
    )
    return [ReadAsk.of(snapshot, reading, received.rows) for reading in readings]


def _counted(ask: Ask, now: OfReview, chosen: Counted | None) -> tuple[TakenUp, ...]:
    if chosen is None:
        return now.of_grade("same")
    return tuple(each for each in now.found if (ask.number, each.record.id) in chosen)


def _extent(snapshot: Snapshot, state: str, session: int, today: date) -> Extent:
    """How much of a review is indexed."""
    coverage = state_coverage(snapshot.connection, snapshot.states[state], today)
    return next((review.extent for review in coverage.reviews if review.session == session), Extent.PART)


def _not_asked(asks: Sequence[AskUptake], records: Sequence[Recommendation]) -> tuple[Recommendation, ...]:
    """Those that share an issue label with what takes an ask up, and are shown with no ask."""
    shown = {each.record.id for of_ask in asks for each in of_ask.now.found}
    issues = {label for of_ask in asks for each in of_ask.now.of_grade(*TAKEN_UP) for label in _issues(each.record)}
    return tuple(record for record in records if record.id not in shown and issues & _issues(record))


def _issues(record: Recommendation) -> frozenset[str]:
    return frozenset(label.label for label in record.labels if label.scheme == ISSUE_SCHEME)


def _supported_elsewhere(snapshot: Snapshot, text: str, language: str, state: str) -> tuple[Recommendation, ...]:
    """The nearest to other States that these supported, of which the match is sure enough to find them."""
    supported = Filters(position=(Position.SUPPORTED.value,))
    question = IssueQuestion(
        text, written_in=language, own_state=state, filters=supported, limit=EXAMPLES, group="others"
    )
    answer = compose_answer(snapshot, found_on_issue(snapshot, question), question)
    return tuple(hit.record for hit in answer.hits if isinstance(hit.record, Recommendation))
