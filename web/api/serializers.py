"""Answers of search as the typed answers of the API."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from models.records.as_json import (
    commitment_as_json,
    discrepancy_as_json,
    draft_as_json,
    facts_as_json,
    recommendation_as_json,
)
from models.records.records import Commitment, Observation, Recommendation
from models.reviews.next_review import estimated_days
from models.reviews.states import State
from search import (
    Answer,
    Counted,
    Hit,
    IndexedDocument,
    LobbyingList,
    ObservationAnswer,
    ObservationHit,
    ObservingDocument,
    Record,
    ReferredComment,
    ReplacedDraft,
    ReportedOnIssue,
    ReportedParagraphAnswer,
    ReviewCoverage,
    ReviewProgress,
    ReviewSummary,
    StateCoverage,
    StateReview,
    Tally,
    Thread,
    ThreadSummary,
    command_for,
    compared_after,
    hit_as_json,
    link_as_json,
    observation_hit_as_json,
    progress_link_as_json,
    ratifications_asked,
    record_as_json,
    referred_comment_as_json,
    replaced_draft_as_json,
    reported_hit_as_json,
    reported_paragraph_as_json,
    reporting_document_as_json,
    superseded,
    target_as_json,
    told_as_json,
    what_is_missing,
)
from web.api.answers import (
    CommitmentAnswer,
    DraftsAnswer,
    FoundObservation,
    IndexedState,
    LobbyAnswer,
    MatchAnswer,
    ObservationsAnswer,
    ProgressAnswer,
    RecommendationAnswer,
    ReportedParagraph,
    ReportsAnswer,
    StateAnswer,
    ThreadAnswer,
)
from web.api.answers import Observation as ObservationInAnswer


def match_answer(
    answer: Answer, coverage: StateCoverage | None, not_indexed: tuple[str, ...], next_cursor: str | None
) -> MatchAnswer:
    """Totals, the hits of this page, facets, and what the user should know."""
    return MatchAnswer.model_validate(
        {
            "total": answer.total,
            "own_total": answer.own_total,
            "own_rest": answer.own_rest,
            "lines": answer.lines,
            "strengths": answer.strengths,
            "own_strengths": answer.own_strengths,
            "own_state": answer.own_state,
            "own_reviews": [asdict(review) for review in answer.own_reviews],
            "superseded": _superseded(coverage),
            "not_indexed": not_indexed,
            "hits": [_hit(hit) for hit in answer.hits],
            "related": [_hit(hit) for hit in answer.related],
            "facets": {facet.field: [asdict(value) for value in facet.values] for facet in answer.facets},
            "language": answer.language,
            "notes": answer.notes,
            "did_you_mean": answer.did_you_mean,
            "next_cursor": next_cursor,
        }
    )


def recommendation_answer(
    record: Recommendation, referred: Iterable[ReferredComment], coverage: StateCoverage
) -> RecommendationAnswer:
    """One recommendation with what stands beside it."""
    return RecommendationAnswer.model_validate(
        {
            **record_as_json(record),
            "referred_comments": [referred_comment_as_json(comment) for comment in referred],
            "ratifications": _ratifications(record),
            "superseded": _superseded(coverage),
            "invented": coverage.state.invented,
        }
    )


def commitment_answer(record: Commitment, invented: bool) -> CommitmentAnswer:
    """One voluntary commitment."""
    return CommitmentAnswer.model_validate({**record_as_json(record), "invented": invented})


def lobby_answer(
    listed: LobbyingList, coverage: StateCoverage, offset: int, limit: int, next_cursor: str | None
) -> LobbyAnswer:
    """The States by suggested priority, `limit` of them, with what the list rests on."""
    return LobbyAnswer.model_validate(
        {
            "state": listed.state.code,
            "session": listed.session,
            "on_issue": listed.on_issue,
            "here": listed.here,
            "here_perhaps": listed.here_perhaps,
            "here_labelled": listed.here_labelled,
            "total": len(listed.targets),
            "targets": [target_as_json(target) for target in listed.targets[offset : offset + limit]],
            "wording": [recommendation_as_json(record) for record in listed.wording],
            "invented": listed.state.invented,
            "notes": listed.notes,
            "superseded": _superseded(coverage),
            "next_cursor": next_cursor,
        }
    )


def thread_answer(thread: Thread, coverage: StateCoverage, next_cursor: str | None) -> ThreadAnswer:
    """The other reviews of the State, each with the recommendations of this page that are linked."""
    return ThreadAnswer.model_validate(
        {
            "id": thread.record.id,
            "recommendation": recommendation_as_json(thread.record),
            "total": thread.total,
            "compared": compared_after(coverage, thread.record.session, thread.later_compared),
            "invented": thread.invented,
            "reviews": [
                {
                    "session": review.session,
                    "cycle": review.cycle,
                    "compared": review.compared,
                    "total": review.total,
                    "links": [link_as_json(thread, link) for link in review.links],
                }
                for review in thread.reviews
            ],
            "next_cursor": next_cursor,
        }
    )


def observations_answer(answer: ObservationAnswer, next_cursor: str | None) -> ObservationsAnswer:
    """What a State was told, the documents that were searched, and what general comments say."""
    return ObservationsAnswer.model_validate(
        {
            "state": answer.state,
            "total": answer.total,
            "hits": [_observation_hit(hit) for hit in answer.hits],
            "documents": [_observing_document(document) for document in answer.documents],
            "general_comments": [_observation_hit(hit) for hit in answer.general_comments],
            "next_cursor": next_cursor,
        }
    )


def observation_answer(record: Observation, invented: bool) -> ObservationInAnswer:
    """One paragraph of a treaty body."""
    return ObservationInAnswer.model_validate({**told_as_json(record), "invented": invented})


def drafts_answer(review: str, drafts: Iterable[ReplacedDraft]) -> DraftsAnswer:
    """What became of the drafts of a review."""
    requests = [line for replaced in drafts for line in replaced_draft_as_json(replaced)]
    return DraftsAnswer.model_validate({"review": review, "requests": requests})


def progress_answer(progress: ReviewProgress, coverage: StateCoverage, next_cursor: str | None) -> ProgressAnswer:
    """The documents that there are, and the links of this page."""
    return ProgressAnswer.model_validate(
        {
            "review": progress.review,
            "state": progress.state,
            "session": progress.session,
            "sessions": progress.sessions,
            "documents": [reporting_document_as_json(document) for document in progress.documents],
            "missing": [kind.value for kind in progress.missing],
            "superseded": _superseded(coverage),
            "total": progress.total,
            "links": [
                progress_link_as_json(found.record, link) for found in progress.recommendations for link in found.links
            ],
            "recommendations": [
                recommendation_as_json(found.record) for found in progress.recommendations if found.links
            ],
            "invented": coverage.state.invented,
            "next_cursor": next_cursor,
        }
    )


def reported_answer(answer: ReportedParagraphAnswer, invented: bool) -> ReportedParagraph:
    """One paragraph with the recommendations that it reports on."""
    return ReportedParagraph.model_validate({**reported_paragraph_as_json(answer), "invented": invented})


def reports_answer(answer: ReportedOnIssue, next_cursor: str | None) -> ReportsAnswer:
    """Totals and the paragraphs of this page."""
    return ReportsAnswer.model_validate(
        {
            "own_state": answer.own_state,
            "own_total": answer.own_total,
            "total": answer.total,
            "hits": [reported_hit_as_json(hit) for hit in answer.hits],
            "language": answer.language,
            "next_cursor": next_cursor,
        }
    )


def state_answer(
    state: State,
    reviews: Sequence[StateReview],
    documents: Iterable[ObservingDocument],
    tally: Tally,
    threads: ThreadSummary | None,
    coverage: StateCoverage,
) -> StateAnswer:
    """A State with its reviews, issues, what was recommended again, and the estimated next review."""
    return StateAnswer.model_validate(
        {
            "code": state.code,
            "name": state.name,
            "reviews": [_state_review(review) for review in reviews],
            "observations": [_observing_document(document) for document in documents],
            "issues": [_issue(issue) for issue in tally.labels],
            "asked_again": _asked_again(threads) if threads else None,
            "next_review": _next_review(coverage),
            "coverage": _coverage(coverage),
        }
    )


def indexed_state(
    state: State,
    reviews: Sequence[ReviewSummary],
    documents: Iterable[ObservingDocument],
    coverage: StateCoverage,
) -> IndexedState:
    """What is indexed on a State, what is not by a sentence, and the address at which that is published."""
    return IndexedState.model_validate(
        {
            "code": state.code,
            "name": state.name,
            "reviews": [asdict(review) for review in reviews],
            "treaty_bodies": [_observing_document(document) for document in documents],
            "missing": " ".join(what_is_missing(coverage)),
            "published_at": coverage.published_at,
            "coverage": _coverage(coverage),
        }
    )


def _hit(hit: Hit) -> dict[str, Any]:
    """The line that `upr match --json` prints, with what a page needs to show it."""
    return {
        **hit_as_json(hit),
        "highlights": hit.highlights,
        "ratifications": _ratifications(hit.record),
        "invented": hit.invented,
    }


def _ratifications(record: Record) -> list[dict[str, Any]]:
    """What the State under review had done about the treaties that a recommendation wants it to join."""
    if isinstance(record, Commitment):
        return []
    return [asdict(known) for known in ratifications_asked(record.text, record.state_under_review)]


def _observation_hit(hit: ObservationHit) -> FoundObservation:
    return FoundObservation.model_validate(observation_hit_as_json(hit))


def _observing_document(document: ObservingDocument) -> dict[str, Any]:
    issued = document.date.isoformat() if document.date else None
    return {**asdict(document), "date": issued, "mechanism": document.mechanism.value}


def _state_review(review: StateReview) -> dict[str, Any]:
    return {
        "review": review.review,
        "session": review.session,
        "cycle": review.cycle,
        "held_on": review.held_on.isoformat() if review.held_on else None,
        **facts_as_json(review.facts),
        "documents": list(map(_document, review.documents)),
        "recommendations": review.recommendations,
        "positions": review.positions,
        "discrepancies": list(map(discrepancy_as_json, review.discrepancies)),
        "commitments": [commitment_as_json(commitment) for commitment in review.commitments],
    }


def _issue(issue: Counted) -> dict[str, Any]:
    """One label; positions that do not occur are left out."""
    positions = {position: count for position, count in issue.positions.items() if count}
    return {"label": issue.value, "recommendations": issue.total, "specific": issue.specific, "positions": positions}


def _asked_again(threads: ThreadSummary) -> dict[str, Any]:
    """Ids of the last review's recommendations by the closest link of each to the review before."""
    return {
        "session": threads.session,
        "before": threads.before,
        "links": {kind: [record.id for record in records] for kind, records in threads.by_type.items()},
    }


def _next_review(coverage: StateCoverage) -> dict[str, Any] | None:
    """The coming review, and those between it and the last one indexed."""
    if coverage.history.coming is None:
        return None
    since = [[review.session] for review in coverage.later]
    return {"sessions": [coverage.history.coming], "since": since, "estimated": True}


def _coverage(coverage: StateCoverage) -> dict[str, Any]:
    return {
        "reviews": list(map(_covered_review, coverage.reviews)),
        "missing": " ".join(what_is_missing(coverage)),
        "superseded": _superseded(coverage),
        "fetch": command_for(coverage, coverage.missing),
        "published_at": coverage.published_at,
    }


def _covered_review(review: ReviewCoverage) -> dict[str, Any]:
    first_day, _ = estimated_days(review.session)
    return {
        "session": review.session,
        "cycle": review.cycle,
        "month": (review.held_on or first_day).isoformat()[:7],
        "held_on": review.held_on.isoformat() if review.held_on else None,
        "basis": review.basis,
        "recommendations": review.recommendations,
        "extent": review.extent,
        **facts_as_json(review.facts),
        "documents": list(map(_document, review.documents)),
    }


def _document(document: IndexedDocument) -> dict[str, Any]:
    draft = draft_as_json(document.draft)
    return {"symbol": document.symbol, "kind": document.kind, "date": document.date, "draft": draft}


def _superseded(coverage: StateCoverage | None) -> str:
    return str((superseded(coverage) if coverage else None) or "")
