"""What the API answers, as its document describes it."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

import search
from models.records.as_json import (
    AnswerPart,
    ClassifiedCommitment,
    ClassifiedRecommendation,
    Commitment,
    Discrepancy,
    NullIfEmpty,
    Recommendation,
    Source,
    at,
    tells_of,
)
from models.records.enums import Position
from models.records.review_facts import AnswerDue
from models.reviews.review_history import ReviewBasis
from models.reviews.states import State
from models.vocabularies.mechanisms import Mechanism
from models.vocabularies.ratifications import Ratification
from search import Extent, FacetValue, IndexedDocument, ReviewSummary, Strength
from search.answer.as_json import (
    Contributors,
    DraftRequest,
    FoundCommitment,
    FoundObservation,
    FoundRecommendation,
    FoundReport,
    LobbyingTarget,
    Observation,
    OfKind,
    ProgressLink,
    ReferredComment,
    ReportingDocument,
    ThreadLink,
)

NextCursor = Annotated[str | None, Field(description="For the next page; null on the last.")]
Invented = Annotated[bool, Field(description="True for a sample.")]
Superseded = Annotated[
    str,
    Field(
        description="That the State was reviewed again since the latest review that is indexed: say it first; "
        '"" where it was not.'
    ),
]
Hit = Annotated[FoundRecommendation | FoundCommitment, Field(discriminator="kind")]


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


class RecommendationAnswer(ClassifiedRecommendation):
    """One recommendation."""

    referred_comments: tuple[ReferredComment, ...]
    """What the State says where its comment refers on."""
    ratifications: tuple[Ratification, ...]
    """One for each treaty that the State is to join, where it is known."""
    superseded: Superseded
    invented: Invented


class CommitmentAnswer(ClassifiedCommitment):
    """One voluntary commitment."""

    invented: Invented


@tells_of(search.Answer)
class MatchAnswer(AnswerPart):
    """What was found: one page of lines, and numbers of the whole result."""

    total: int
    own_total: int
    own_rest: int
    lines: int
    strengths: dict[Strength, int]
    own_strengths: dict[Strength, int]
    own_state: str | None
    own_reviews: tuple[ReviewSummary, ...]
    superseded: Superseded
    """That your State was reviewed again since the latest review that is indexed: say it first; "" where it was not."""
    not_indexed: tuple[str, ...]
    """What the list leaves out: sentences on the reviews of your State, of those in `under_review`, or of all."""
    hits: tuple[Hit, ...]
    related: tuple[Hit, ...]
    facets: dict[str, tuple[FacetValue, ...]]
    """By filter: the values that occur in the result, the most frequent first; none where they were not asked for."""
    language: str | None
    notes: tuple[str, ...]
    did_you_mean: str | None
    next_cursor: NextCursor


@tells_of(search.LobbyingList)
class LobbyAnswer(AnswerPart):
    """States to approach on an issue."""

    state: str
    """Code of the State under review."""
    session: int
    on_issue: int
    here: int
    here_perhaps: int
    total: int
    """States in the order."""
    targets: tuple[LobbyingTarget, ...]
    """The States of this page, by who is likely to speak, or by what they said."""
    invented: Invented
    notes: tuple[str, ...]
    superseded: Superseded
    next_cursor: NextCursor


@tells_of(search.ThreadReview)
class ThreadReview(AnswerPart):
    """Another review of the State."""

    session: int
    cycle: int
    compared: int
    total: int
    same: int
    links: tuple[ThreadLink, ...]


@tells_of(search.Thread)
class ThreadAnswer(AnswerPart):
    """What the same State was told on the same thing in its other reviews."""

    id: str = at("record.id")
    """The recommendation asked for."""
    recommendation: Recommendation = at("record")
    total: int
    compared: tuple[str, ...]
    """Sentences on what later reviews it was compared with, and on those that are not in this index."""
    invented: Invented
    reviews: tuple[ThreadReview, ...]
    next_cursor: NextCursor
    """For the next page, of each review; null where none has more."""


@tells_of(search.ObservingDocument)
class ObservingDocument(AnswerPart):
    """A document in which a treaty body or special procedure speaks to a State."""

    committee: str
    mechanism: Mechanism
    symbol: str
    date: datetime.date | None
    observations: int


@tells_of(search.ObservationAnswer)
class ObservationsAnswer(AnswerPart):
    """What treaty bodies say."""

    state: str | None
    total: int
    hits: tuple[FoundObservation, ...]
    documents: tuple[ObservingDocument, ...]
    general_comments: tuple[FoundObservation, ...]
    next_cursor: NextCursor


class DraftsAnswer(AnswerPart):
    """What became of the drafts of a report, the latest draft first."""

    review: str
    """Id of the review."""
    requests: tuple[DraftRequest, ...]
    """Those of each draft in printed order, then those that are new; none where no draft was replaced."""


@tells_of(search.ReviewProgress)
class ProgressAnswer(AnswerPart):
    """What the documents before the next review report on recommendations; never whether they are implemented."""

    review: str
    state: str
    session: int
    sessions: tuple[int, ...]
    documents: tuple[ReportingDocument, ...]
    missing: tuple[str, ...]
    superseded: Superseded
    total: int
    links: tuple[ProgressLink, ...]
    """Those of this page: by recommendation, the most direct first."""
    recommendations: tuple[Recommendation, ...]
    """The recommendations that they are on."""
    invented: Invented
    next_cursor: NextCursor


@tells_of(search.ReportedParagraphAnswer)
class ReportedParagraph(AnswerPart):
    """A paragraph of a document before a review."""

    kind: Literal["report"] = "report"
    """Tells it from a recommendation."""
    id: str = at("record.text.id")
    document_kind: str = at("record.text.document.kind")
    reporter: OfKind = at("record.text.document.kind")
    symbol: str = at("record.text.place.symbol")
    paragraph: str = at("record.text.place.paragraph")
    page: int | None = at("record.text.place.page")
    date: datetime.date | None = at("record.text.document.issued")
    headings: tuple[str, ...] = at("record.text.headings")
    contributors: Contributors = at("record.text.contributors")
    printed: tuple[str, ...] = at("record.printed")
    text: str = at("record.text.text")
    language: str = at("record.language")
    state: str = at("record.state")
    review: str = at("record.review")
    reported_on: str | None = at("record.reported_on")
    before: str | None = at("record.before")
    after: str | None = at("record.after")
    links: tuple[ProgressLink, ...]
    """The recommendations that the document names for it, then those on which it likely reports."""
    invented: Invented


AnyRecord = Annotated[
    RecommendationAnswer | CommitmentAnswer | Observation | ReportedParagraph, Field(discriminator="kind")
]


class RecordsAnswer(AnswerPart):
    """The record of an id, or all that stand in one paragraph."""

    records: tuple[AnyRecord, ...]
    """What stands there, as printed; a paragraph may hold several requests."""


@tells_of(search.ReportedOnIssue)
class ReportsAnswer(AnswerPart):
    """What was reported on an issue."""

    own_state: str | None
    own_total: int
    total: int
    hits: tuple[FoundReport, ...]
    language: str | None
    next_cursor: NextCursor


@tells_of(search.StateReview)
class Review(AnswerPart):
    """One review of a State."""

    review: str
    session: int
    cycle: int
    held_on: datetime.date | None
    troika: tuple[str, ...] = at("facts.troika")
    head_of_delegation: NullIfEmpty = at("facts.head_of_delegation")
    delegations: int | None = at("facts.delegations")
    answer_due: AnswerDue | None = at("facts.answer_due")
    stated_in: dict[str, Source] = at("facts.stated_in")
    documents: tuple[IndexedDocument, ...]
    recommendations: int
    positions: dict[Position, int]
    discrepancies: tuple[Discrepancy, ...]
    commitments: tuple[Commitment, ...]


def _occurring(positions: Mapping[Position, int]) -> dict[Position, int]:
    return {position: count for position, count in positions.items() if count}


@tells_of(search.Counted)
class Issue(AnswerPart):
    """An issue of the recommendations to a State."""

    label: str = at("value")
    """UPR Info's label."""
    recommendations: int = at("total")
    specific: int
    positions: Annotated[dict[Position, int], BeforeValidator(_occurring)]
    """How many have each position; those that do not occur are left out."""


def _ids(links: Sequence[search.ThreadLink]) -> list[str]:
    return [link.record.id for link in links]


class SimilarIds(AnswerPart):
    """A recommendation, and what is like it in another review, as the program found it: to be read."""

    id: str = at("record.id")
    """The recommendation of the last review."""
    same: Annotated[tuple[str, ...], BeforeValidator(_ids)]
    """Ids of those that ask the same."""
    similar: Annotated[tuple[str, ...], BeforeValidator(_ids)] = at("links")
    """Ids of all that are like it, these among them."""


@tells_of(search.ThreadSummary)
class ComparedWithBefore(AnswerPart):
    """The recommendations of the last review beside those of the one before."""

    session: int
    before: int
    recommendations: tuple[SimilarIds, ...] = at("rows")


class NextReview(AnswerPart):
    """The coming review, estimated from the calendar."""

    sessions: tuple[int, ...]
    """The sessions that it may come in."""
    since: tuple[tuple[int, ...], ...]
    """Those of each review between it and the last one indexed."""
    estimated: Literal[True]
    """It is never more than an estimate."""


@tells_of(search.ReviewCoverage)
class CoveredReview(AnswerPart):
    """One review that took place, or by the order of the cycle should have, and what is indexed of it."""

    session: int
    cycle: int
    month: str
    held_on: datetime.date | None
    basis: ReviewBasis
    recommendations: int
    extent: Extent
    troika: tuple[str, ...] = at("facts.troika")
    head_of_delegation: NullIfEmpty = at("facts.head_of_delegation")
    delegations: int | None = at("facts.delegations")
    answer_due: AnswerDue | None = at("facts.answer_due")
    stated_in: dict[str, Source] = at("facts.stated_in")
    documents: tuple[IndexedDocument, ...]


@tells_of(search.StateCoverage)
class Coverage(AnswerPart):
    """What every zero, “again” and “next” rests on."""

    reviews: tuple[CoveredReview, ...]
    """The earliest first, to today."""
    missing: str
    """Sentences on what is not indexed; "" where nothing is known to be missing."""
    superseded: Superseded
    fetch: str
    """The command that fetches what is missing; "" where nothing is."""
    published_at: str


@tells_of(State)
class StateAnswer(AnswerPart):
    """What the index holds on a State."""

    code: str
    name: str
    reviews: tuple[Review, ...]
    """Its reviews, the earliest first."""
    observations: tuple[ObservingDocument, ...]
    """The documents in which treaty bodies speak to it, the newest first."""
    issues: tuple[Issue, ...]
    """What its recommendations are about, the most frequent first."""
    compared_with_before: ComparedWithBefore | None
    """Null where there are no two reviews."""
    next_review: NextReview | None
    """Null where nothing says when it comes."""
    coverage: Coverage
    """Which reviews took place, and what is indexed of each."""


@tells_of(State)
class IndexedState(AnswerPart):
    """What is indexed on one State, and what is not."""

    code: str
    name: str
    reviews: tuple[ReviewSummary, ...]
    """Its reviews of which something is indexed, the earliest first."""
    treaty_bodies: tuple[ObservingDocument, ...]
    """The documents in which treaty bodies speak to it, the newest first."""
    missing: str
    """One sentence on its reviews that are not indexed; empty where none is known to be missing."""
    published_at: str
    """Where the Office of the High Commissioner publishes the documents of its reviews."""
    coverage: Coverage
    """Which of its reviews took place, and what is indexed of each."""


@tells_of(search.Overview)
class InfoAnswer(AnswerPart):
    """What the index holds: nothing else was searched."""

    built: str
    invented: Invented
    """True where any of its States is a sample's."""
    documents: int
    recommendations: int
    observations: int
    sessions: tuple[int, ...]
    total: int
    """States in the whole list."""
    states: tuple[IndexedState, ...]
    """Those of this page, by name."""
    next_cursor: NextCursor
