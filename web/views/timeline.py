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
    ObservationAnswer,
    ObservationHit,
    ProgressLink,
    ReportingDocument,
    ReviewProgress,
    Thread,
    ThreadReview,
    is_shown,
)
from web.site.language import gettext
from web.site.served_index import state_name
from web.words.progress_words import not_indexed, when_in_words

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
    """The year, and how long before or after the recommendation was made ("2019, 5 years after")."""
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


def timeline_of(
    record: Recommendation,
    thread: Thread,
    progress: ReviewProgress,
    observed: ObservationAnswer,
    answered: date | None,
) -> Timeline:
    """The timeline of a recommendation; `answered` is the date of the document with the State's answer."""
    asked = _day_of(record.session)
    steps = [
        Step("asked", asked, when_in_words(asked, None)),
        # An answer in the report itself is of the day of the report.
        Step("answered", answered or asked, when_in_words(answered, asked)),
        *_other_reviews(thread, asked),
        *_observed(observed, asked),
        *_reported(progress, asked),
    ]
    steps.sort(key=lambda step: (step.when or date.min, _ORDER.index(step.kind)))
    return Timeline(tuple(steps), not_indexed(progress, _gaps(record, thread, observed)))


def _other_reviews(thread: Thread, asked: date | None) -> Iterator[Step]:
    for review in thread.reviews:
        day = _day_of(review.session)
        yield Step("other review", day, when_in_words(day, asked), review=review)


def _observed(observed: ObservationAnswer, asked: date | None) -> Iterator[Step]:
    """A step for each document of a treaty body."""

    def document(hit: ObservationHit) -> tuple[date, str]:
        return hit.record.date or date.min, hit.record.place.symbol

    for _, hits in groupby(sorted(observed.hits, key=document), key=document):
        of_document = tuple(hits)
        day = of_document[0].record.date
        yield Step("treaty body", day, when_in_words(day, asked), observations=of_document)


def _reported(progress: ReviewProgress, asked: date | None) -> Iterator[Step]:
    """A step for each document before the next review, whether it reports on the recommendation or not."""
    (found,) = progress.recommendations
    for document in progress.documents:
        of_document = (link for link in found.links if link.report.document.symbol == document.symbol)
        links = [link for link in of_document if is_shown(link)]
        day = document.issued or _day_of(document.session)
        yield Step(
            "reported",
            day,
            when_in_words(day, asked),
            document=document,
            links=tuple(links[:LINKS_SHOWN]),
            more=tuple(links[LINKS_SHOWN:]),
        )


def _gaps(record: Recommendation, thread: Thread, observed: ObservationAnswer) -> Sequence[str]:
    """What is missing besides documents before the next review."""
    state = state_name(record.state_under_review)
    gaps = []
    if all(review.session < record.session for review in thread.reviews):
        gaps.append(gettext("a later review of %(state)s", state=state))
    if not observed.documents:
        gaps.append(gettext("concluding observations on %(state)s", state=state))
    return gaps


def _day_of(session: int) -> date | None:
    known = find_session(session)
    return known.first_day if known else None
