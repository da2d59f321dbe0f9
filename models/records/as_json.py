"""Records as the flat JSON objects that commands and the API print."""

from dataclasses import asdict
from typing import Any

from models.records.documents import Draft
from models.records.records import (
    Commitment,
    Conflict,
    Discrepancy,
    Observation,
    ObservationKind,
    Place,
    Recommendation,
    Response,
)
from models.records.reported import ReportedParagraph
from models.records.review_facts import FactKind, ReviewFacts
from models.reviews.sessions import cycle_of_session


def place_as_json(place: Place | None) -> dict[str, Any] | None:
    """{"symbol", "paragraph", "page"}, or None."""
    return None if place is None else {"symbol": place.symbol, "paragraph": place.paragraph, "page": place.page}


def draft_as_json(draft: Draft | None) -> dict[str, Any] | None:
    """The date of a draft, and whether it is printed on it or that of its file; None for a document in its final
    edition."""
    if draft is None:
        return None
    return {"date": draft.date.isoformat() if draft.date else None, "is_printed": draft.is_printed}


def facts_as_json(facts: ReviewFacts) -> dict[str, Any]:
    """How a review was held, as its report says: null or empty where it does not; `stated_in` has where each stands."""
    due = facts.answer_due
    return {
        "troika": list(facts.troika),
        "head_of_delegation": facts.head_of_delegation or None,
        "delegations": facts.delegations,
        "answer_due": None
        if due is None
        else {
            "council_session": due.council_session,
            "first_day": due.first_day.isoformat() if due.first_day else None,
            "last_day": due.last_day.isoformat() if due.last_day else None,
            "is_month": due.is_month,
        },
        "stated_in": {
            kind.value: place_as_json(place) for kind in FactKind if (place := facts.place_of(kind)) is not None
        },
    }


def conflict_as_json(conflict: Conflict) -> dict[str, Any]:
    """Where an overridden statement stands, the position it gives, its words, and in which file, where two files of one
    symbol differ."""
    return {
        "source": place_as_json(conflict.place),
        "position": conflict.position.value,
        "words": conflict.words,
        "coded_by": conflict.place.coded_by,
        "file": conflict.file or None,
        "file_used": conflict.file_used or None,
    }


def discrepancy_as_json(discrepancy: Discrepancy) -> dict[str, Any]:
    """What a document counts, where, what was read, and whose positions are less sure (null: all of the review)."""
    return {
        "source": place_as_json(discrepancy.place),
        "position": discrepancy.position.value if discrepancy.position else None,
        "stated": discrepancy.stated,
        "read": discrepancy.read,
        "missing": list(discrepancy.missing),
        "words": discrepancy.words,
        "doubts": discrepancy.doubts,
    }


def recommendation_as_json(record: Recommendation) -> dict[str, Any]:
    """One line of `upr extract --json`; unknown is null, lists may be empty."""
    return {
        "kind": "recommendation",
        "id": record.id,
        "symbol": record.place.symbol,
        "paragraph": record.place.paragraph,
        "printed_number": record.printed_number,
        "clause": record.clause,
        "page": record.place.page,
        "draft": draft_as_json(record.place.draft),
        "text": record.text,
        "quoted": record.quoted,
        "composed": record.composed,
        "state_under_review": record.state_under_review,
        "recommending_states": [sponsor.state for sponsor in record.sponsors],
        "interim_position": record.interim_position.value,
        "position": record.position.value,
        "position_source": place_as_json(record.position_source),
        "position_words": record.position_words,
        "qualified": record.qualified.value if record.qualified else None,
        "position_coded_by": record.position_source.coded_by if record.position_source else None,
        "position_confidence": record.position_confidence.value if record.position_confidence else None,
        "discrepancies": [discrepancy_as_json(discrepancy) for discrepancy in record.discrepancies],
        "comment": record.comment,
        "comment_source": place_as_json(record.comment_source),
        "conflicts": [conflict_as_json(conflict) for conflict in record.conflicts],
        "session": record.session,
        "cycle": cycle_of_session(record.session),
        "language": record.language,
    }


def classes_as_json(record: Recommendation | Commitment) -> dict[str, Any]:
    """What a record is about and what kind of action it asks for, and who says so."""
    action = record.action
    return {
        "labels": [asdict(label) for label in record.labels],
        "action_category": None
        if action is None
        else {"category": action.category, "verb": action.verb, "origin": action.origin.value},
    }


def wordings_as_json(record: Recommendation | Commitment) -> dict[str, Any]:
    """What its document says in further languages, with the page of the file in each."""
    return {
        "wordings": [
            {
                "language": wording.language,
                "text": wording.text,
                "quoted": wording.quoted,
                "composed": wording.composed,
                "source": place_as_json(wording.place),
            }
            for wording in record.wordings
        ]
    }


def response_as_json(response: Response) -> dict[str, Any]:
    """One line of `upr extract --parts --json`: one document's answer to one number."""
    return {
        "kind": "response",
        "symbol": response.place.symbol,
        "paragraph": response.place.paragraph,
        "page": response.place.page,
        "report": response.report,
        "answers": response.answers,
        "part": response.part or None,
        "position": response.position.value if response.position else None,
        "position_words": response.position_words,
        "qualified": response.qualified.value if response.qualified else None,
        "comment": response.comment,
        "comment_source": place_as_json(response.comment_place),
        "language": response.language,
    }


def commitment_as_json(record: Commitment) -> dict[str, Any]:
    """A voluntary commitment as one line of `upr extract --json`."""
    return {
        "kind": "commitment",
        "id": record.id,
        "symbol": record.place.symbol,
        "paragraph": record.place.paragraph,
        "order": record.order,
        "page": record.place.page,
        "draft": draft_as_json(record.place.draft),
        "made_on": record.made_on.isoformat() if record.made_on else None,
        "text": record.text,
        "state_under_review": record.state_under_review,
        "session": record.session,
        "cycle": cycle_of_session(record.session),
        "language": record.language,
    }


def reported_as_json(record: ReportedParagraph) -> dict[str, Any]:
    """What a document before a review reports, one paragraph, as one line of `upr extract --json`."""
    return {
        "kind": "report",
        "id": record.id,
        "symbol": record.place.symbol,
        "paragraph": record.place.paragraph,
        "page": record.place.page,
        "headings": list(record.headings),
        "text": record.text,
        "contributors": [{"code": code, "name": name} for code, name in record.contributors],
        "names": [
            {
                "stated": reference.stated.value,
                "printed": reference.printed,
                "numbers": list(reference.numbers),
                "report": reference.report,
            }
            for reference in record.references
        ],
    }


def observation_as_json(record: Observation) -> dict[str, Any]:
    """A paragraph of a treaty body or special procedure as one line of `upr extract --json`.

    An observation is what it told one State, or of a special procedure all.
    """
    return {
        "kind": "general comment" if record.kind is ObservationKind.GENERAL_COMMENT else "observation",
        "id": record.id,
        "committee": record.committee,
        "symbol": record.place.symbol,
        "paragraph": record.place.paragraph,
        "page": record.place.page,
        "heading": record.heading or None,
        "observation_kind": record.kind.value,
        "text": record.text,
        "state": record.entity,
        "date": record.date.isoformat() if record.date else None,
        "labels": [{"scheme": label.scheme, "label": label.label} for label in record.labels],
        "language": record.language,
    }
