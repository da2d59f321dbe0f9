"""All that is indexed on one recommendation as steps in time, for its page: asked, answered, reported on, asked again.

It shows who says what, where and when, and never whether the recommendation is implemented.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from models.records.records import Recommendation
from models.reviews.sessions import find_session
from search import (
    CommitmentProgress,
    ObservationAnswer,
    ObservationHit,
    ProgressLink,
    ReportingDocument,
    ReviewProgress,
    StateCoverage,
    Thread,
    ThreadReview,
    compared_after,
    is_shown,
)
from web.site.language import gettext
from web.site.served_index import state_name
from web.words.progress_words import not_indexed

LINKS_SHOWN = 3
"""Paragraphs of one document whose words stand on the page of a recommendation."""

StepKind = Literal["other review", "treaty body", "asked", "answered", "reported"]
_ORDER: tuple[StepKind, ...] = ("treaty body", "asked", "answered", "reported", "other review")
"""Of steps on one day: a document whose date is not known stands before the review that it was written for."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step; of its contents only those of its kind are there."""

    kind: StepKind
    when: date | None
    """None where no date is known."""
    words: str
    """The year."""
    review: ThreadReview | None = None
    observations: tuple[ObservationHit, ...] = ()
    document: ReportingDocument | None = None
    links: tuple[ProgressLink, ...] = ()
    """The most direct paragraphs of the document, in their order."""
    more: tuple[ProgressLink, ...] = ()
    """Further paragraphs of it that may report on the recommendation."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The steps, the newest last, and what is missing."""

    steps: tuple[Step, ...]
    gaps: str
    """What is not indexed, in one sentence."""
    compared: tuple[str, ...]
    """With which later review it was compared, in sentences of search."""


def timeline_of(
    record: Recommendation,
    thread: Thread,
    progress: ReviewProgress,
    observed: ObservationAnswer,
    issued: date | None,
    coverage: StateCoverage,
) -> Timeline:
    """The timeline of a recommendation; `issued`: when the document with the State's answer was, which says no day."""
    days = _Days(coverage)
    asked = days.of(record.session)
    answered = _answered(record, issued, asked)
    steps = [
        Step("asked", asked, _year(asked)),
        Step("answered", answered or asked, _year(answered)),
        *_other_reviews(thread, days),
        *_observed(observed),
        *_reported(progress, days),
    ]
    steps.sort(key=lambda step: (step.when or date.min, _ORDER.index(step.kind)))
    compared = compared_after(coverage, record.session, thread.later_compared)
    return Timeline(tuple(steps), not_indexed(progress, _gaps(record, observed)), compared)


def _answered(record: Recommendation, issued: date | None, asked: date | None) -> date | None:
    """The day of the answer: one in the report itself was given in the review, whenever that was issued."""
    answer = record.position_source
    if record.answered_on:
        return record.answered_on
    return asked if answer and answer.symbol == record.place.symbol else issued


def _year(day: date | None) -> str:
    return str(day.year) if day else ""


@dataclass(frozen=True, slots=True)
class _Days:
    """The days of the reviews of a State, as near as they are known."""

    coverage: StateCoverage

    def of(self, session: int) -> date | None:
        """The day of a review, or the first of its session."""
        review, known = self.coverage.review(session), find_session(session)
        if review and review.held_on:
            return review.held_on
        return known.first_day if known else None


def _other_reviews(thread: Thread, days: _Days) -> Iterator[Step]:
    for review in thread.reviews:
        day = days.of(review.session)
        yield Step("other review", day, _year(day), review=review)


def _observed(observed: ObservationAnswer) -> Iterator[Step]:
    """A step for each document of a treaty body."""

    def document(hit: ObservationHit) -> tuple[date, str]:
        return hit.record.date or date.min, hit.record.place.symbol

    for _, hits in groupby(sorted(observed.hits, key=document), key=document):
        of_document = tuple(hits)
        day = of_document[0].record.date
        yield Step("treaty body", day, _year(day), observations=of_document)


def _reported(progress: ReviewProgress, days: _Days) -> Iterator[Step]:
    """A step for each document before the next review, whether it reports on the recommendation or not."""
    (found,) = progress.recommendations
    return _by_document(progress.documents, found.links, days)


def reported_since(progress: CommitmentProgress, coverage: StateCoverage) -> tuple[Step, ...]:
    """What was reported on a voluntary commitment since its review, the newest last."""
    days = _Days(coverage)
    of_review = progress.of_review
    steps = _by_document(of_review.documents, progress.links, days)
    return tuple(sorted(steps, key=lambda step: step.when or date.min))


def _by_document(documents: Sequence[ReportingDocument], found: Sequence[ProgressLink], days: _Days) -> Iterator[Step]:
    for document in documents:
        of_document = [link for link in found if link.report.document.symbol == document.symbol]
        # Under a heading that names a recommendation with many others, most paragraphs are on those: they are shown
        # where nothing else is, and named below.
        links = [link for link in of_document if is_shown(link)] or of_document
        first = links[:LINKS_SHOWN]
        day = document.issued or days.of(document.session)
        yield Step(
            "reported",
            day,
            _year(day),
            document=document,
            links=tuple(first),
            more=tuple(link for link in of_document if link not in first),
        )


def _gaps(record: Recommendation, observed: ObservationAnswer) -> Sequence[str]:
    """What is missing besides documents before the next review."""
    state = state_name(record.state_under_review)
    gaps = []
    if not observed.documents:
        gaps.append(gettext("concluding observations on %(state)s", state=state))
    return gaps
