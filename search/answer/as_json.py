"""What search answers as JSON: one statement of each field for commands and the API, beside those of records.

It loads pydantic, which a command without --json does without: import it where JSON is made.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from models.records import records
from models.records.as_json import (
    AnswerPart,
    ClassifiedCommitment,
    ClassifiedRecommendation,
    ObservationRecord,
    Recommendation,
    Source,
    at,
    classified,
    kinds_of,
    record_as_json,
    tells_of,
)
from models.records.documents import Draft
from models.records.enums import Position, ThreadType
from models.records.reported import Stated
from models.vocabularies.ratifications import Ratification
from search.catalogue.treaties_to_join import ratifications_asked
from search.datamodel import answer, drafts, lobbying, observations, progress, threads
from search.datamodel.answer import Hit
from search.datamodel.drafts import ReplacedDraft
from search.datamodel.observations import ObservationHit
from search.datamodel.progress import REPORTERS, FollowUpRow, ReportsOn
from search.datamodel.question import Group
from search.datamodel.strengths import Strength

Record = Annotated[ClassifiedRecommendation | ClassifiedCommitment, Field(discriminator="kind")]
OfKind = Annotated[
    str,
    BeforeValidator(REPORTERS.get),
    Field(description="Whose words it brings: `State`, `United Nations` or `Stakeholders`."),
]


def _ids(made: Sequence[records.Recommendation]) -> tuple[str, ...]:
    return tuple(record.id for record in made)


def _records(members: Sequence[Hit]) -> tuple[ClassifiedRecommendation | ClassifiedCommitment, ...]:
    return tuple(classified(member.record) for member in members)


def _named(contributors: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"code": code, "name": name} for code, name in contributors]


@tells_of(answer.ReferredComment)
class ReferredComment(AnswerPart):
    """What the State says where a comment refers on ("See recommendation 105")."""

    records: Annotated[tuple[str, ...], BeforeValidator(_ids)]
    """Ids of the recommendations that have that comment."""
    paragraphs: tuple[str, ...]
    comment: str
    comment_source: Source | None = at("place")


@tells_of(answer.Hit)
class Why(AnswerPart):
    """Where a record stands in an answer, and why."""

    rank: int
    group: Group
    relevance: float
    strength: Strength
    words_in_common: tuple[str, ...]
    labels_in_common: tuple[str, ...]
    by_meaning: bool


class Found(Why):
    """Where a record stands in an answer, why, and what is beside it."""

    highlights: tuple[tuple[int, int], ...]
    """Start and end of the words to mark in `quoted`, or in the `text` of a commitment, in Unicode characters."""
    referred_comments: tuple[ReferredComment, ...] = at("referred")
    members: Annotated[tuple[Record, ...], BeforeValidator(_records)]
    ratifications: tuple[Ratification, ...]
    """One for each treaty that the State is to join, where it is known."""
    invented: bool


class FoundRecommendation(Found, ClassifiedRecommendation):
    """A recommendation that was found."""


class FoundCommitment(Found, ClassifiedCommitment):
    """A voluntary commitment that was found."""


@tells_of(observations.ObservationHit)
class Observation(ObservationRecord):
    """A paragraph of a treaty body."""

    invented: bool


class FoundObservation(Observation):
    """A paragraph of a treaty body that was found."""

    relevance: float
    strength: Strength
    parts: tuple[str, ...]
    passage: tuple[str, ...]
    themes_in_common: tuple[str, ...]
    since_review: bool | None
    beyond: tuple[str, ...] = at("additional")


@tells_of(threads.ThreadLink)
class ThreadLink(Recommendation):
    """A linked recommendation of another review."""

    type: ThreadType
    """Found by the program: `same` (it asks for the same act on the same object) or `similar` (to be read)."""
    of: str
    """The id asked for."""
    earlier: str
    """Id of the earlier of the two."""
    later: str
    """Id of the later of the two."""
    earlier_position: Position
    """The answer to the earlier."""
    later_position: Position
    """The answer to the later."""


@tells_of(progress.ReportingDocument)
class ReportingDocument(AnswerPart):
    """A document that was written before a review, on the time since the one before."""

    symbol: str
    document_kind: str = at("kind")
    session: int
    date: datetime.date | None = at("issued")


class Contributor(AnswerPart):
    """A stakeholder whose submission a paragraph names."""

    code: str
    """What the document cites it by ("JS3")."""
    name: str
    """Its name in the list of contributors."""


Contributors = Annotated[tuple[Contributor, ...], BeforeValidator(_named)]


@tells_of(progress.ReportsOn)
class ProgressLink(AnswerPart):
    """One paragraph as it reports on one recommendation."""

    recommendation: str = at("record.id")
    """Id of the recommendation."""
    id: str = at("link.report.id")
    document_kind: str = at("link.report.document.kind")
    reporter: OfKind = at("link.report.document.kind")
    symbol: str = at("link.report.place.symbol")
    paragraph: str = at("link.report.place.paragraph")
    page: int | None = at("link.report.place.page")
    date: datetime.date | None = at("link.report.document.issued")
    stated: Stated | None = at("link.stated.stated", default=None)
    """Where the document itself names the recommendation; null where it does not."""
    printed: str | None = at("link.stated.printed", default=None)
    for_section: bool | None = at("link.stated.holds_below", default=None)
    points_elsewhere: bool | None = at("link.stated.points_elsewhere", default=None)
    basis: str | None = at("link.stated.basis", default=None)
    certainty: float | None = at("link.stated.certainty", default=None)
    rank: int = at("link.rank")
    relevance: float = at("link.relevance")
    strength: Strength = at("link.strength")
    """That in a word; `related` is no more than near."""
    headings: tuple[str, ...] = at("link.report.headings")
    contributors: Contributors = at("link.report.contributors")
    sentence: str = at("link.sentence")


@tells_of(progress.ReportedHit)
class FoundReport(AnswerPart):
    """A paragraph that was found, of a document before a review."""

    rank: int
    group: Group
    relevance: float
    strength: Strength
    kind: Literal["report"] = "report"
    """Tells it from a recommendation."""
    id: str = at("record.id")
    state: str
    document_kind: str = at("record.document.kind")
    reporter: OfKind = at("record.document.kind")
    symbol: str = at("record.place.symbol")
    paragraph: str = at("record.place.paragraph")
    page: int | None = at("record.place.page")
    session: int = at("record.document.session")
    date: datetime.date | None = at("record.document.issued")
    headings: tuple[str, ...] = at("record.headings")
    contributors: Contributors = at("record.contributors")
    sentence: str
    text: str = at("record.text")
    language: str


@tells_of(lobbying.LobbyingTarget)
class LobbyingTarget(AnswerPart):
    """A State to approach."""

    rank: int
    state: str = at("state.code")
    name: str = at("state.name")
    place: int = at("nearest.place")
    nearest: Recommendation = at("nearest.record")
    strength: Strength = at("nearest.strength")
    same_group: bool = at("is_near")
    recommendations: dict[str, int] = at("counts")


@tells_of(drafts.DraftRequest)
class DraftRequest(AnswerPart):
    """A recommendation of a draft report and what it is now, or one that is new."""

    review: str
    """Id of the review."""
    file: str = at("name")
    """Name of the draft's file."""
    draft: Draft
    """Which draft it is."""
    old_id: str | None
    """Id in the draft; null for one that is new."""
    old_paragraph: str | None = at("paragraph")
    old_text: str | None = at("text")
    old_recommending_states: tuple[str, ...] | None = at("states")
    old_position: Position | None = at("position")
    symbol: str = at("used")
    """Of the report that took the draft's place."""
    id: str | None
    paragraph: str | None = at("paragraph_now")
    changed: tuple[Literal["number", "words", "States", "position"], ...]


def hit_as_json(hit: Hit) -> dict[str, Any]:
    """The record as `upr extract --json` prints it, with rank, group, relevance, strength, why, members."""
    return {
        **Why.as_json(hit),
        **record_as_json(hit.record),
        "referred_comments": [ReferredComment.as_json(comment) for comment in hit.referred],
        "members": [record_as_json(member.record) for member in hit.members],
    }


def found_with_record(hit: Hit) -> FoundRecommendation | FoundCommitment:
    """A record that was found, with what a page needs to show it."""
    record = hit.record
    if isinstance(record, records.Commitment):
        return FoundCommitment.made_of(record, hit, ratifications=())
    return FoundRecommendation.made_of(
        record, hit, ratifications=ratifications_asked(record.text, record.state_under_review)
    )


def found_observation(hit: ObservationHit) -> FoundObservation:
    """What a treaty body says, with how near it is and where it is on the thing."""
    return FoundObservation.made_of(hit.record, hit, **kinds_of(hit.record))


def observation_hit_as_json(hit: ObservationHit) -> dict[str, Any]:
    """What a treaty body says as a line, in which what was found of it stands before the record."""
    line = found_observation(hit).model_dump(mode="json")
    first = (*FoundObservation.__annotations__, "invented", "mechanism", "report")
    return {name: line[name] for name in first} | line


def linked(thread: threads.Thread, link: threads.ThreadLink) -> ThreadLink:
    """A linked record, with the type and both positions in the order of time."""
    earlier, later = thread.in_time(link)
    return ThreadLink.made_of(
        link.record,
        type=link.type,
        of=thread.record.id,
        earlier=earlier.id,
        later=later.id,
        earlier_position=earlier.position,
        later_position=later.position,
    )


def link_as_json(thread: threads.Thread, link: threads.ThreadLink) -> dict[str, Any]:
    """A linked record as a line, in which what was found of it stands before the record."""
    line = linked(thread, link).model_dump(mode="json")
    return {name: line[name] for name in ThreadLink.__annotations__} | line


def draft_requests(replaced: ReplacedDraft) -> Iterator[DraftRequest]:
    """Each request of a replaced draft, then each that the report used has beside them."""
    for request in replaced.requests:
        yield DraftRequest.made_of(request, replaced)
    nothing = dict.fromkeys(("old_id", "paragraph", "text", "states", "position"))
    for new in replaced.new:
        yield DraftRequest.made_of(new, replaced, **nothing, paragraph_now=new.paragraph, changed=())


def follow_up_row_as_json(row: FollowUpRow) -> dict[str, Any]:
    """The record as `upr extract --json` prints it, who reports on it, and what is like it in the next review."""
    record = row.record
    return {
        **Recommendation.as_json(record),
        "reported": [
            {
                "reporter": reported.reporter,
                "reporting": reported.reporting,
                "paragraphs": reported.paragraphs,
                "first": ProgressLink.as_json(ReportsOn(record, reported.first)) if reported.first else None,
            }
            for reported in row.reported
        ],
        "similar": [{"type": link.type, **Recommendation.as_json(link.record)} for link in row.similar],
    }
