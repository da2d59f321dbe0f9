"""What search answers as flat JSON objects, the same in commands and in the API."""

from collections.abc import Iterator
from typing import Any

from models.records.as_json import (
    classes_as_json,
    commitment_as_json,
    draft_as_json,
    observation_as_json,
    place_as_json,
    recommendation_as_json,
    wordings_as_json,
)
from models.records.records import Commitment, Observation, Recommendation
from models.vocabularies.mechanisms import mechanism_of, report_form
from search.datamodel.answer import Hit, Record, ReferredComment
from search.datamodel.drafts import ReplacedDraft
from search.datamodel.lobbying import LobbyingTarget
from search.datamodel.observations import ObservationHit
from search.datamodel.progress import (
    REPORTERS,
    FollowUpRow,
    ProgressLink,
    ReportedHit,
    ReportedParagraphAnswer,
    ReportingDocument,
)
from search.datamodel.threads import Thread, ThreadLink


def hit_as_json(hit: Hit) -> dict[str, Any]:
    """The record as `upr extract --json` prints it, with rank, group, relevance, strength, why, members."""
    return {
        "rank": hit.rank,
        "group": hit.group,
        "relevance": hit.relevance,
        "strength": hit.strength,
        "words_in_common": list(hit.words_in_common),
        "labels_in_common": list(hit.labels_in_common),
        "by_meaning": hit.by_meaning,
        **record_as_json(hit.record),
        "referred_comments": [referred_comment_as_json(comment) for comment in hit.referred],
        "members": [record_as_json(member.record) for member in hit.members],
    }


def referred_comment_as_json(referred: ReferredComment) -> dict[str, Any]:
    """A comment that another refers to: the records that have it, their paragraphs, the words and where they stand."""
    return {
        "records": [record.id for record in referred.records],
        "paragraphs": list(referred.paragraphs),
        "comment": referred.comment,
        "comment_source": place_as_json(referred.place),
    }


def record_as_json(record: Record) -> dict[str, Any]:
    """The record as `upr extract --classify --json` prints it, with its wordings, none for one language alone."""
    plain = commitment_as_json(record) if isinstance(record, Commitment) else recommendation_as_json(record)
    return plain | classes_as_json(record) | wordings_as_json(record)


def told_as_json(record: Observation) -> dict[str, Any]:
    """The record as `upr extract --json` prints it, with what kind of body speaks and what it reports on."""
    form = report_form(record.committee, record.place.symbol, record.entity)
    return {
        "mechanism": mechanism_of(record.committee).value,
        "report": form.value if form else None,
        **observation_as_json(record),
    }


def observation_hit_as_json(hit: ObservationHit) -> dict[str, Any]:
    """The record as `upr extract --json` prints it, with how near it is and where it is on the thing."""
    return {
        "relevance": hit.relevance,
        "strength": hit.strength,
        "parts": list(hit.parts),
        "passage": list(hit.passage),
        "themes_in_common": list(hit.themes_in_common),
        "since_review": hit.since_review,
        "beyond": list(hit.additional),
        "invented": hit.invented,
        **told_as_json(hit.record),
    }


def link_as_json(thread: Thread, link: ThreadLink) -> dict[str, Any]:
    """The linked record as `upr extract --json` prints it, with the type and both positions in the order of time."""
    earlier, later = thread.in_time(link)
    return {
        "type": link.type.value,
        "of": thread.record.id,
        "earlier": earlier.id,
        "later": later.id,
        "earlier_position": earlier.position.value,
        "later_position": later.position.value,
        **recommendation_as_json(link.record),
    }


def progress_link_as_json(record: Recommendation, link: ProgressLink) -> dict[str, Any]:
    """One paragraph as it reports on one recommendation: who says it, where, how directly, and the sentence."""
    report, stated = link.report, link.stated
    return {
        "recommendation": record.id,
        "id": report.id,
        "document_kind": report.document.kind.value,
        "reporter": REPORTERS[report.document.kind],
        "symbol": report.place.symbol,
        "paragraph": report.place.paragraph,
        "page": report.place.page,
        "date": report.document.issued.isoformat() if report.document.issued else None,
        "stated": stated.stated.value if stated else None,
        "printed": stated.printed if stated else None,
        "for_section": stated.holds_below if stated else None,
        "points_elsewhere": stated.points_elsewhere if stated else None,
        "basis": stated.basis if stated else None,
        "certainty": stated.certainty if stated else None,
        "rank": link.rank,
        "relevance": link.relevance,
        "strength": link.strength,
        "headings": list(report.headings),
        "contributors": [{"code": code, "name": name} for code, name in report.contributors],
        "sentence": link.sentence,
    }


def reporting_document_as_json(document: ReportingDocument) -> dict[str, Any]:
    """What it is, the session that it was written for, and when it was published."""
    return {
        "symbol": document.symbol,
        "document_kind": document.kind.value,
        "session": document.session,
        "date": document.issued.isoformat() if document.issued else None,
    }


def reported_paragraph_as_json(answer: ReportedParagraphAnswer) -> dict[str, Any]:
    """The paragraph as printed, where it stands, and the recommendations that it reports on, as `progress` has them."""
    record, text = answer.record, answer.record.text
    return {
        "id": text.id,
        "kind": "report",
        "document_kind": text.document.kind.value,
        "reporter": REPORTERS[text.document.kind],
        "symbol": text.place.symbol,
        "paragraph": text.place.paragraph,
        "page": text.place.page,
        "date": text.document.issued.isoformat() if text.document.issued else None,
        "headings": list(text.headings),
        "contributors": [{"code": code, "name": name} for code, name in text.contributors],
        "printed": list(record.printed),
        "text": text.text,
        "language": record.language,
        "state": record.state,
        "review": record.review,
        "reported_on": record.reported_on,
        "before": record.before,
        "after": record.after,
        "links": [progress_link_as_json(each.record, each.link) for each in (*answer.stated, *answer.by_meaning)],
    }


def reported_hit_as_json(hit: ReportedHit) -> dict[str, Any]:
    """A paragraph as it reports on an issue: rank, group, how surely, who says it, where, and its words."""
    text = hit.record
    return {
        "rank": hit.rank,
        "group": hit.group,
        "relevance": hit.relevance,
        "strength": hit.strength,
        "kind": "report",
        "id": text.id,
        "state": hit.state,
        "document_kind": text.document.kind.value,
        "reporter": REPORTERS[text.document.kind],
        "symbol": text.place.symbol,
        "paragraph": text.place.paragraph,
        "page": text.place.page,
        "session": text.document.session,
        "date": text.document.issued.isoformat() if text.document.issued else None,
        "headings": list(text.headings),
        "contributors": [{"code": code, "name": name} for code, name in text.contributors],
        "sentence": hit.sentence,
        "text": text.text,
        "language": hit.language,
    }


def follow_up_row_as_json(row: FollowUpRow) -> dict[str, Any]:
    """The record as `upr extract --json` prints it, who reports on it, and its closest thread in the next review."""
    record, again = row.record, row.again
    return {
        **recommendation_as_json(record),
        "reported": [
            {
                "reporter": reported.reporter,
                "reporting": reported.reporting,
                "paragraphs": reported.paragraphs,
                "first": progress_link_as_json(record, reported.first) if reported.first else None,
            }
            for reported in row.reported
        ],
        "again": {"type": again.type.value, **recommendation_as_json(again.record)} if again else None,
    }


def target_as_json(target: LobbyingTarget) -> dict[str, Any]:
    """Place, numbers and points, and how many recommendations stand behind each number."""
    return {
        "rank": target.rank,
        "state": target.state.code,
        "name": target.state.name,
        "view": target.view,
        "promise": target.promise,
        "reasons": {
            name: {"number": reason.number, "points": reason.points} for name, reason in target.reasons.items()
        },
        "recommendations": {evidence.value: count for evidence, count in target.counts.items()},
        "states_asked": target.states_asked,
        "share": round(target.share, 4),
        "sessions_here": list(target.sessions_here),
        "cycles_here": list(target.cycles_here),
        "last_session": target.last_session,
    }


def replaced_draft_as_json(replaced: ReplacedDraft) -> Iterator[dict[str, Any]]:
    """A flat object for each request of a replaced draft, then for each that the report used has beside them."""
    of_draft = {"review": replaced.review, "file": replaced.name, "draft": draft_as_json(replaced.draft)}
    for request in replaced.requests:
        yield {
            **of_draft,
            "old_id": request.old_id,
            "old_paragraph": request.paragraph,
            "old_text": request.text,
            "old_recommending_states": list(request.states),
            "old_position": request.position.value,
            "symbol": replaced.used,
            "id": request.id,
            "paragraph": request.paragraph_now,
            "changed": list(request.changed),
        }
    for new in replaced.new:
        nothing = dict.fromkeys(("old_id", "old_paragraph", "old_text", "old_recommending_states", "old_position"))
        now: dict[str, Any] = {"symbol": replaced.used, "id": new.id, "paragraph": new.paragraph, "changed": []}
        yield {**of_draft, **nothing, **now}
