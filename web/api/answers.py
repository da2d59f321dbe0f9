"""What the API answers, as its document describes it."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

import search
from models.records.as_json import PLACE, ClassifiedCommitment, ClassifiedRecommendation
from models.records.enums import Position
from models.records.records import Recommendation
from models.records.review_facts import FactKind
from models.records.shown_as_json import SHOWN_AS, AnswerPart, part, shows
from models.reviews.states import State
from search.answer.as_json import (
    Beside,
    DraftRequest,
    FoundCommitment,
    FoundRecommendation,
    Observation,
    found_with_record,
)

SHOWN_AS[FactKind] = str
HELD = """troika=facts.troika head_of_delegation=facts.head_of_delegation? delegations=facts.delegations
    answer_due=facts.answer_due stated_in=facts.stated_in"""
Hit = Annotated[FoundRecommendation | FoundCommitment, Field(discriminator="kind"), BeforeValidator(found_with_record)]

part("ObservingDocument", search.ObservingDocument, "committee mechanism symbol date observations")
part(
    "Review",
    search.StateReview,
    "review session cycle held_on",
    HELD,
    "documents recommendations positions discrepancies commitments",
)
part(
    "CoveredReview",
    search.ReviewCoverage,
    "session cycle month held_on basis recommendations extent",
    HELD,
    "documents",
)
ThreadReview = part("ThreadReview", search.ThreadReview, "session cycle compared total same links")


def _occurring(positions: Mapping[Position, int]) -> dict[Position, int]:
    return {position: count for position, count in positions.items() if count}


@shows(search.Counted, "label=value recommendations=total specific positions")
class Issue(AnswerPart):
    """An issue of the recommendations to a State."""

    label: str
    """UPR Info's label."""
    positions: Annotated[dict[Position, int], BeforeValidator(_occurring)]
    """How many have each position; those that do not occur are left out."""


class Failure(AnswerPart):
    """Why a request was not answered."""

    status: int
    """The status of HTTP."""
    kind: str
    """A name that programs can rely on: BadRequest, UnknownRecord, …"""
    message: str
    """One sentence with the next step."""
    field: str | None
    """The field or parameter at fault (`limit`, `filters.cycle`); null where none is."""


class FailureAnswer(AnswerPart):
    """The shape of every failure."""

    error: Failure
    """What was wrong."""


@shows(Beside, "referred_comments ratifications superseded invented")
class RecommendationAnswer(ClassifiedRecommendation):
    """One recommendation."""


@shows(Beside, "invented")
class CommitmentAnswer(ClassifiedCommitment):
    """One voluntary commitment."""


@shows(
    search.Answer,
    Beside,
    "total own_total own_rest lines strengths own_strengths own_state own_reviews superseded not_indexed hits related",
    "facets language notes did_you_mean next_cursor",
)
class MatchAnswer(AnswerPart):
    """What was found: one page of lines, and numbers of the whole result."""

    not_indexed: tuple[str, ...]
    """What the list leaves out: sentences on the reviews of your State, of those in `under_review`, or of all."""
    hits: tuple[Hit, ...]
    related: tuple[Hit, ...]
    facets: dict[str, tuple[search.FacetValue, ...]]
    """By filter: the values that occur in the result, the most frequent first; none where they were not asked for."""


@shows(
    search.LobbyingList,
    Beside,
    "state=state.code session on_issue here here_perhaps total targets invented=state.invented notes superseded",
    "next_cursor",
)
class LobbyAnswer(AnswerPart):
    """States to approach on an issue."""

    total: int
    """States in the order."""
    targets: tuple[search.LobbyingTarget, ...]
    """The States of this page, by a formula on past reviews, or by what they said."""


@shows(search.Thread, "id=record.id recommendation=record total compared invented reviews next_cursor")
class ThreadAnswer(AnswerPart):
    """What the same State was told on the same thing in its other reviews."""

    compared: tuple[str, ...]
    """Sentences on what later reviews it was compared with, and on those that are not in this index."""
    next_cursor: str | None
    """For the next page, of each review; null where none has more."""


@shows(search.ObservationAnswer, Beside, "state total hits documents general_comments next_cursor")
class ObservationsAnswer(AnswerPart):
    """What treaty bodies say."""


class DraftsAnswer(AnswerPart):
    """What became of the drafts of a report, the latest draft first."""

    review: str
    """Id of the review."""
    requests: tuple[DraftRequest, ...]
    """Those of each draft in printed order, then those that are new; none where no draft was replaced."""


@shows(
    search.ReviewProgress,
    Beside,
    "review state session sessions documents missing superseded total links recommendations invented next_cursor",
)
class ProgressAnswer(AnswerPart):
    """What the documents before the next review report on recommendations; never whether they are implemented."""

    links: tuple[search.ReportsOn, ...]
    """Those of this page: by recommendation, the most direct first."""
    recommendations: tuple[Recommendation, ...]
    """The recommendations that they are on."""


@shows(
    search.ReportedParagraphRecord,
    search.ReportedText,
    Beside,
    "kind id document_kind=document.kind reporter=document.reporter",
    PLACE,
    "date=document.issued headings contributors printed text=text.text language state review reported_on before after",
    "links invented",
)
class ReportedParagraph(AnswerPart):
    """A paragraph of a document before a review."""

    paragraph: str
    links: tuple[search.ReportsOn, ...]
    """The recommendations that the document names for it, then those on which it likely reports."""


AnyRecord = Annotated[
    RecommendationAnswer | CommitmentAnswer | Observation | ReportedParagraph, Field(discriminator="kind")
]


class RecordsAnswer(AnswerPart):
    """The record of an id, or all that stand in one paragraph."""

    records: tuple[AnyRecord, ...]
    """What stands there, as printed; a paragraph may hold several requests."""


@shows(search.ReportedOnIssue, Beside, "own_state own_total total hits language next_cursor")
class ReportsAnswer(AnswerPart):
    """What was reported on an issue."""


class NextReview(AnswerPart):
    """The coming review, estimated from the calendar."""

    sessions: tuple[int, ...]
    """The sessions that it may come in."""
    since: tuple[tuple[int, ...], ...]
    """Those of each review between it and the last one indexed."""
    estimated: Literal[True]
    """It is never more than an estimate."""


@shows(search.StateCoverage, Beside, "reviews missing superseded fetch published_at")
class Coverage(AnswerPart):
    """What every zero, “again” and “next” rests on."""

    missing: str
    """Sentences on what is not indexed; "" where nothing is known to be missing."""
    fetch: str
    """The command that fetches what is missing; "" where nothing is."""


@shows(State, "code name reviews observations issues compared_with_before next_review coverage")
class StateAnswer(AnswerPart):
    """What the index holds on a State."""

    reviews: tuple[search.StateReview, ...]
    """Its reviews, the earliest first."""
    observations: tuple[search.ObservingDocument, ...]
    """The documents in which treaty bodies speak to it, the newest first."""
    issues: tuple[search.Counted, ...]
    """What its recommendations are about, the most frequent first."""
    compared_with_before: search.ThreadSummary | None
    """Null where there are no two reviews."""
    next_review: NextReview | None
    """Null where nothing says when it comes."""
    coverage: Coverage
    """Which reviews took place, and what is indexed of each."""


@shows(State, search.StateCoverage, "code name reviews treaty_bodies missing published_at coverage")
class IndexedState(AnswerPart):
    """What is indexed on one State, and what is not."""

    reviews: tuple[search.ReviewSummary, ...]
    """Its reviews of which something is indexed, the earliest first."""
    treaty_bodies: tuple[search.ObservingDocument, ...]
    """The documents in which treaty bodies speak to it, the newest first."""
    missing: str
    """One sentence on its reviews that are not indexed; empty where none is known to be missing."""
    coverage: Coverage
    """Which of its reviews took place, and what is indexed of each."""


@shows(
    search.Overview,
    Beside,
    "built invented=sample documents recommendations observations sessions total states next_cursor",
)
class InfoAnswer(AnswerPart):
    """What the index holds: nothing else was searched."""

    total: int
    """States in the whole list."""
    states: tuple[IndexedState, ...]
    """Those of this page, by name."""
