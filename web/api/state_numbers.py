"""What a State's page shows beside its reviews, as JSON: issues, what was asked again, the estimated next review."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from models.reviews.next_review import reviews_after
from search.catalogue.tally import Counted, Tally
from search.datamodel.threads import ThreadSummary


def state_numbers_as_json(tally: Tally, threads: ThreadSummary | None, last_review: int | None) -> dict[str, Any]:
    """All issues, the most frequent first; None for what cannot be said."""
    return {
        "issues": [_issue_as_json(issue) for issue in tally.labels],
        "asked_again": _threads_as_json(threads) if threads else None,
        "next_review": _next_review_as_json(reviews_after(last_review, date.today())) if last_review else None,
    }


def _next_review_as_json(reviews: Sequence[Sequence[int]]) -> dict[str, Any]:
    """The coming review, and those between it and the last one indexed."""
    *since, coming = map(list, reviews)
    return {"sessions": coming, "since": since, "estimated": True}


def _issue_as_json(issue: Counted) -> dict[str, Any]:
    """One label; positions that do not occur are left out."""
    positions = {position.value: count for position, count in issue.positions.items() if count}
    return {"label": issue.value, "recommendations": issue.total, "specific": issue.specific, "positions": positions}


def _threads_as_json(threads: ThreadSummary) -> dict[str, Any]:
    """Ids of the last review's recommendations by the closest link of each to the review before."""
    return {
        "session": threads.session,
        "before": threads.before,
        "links": {kind.value: [record.id for record in records] for kind, records in threads.by_type.items()},
    }
