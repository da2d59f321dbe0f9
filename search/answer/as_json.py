"""What search answers as JSON: what commands print of it and the API answers, beside records.

It loads pydantic, which a command without --json does without: import it where JSON is made.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from models.messages.message import Message
from models.records import records
from models.records.as_json import (
    PLACE,
    ClassifiedCommitment,
    ClassifiedRecommendation,
    ClassifiedRecord,
    ObservationRecord,
    Recommendation,
    record_as_json,
    with_first,
)
from models.records.enums import Position
from models.records.shown_as_json import SHOWN_AS, AnswerPart, part, shows
from models.reviews.calendar import CalendarEvent
from models.vocabularies.ratifications import Ratification
from search.catalogue.treaties_to_join import ratifications_asked
from search.datamodel import answer, drafts, lobbying, observations, partners, progress, threads

SHOWN_AS |= {lobbying.Evidence: str, Message: str}

Event = part("Event", CalendarEvent, "event=kind first_day last_day how_known basis session committee? address?")

ReportingDocument = part(
    "ReportingDocument", progress.ReportingDocument, "symbol document_kind=kind session date=issued"
)
ReportedLine = part(
    "ReportedLine",
    progress.ReportedText,
    "kind id document_kind=document.kind",
    PLACE,
    "date=document.issued headings contributors text",
)
LobbyingTarget = part(
    "LobbyingTarget",
    lobbying.LobbyingTarget,
    "rank state=state.code name=state.name place=nearest.place nearest=nearest.record strength=nearest.strength",
    "same_group=is_near recommendations=counts",
)


@shows(answer.ReferredComment, "records=records.id paragraphs comment comment_source=place")
class ReferredComment(AnswerPart):
    """What the State says where a comment refers on ("See recommendation 105")."""

    records: tuple[str, ...]
    """Ids of the recommendations that have that comment."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What answers say beside what search does."""

    next_cursor: str | None
    """For the next page; null on the last."""
    invented: bool
    """True for a sample."""
    superseded: str
    """That the State was reviewed again since the latest review that is indexed: say it first; "" where it was not."""
    referred_comments: tuple[answer.ReferredComment, ...]
    """What the State says where its comment refers on."""
    ratifications: tuple[Ratification, ...]
    """One for each treaty that the State is to join, where it is known."""


@shows(answer.Hit, "rank group relevance strength words_in_common labels_in_common by_meaning")
class Why(AnswerPart):
    """Where a record stands in an answer, and why."""


@shows(answer.Hit, Beside, "highlights referred_comments=referred members=members.record ratifications invented")
class Found(Why):
    """Where a record stands in an answer, why, and what is beside it."""

    members: tuple[ClassifiedRecord, ...]


class FoundRecommendation(Found, ClassifiedRecommendation):
    """A recommendation that was found."""


class FoundCommitment(Found, ClassifiedCommitment):
    """A voluntary commitment that was found."""


class Observation(ObservationRecord):
    """A paragraph of a treaty body."""

    invented: bool
    """True for a paragraph of the sample corpus."""


@shows(
    observations.ObservationHit,
    "relevance strength parts passage themes_in_common since_review beyond=additional invented",
)
class FoundObservation(Observation):
    """A paragraph of a treaty body that was found."""


@shows(threads.ThreadLink, "type of earlier later earlier_position later_position")
class ThreadLink(Recommendation):
    """A linked recommendation of another review."""

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


@shows(
    progress.ReportsOn,
    "recommendation=record.id id=link.report.id document_kind=link.report.document.kind",
    "reporter=link.report.document.reporter symbol=link.report.place.symbol paragraph=link.report.place.paragraph",
    "page=link.report.place.page date=link.report.document.issued stated=link.stated.stated",
    "printed=link.stated.printed for_section=link.stated.holds_below",
    "points_elsewhere=link.stated.points_elsewhere basis=link.stated.basis",
    "certainty=link.stated.certainty rank=link.rank relevance=link.relevance strength=link.strength",
    "headings=link.report.headings contributors=link.report.contributors sentence=link.sentence",
)
class ProgressLink(AnswerPart):
    """One paragraph as it reports on one recommendation."""

    recommendation: str
    """Id of the recommendation."""
    paragraph: str


@shows(
    progress.ReportedHit,
    progress.ReportedText,
    "rank group relevance strength kind id state document_kind=document.kind reporter=document.reporter",
    PLACE,
    "session=document.session date=document.issued headings contributors sentence text language",
)
class FoundReport(AnswerPart):
    """A paragraph that was found, of a document before a review."""

    paragraph: str


@shows(
    drafts.DraftRequest,
    drafts.ReplacedDraft,
    "review file=name draft old_id old_paragraph=paragraph old_text=text old_recommending_states=states",
    "old_position=position symbol=used id paragraph=paragraph_now changed",
)
class DraftRequest(AnswerPart):
    """A recommendation of a draft report and what it is now, or one that is new."""

    old_id: str | None
    """Id in the draft; null for one that is new."""
    old_paragraph: str | None
    old_text: str | None
    old_recommending_states: tuple[str, ...] | None
    old_position: Position | None


@shows(threads.SimilarInReview, "id=record.id same=same.record.id similar=links.record.id")
class SimilarIds(AnswerPart):
    """A recommendation, and the ids of what is like it in another review, as the program found it: to be read."""


part("ComparedWithBefore", threads.ThreadSummary, "session before recommendations=rows")


@shows(records.Recommendation, "id session quoted")
class QuotedRequest(AnswerPart):
    """A recommendation that a partner is named for."""


@shows(
    partners.Partner,
    "kind name? why basis details source=source.words? date=source.date? address=source.address? page? state?",
    "committee? documents recommendations=requests",
)
class Partner(AnswerPart):
    """Somebody whom an NGO can follow up with."""

    recommendations: tuple[QuotedRequest, ...]


def found_with_record(hit: answer.Hit) -> FoundRecommendation | FoundCommitment:
    """A record that was found, with what a page needs to show it."""
    record = hit.record
    if isinstance(record, records.Commitment):
        return FoundCommitment.made_of(hit, ratifications=())
    return FoundRecommendation.made_of(hit, ratifications=ratifications_asked(record.text, record.state_under_review))


def hit_as_json(hit: answer.Hit) -> dict[str, Any]:
    """The record as `upr extract --json` prints it, with rank, group, relevance, strength, why, members."""
    return {
        **Why.as_json(hit),
        **record_as_json(hit.record),
        "referred_comments": [ReferredComment.as_json(comment) for comment in hit.referred],
        "members": [record_as_json(member.record) for member in hit.members],
    }


def observation_hit_as_json(hit: observations.ObservationHit) -> dict[str, Any]:
    """What a treaty body says as a line, in which what was found of it stands before the record."""
    first = (*FoundObservation.__annotations__, "mechanism", "report")
    return with_first(first, FoundObservation.as_json(hit))


def linked(thread: threads.Thread, link: threads.ThreadLink) -> ThreadLink:
    """A linked record, with the type and both positions in the order of time."""
    earlier, later = thread.in_time(link)
    return ThreadLink.made_of(
        link,
        of=thread.record.id,
        earlier=earlier.id,
        later=later.id,
        earlier_position=earlier.position,
        later_position=later.position,
    )


def link_as_json(thread: threads.Thread, link: threads.ThreadLink) -> dict[str, Any]:
    """A linked record as a line, in which what was found of it stands before the record."""
    return with_first(ThreadLink.__annotations__, linked(thread, link).model_dump(mode="json"))


def draft_requests(replaced: drafts.ReplacedDraft) -> Iterator[DraftRequest]:
    """Each request of a replaced draft, then each that the report used has beside them."""
    for request in replaced.requests:
        yield DraftRequest.made_of(request, replaced)
    nothing = dict.fromkeys(("old_id", "old_paragraph", "old_text", "old_recommending_states", "old_position"))
    for new in replaced.new:
        yield DraftRequest.made_of(replaced, **nothing, id=new.id, paragraph=new.paragraph, changed=())


def follow_up_row_as_json(row: progress.FollowUpRow) -> dict[str, Any]:
    """The record as `upr extract --json` prints it, who reports on it, and what is like it in the next review."""
    record = row.record
    return {
        **Recommendation.as_json(record),
        "reported": [
            {
                "reporter": reported.reporter,
                "reporting": reported.reporting,
                "paragraphs": reported.paragraphs,
                "first": ProgressLink.as_json(progress.ReportsOn(record, reported.first)) if reported.first else None,
            }
            for reported in row.reported
        ],
        "similar": [{"type": link.type, **Recommendation.as_json(link.record)} for link in row.similar],
    }
